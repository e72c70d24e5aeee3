import { type Day, fiscalYear, fiscalYearDays, yearBefore } from "@/lib/contracts/days";
import { change, type Query } from "@/lib/query/query";

/** Two times that are compared: a fiscal year, and the one before it as far as the same date. */
export interface Comparison {
  current: Query;
  earlier: Query;
  year: number;
  /** The last day of the records in the fiscal year, where it is not over, and the same day a year before. */
  through: { current: Day; earlier: Day } | null;
}

/**
 * What a list of companies compares: the one fiscal year it is of, else the current one, with the year before.
 * `null` where it is of several years, or the records do not reach back as far.
 */
export function comparisonOf(
  query: Query,
  { data_from: began, data_through: through }: { data_from: Day; data_through: Day },
): Comparison | null {
  const [year = fiscalYear(through), ...more] = query.fy;
  if (more.length > 0 || year > fiscalYear(through) || year <= fiscalYear(began)) return null;
  const all = change(query, { fy: [] });
  const current = change(all, { fy: [year] });
  const { from, to } = fiscalYearDays(year);
  if (through >= to) return { current, earlier: change(all, { fy: [year - 1] }), year, through: null };
  const earlier = yearBefore(through);
  return {
    current,
    earlier: change(all, { from: yearBefore(from), to: earlier }),
    year,
    through: { current: through, earlier },
  };
}
