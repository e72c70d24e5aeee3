/** The parent agreement (ordering vehicle) that an award key names: its PIID and its agency's code. */
export interface Parent {
  vehicle: string;
  agency: string;
}

/** What `vehicle` and `agency` say where the award key names no parent. */
export const noParent = "none";

/**
 * Reads the parent out of `CONT_AWD_<PIID>_<sub-agency>_<parent PIID>_<parent's sub-agency>`, the form that
 * USAspending documents for `contract_award_unique_key`; `-NONE-` there means no parent.
 * `null` when there is no key, or it has another form: not reported.
 */
export function readParent(key: string | null): Parent | null {
  const parts = key?.split("_") ?? [];
  const [, , , , vehicle, agency] = parts;
  if (parts.length !== 6 || !vehicle || !agency) return null;
  return vehicle === "-NONE-" ? { vehicle: noParent, agency: noParent } : { vehicle, agency };
}

/** The awarding office as the PIID names it: its first six characters. */
export const officeOf = (piid: string): string => piid.slice(0, 6);

/** Whether a modification number is the award itself: `0`, or only zeros. */
export const isBase = (modification: string): boolean => /^0+$/.test(modification);

/** A modification number as sorted naturally, P2 before P10: upper case, every run of digits ten wide. */
export const modificationOrder = (modification: string): string =>
  modification.toUpperCase().replace(/\d+/g, (digits) => digits.padStart(10, "0"));
