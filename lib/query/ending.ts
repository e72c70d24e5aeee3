import { type Day, daysAfter } from "@/lib/contracts/days";
import type { EndName } from "@/lib/contracts/ending";
import type { EndingChoice } from "@/lib/query/requests";

/** The days that a list of endings is about, both in. */
export interface EndingDays {
  end: EndName;
  from: Day;
  to: Day;
}

/** From today as far as a choice reaches. */
export const endingDays = ({ within, end }: EndingChoice, today: Day): EndingDays => ({
  end,
  from: today,
  to: daysAfter(today, within),
});
