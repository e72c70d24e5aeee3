/** The parent agreement (ordering vehicle) of an award: its PIID and its agency's code, `null` where not recorded. */
export interface Parent {
  vehicle: string;
  agency: string | null;
}

/** The value of `vehicle` and `agency` if the award key names no parent. */
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

/**
 * Whether a PIID is of an agreement. The letter after the office and the year is the kind of instrument: A is a
 * blanket purchase agreement, D an indefinite-delivery contract and G a basic ordering agreement.
 */
export const isAgreementPiid = (piid: string): boolean => /^[A-Z0-9]{6}\d\d[ADG]/i.test(piid);

/** Whether a modification number is the award itself: `0`, or only zeros. */
export const isBase = (modification: string): boolean => /^0+$/.test(modification);

/** A modification number as sorted naturally, P2 before P10: upper case, every run of digits ten wide. */
export const modificationOrder = (modification: string): string =>
  modification.toUpperCase().replace(/\d+/g, (digits) => digits.padStart(10, "0"));

const awardKey = /CONT_(?:AWD|IDV)_([A-Z0-9-]+)_[A-Z0-9_-]+/gi;

/**
 * The possible contract numbers in a typed or pasted text, such as the address of an award: award keys, PIIDs
 * without the hyphens that people write into them, and the text as one such number. In capitals, each once.
 */
export function contractNumbers(text: string): string[] {
  const keys = [...text.matchAll(awardKey)].flatMap(([key, piid = ""]) => [key, piid]);
  const words = text.split(/[^A-Za-z0-9-]+/).map(withoutHyphens);
  const whole = text.replace(/[\s-]+/g, "");
  const numbers = [...words, ...(/^[A-Za-z0-9_]+$/.test(whole) ? [whole] : [])];
  const isNumber = (word: string) => /^(?=.*\d)[A-Z0-9_]{5,60}$/i.test(word);
  return [...new Set([...keys, ...numbers.filter(isNumber)].map((one) => one.toUpperCase()))].slice(0, 20);
}

/** A PIID without the hyphens and dashes that people write into it. */
export const withoutHyphens = (text: string) => text.replace(/[-\u2010-\u2015\u2212]/g, "");

/** A PIID as FAR 4.1603 has it: an office's six characters, a fiscal year, a letter for the instrument, a serial number. */
const piidForm = /^[A-Z0-9]{6}\d{2}[A-Z](?=\D*\d)[A-Z0-9]{5,8}$/i;

/** Whether a word is a PIID or an award key by its form, apart from the punctuation and hyphens of the text around it. */
export const namesContract = (word: string): boolean =>
  piidForm.test(withoutHyphens(bare(word))) || piidIn(word) !== undefined;

/** A word without the punctuation around it. */
export const bare = (word: string): string => word.replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, "");

/**
 * The PIID in a word of a search that is an award key or has hyphens; `undefined` for any other word.
 */
export function piidIn(word: string): string | undefined {
  const [[, piid] = []] = [...word.matchAll(awardKey)];
  if (piid) return piid;
  const plain = withoutHyphens(word);
  return plain !== word && /^(?=(?:\D*\d){6})(?=(?:[^A-Z]*[A-Z]){2})[A-Z0-9]{10,20}$/i.test(plain)
    ? plain
    : undefined;
}

/** USAspending's types of contract awards (`award_type_code`), in plain words. */
export const awardTypes = {
  A: "BPA call",
  B: "Purchase order",
  C: "Delivery or task order",
  D: "Definitive contract",
} as const;
