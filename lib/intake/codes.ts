import { isAgreementPiid } from "@/lib/contracts/awards";
import { actionTypeNamed } from "@/lib/contracts/kinds";
import { lookUp } from "@/lib/contracts/look-up";

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

const inText = (key: string) =>
  new RegExp(`['"]${key}['"]\\s*:\\s*(?:"((?:[^"\\\\]|\\\\.)*)"|'((?:[^'\\\\]|\\\\.)*)')`);
const codeInText = inText("code");
const descriptionInText = inText("description");

/**
 * What the search API gives for a product or an industry, which may be its code, its description, or both as JSON or
 * as Python writes it: `{'code': 'S206', 'description': 'HOUSEKEEPING- GUARD'}`.
 */
export function readClass(text: string, code: RegExp): { code: string; description: string } {
  if (text.startsWith("{")) {
    const find = (pattern: RegExp) => {
      const [, one, other] = pattern.exec(text) ?? [];
      return (one ?? other ?? "").replace(/\\(.)/g, "$1");
    };
    return { code: find(codeInText), description: find(descriptionInText) };
  }
  const plain = withoutDecimals(text);
  return code.test(plain) ? { code: plain, description: "" } : { code: "", description: text };
}
