import { isBase } from "@/lib/contracts/awards";
import type { Cents } from "@/lib/contracts/money";

/** What an action did, in plain words. */
export type ActionKind =
  | "award"
  | "terminated"
  | "closed out"
  | "stopped"
  | "option exercised"
  | "extended"
  | "money taken back"
  | "money added"
  | "administrative";

/** Read in this order: the first that the text names is the kind. */
const words: [ActionKind, RegExp][] = [
  ["terminated", /\bTERMINAT(?:E[SD]?|ING|ION)\b/i],
  ["closed out", /\bCLOSE[- ]?(?:D[- ]?)?OUT\b/i],
  ["stopped", /\bSTOP[- ]WORK\b|\bSUSPEN(?:D|DED|DS|SION)\b/i],
  ["option exercised", /\bEXERCIS(?:E[SD]?|ING)\b.*\bOPTION|\bOPTION\b.*\bEXERCISED\b/i],
  ["extended", /\bEXTEN(?:D|DS|DED|DING|SION)\b/i],
];

/**
 * The kind of an action, read from its text because these records carry no action type; where the text names
 * none, from its amount. A modification 0 is the award itself.
 */
export function actionKind(action: {
  modification: string;
  description: string | null;
  amount: Cents;
}): ActionKind {
  if (isBase(action.modification)) return "award";
  const named = words.find(([, pattern]) => pattern.test(action.description ?? ""));
  if (named) return named[0];
  return action.amount > 0 ? "money added" : action.amount < 0 ? "money taken back" : "administrative";
}
