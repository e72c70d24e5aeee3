import type { FilterName } from "@/lib/query/filters";
import "server-only";

import type { NetLine, NetsOverTime } from "@/lib/contracts/comparisons";
import { addMonths } from "@/lib/contracts/days";
import type { GroupingName } from "@/lib/contracts/groupings";
import { addUp, type Group, noFigures } from "@/lib/contracts/totals";
import { chartedGroups } from "@/lib/query/comparison";
import type { Query } from "@/lib/query/query";
import { twoWayGroups } from "@/lib/store/contracts";
import type { Store } from "@/lib/store/open";

/** A group, or all but the largest, and its figures in each fiscal year. */
export interface ByYear {
  total: Omit<Group, "label">;
  label: string | null;
  years: Group[];
}

/** The largest groups of a selection by fiscal year, and all the others together. */
export interface Leaders {
  leaders: ByYear[];
  rest: (ByYear & { groups: number }) | null;
}

/**
 * The groups of a query's selected actions, from the largest net, in each fiscal year from the first to the last with an
 * action. `except` leaves one filter out. A contract counts in each year that it has an action in.
 */
export async function groupsByYear(
  store: Store,
  query: Query,
  by: GroupingName,
  except?: FilterName,
): Promise<ByYear[]> {
  const { groups: cells } = await twoWayGroups(store, query, [by, "fiscal_year"], { except });
  const known = cells.map(({ key2 }) => Number(key2));
  const first = known.reduce((least, year) => Math.min(least, year), known[0] ?? 0);
  const last = known.reduce((most, year) => Math.max(most, year), first);
  const keys = Array.from({ length: last - first + 1 }, (_, index) => `${first + index}`);
  const found = new Map<string | null, { label: string; cells: Map<string | null, Group> }>();
  for (const { key, label, key2, label2: _, ...figures } of cells) {
    const group = found.get(key) ?? { label, cells: new Map() };
    group.cells.set(key2, { ...figures, key: key2, label: `FY${key2}` });
    found.set(key, group);
  }
  return chartedGroups(
    [...found].map(([key, group]) => ({ key, ...group })),
    query,
    by,
    except,
  )
    .map(({ key, label, cells: own }) => ({
      label,
      total: { key, ...addUp([...own.values()]) },
      years: keys.map((year) => own.get(year) ?? { key: year, label: `FY${year}`, ...noFigures }),
    }))
    .toSorted((one, other) => other.total.net - one.total.net);
}

/** The first `most` of groups by year; the others are added up. */
export function leadersOf(all: ByYear[], most: number): Leaders {
  const others = all.slice(most);
  const [first] = others;
  return {
    leaders: all.slice(0, most),
    rest: first
      ? {
          label: null,
          total: { key: null, ...addUp(others.map(({ total }) => total)) },
          years: first.years.map(({ key, label }, index) => ({
            key,
            label,
            ...addUp(others.flatMap(({ years }) => years[index] ?? [])),
          })),
          groups: others.length,
        }
      : null,
  };
}

/** The groups of a selection by a grouping, each with its net in each period, the largest group first. */
export async function netsOverTime(
  store: Store,
  query: Query,
  time: "fiscal_year" | "month",
  by: GroupingName,
): Promise<NetsOverTime> {
  const { groups: cells } = await twoWayGroups(store, query, [time, by]);
  const [first, last] = [cells[0]?.key, cells.at(-1)?.key];
  const keys: string[] = [];
  const next = (key: string) => (time === "month" ? addMonths(key, 1) : String(Number(key) + 1));
  if (first && last) for (let key = first; key <= last; key = next(key)) keys.push(key);
  const lines = new Map<string | null, NetLine>();
  for (const { key, key2, label2, net } of cells) {
    const line = lines.get(key2) ?? { key: key2, label: label2, net: 0, nets: keys.map(() => 0) };
    line.net += net;
    line.nets[keys.indexOf(key ?? "")] = net;
    lines.set(key2, line);
  }
  return {
    keys,
    lines: chartedGroups([...lines.values()], query, by).toSorted((one, other) => other.net - one.net),
  };
}
