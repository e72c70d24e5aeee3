import { isBase } from "@/lib/contracts/awards";
import type { Cents } from "@/lib/contracts/money";
import { exerciseIn, extensionIn } from "@/lib/contracts/option-words";
import { capitalize } from "@/lib/contracts/text";

/** What each kind of action means, by its plain name. */
export const actionKinds = {
  award: "the award itself (modification 0)",
  terminated: "the whole contract or order is ended early, for convenience, cause or default",
  "partly terminated": "part of the contract or order is ended early; the rest continues",
  cancelled: "the whole contract or order is cancelled",
  "closed out": "the file is closed after the work is done",
  stopped: "work is stopped or suspended until further notice",
  resumed: "a stop of work, or a termination, is lifted",
  "option exercised": "an option in the contract is used",
  extended: "the work or a delivery gets a later date",
  changed: "the work or the terms are changed",
  administrative: "names, accounts or contacts are changed",
  "money taken back": "money is taken back, and the text names no other kind",
  "money added": "money is added, for the work, a claim or a settlement",
  "no money": "no money is added or taken back, and the text names no other kind",
} as const;

export type ActionKind = keyof typeof actionKinds;

/** A kind as the column `action_kind` and the parameter of that name have it: `option_exercised`. */
export const actionKindCode = (kind: ActionKind): string => kind.replaceAll(" ", "_");
/** The kinds by their codes, as they begin a line: "Option exercised". */
export const actionKindLabels: Record<string, string> = Object.fromEntries(
  (Object.keys(actionKinds) as ActionKind[]).map((kind) => [actionKindCode(kind), capitalize(kind)]),
);

/** The kinds after which no work is done, at least for now. The list of contracts that end soon shows them. */
export const endingKinds: ReadonlySet<ActionKind> = new Set([
  "terminated",
  "cancelled",
  "closed out",
  "stopped",
]);

/** The kind of an action, and its evidence. */
export interface KindReading {
  kind: ActionKind;
  /** The source of the kind: the recorded action type, the modification number, the text or the amount. */
  from: "type" | "modification" | "text" | "amount";
  /** The name of the type, or the words of the text; `null` for a number or an amount. */
  words: string | null;
}

/** USAspending's action types of contracts (`action_type_code`). `null` if the amount decides the kind. */
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
/** The types by the letters of their names without brackets, and by names that other years and sources use. */
const typesByName = new Map([
  ...Object.entries(types).map(([type, { name }]) => [letters(name), type] as const),
  ["representationofnonnovatedmergeracquisition", "P"],
  ["rerepresentation", "R"],
  ["uniqueentityidorlegalbusinessnamechangenonnovation", "V"],
  ["entityaddresschange", "W"],
]);

/** The action type of a name, ignoring case and punctuation; `null` if there is none. */
export const actionTypeNamed = (name: string): string | null => typesByName.get(letters(name)) ?? null;

const agreement =
  "(?:(?:THE|THIS|ENTIRE) )*(?:PURCHASE |DELIVERY |TASK |BPA |CALL )*(?:CONTRACT|ORDER|AWARD|CALL|REQUIREMENT|AGREEMENT|BPA|[PD]\\.?O)\\b";
const stopOrder = "(?:STOP(?: ALL)?[- ]{0,2}WORK(?: ORDER)?|STOP ORDER|SWO|SUSPENSION OF WORK)\\b";
const ended = "TERMINAT(?:E[SD]?|ING|ION)\\b";
/** Parts whose cancellation does not end the contract. */
const part =
  "(?:MODIFICATIONS?|MODS?|P0\\d|OPTIONS?|CLINS?|SUB-?CLINS?|LINES?|LINE ITEMS?|CLASS|COURSE|FLIGHT|FUND\\w*|WARRANTY|SOLICITATION|INVOICE\\w*)\\b";

type Find = (text: string) => { 0: string } | null;

/** Patterns of the text in order: the first that matches is the kind. */
const named: [ActionKind, string | Find][] = [
  // Follows the description of the award, whatever that names.
  ["closed out", "THIS IS A CLOSE(?:OUT MODIFICATION)?$"],
  [
    "resumed",
    `\\b(?:RESCIND|REVERS(?:E|ES|ED|ING)\\b|REVOK|WITHDRAW)[A-Z]* (?:THE |THIS |OUR )?(?:\\w+ ){0,2}?${ended}(?: FOR \\w+)?|\\bUN-?SUSPEND[A-Z]*|\\bRESUM(?:E|ES|ED|ING|PTION OF) (?:ALL )?(?:WORK|PERFORMANCE|SERVICES)\\b|\\b${stopOrder} AND (?:RE-?)?START WORK`,
  ],
  [
    "partly terminated",
    `\\bPARTIAL(?:LY)?\\b(?: AND)?(?: DE-?SCOP\\w+ AND)? ${ended}(?: FOR \\w+)?|(?<!\\bFULL |\\bFULLY )\\b${ended}(?: \\(?PARTIAL(?:LY)?\\b\\)?| IN PART\\b|(?: FOR CONVENIENCE)?(?: OF)?(?: THE)? (?:OPTIONS?|CLINS?|SUB-?CLINS?|LINES?|LINE ITEMS?)\\b)`,
  ],
  [
    "terminated",
    `(?:\\bFULLY? )?(?<!\\bCO-)(?<!\\b(?:FOLLOWING|AFTER|FROM) (?:THE )?)\\b${ended}(?! (?:SETTLEMENT|CLAIM|CEILING|LIABILITY|COSTS?|PROPOSAL|CLAUSE))(?! (?:OF )?(?:THE )?(?:A?CORS?\\b|CONTRACTING OFFICER|APPOINTMENT))(?: FOR \\w+)?`,
  ],
  [
    "resumed",
    `\\b(?:LIFT|RESCIND|CANCEL|REMOV|RELEAS|END(?:S|ED|ING)?\\b)[A-Z]*\\b[^.;]{0,25}?\\b${stopOrder}|(?<!(?:RESULT OF|DUE TO|WILL|ONCE|UNTIL|WHEN) (?:THE )?)\\b${stopOrder}(?: (?:IS|WAS|HAS BEEN|BE|BEING))* (?:LIFTED|RESCINDED|CANCELL?ED|REMOVED)`,
  ],
  [
    "cancelled",
    [
      `\\bCANCEL[A-Z]*(?: OF)? ${agreement}(?! ${part})`,
      `\\b${agreement} CANCELL?(?:ED|ATION)\\b`,
      // What lies between an order and its cancellation may say what it was for, and no part of it.
      `\\b${agreement}(?:(?! ${part})[^.;]){0,60}? (?:(?:IS|WAS|HAS BEEN|BE|AND)(?: BEING)?|BEING)(?: [A-Z]+LY)? CANCELL?ED\\b`,
      "\\bCANCELL?(?:ED|ATION)(?: AND DE-?OBLIGATED)? IN IT'?S (?:ENTIRETY|TOTALITY)",
      "\\b(?:FULL|TOTAL|COMPLETE|MUTUAL|NO[- ]COST) CANCELL?ATION\\b",
      "\\bCANCELL?ATION/CLOSE-?OUT",
      "^(?:\\w+ ?[-:] ?)?CANCELL?(?:ED|ATION)\\b(?=\\W*$| FY| DUE TO| AND DE| PER )",
      "(?<=\\b(?:AND|OF|TO) |[-/&,] ?)CANCELL?ATION(?=\\W*$)",
      `^(?:(?!${part}|FUND)[A-Z-]+ ){1,3}CANCELL?ED(?=\\W*$)`,
      "\\bO[YP] ?\\d CANCELL?ED\\b",
      "\\bCANCEL[A-Z]*(?: OF)? (?:THE )?REMAIN(?:ING|DER)\\b",
      `\\bCANCEL(?:S|LED|ED|L?ING)? (?:(?!${part})[A-Z-]+ ){1,3}SERVICES?\\b(?! AT| FOR \\d)`,
      "\\bSERVICES? (?:(?:IS|ARE|WAS|WERE|HAVE BEEN) )?CANCELL?ED\\b(?! AT| FOR \\d)",
    ].join("|"),
  ],
  [
    "stopped",
    `(?<!(?:(?:DUE|ATTRIBUTABLE) TO|RESULT OF|UNDER|WILL) (?:\\w+ )?)(?<![A-Z])(?:STOPS WORK|${stopOrder})|(?<!UN-)\\bSUSPEN(?:D|DS|DED|DING) (?:ALL )?(?:WORK|PERFORMANCE|SERVICES|${agreement})|\\bCANCELL?ATION OF [^.;]{0,60}? FOR \\d+ (?:DAYS|WEEKS|MONTHS)`,
  ],
  [
    "closed out",
    `\\bCLOS(?:E|ES|ED|ING)?[- ]{0,2}OUT\\b(?! (?:SUPPORT|SERVICES))|\\bCLOS(?:E|ES|ING|URE OF) ${agreement}|\\bAND CLOSES?$`,
  ],
  ["option exercised", exerciseIn],
  ["extended", extensionIn],
];

const contact =
  "(?:A?CORS?|IPP|APPROVERS?|UEI|ALTERNATE|CONTRACTING OFFICER\\S*|CONTRACT SPECIALIST|T?POCS?|POINTS? OF CONTACTS?|KEY PERSONNEL|INVOIC\\w+|(?:LINE OF )?ACCOUNTING|FUNDING CODES?)\\b";
/** Patterns for actions that move no money. */
const administrative = [
  "\\bADMIN(?:ISTRATIVE)?\\b.{0,12}?\\b(?:MOD(?:IFICATION)?|CHANGES?|CORRECTION|ACTION|UPDATE|TRANSFER)\\b",
  `\\b(?:(?:CHANG|UPDAT|CORRECT|DESIGNAT|TERMINAT|REVIS|(?:RE)?(?:APPOINT|ASSIGN))\\w*|(?:REPLAC|REMOV)(?:E|ES|ED|ING)) (?:[\\w'’/()&-]+ ){0,4}?${contact}`,
  `\\bNEW ${contact}`,
  `\\b${contact}\\)? (?:\\w+ )?(?:CHANGE[SD]?|UPDATE[SD]?|ASSIGNMENT)\\b`,
  "\\bNOVATION\\b|\\bNAME CHANGE\\b",
  "\\bRE(?:ALIGN|ALLOCAT)\\w*(?: (?:\\w+ ){0,2}?(?:FUND(?:S|ING)|CLINS?|LABOR HOURS))?",
].join("|");
/** Patterns about money, used only if the sign of the amount agrees. */
const added =
  "\\b(?:ADD(?:S|ED|ING|ITIONAL)?|PROVID\\w+|INCREMENTAL(?:LY)?|INCREAS\\w+|(?<!DE[- ])OBLIGAT\\w+|FULLY|CONTINU\\w+|FUNDING)\\b.{0,30}?\\bFUND(?:S|ED|ING)?\\b|\\bFUNDING MOD(?:IFICATION)?\\b";
const takenBack =
  "\\bDE[- ]?OBLIGAT\\w*(?: (?:\\w+ ){0,3}?FUND(?:S|ING))?|\\bREMOV\\w+ (?:\\w+ ){0,2}?FUND(?:S|ING)";

const pattern = (source: string): Find => {
  const expression = new RegExp(source, "i");
  return (text) => expression.exec(text);
};
const readers = named.map(
  ([kind, source]) => [kind, typeof source === "string" ? pattern(source) : source] as const,
);
/** Kinds that no action with money added has: there, such words give the reason for a claim, a settlement or a last invoice. */
const neverAdding: ReadonlySet<ActionKind> = new Set([
  "terminated",
  "partly terminated",
  "cancelled",
  "closed out",
]);
const byAmount = {
  added: ["money added", pattern(added)],
  back: ["money taken back", pattern(takenBack)],
  none: ["administrative", pattern(administrative)],
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
  const text = description?.trim() ?? "";
  const isPossible = (kind: ActionKind) => amount <= 0 || !neverAdding.has(kind);
  const inText = (kinds: typeof readers): KindReading | null => {
    for (const [kind, read] of kinds) {
      const found = isPossible(kind) && read(text);
      if (found) return { kind, from: "text", words: found[0].trim() };
    }
    return null;
  };
  const known = types[type ?? ""];
  if (known) {
    // No type says that a part is terminated.
    const partly =
      known.kind === "terminated" && inText(readers.filter(([kind]) => kind === "partly terminated"));
    if (partly) return partly;
    const kind = known.kind && isPossible(known.kind) ? known.kind : moved(amount);
    return { kind, from: "type", words: known.name };
  }
  if (isBase(modification)) return { kind: "award", from: "modification", words: null };
  const own = byAmount[amount > 0 ? "added" : amount < 0 ? "back" : "none"];
  return inText([...readers, own]) ?? { kind: moved(amount), from: "amount", words: null };
}

const moved = (amount: Cents): ActionKind =>
  amount > 0 ? "money added" : amount < 0 ? "money taken back" : "no money";
