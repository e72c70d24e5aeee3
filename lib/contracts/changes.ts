import type { CompanyName } from "@/lib/contracts/companies";
import type { Day } from "@/lib/contracts/days";
import type { Cents } from "@/lib/contracts/money";

/**
 * The kinds of change between two snapshots, in list order: remarks about an agency and fiscal year,
 * then corrections, because there are few, then new records. `spelling` and
 * `classification` are always administrative.
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

/** The kinds of new actions, the only ones whose amounts are added up. */
export const newKinds: readonly ChangeKind[] = ["new_contract", "new_action"];

/** The kinds that are collapsed by default. */
export const foldedKinds: readonly ChangeKind[] = ["spelling", "classification"];

/** The kinds about an agency and fiscal year instead of an action. */
export const remarkKinds: readonly ChangeKind[] = ["loaded", "incomplete"];

/** How many days of signatures "What's new" can look back on, from the newest day of the records. */
export const lookBacks = [7, 30, 90] as const;
export type LookBack = (typeof lookBacks)[number];

/** The days between signing and first appearance after which an action counts as recorded late. */
export const lateAfterDays = 30;

/** The number of retrievals in a row that must lack an action to withdraw it; fewer if the first and last are days apart. */
export const goneAfter = { retrievals: 3, apart: { retrievals: 2, days: 3 } };

/** One change. */
export interface Change {
  /** A UUID made from the change: the same on every machine, and different for every change. */
  id: string;
  kind: ChangeKind;
  /** The snapshot that found it, and when that was published (ISO time in UTC). */
  snapshot: string;
  published: string;
  /** The day of the retrieval that it was found in. */
  noticed: Day;
  /** The code of the awarding sub-agency. */
  agency: string;
  /** The fiscal year of a remark. */
  fiscal_year: number | null;
  piid: string | null;
  modification: string | null;
  /** The key of the contract if this snapshot has it, else `null`. */
  contract: string | null;
  company: CompanyName | null;
  /** The recipient as recorded when the change was found. */
  recipient: string | null;
  signed: Day | null;
  /** The description of the action as recorded in this snapshot, or when it was last there. */
  description: string | null;
  /**
   * The earlier and the current value as text: an amount in dollars with two decimals, a day in ISO form. Of
   * `vanished`, `before` is the day of the last retrieval with the action; of a remark, `after` is a count of
   * actions, and `before` the number that it is out of.
   */
  before: string | null;
  after: string | null;
  /** The obligation of the action, and of `amount` the earlier one. */
  amount: Cents | null;
  amount_before: Cents | null;
  /** Whether it first appeared more than {@link lateAfterDays} days after it was signed. */
  late: boolean;
  administrative: boolean;
}

/** How far the changes of a snapshot reach back. */
export interface ChangesSince {
  /** The day of the first compared snapshot; `null` if this is the first one. */
  since: Day | null;
}
