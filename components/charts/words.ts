import type { ChartGroup, Unfinished } from "@/components/charts/groups";
import type { StepDay } from "@/components/charts/running";
import { periodName } from "@/components/charts/time";
import { type Day, formatDay } from "@/lib/contracts/days";
import { formatMoney } from "@/lib/contracts/money";

/** Where the numbers of every chart are from. */
export const sourceText = (through: Day): string =>
  `Source: USAspending.gov, data through ${formatDay(through)}`;

/** The measure of the running totals of fiscal years. */
export const runningYearsSubtitle =
  "Net obligations by date signed, added up from Oct. 1, the first day of each fiscal year";

/** A period's name, with the last day in the records where the period is not over. */
export function periodTitle({ key, label }: ChartGroup, unfinished: Unfinished | null): string {
  const name = periodName(key ?? "", label);
  return unfinished !== null && key === unfinished.key ? `${name}, through ${unfinished.through}` : name;
}

/** A bar in one sentence, exactly: "September 2025: $1,421.00 added, −$11.00 taken back, net $1,410.00". */
export function groupText(title: string, { added, taken_back, net, parts = [] }: ChartGroup): string {
  const figures = `${formatMoney(added)} added, ${formatMoney(taken_back)} taken back, net ${formatMoney(net)}`;
  const of = parts
    .filter(({ actions }) => actions > 0)
    .map((part) => `${part.label} ${formatMoney(part.net)}`);
  return `${title}: ${[figures, ...of].join("; ")}`;
}

/** A day of a running total in one sentence: each action with its amount, then the total. */
export function dayText({ day, steps, total }: StepDay): string {
  const actions = steps.map(
    ({ modification, kind, amount }) => `${modification}: ${kind}, ${formatMoney(amount)}`,
  );
  return `${formatDay(day)}: ${[...actions, `running total ${formatMoney(total)}`].join("; ")}`;
}
