import "server-only";

import { type Day, fiscalYear } from "@/lib/contracts/days";
import type { Retrieval } from "@/lib/contracts/known-problems";
import type { Query } from "@/lib/query/query";
import { cellsSql } from "@/lib/sql/meta";
import type { Store } from "@/lib/store/open";
import { storedSources } from "@/lib/store/report";

interface Cell {
  agency: string;
  fiscal_year: number;
  file: string;
  retrieved: Day;
}

/** The retrieval of the agencies and fiscal years that a query selects; `null` where no file of them states a day. */
export async function retrievalOf(
  store: Store,
  query: Pick<Query, "agency" | "fy" | "from" | "to">,
): Promise<Retrieval | null> {
  const [cells, sources] = await Promise.all([store.rows<Cell>(cellsSql), storedSources(store)]);
  const own = cells.filter(
    ({ agency, fiscal_year }) => query.agency.includes(agency) && isIn(query, fiscal_year),
  );
  const [first, last] = [own[0], own.at(-1)];
  if (!first || !last) return null;
  const stated = new Set(sources.map(({ file }) => file));
  const others = own.filter(({ file }) => stated.has(file)).length;
  return {
    from: first.retrieved,
    to: last.retrieved,
    throughOthers: others === 0 ? "none" : others === own.length ? "all" : "some",
  };
}

/** Whether days of a fiscal year can be among what a query selects. */
const isIn = ({ fy, from, to }: Pick<Query, "fy" | "from" | "to">, year: number) =>
  (fy.length === 0 || fy.includes(year)) &&
  (from === null || fiscalYear(from) <= year) &&
  (to === null || fiscalYear(to) >= year);
