import { isAgreementPiid } from "@/lib/contracts/awards";
import { actionTypeNamed } from "@/lib/contracts/kinds";
import { lookUp } from "@/lib/contracts/look-up";
import { countryCodes, countryName, stateNames } from "@/lib/contracts/places";
import type { RecordedName } from "@/lib/contracts/recorded";

const letters = (text: string) => text.toLowerCase().replace(/[^a-z]+/g, "");

const contractTypes: Record<string, string> = {
  bpa: "A",
  bpacall: "A",
  po: "B",
  purchaseorder: "B",
  do: "C",
  deliveryorder: "C",
  taskorder: "C",
  deliverytaskorder: "C",
  deliveryortaskorder: "C",
  dca: "D",
  definitivecontract: "D",
};
const agreementTypes =
  /^(?:idv|idc$|gwac$|fss$|boa$|indefinitedelivery|federalsupplyschedule|basicorderingagreement|blanketpurchaseagreement|governmentwideacquisition)/;

/**
 * What an award type says of a row: the letter of a contract, that it is another kind of award, or what it says itself.
 * `BPA` is both a blanket purchase agreement and a call under one, so there the PIID decides.
 */
export function readAwardType(text: string, piid = ""): { type: string; other?: "agreement" | "assistance" } {
  if (text === "" || /^[A-D]$/.test(text)) return { type: text };
  const name = letters(text);
  if (name === "bpa" && isAgreementPiid(piid)) return { type: "", other: "agreement" };
  const type = lookUp(contractTypes, name);
  if (type) return { type };
  if (agreementTypes.test(name)) return { type: "", other: "agreement" };
  if (/^(?:0?[2-9]|1[01])$/.test(text)) return { type: text, other: "assistance" };
  return { type: text.toUpperCase() };
}

/** The letter of an action type that is written as a letter or as a name; `null` where it is neither. */
export function readActionType(text: string): string | null {
  if (text.length < 2) return text.toUpperCase();
  return actionTypeNamed(text);
}

/** The sub-agency inside `CONT_AWD_<PIID>_<sub-agency>_<parent PIID>_<parent's sub-agency>` or `CONT_IDV_<PIID>_<sub-agency>`. */
export function agencyInKey(key: string): string {
  const parts = key.split("_");
  return parts.length === 6 || parts.length === 4 ? (parts[3] ?? "") : "";
}

/** A code without the decimals that a program made of it as a number: `561612.0`. */
export const withoutDecimals = (code: string): string =>
  code.endsWith(".0") && /^\d+\.0$/.test(code) ? code.slice(0, -2) : code;

/** A column of codes. */
export interface CodeColumn {
  code: RecordedName;
  /** The column that says the code in words. */
  label?: RecordedName;
  /** The code that a text is; `null` where it is none. */
  read: (text: string) => string | null;
  /** Whether a code without a digit may be a name as well. */
  needsDigit?: true;
  /** Whether a description without its code is accepted in the code column, as the search API gives it. */
  mayDescribe?: true;
  /** Whether what is no code must not be repeated, as it may be a person's number. */
  hidden?: true;
}

const formed = (pattern: RegExp) => (text: string) => {
  const code = withoutDecimals(text).toUpperCase();
  return pattern.test(code) ? code : null;
};
/** FPDS marks some codes of civilian agencies: `CDOCiv`, `E Civ`. */
const listed = (codes: string) => {
  const known = new Set(codes.split(" "));
  return (text: string) => {
    const code = text.toUpperCase().replace(/(?<=.) ?CIV$/, "");
    return known.has(code) ? code : null;
  };
};
const office = formed(/^[A-Z0-9]{5,6}$/);
/** Twelve letters and digits, not digits alone. */
const uei = formed(/^(?=.*[A-Z])[A-Z0-9]{12}$/);

const lettersAndDigits = (text: string) => text.toLowerCase().replace(/[^a-z0-9]+/g, "");
/** Codes by their own letters and by their names. */
function named(pairs: (readonly [code: string, name: string])[]) {
  const known = new Map(pairs.map(([code, name]) => [lettersAndDigits(name), code]));
  for (const [code] of pairs) known.set(lettersAndDigits(code), code);
  return (text: string) => known.get(lettersAndDigits(text)) ?? null;
}
/** What the Postal Service has codes for beside the states and territories: military mail and the freely associated states. */
const otherStates = ["AA", "AE", "AP", "FM", "MH", "PW"];

/** The columns whose codes have a form or a list. */
export const codeColumns: readonly CodeColumn[] = [
  { code: "awarding_office_code", label: "awarding_office_name", read: office, needsDigit: true },
  { code: "funding_office_code", label: "funding_office_name", read: office, needsDigit: true },
  { code: "recipient_uei", label: "recipient_name", read: uei, needsDigit: true, hidden: true },
  {
    code: "recipient_parent_uei",
    label: "recipient_parent_name",
    read: uei,
    needsDigit: true,
    hidden: true,
  },
  {
    code: "product_or_service_code",
    label: "product_or_service_code_description",
    read: formed(/^(?=.*\d)[A-Z0-9]{4}$/),
    mayDescribe: true,
  },
  { code: "naics_code", label: "naics_description", read: formed(/^\d{2,6}$/), mayDescribe: true },
  {
    code: "primary_place_of_performance_state_code",
    read: named([...Object.entries(stateNames), ...otherStates.map((code) => [code, code] as const)]),
  },
  {
    code: "primary_place_of_performance_country_code",
    read: named([
      ["USA", "United States of America"],
      ...countryCodes.map((code) => [code, countryName(code)] as const),
    ]),
  },
  { code: "extent_competed_code", label: "extent_competed", read: listed("A B C D E F G CDO NDO") },
  {
    code: "type_of_contract_pricing_code",
    label: "type_of_contract_pricing",
    read: listed("A B J K L M R S T U V Y Z 1 2 3"),
  },
  {
    code: "type_of_set_aside_code",
    label: "type_of_set_aside",
    read: listed(
      "NONE SBA SBP 8A 8AC 8AN HMT HMP VSB ESB HZC HZS HS2 HS3 SDVOSBC SDVOSBS BI IEE ISEE ISBEE RSB VSA VSS WOSB WOSBSS EDWOSB EDWOSBSS",
    ),
  },
];

/** The code of an awarding sub-agency that a text is; `null` where it is none. */
export const readAgencyCode = formed(/^(?=.*\d)[A-Z0-9]{4}$/);

/** Whether a text has a word, as every label has and no number. */
export const hasWord = (text: string): boolean => /[a-z]{3}/i.test(text);

const inText = (key: string) =>
  new RegExp(`['"]${key}['"]\\s*:\\s*(?:"((?:[^"\\\\]|\\\\.)*)"|'((?:[^'\\\\]|\\\\.)*)')`);
const codeInText = inText("code");
const descriptionInText = inText("description");

/**
 * What the search API gives for a product or an industry where it is not the code: its description, or both as JSON or
 * as Python writes it: `{'code': 'S206', 'description': 'HOUSEKEEPING- GUARD'}`. `null` for what is neither.
 */
export function readClass(text: string): { code: string; description: string } | null {
  if (!text.startsWith("{")) return /[a-z]{4}/i.test(text) ? { code: "", description: text } : null;
  const find = (pattern: RegExp) => {
    const [, one, other] = pattern.exec(text) ?? [];
    return (one ?? other ?? "").replace(/\\(.)/g, "$1");
  };
  return { code: find(codeInText), description: find(descriptionInText) };
}
