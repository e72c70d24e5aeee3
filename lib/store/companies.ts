import "server-only";

import type { CompanyHistory, CompanyList, CompanyRow, NamedIn, NetFigure } from "@/lib/contracts/companies";
import { fiscalYear } from "@/lib/contracts/days";
import type { Cents } from "@/lib/contracts/money";
import type { Totals } from "@/lib/contracts/totals";
import type { Comparison } from "@/lib/query/comparison";
import { groupsByCompany, type Query } from "@/lib/query/query";
import type { CompaniesRequest } from "@/lib/query/requests";
import { beforeOwnedSql, companiesSql, historiesSql, namedInSql, totalsWithinSql } from "@/lib/sql/companies";
import { totals } from "@/lib/store/contracts";
import { companiesNamed, recipientsNamed } from "@/lib/store/names";
import type { Store } from "@/lib/store/open";

/** The companies of a selection whose name fits; with `grouped=no` its recipients as recorded. */
export async function listCompanies(store: Store, { query, name }: CompaniesRequest): Promise<CompanyList> {
  if (!name) {
    const [{ rows, onlyNamed }, sum] = await Promise.all([
      rankedCompanies(store, query),
      totals(store, query),
    ]);
    const all = { totals: sum, all: rows.length, without: [], only_named: onlyNamed };
    return { rows: inOrder(rows, query), ...all };
  }
  const isGrouped = groupsByCompany(query);
  const companies = await companiesNamed(store, name);
  const ids = (isGrouped ? companies : recipientsNamed(store, name)).map(({ id }) => id);
  const [{ rows: ranked, onlyNamed }, [sum]] = await Promise.all([
    rankedCompanies(store, query),
    store.rows<Totals>(totalsWithinSql(query, ids)),
  ]);
  const named = new Set(ids);
  const rows = ranked.filter(({ id }) => named.has(id));
  const present = new Set((isGrouped ? rows : ranked).map(({ slug }) => slug));
  return {
    rows: inOrder(rows, query),
    totals: sum as Totals,
    all: ranked.length,
    without: companies
      .filter(({ slug }) => !present.has(slug))
      .map(({ slug, name: called }) => ({ slug, name: called })),
    only_named: onlyNamed.filter(({ slug }) => companies.some((company) => company.slug === slug)),
  };
}

interface RankedCompanies {
  rows: CompanyRow[];
  onlyNamed: CompanyList["only_named"];
}

/** Every company of a selection from the largest net, equal ones by name; and those that it only names. */
async function rankedCompanies(store: Store, query: Query): Promise<RankedCompanies> {
  const { company, recipient } = store.lookups;
  type Row = Omit<CompanyRow, "slug" | "name" | "rank" | "named_in" | "before_owned">;
  type Named = Omit<NamedIn, "brands"> & { id: number; brands: string };
  const isGrouped = groupsByCompany(query);
  const [rows, earlier, found] = await Promise.all([
    store.rows<Row>(companiesSql(query)),
    query.grouped === "owned" ? [] : store.rows<{ id: number; net: Cents }>(beforeOwnedSql(query)),
    isGrouped ? store.rows<Named>(namedInSql(query)) : [], // a brand is its owner's, not a recipient's
  ]);
  const named = new Map(found.map(({ id, brands, ...sums }) => [id, { ...sums, brands: brands.split(",") }]));
  const beforeOwned = new Map(earlier.map(({ id, net }) => [id, net]));
  const ranked = rows
    .toSorted((one, other) => other.net - one.net || one.id - other.id)
    .map(({ id, net, added, taken_back, actions, contracts, last_action }, index) => {
      const entry = (isGrouped ? company : recipient).get(id);
      const group = isGrouped ? entry : company.get(Number(entry?.company));
      return {
        id,
        net,
        added,
        taken_back,
        actions,
        contracts,
        last_action, // one by one: to spread some thousand rows takes longer than to read them
        slug: group?.slug ?? "",
        name: entry?.name ?? null,
        rank: index + 1,
        before_owned: beforeOwned.get(id) ?? 0,
        named_in: named.get(id) ?? null,
      };
    });
  for (const { id } of ranked) named.delete(id);
  const onlyNamed = [...named].map(([id, named_in]) => ({
    slug: company.get(id)?.slug ?? "",
    name: company.get(id)?.name ?? "",
    named_in,
  }));
  return { rows: ranked, onlyNamed };
}

/** Rows in a query's order; equal ones by net, then by name. A row's number follows its name. The page sorts by columns of its own. */
function inOrder(ranked: CompanyRow[], { sort }: Query): CompanyRow[] {
  const name = sort.replace(/^-/, "");
  const down = sort.startsWith("-") ? -1 : 1;
  const key = (row: CompanyRow): number | string => {
    switch (name) {
      case "added":
      case "taken_back":
      case "actions":
      case "last_action":
        return row[name];
      case "company":
        return row.id;
      case "net":
        return row.net;
      default:
        return 0;
    }
  };
  if (name === "net" && down === -1) return ranked;
  return ranked.toSorted((one, other) => {
    const [first, second] = [key(one), key(other)];
    return first === second ? 0 : first < second ? -down : down;
  });
}

/** The most fiscal years that a company's history goes back. */
const mostYears = 12;

/** The histories of some companies of a selection in every fiscal year, by their number. */
export async function companyHistories(
  store: Store,
  query: Query,
  ids: readonly number[],
  comparison: Comparison | null,
): Promise<Map<number, CompanyHistory>> {
  if (ids.length === 0) return new Map();
  type Row = NetFigure & { id: number; year: number; net_until: number; actions_until: number };
  const { data_from: began, data_through: through } = store.info;
  const rows = await store.rows<Row>(historiesSql(query, ids, comparison?.through?.earlier ?? through));
  const byCompany = new Map<number, Map<number, Row>>();
  for (const row of rows) {
    const own = byCompany.get(row.id) ?? new Map<number, Row>();
    byCompany.set(row.id, own.set(row.year, row));
  }
  const last = fiscalYear(through);
  const first = Math.max(fiscalYear(began), last + 1 - mostYears);
  return new Map(
    ids.map((id) => {
      const own = byCompany.get(id) ?? new Map<number, Row>();
      const figure = (year: number): NetFigure => ({
        net: own.get(year)?.net ?? 0,
        actions: own.get(year)?.actions ?? 0,
      });
      const before = own.get((comparison?.year ?? last) - 1);
      return [
        id,
        {
          years: Array.from({ length: last - first + 1 }, (_, index) => ({
            year: first + index,
            ...figure(first + index),
          })),
          current: figure(comparison?.year ?? last),
          earlier: { net: before?.net_until ?? 0, actions: before?.actions_until ?? 0 },
        },
      ];
    }),
  );
}
