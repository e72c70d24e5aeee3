import type { Day } from "@/lib/contracts/days";
import type { CompanyName } from "@/lib/contracts/facts";
import type { Cents } from "@/lib/contracts/money";

/**
 * What a snapshot can find changed since the one before, in the order of a list: remarks about an agency and fiscal year,
 * then what is recorded otherwise than before, because there is little of it, then what is new. `spelling` and
 * `classification` are administrative whatever they are of.
 */
export const changeKinds = [
  "incomplete",
  "loaded",
  "vanished",
  "amount",
  "date",
  "recipient",
  "description",
  "end",
  "potential_end",
  "new_contract",
  "new_action",
  "spelling",
  "classification",
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** The kinds that are of an action which was not there before: the only ones whose amounts are added up. */
export const newKinds: readonly ChangeKind[] = ["new_contract", "new_action"];

/** The kinds that are folded away until they are asked for. */
export const foldedKinds: readonly ChangeKind[] = ["spelling", "classification"];

/** The kinds that are of an agency and fiscal year instead of an action. */
export const remarkKinds: readonly ChangeKind[] = ["loaded", "incomplete"];

/** An action that first appears more than so many days after it was signed is recorded late. */
export const lateAfterDays = 30;

/** An action is gone when so many retrievals in a row lack it: fewer are enough where the first and the last are days apart. */
export const goneAfter = { retrievals: 3, apart: { retrievals: 2, days: 3 } };

/** One change. */
export interface Change {
  /** A UUID made from what changed: the same on every machine, and never that of another entry. */
  id: string;
  kind: ChangeKind;
  /** The snapshot that found it, and when that was published (ISO time in UTC). */
  snapshot: string;
  published: string;
  /** The day of the retrieval that it was found in. */
  noticed: Day;
  /** The code of the awarding sub-agency. */
  agency: string;
  /** Of a remark, the fiscal year that it is of. */
  fiscal_year: number | null;
  piid: string | null;
  modification: string | null;
  /** The key of the contract where this snapshot holds it, else `null`. */
  contract: string | null;
  company: CompanyName | null;
  /** The recipient as recorded when the change was found. */
  recipient: string | null;
  signed: Day | null;
  /** The description of the action as recorded in this snapshot, or when it was last there. */
  description: string | null;
  /**
   * What was recorded before and what is now, as text: an amount in dollars with two decimals, a day in ISO form. Of
   * `vanished`, `before` is the day of the last retrieval that held the action; of a remark, `after` is a count of
   * actions, and `before` of how many.
   */
  before: string | null;
  after: string | null;
  /** What the action obligates, and of `amount` what was recorded before. */
  amount: Cents | null;
  amount_before: Cents | null;
  /** Whether it first appeared more than {@link lateAfterDays} days after it was signed. */
  late: boolean;
  administrative: boolean;
}

/** What the changes in a snapshot reach back to. */
export interface ChangesSince {
  /** The day of the first snapshot that was compared with, `null` where this is the first one. */
  since: Day | null;
}
