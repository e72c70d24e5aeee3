import "server-only";

import { type Day, fiscalYear } from "@/lib/contracts/days";
import { change, type Query } from "@/lib/query/query";
import { contractYearsSql } from "@/lib/sql/contract";
import { cellsSql } from "@/lib/sql/meta";
import type { Store } from "@/lib/store/open";
import { storedSources } from "@/lib/store/report";

/** When the records of some agencies and fiscal years were retrieved from their source, and by whom. */
export interface Retrieval {
  from: Day;
  to: Day;
  /** How many of these years another party retrieved. */
  throughOthers: "all" | "some" | "none";
}

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

/** The query of a page; for the page of one contract, with the agencies and fiscal years of its actions. */
export async function yearsInView(store: Store, path: readonly string[], query: Query): Promise<Query> {
  const [kind, name, ...more] = path;
  if (!name || more.length > 0) return query;
  if (kind !== "contracts") return query;
  const rows = await store.rows<{ agency: string; year: number }>(contractYearsSql(name));
  if (rows.length === 0) return query;
  const agency = [...new Set(rows.map((row) => row.agency))];
  return change(query, { agency, fy: [...new Set(rows.map(({ year }) => year))], from: null, to: null });
}

/** Whether days of a fiscal year can be among what a query selects. */
const isIn = ({ fy, from, to }: Pick<Query, "fy" | "from" | "to">, year: number) =>
  (fy.length === 0 || fy.includes(year)) &&
  (from === null || fiscalYear(from) <= year) &&
  (to === null || fiscalYear(to) >= year);
