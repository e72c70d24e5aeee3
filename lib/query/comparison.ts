import { type Day, fiscalYear, fiscalYearDays, yearBefore } from "@/lib/contracts/days";
import { change, type Query } from "@/lib/query/query";

/** A fiscal year and the year before it. If the records end within the year, both end on the same date. */
export interface Comparison {
  current: Query;
  earlier: Query;
  year: number;
  /** The last day of the records and the same day a year before; `null` if the records cover the whole fiscal year. */
  through: { current: Day; earlier: Day } | null;
}

/**
 * The years that a list of companies compares: its one fiscal year, or the current one, with the year before. `null` if
 * the list is of several years, or the records begin later.
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
