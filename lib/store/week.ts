import "server-only";

import { type Week, weekDays, wholeWeeks } from "@/lib/contracts/weeks";
import type { Store } from "@/lib/store/open";

/** How many weeks the feed and the sitemap list: half a year. */
const mostWeeks = 26;

/** Whether the records have the Monday of a week. */
export function hasWeek({ info: { data_from, data_through } }: Store, week: Week): boolean {
  const days = weekDays(week);
  return days !== null && days.from >= data_from && days.from <= data_through;
}

/** The latest weeks that the records have all days of, newest first. */
export const latestWeeks = ({ info }: Store): Week[] => wholeWeeks(info, mostWeeks);
