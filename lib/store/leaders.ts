import type { FilterName } from "@/lib/query/filters";
import "server-only";

import { type Group, noFigures } from "@/lib/contracts/totals";
import type { Query } from "@/lib/query/query";
import { twoWayGroups } from "@/lib/store/contracts";
import type { Store } from "@/lib/store/open";

/** A company, or all but the largest, and its figures in each fiscal year. */
export interface ByYear {
  total: Omit<Group, "label">;
  label: string | null;
  years: Group[];
}

/** The largest companies of a selection by fiscal year, and all the others together. */
export interface Leaders {
  leaders: ByYear[];
  rest: (ByYear & { groups: number }) | null;
}

/**
 * The largest companies of a query's selected actions, or recipients with `grouped=no`, in each fiscal year from the
 * first to the last with an action. `except` leaves one filter out. A contract counts in each year that it has an action in.
 */
export async function leadersByYear(
  store: Store,
  query: Query,
  most: number,
  except?: FilterName,
): Promise<Leaders> {
  const { groups: cells } = await twoWayGroups(store, query, ["company", "fiscal_year"], { except });
  const known = cells.map(({ key2 }) => Number(key2));
  const [first, last] = [Math.min(...known), Math.max(...known)];
  const keys =
    cells.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, index) => `${first + index}`);

  const companies = new Map<string | null, { label: string; cells: Group[] }>();
  for (const { key, label, key2, ...figures } of cells) {
    const company = companies.get(key) ?? { label, cells: [] };
    company.cells.push({ ...figures, key: key2, label: `FY${key2}` });
    companies.set(key, company);
  }
  const byYear = (key: string | null, label: string | null, own: Group[]): ByYear => ({
    label,
    total: { key, ...sum(own) },
    years: keys.map((year) => ({
      key: year,
      label: `FY${year}`,
      ...sum(own.filter((cell) => cell.key === year)),
    })),
  });
  const all = [...companies]
    .map(([key, company]) => byYear(key, company.label, company.cells))
    .toSorted((one, other) => other.total.net - one.total.net);
  const others = all.slice(most);
  return {
    leaders: all.slice(0, most),
    rest:
      others.length === 0
        ? null
        : {
            ...byYear(
              null,
              null,
              others.flatMap(({ years }) => years),
            ),
            groups: others.length,
          },
  };
}

/** Groups added together. */
function sum(parts: Group[]): Omit<Group, "key" | "label"> {
  const total = { ...noFigures };
  for (const part of parts) {
    for (const name of ["net", "added", "taken_back", "actions", "contracts"] as const)
      total[name] += part[name];
  }
  return total;
}
