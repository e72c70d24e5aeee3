import { type Day, formatDay } from "@/lib/contracts/days";
import { type Cents, roundedMoney } from "@/lib/contracts/money";

interface RunningDay {
  day: Day;
  /** The total at the end of the day. */
  total: Cents;
}

interface ContractFinding {
  /** Who obligated: "ICE". */
  who: string;
  /** The contractor; `null` if not reported. */
  company: string | null;
  days: RunningDay[];
  /** Whether the first day is that of the award; else earlier actions are not in the records. */
  begins: boolean;
}

/** A total below this part of its peak has declined. */
const declinedTo = 0.9;

/** One sentence on what a contract has added up to, without a period; `null` without an action. */
export function runningFinding({ who, company, days, begins }: ContractFinding): string | null {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return null;
  const peak = days.reduce((best, day) => (day.total > best.total ? day : best));
  const to = company === null ? "" : ` to ${company}`;
  const since = begins ? `since ${formatDay(first.day)}` : `in these records, which begin after the award`;
  if (last.total < 0)
    return `${who} took back ${roundedMoney(-last.total)} more than it added on this contract ${since}`;
  const sum = `${who} obligated ${roundedMoney(last.total)}${to} on this contract ${since}`;
  return peak.total > 0 && last.total < declinedTo * peak.total
    ? `${sum}, down from ${roundedMoney(peak.total)} on ${formatDay(peak.day)}`
    : sum;
}
