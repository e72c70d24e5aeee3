import { plot } from "@/components/charts/plot";
import { type MoneyAxis, moneyAxis, position } from "@/components/charts/scale";
import { type AxisRoom, namedPeriods } from "@/components/charts/time";
import { addMonths, type Day, dayNumber } from "@/lib/contracts/days";
import type { Cents } from "@/lib/contracts/money";

/** One action as a step of a running total. */
export interface Step {
  day: Day;
  modification: string;
  kind: string;
  amount: Cents;
  /** The sum of this action and all before it. */
  total: Cents;
}

/** A day on which the running total changes, or an action moves no money. */
export interface StepDay {
  day: Day;
  /** The day's place on the axis of days. */
  at: number;
  /** The total at the end of the day. */
  total: Cents;
  /** The sum of the day's actions. */
  change: Cents;
  steps: Step[];
}

/** The steps by day, in the order given. */
export function stepDays(steps: Step[]): StepDay[] {
  const days: StepDay[] = [];
  for (const step of steps) {
    const last = days.at(-1);
    if (last?.day === step.day) {
      last.steps.push(step);
      last.total = step.total;
      last.change += step.amount;
    } else {
      days.push({
        day: step.day,
        at: dayNumber(step.day),
        total: step.total,
        change: step.amount,
        steps: [step],
      });
    }
  }
  return days;
}

/** The frame of a running total: its axis of money, and the first and last day with a little room around them. */
export interface StepFrame {
  money: MoneyAxis;
  from: number;
  to: number;
  /** The first days of months that are named, and the widths of chart in which they are. */
  months: { month: string; at: number; rooms: AxisRoom[] }[];
}

export function stepFrame(days: StepDay[]): StepFrame {
  const [first, last] = [days[0], days.at(-1)];
  const [begin, end] = [first?.at ?? 0, last?.at ?? 0];
  const room = Math.max((end - begin) * 0.025, 3);
  const totals = days.map(({ total }) => total);
  const months: string[] = [];
  for (
    let month = (first?.day ?? "").slice(0, 7);
    month !== "" && month <= (last?.day ?? "");
    month = addMonths(month, 1)
  ) {
    if (dayNumber(`${month}-01`) >= begin - room) months.push(month);
  }
  return {
    money: moneyAxis([{ added: Math.max(...totals), taken_back: Math.min(...totals) }]),
    from: begin - room,
    to: end + room,
    months: [...namedPeriods(months)].map(([month, rooms]) => ({
      month,
      at: dayNumber(`${month}-01`),
      rooms,
    })),
  };
}

/** Where a day lies across the plot, from 0 to 1, and a total in pixels from the top. */
export function stepPlaces(days: StepDay[]) {
  const { money, from, to } = stepFrame(days);
  const tall = plot.height - plot.top - plot.bottom;
  return {
    x: (at: number) => (at - from) / (to - from),
    y: (cents: Cents) => plot.top + tall * (1 - position(cents, money)),
  };
}
