import { counted } from "@/lib/contracts/money";
import { type ReadName, Refusal } from "@/lib/intake/header";
import type { RawRow } from "@/lib/intake/rows";
import { type DayOrder, numericDay } from "@/lib/intake/values";

/** The order of the dates of each column that has such dates. */
export type DayOrders = ReadonlyMap<ReadName, DayOrder>;

/** A cell that shows an order, and where. */
interface Seen {
  line: number;
  text: string;
}

/** Columns of dates and where they stand. */
type DayColumns = [name: ReadName, at: number][];

/** Whether some cell of the rows needs an order to be read. */
export function needsDayOrder(rows: readonly RawRow[], columns: DayColumns): boolean {
  return rows.some(({ cells }) =>
    columns.some(([, at]) => {
      const cell = cells[at];
      return cell !== undefined && cell[4] !== "-" && numericDay.test(cell.trim());
    }),
  );
}

/**
 * Decides the order of the dates of a file: a first number over 12 proves that the day comes first, a second one that the
 * month does. Columns that prove nothing follow those that do; where none does, the month comes first, as federal
 * systems write it.
 */
export class DayOrderProof {
  readonly #columns: DayColumns;
  readonly #seen = new Map<ReadName, Partial<Record<DayOrder | "either", Seen>>>();

  constructor(columns: DayColumns) {
    this.#columns = columns;
  }

  add(rows: readonly RawRow[]): void {
    for (const { cells, line } of rows) {
      for (const [name, at] of this.#columns) {
        const text = cells[at]?.trim() ?? "";
        if (text[4] === "-") continue;
        const [, first, , second] = numericDay.exec(text) ?? [];
        if (first === undefined) continue;
        const [one, other] = [Number(first), Number(second)];
        if ((one > 12 && other > 12) || one > 31 || other > 31) continue; // no day in either order
        const shows = one > 12 ? "day first" : other > 12 ? "month first" : "either";
        const seen = this.#seen.get(name) ?? {};
        seen[shows] ??= { line, text };
        this.#seen.set(name, seen);
      }
    }
  }

  /** The orders, and what the reader of the report has to know of them. Throws {@link Refusal} where a column has both. */
  decide(): { orders: DayOrders; notes: string[] } {
    for (const [name, seen] of this.#seen) {
      const { "day first": day, "month first": month } = seen;
      if (day && month)
        throw new Refusal(
          `The dates of ${name} begin with the day on line ${day.line} (${day.text}) and with the month on line ${month.line} (${month.text}); write all of them as 2024-03-27`,
        );
    }
    const proofs = [...this.#seen.values()];
    const isDayFirst = proofs.some((seen) => seen["day first"]);
    const isMonthFirst = proofs.some((seen) => seen["month first"]);
    const usual: DayOrder = isDayFirst && !isMonthFirst ? "day first" : "month first";
    const orders = new Map<ReadName, DayOrder>();
    const unproven: string[] = [];
    for (const [name, seen] of this.#seen) {
      const order = seen["day first"] ? "day first" : seen["month first"] ? "month first" : usual;
      orders.set(name, order);
      if (!seen[order]) unproven.push(name);
    }
    const shown = proofs.flatMap((seen) => seen["day first"] ?? []).at(0);
    const notes: string[] = [];
    if (shown) notes.push(`Dates are read day first, as ${shown.text} on line ${shown.line} shows.`);
    const either = proofs.flatMap((seen) => seen.either ?? []).at(0);
    if (unproven.length > 0 && either && !isDayFirst && !isMonthFirst)
      notes.push(
        `Nothing shows whether the dates of ${counted(unproven.length, "column")} (${unproven.join(", ")}) begin with the month or the day; they are read month first (${either.text} on line ${either.line}).`,
      );
    return { orders, notes };
  }
}
