import { agencyNamed } from "@/lib/contracts/agencies";
import { isAgreementPiid } from "@/lib/contracts/awards";
import { actionTypeNamed } from "@/lib/contracts/kinds";
import { lookUp } from "@/lib/contracts/look-up";
import { counted } from "@/lib/contracts/money";
import { countryCodes, countryName, stateNames } from "@/lib/contracts/places";
import { agreementFields, type RecordedName } from "@/lib/contracts/recorded";
import type { FileNotes } from "@/lib/import/2-parse/file-notes";
import type { Mapping, ReadName } from "@/lib/import/2-parse/header";

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
 * Reads an award type: the letter of a contract type, `other` for another kind of award, or the text as it is.
 * `BPA` names both a blanket purchase agreement and a call under one, so the PIID decides.
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

/** The letter of an action type, written as a letter or a name; `null` for any other text. */
export function readActionType(text: string): string | null {
  if (text.length < 2) return text.toUpperCase();
  return actionTypeNamed(text);
}

/** The sub-agency inside `CONT_AWD_<PIID>_<sub-agency>_<parent PIID>_<parent's sub-agency>` or `CONT_IDV_<PIID>_<sub-agency>`. */
export function agencyInKey(key: string): string {
  const parts = key.split("_");
  return parts.length === 6 || parts.length === 4 ? (parts[3] ?? "") : "";
}

/** A code without the decimals that it gets when a program reads it as a number: `561612.0`. */
export const withoutDecimals = (code: string): string =>
  code.endsWith(".0") && /^\d+\.0$/.test(code) ? code.slice(0, -2) : code;

/** A column of codes. */
export interface CodeColumn {
  code: RecordedName;
  /** The column with the name or description of the code. */
  label?: RecordedName;
  /** The code in a text; `null` if it is no such code. */
  read: (text: string) => string | null;
  /** Set if a code without a digit could also be a name. */
  needsDigit?: true;
  /** Set if the code column may hold a description instead, as in answers of the search API. */
  mayDescribe?: true;
  /** Set if an invalid value must not be quoted in the report, since it may be a person's number. */
  hidden?: true;
}

const codeOfForm = (pattern: RegExp) => (text: string) => {
  const code = withoutDecimals(text).toUpperCase();
  return pattern.test(code) ? code : null;
};
/** FPDS appends CIV to some codes of civilian agencies: `CDOCiv`, `E Civ`. */
const codeOfList = (codes: string) => {
  const known = new Set(codes.split(" "));
  return (text: string) => {
    const code = text.toUpperCase().replace(/(?<=.) ?CIV$/, "");
    return known.has(code) ? code : null;
  };
};
const office = codeOfForm(/^[A-Z0-9]{5,6}$/);
/** Twelve letters and digits, at least one letter. */
const uei = codeOfForm(/^(?=.*[A-Z])[A-Z0-9]{12}$/);

const lettersAndDigits = (text: string) => text.toLowerCase().replace(/[^a-z0-9]+/g, "");
/** Codes that may be written as their names. */
function codeOrName(pairs: (readonly [code: string, name: string])[]) {
  const known = new Map(pairs.map(([code, name]) => [lettersAndDigits(name), code]));
  for (const [code] of pairs) known.set(lettersAndDigits(code), code);
  return (text: string) => known.get(lettersAndDigits(text)) ?? null;
}
/** Postal codes that are not of a state or territory: military mail and the freely associated states. */
const otherStates = ["AA", "AE", "AP", "FM", "MH", "PW"];

/** The columns whose codes have a known form or list. */
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
    read: codeOfForm(/^(?=.*\d)[A-Z0-9]{4}$/),
    mayDescribe: true,
  },
  { code: "naics_code", label: "naics_description", read: codeOfForm(/^\d{2,6}$/), mayDescribe: true },
  {
    code: "primary_place_of_performance_state_code",
    read: codeOrName([...Object.entries(stateNames), ...otherStates.map((code) => [code, code] as const)]),
  },
  {
    code: "primary_place_of_performance_country_code",
    read: codeOrName([
      ["USA", "United States of America"],
      ...countryCodes.map((code) => [code, countryName(code)] as const),
    ]),
  },
  { code: "extent_competed_code", label: "extent_competed", read: codeOfList("A B C D E F G CDO NDO") },
  {
    code: "type_of_contract_pricing_code",
    label: "type_of_contract_pricing",
    read: codeOfList("A B J K L M R S T U V Y Z 1 2 3"),
  },
  {
    code: "type_of_set_aside_code",
    label: "type_of_set_aside",
    read: codeOfList(
      "NONE SBA SBP 8A 8AC 8AN HMT HMP VSB ESB HZC HZS HS2 HS3 SDVOSBC SDVOSBS BI IEE ISEE ISBEE RSB VSA VSS WOSB WOSBSS EDWOSB EDWOSBSS",
    ),
  },
];

/** The code of an awarding sub-agency; `null` if the text is no such code. */
export const readAgencyCode = codeOfForm(/^(?=.*\d)[A-Z0-9]{4}$/);

/** Whether a text has three letters in a row: every label has, no code of digits has. */
export const hasWord = (text: string): boolean => /[a-z]{3}/i.test(text);

const inText = (key: string) =>
  new RegExp(`['"]${key}['"]\\s*:\\s*(?:"((?:[^"\\\\]|\\\\.)*)"|'((?:[^'\\\\]|\\\\.)*)')`);
const codeInText = inText("code");
const descriptionInText = inText("description");

/**
 * A product or industry as the search API may write it: a description alone, or both as JSON or a Python dictionary:
 * `{'code': 'S206', 'description': 'HOUSEKEEPING- GUARD'}`. `null` for any other text.
 */
export function readClass(text: string): { code: string; description: string } | null {
  if (!text.startsWith("{")) return /[a-z]{4}/i.test(text) ? { code: "", description: text } : null;
  const find = (pattern: RegExp) => {
    const [, one, other] = pattern.exec(text) ?? [];
    return (one ?? other ?? "").replace(/\\(.)/g, "$1");
  };
  return { code: find(codeInText), description: find(descriptionInText) };
}

/** The text of each column of a row, empty if the file lacks the column. */
export type RawCells = Record<ReadName, string>;

/** The columns of a file that are read together, because one can hold the value of another. */
export function combinedColumns({ positions }: Mapping): Set<ReadName> {
  const names = new Set<ReadName>([
    ...agreementFields,
    "contract_award_unique_key",
    "award_id_piid",
    "award_type_code",
    "awarding_sub_agency_code",
    "awarding_sub_agency_name",
    "action_type_code",
  ]);
  for (const { code, label } of codeColumns)
    if (positions.has(code)) for (const name of label ? [code, label] : [code]) names.add(name);
  return names;
}

/** Makes the steps that correct the combined columns of a row in place, only those that the file's columns need. */
export function combinedColumnSteps({ positions }: Mapping, notes: FileNotes): ((raw: RawCells) => void)[] {
  const steps: ((raw: RawCells) => void)[] = [(raw) => nameAgency(raw, notes)];
  for (const column of codeColumns)
    if (positions.has(column.code)) steps.push((raw) => correctCode(raw, column, notes));
  if (positions.has("action_type_code"))
    steps.push((raw) => {
      const type = readActionType(raw.action_type_code);
      if (type === null) notes.unreadable("action_type_code", raw.action_type_code);
      raw.action_type_code = type ?? "";
    });
  return steps;
}

/** Agency names up to this length, blanks included, are short forms such as ICE. */
const longestShortForm = 6;

/**
 * Fills in the code of the awarding sub-agency: as recorded, else by its name, else from the award key. The name comes
 * before the key because seven ICE orders went through an office of another agency, whose code is in their keys. A short
 * name is replaced by the full one.
 */
function nameAgency(raw: RawCells, notes: FileNotes) {
  const [given, named] = [raw.awarding_sub_agency_code, raw.awarding_sub_agency_name];
  if (hasWord(given) && !readAgencyCode(plainAgency(given)) && readAgencyCode(plainAgency(named)))
    swapCodeAndLabel(raw, "awarding_sub_agency_code", "awarding_sub_agency_name", notes);
  const { awarding_sub_agency_code: code, awarding_sub_agency_name: name } = raw;
  if (code !== "" && name.length > longestShortForm) {
    raw.awarding_sub_agency_code = agencyNamed(code)?.code ?? plainAgency(code);
    return;
  }
  const agency = agencyNamed(name) ?? agencyNamed(code);
  if (agency && name.length <= longestShortForm) raw.awarding_sub_agency_name = agency.name;
  raw.awarding_sub_agency_code =
    (agencyNamed(code) ? "" : plainAgency(code)) ||
    (agency?.code ?? agencyInKey(raw.contract_award_unique_key));
}

/** An agency's code without the artifacts of programs: `7012.0`, `07012`. */
const plainAgency = (code: string) => withoutDecimals(code).replace(/^0+(?=\d{4}$)/, "");

/** Replaces a cell by the code in it, empty if there is none, and swaps code and label back if they are swapped. */
function correctCode(raw: RawCells, column: CodeColumn, notes: FileNotes) {
  const { code, label, read, needsDigit, mayDescribe, hidden } = column;
  const given = raw[code];
  if (given === "") return;
  const own = read(given);
  const isSure = (text: string) => !needsDigit || /\d/.test(text);
  if (own === null || !isSure(given)) {
    const named = label ? raw[label] : "";
    if (label && named !== "" && hasWord(given) && isSure(named) && read(named) !== null) {
      swapCodeAndLabel(raw, code, label, notes);
      raw[code] = read(named) as string;
      return;
    }
    const product = label && mayDescribe && (named === "" || given.startsWith("{")) ? readClass(given) : null;
    if (label && product) {
      raw[label] ||= product.description;
      raw[code] = product.code === "" ? "" : (read(product.code) ?? "");
      if (product.code === "" || raw[code] !== "") return;
    }
  }
  if (own === null) notes.unreadable(code, hidden ? "" : given);
  raw[code] = own ?? "";
}

function swapCodeAndLabel(raw: RawCells, code: RecordedName, label: RecordedName, notes: FileNotes) {
  [raw[code], raw[label]] = [raw[label], raw[code]];
  notes.repeat(swapped.get(code) as (count: number, first: string) => string);
}

const swapped = new Map(
  [...codeColumns, { code: "awarding_sub_agency_code", label: "awarding_sub_agency_name" } as const].map(
    ({ code, label }) => [
      code,
      (count: number, first: string) =>
        `${counted(count, "row has", "rows have")} ${code} and ${label} swapped; they were swapped back, the first on ${first}.`,
    ],
  ),
);

/** Whether a row is an IDV: the award key decides; without a key the flag, the IDV type or the award type. */
export function isAgreement(
  raw: RawCells,
  type: "agreement" | "assistance" | undefined,
  notes: FileNotes,
): boolean {
  const flag = raw.award_or_idv_flag.toUpperCase();
  const isFlagged = flag ? flag === "IDV" : raw.idv_type_code !== "" || type === "agreement";
  const [, kind] = /^CONT_(AWD|IDV)_/.exec(raw.contract_award_unique_key) ?? [];
  if (kind === undefined) return isFlagged;
  if (isFlagged && kind === "AWD") notes.repeat(mislabeledAgreement);
  return kind === "IDV";
}

const mislabeledAgreement = (count: number, first: string) =>
  `${counted(count, "row is", "rows are")} called an ordering agreement and ${count === 1 ? "has" : "have"} the key of a contract (CONT_AWD_), so ${count === 1 ? "it counts as a contract" : "they count as contracts"}, the first on ${first}.`;
