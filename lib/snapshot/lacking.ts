import { looksAlone, looksApart } from "@/lib/contracts/changes";

/**
 * Whether retrievals that lack an action, one after the other, say that it is gone from the source: as SQL over how many they
 * are and how many days lie between the first and the last, `null` where a day is not known. Paging at the source loses
 * actions for a retrieval or two, mostly of consecutive days.
 */
export const isGone = (looks: string, days: string) =>
  `(${looks} >= ${looksAlone} or ${looks} >= ${looksApart.looks} and coalesce(${days} >= ${looksApart.days}, false))`;
