import { counted } from "@/lib/contracts/money";
import { FileRefusal } from "@/lib/import/1-open/refusal";
import type { ReadName } from "@/lib/import/2-parse/header";
import type { RawRow } from "@/lib/import/2-parse/rows";
import { type DayOrder, unorderedDay } from "@/lib/import/2-parse/values";

/** Day or month first, for each column with dates such as 05/04/2024. */
export type DayOrders = ReadonlyMap<ReadName, DayOrder>;

/** The first cell that shows an order. */
interface Seen {
  line: number;
  text: string;
}

/** Columns of dates and their indexes. */
type DayColumns = [name: ReadName, at: number][];

/** Whether some cell can be read only if the order is known. */
export function needsDayOrder(rows: readonly RawRow[], columns: DayColumns): boolean {
  return rows.some(({ cells }) =>
    columns.some(([, at]) => {
      const cell = cells[at];
      return cell !== undefined && unorderedDay(cell.trim()) !== null;
    }),
  );
}

/**
 * Decides the order of the dates of a file. A first number over 12 proves that the day comes first, a second one over 12
 * that the month does. Columns that prove nothing follow those that do. If none does, the month comes first, as federal
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
        const numbers = unorderedDay(text);
        if (!numbers) continue;
        const [one, other] = numbers;
        if ((one > 12 && other > 12) || one > 31 || other > 31) continue; // no day in either order
        const shows = one > 12 ? "day first" : other > 12 ? "month first" : "either";
        const seen = this.#seen.get(name) ?? {};
        seen[shows] ??= { line, text };
        this.#seen.set(name, seen);
      }
    }
  }

  /**
   * The orders, and sentences about them for the report.
   * @throws {FileRefusal} if one column has both orders.
   */
  decide(): { orders: DayOrders; notes: string[] } {
    for (const [name, seen] of this.#seen) {
      const { "day first": day, "month first": month } = seen;
      if (day && month)
        throw new FileRefusal(
          `The dates of ${name} begin with the day on line ${day.line} (${day.text}) and with the month on line ${month.line} (${month.text}); write all of them as 2024-03-27`,
        );
    }
    const proofs = [...this.#seen.values()];
    const isDayFirst = proofs.some((seen) => seen["day first"]);
    const isMonthFirst = proofs.some((seen) => seen["month first"]);
    const byDefault: DayOrder = isDayFirst && !isMonthFirst ? "day first" : "month first";
    const orders = new Map<ReadName, DayOrder>();
    const unproven: ReadName[] = [];
    for (const [name, seen] of this.#seen) {
      const order = seen["day first"] ? "day first" : seen["month first"] ? "month first" : byDefault;
      orders.set(name, order);
      if (!seen[order]) unproven.push(name);
    }
    return { orders, notes: this.#notes(orders, unproven) };
  }

  #notes(orders: DayOrders, unproven: ReadName[]): string[] {
    const proven = (order: DayOrder) => [...this.#seen].filter(([, seen]) => seen[order]);
    const [days, months] = [proven("day first"), proven("month first")];
    const where = ({ text, line }: Seen) => `${text} on line ${line}`;
    const shown = ([first]: typeof days, order: DayOrder) => first && where(first[1][order] as Seen);
    const names = (columns: typeof days) => columns.map(([name]) => name).join(", ");
    const notes: string[] = [];
    if (days.length > 0 && months.length > 0)
      notes.push(
        `The dates of ${names(days)} are read day first (${shown(days, "day first")}) and those of ${names(months)} month first (${shown(months, "month first")}).`,
      );
    else if (days.length > 0) notes.push(`Dates are read day first, as ${shown(days, "day first")} shows.`);
    const [name] = unproven;
    const either = name && this.#seen.get(name)?.either;
    if (either && days.length > 0 === months.length > 0)
      notes.push(
        `Nothing shows whether the dates of ${counted(unproven.length, "column")} (${unproven.join(", ")}) begin with the month or the day; they are read ${orders.get(name)} (${where(either)}).`,
      );
    return notes;
  }
}
