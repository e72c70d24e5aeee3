import type { Breakpoint } from "@/components/charts/breakpoints";
import { namedPeriods } from "@/components/charts/time";
import { addMonths, type Day, dayNumber } from "@/lib/contracts/days";
import type { Cents } from "@/lib/contracts/money";
import type { ContractAction } from "@/lib/contracts/rows";

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

/** The days of a contract's actions. */
export const stepDaysOf = (actions: ContractAction[]): StepDay[] =>
  stepDays(
    actions.map((action) => ({
      day: action.action_date,
      modification: action.modification_number,
      kind: action.kind,
      amount: action.federal_action_obligation,
      total: action.running_total,
    })),
  );

/** The first and last day of a running total with a little space around them, and the months that its axis names. */
export interface StepFrame {
  from: number;
  to: number;
  /** The months whose first day is named, with the breakpoints at which it is. */
  months: { month: string; breakpoints: Breakpoint[] }[];
}

export function stepFrame(days: StepDay[]): StepFrame {
  const [first, last] = [days[0], days.at(-1)];
  const [begin, end] = [first?.at ?? 0, last?.at ?? 0];
  const space = Math.max((end - begin) * 0.025, 3);
  const months: string[] = [];
  for (
    let month = (first?.day ?? "").slice(0, 7);
    month !== "" && month <= (last?.day ?? "");
    month = addMonths(month, 1)
  ) {
    if (dayNumber(`${month}-01`) >= begin - space) months.push(month);
  }
  return {
    from: begin - space,
    to: end + space,
    months: [...namedPeriods(months)].map(([month, breakpoints]) => ({ month, breakpoints })),
  };
}
