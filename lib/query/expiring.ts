import { type Day, daysAfter } from "@/lib/contracts/days";
import type { EndName, Within } from "@/lib/contracts/expiring";

/** The first and the last day of a list of what ends, both included. */
export interface EndingDays {
  end: EndName;
  from: Day;
  to: Day;
}

/** The days from today to the chosen number of days ahead. */
export const endingDays = ({ within, end }: { within: Within; end: EndName }, today: Day): EndingDays => ({
  end,
  from: today,
  to: daysAfter(today, within),
});
