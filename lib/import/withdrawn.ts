import { goneAfter } from "@/lib/contracts/changes";

/**
 * Whether an action is gone from the source, as SQL: over how many retrievals in a row lack it and how many days lie between
 * the first and the last, `null` where a day is not known. Paging at the source loses actions for a retrieval or two,
 * mostly of consecutive days.
 */
export const isGone = (retrievals: string, days: string) =>
  `(${retrievals} >= ${goneAfter.retrievals} or ${retrievals} >= ${goneAfter.apart.retrievals} and coalesce(${days} >= ${goneAfter.apart.days}, false))`;
