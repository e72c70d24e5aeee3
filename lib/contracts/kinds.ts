import { isBase } from "@/lib/contracts/awards";
import type { Cents } from "@/lib/contracts/money";

/** What an action did, in plain words. */
export type ActionKind =
  | "award"
  | "terminated"
  | "cancelled"
  | "closed out"
  | "stopped"
  | "resumed"
  | "option exercised"
  | "extended"
  | "changed"
  | "administrative"
  | "money taken back"
  | "money added"
  | "no money";

/** The kinds after which no more work is done, or not for now: what a list of contracts that end soon says of a row. */
export const endingKinds: ReadonlySet<ActionKind> = new Set([
  "terminated",
  "cancelled",
  "closed out",
  "stopped",
]);

/** The kind of an action, and what says so. */
export interface KindReading {
  kind: ActionKind;
  /** What the kind was read from: the recorded action type, the modification number, the text or the amount. */
  from: "type" | "modification" | "text" | "amount";
  /** The name of the type, or the words of the text, that say so; `null` with a number and an amount. */
  words: string | null;
}

/** USAspending's action types of contracts (`action_type_code`). `null` where the amount has to say what was done. */
const types: Record<string, { kind: ActionKind | null; name: string }> = {
  A: { kind: "changed", name: "Additional work (new agreement)" },
  B: { kind: "changed", name: "Supplemental agreement for work within scope" },
  C: { kind: null, name: "Funding only action" },
  D: { kind: "changed", name: "Change order" },
  E: { kind: "terminated", name: "Terminate for default" },
  F: { kind: "terminated", name: "Terminate for convenience" },
  G: { kind: "option exercised", name: "Exercise an option" },
  H: { kind: "changed", name: "Definitize letter contract" },
  J: { kind: "administrative", name: "Novation agreement" },
  K: { kind: "closed out", name: "Close out" },
  L: { kind: "changed", name: "Definitize change order" },
  M: { kind: "administrative", name: "Other administrative action" },
  N: { kind: "cancelled", name: "Legal contract cancellation" },
  P: { kind: "administrative", name: "Representation of non-novated merger or acquisition" },
  R: { kind: "administrative", name: "Representation" },
  S: { kind: "administrative", name: "Change PIID" },
  T: { kind: "administrative", name: "Transfer action" },
  V: { kind: "administrative", name: "Vendor DUNS or name change, non-novation" },
  W: { kind: "administrative", name: "Vendor address change" },
  X: { kind: "terminated", name: "Terminate for cause" },
};

const letters = (name: string) => name.toLowerCase().replace(/\(.*|[^a-z(]+/gs, "");
/** By its letters, without what stands in brackets; and names that other years and sources use. */
const typesByName = new Map([
  ...Object.entries(types).map(([type, { name }]) => [letters(name), type] as const),
  ["representationofnonnovatedmergeracquisition", "P"],
  ["rerepresentation", "R"],
  ["uniqueentityidorlegalbusinessnamechangenonnovation", "V"],
  ["entityaddresschange", "W"],
]);

/** The action type that a name means, case and punctuation aside; `null` for a name that is none. */
export const actionTypeNamed = (name: string): string | null => typesByName.get(letters(name)) ?? null;

const agreement =
  "(?:(?:THE|THIS) )?(?:PURCHASE |DELIVERY |TASK |BPA |CALL )*(?:CONTRACT|ORDER|AWARD|CALL|REQUIREMENT|AGREEMENT|BPA)\\b";
const stopOrder = "(?:STOP[- ]?WORK(?: ORDER)?|SUSPENSION OF WORK)";
const option =
  "(?:OPTI(?:O)?N(?:S|AL)?\\b(?: (?:PERIOD|YEAR|CLIN)S?\\b(?: (?:\\d\\w*|[IV]+|ONE|TWO|THREE|FOUR|FIVE)\\b)?)?|O[YP][ -]?\\d\\w*)";
const term =
  "(?:PERIOD|POP|PERFORMANCE|DATE|CONTRACT|ORDER|CALL|AWARD|AGREEMENT|SERVICES?|SUPPORT|TASK|MONTHS?|DAYS?|WEEKS?|YEARS?|UNTIL|OPTION|LICENSES?|SUBSCRIPTIONS?|DELIVERY)";

/** What the text may name, in the order it is looked for: the first that it names is the kind. */
const named: [ActionKind, string][] = [
  // Written behind the description of the award, whatever that names.
  ["closed out", "THIS IS A CLOSE(?:OUT MODIFICATION)?$"],
  [
    "terminated",
    "(?:(?:FULLY?|PARTIAL(?:LY)?) )?(?<!\\bCO-)(?<!FOLLOWING )\\bTERMINAT(?:E[SD]?|ING|ION)\\b(?! SETTLEMENT)(?: FOR \\w+)?",
  ],
  [
    "resumed",
    `\\b(?:LIFT|RESCIND|CANCEL|REMOV|RELEAS)[A-Z]*\\b.{0,25}?\\b${stopOrder}|\\b${stopOrder}(?: (?:IS|WAS|HAS BEEN|BE|BEING))* (?:LIFTED|RESCINDED|CANCELL?ED|REMOVED)`,
  ],
  [
    "stopped",
    `(?<!(?:DUE|ATTRIBUTABLE) TO (?:THE |A )?)\\b(?:STOPS WORK|${stopOrder})|(?<!UN-)\\bSUSPEN(?:D|DS|DED|DING) (?:ALL )?(?:WORK|PERFORMANCE|SERVICES|${agreement})`,
  ],
  ["cancelled", `\\bCANCEL[A-Z]*(?: OF)? ${agreement}|\\bCANCELL?ATION/CLOSE-?OUT`],
  [
    "closed out",
    `\\bCLOS(?:E|ES|ED|ING)?[- ]{0,2}OUT\\b(?! (?:SUPPORT|SERVICES))|\\bCLOS(?:E|ES|ING|URE OF) ${agreement}|\\bAND CLOSES?$`,
  ],
  [
    "option exercised",
    `\\bEXERCIS(?:E|ES|ED|ING)\\b.{0,60}?\\b(?:${option}|S?CLINS?\\b(?: \\w+)?|SLIN|FAR (?:PART )?5?2[\\d.-]+|EXTENSION)|\\b(?:${option}|CLIN)(?: \\(?(?!NOT)\\w+\\)?)?(?: TO)? EXERCISED?\\b`,
  ],
  [
    "extended",
    `(?<!OPTIONS? TO )\\bEXTEND(?:S|ING)?\\b.{0,60}?\\b${term}\\b(?: OF PERFORMANCE| ORDER)?|\\b(?:IS|BE|BEING) EXTENDED|\\b${term}\\b(?: \\([A-Z ]+\\))? EXTENSION|\\bNO[- ]COST\\)? EXTENSION|\\bEXTENSION (?:OF|TO|AND FUND\\w+|FROM|FOR|THROUGH)\\b`,
  ],
];

/** What the text may say of an action that moves no money. */
const administrative =
  "\\bADMIN(?:ISTRATIVE)?\\b.{0,12}?\\b(?:MOD(?:IFICATION)?|CHANGES?|CORRECTION|ACTION|UPDATE|TRANSFER)\\b|\\b(?:CHANG|UPDAT|CORRECT|REPLAC|APPOINT|DESIGNAT)\\w* (?:THE |NEW |GOVERNMENT )*(?:A?COR|UEI|ALTERNATE|CONTRACTING OFFICER|CONTRACT SPECIALIST|(?:INVOICE )?POINTS? OF CONTACT|INVOIC\\w+|LINE OF ACCOUNTING|ACCOUNTING)\\b|\\bNOVATION\\b|\\bRE(?:ALIGN|ALLOCAT)\\w*(?: (?:\\w+ ){0,2}?(?:FUND(?:S|ING)|CLINS?|LABOR HOURS))?";
/** What the text may say of money, believed where the sign of the amount agrees. */
const added =
  "\\b(?:ADD(?:S|ED|ING|ITIONAL)?|PROVID\\w+|INCREMENTAL(?:LY)?|INCREAS\\w+|(?<!DE[- ])OBLIGAT\\w+|FULLY|CONTINU\\w+|FUNDING)\\b.{0,30}?\\bFUND(?:S|ED|ING)?\\b|\\bFUNDING MOD(?:IFICATION)?\\b";
const takenBack =
  "\\bDE[- ]?OBLIGAT\\w*(?: (?:\\w+ ){0,3}?FUND(?:S|ING))?|\\bREMOV\\w+ (?:\\w+ ){0,2}?FUND(?:S|ING)";

const patterns = named.map(([kind, source]) => [kind, new RegExp(source, "i")] as const);
const byAmount = {
  added: ["money added", new RegExp(added, "i")],
  back: ["money taken back", new RegExp(takenBack, "i")],
  none: ["administrative", new RegExp(administrative, "i")],
} as const;

/**
 * Reads the kind of an action: from its type where the record has one; else from its number, where that says it is the
 * award itself; else from the words of its description; else from the sign of its amount.
 */
export function readKind({
  type = null,
  modification,
  description,
  amount,
}: {
  /** USAspending's `action_type_code`. */
  type?: string | null;
  modification: string;
  description: string | null;
  amount: Cents;
}): KindReading {
  const known = types[type ?? ""];
  if (known) return { kind: known.kind ?? moved(amount), from: "type", words: known.name };
  if (isBase(modification)) return { kind: "award", from: "modification", words: null };
  const text = description?.trim() ?? "";
  const [ownKind, own] = byAmount[amount > 0 ? "added" : amount < 0 ? "back" : "none"];
  for (const [kind, pattern] of [...patterns, [ownKind, own] as const]) {
    const found = pattern.exec(text);
    if (found) return { kind, from: "text", words: found[0].trim() };
  }
  return { kind: moved(amount), from: "amount", words: null };
}

const moved = (amount: Cents): ActionKind =>
  amount > 0 ? "money added" : amount < 0 ? "money taken back" : "no money";
