import { type Day, daysAfter, daysBefore } from "@/lib/contracts/days";
import type { EndName, Within } from "@/lib/contracts/expiring";

/** The first and the last day of a list of what ends, both included, and the day that days left are counted from. */
export interface EndingDays {
  end: EndName;
  from: Day;
  to: Day;
  today: Day;
}

/** The days from today to the chosen number of days ahead. */
export const endingDays = ({ within, end }: { within: Within; end: EndName }, today: Day): EndingDays => ({
  end,
  from: today,
  to: daysAfter(today, within),
  today,
});

/** The days ahead or, if `passed`, those from the day after the records end, through yesterday; none if these end today. */
export const listedDays = (
  { passed, ...choice }: { within: Within; end: EndName; passed: "yes" | null },
  today: Day,
  through: Day,
): EndingDays =>
  passed === null
    ? endingDays(choice, today)
    : { end: choice.end, from: daysAfter(through, 1), to: daysBefore(today, 1), today };
