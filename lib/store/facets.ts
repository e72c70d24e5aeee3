import { lookUp } from "@/lib/contracts/look-up";
import { notReported } from "@/lib/contracts/text";
import "server-only";

import { grouping, isTime } from "@/lib/contracts/groupings";
import { type AmountCounts, amountBins } from "@/lib/query/amount-bins";
import {
  type Facet,
  type FacetName,
  type FacetValue,
  facetGrouping,
  facetNames,
  filter,
  filterNames,
} from "@/lib/query/filters";
import { mostValues } from "@/lib/query/parameters";
import type { Query } from "@/lib/query/query";
import type { Labels } from "@/lib/query/query-text";
import { amountCountsSql } from "@/lib/sql/amounts";
import { choicesSql, competitionNamesSql, slugNamesSql } from "@/lib/sql/facets";
import { labelOf } from "@/lib/store/contracts";
import type { Store } from "@/lib/store/open";

/** A choice of a filter, as the records count it. */
interface Choice {
  filter: FacetName;
  key: string | null;
  label: string | null;
  net: number;
  actions: number;
  contracts: number;
}

/**
 * The facets that the snapshot can fill: counts and net dollars of every choice under all the other filters. Chosen
 * values are always listed, also when nothing is left of them.
 */
export async function facets(store: Store, query: Query): Promise<Facet[]> {
  const offered = facetNames.filter((name) => {
    const by = facetGrouping(name);
    const needs = by && grouping(by).needs;
    return needs === undefined || store.info.has?.includes(needs);
  });
  const [found, names] = await Promise.all([
    store.rows<Choice>(choicesSql(query, offered)),
    labels(store, query),
  ]);
  return offered.flatMap((name) => {
    const choices = found.filter((choice) => choice.filter === name);
    return isOfLaterVersion(query, name, choices) ? [] : facetOf(query, name, choices, names);
  });
}

/**
 * Whether the snapshot is older than the column of a filter. The import gives every action a value there, so only such a
 * snapshot has actions without any.
 */
function isOfLaterVersion(query: Query, name: FacetName, choices: Choice[]): boolean {
  const { where } = filter(name);
  const by = facetGrouping(name);
  const isDerived = typeof where === "object" && "column" in where && !(by && grouping(by).needs);
  return (
    isDerived && query[name].length === 0 && choices.length > 0 && choices.every(({ key }) => key === null)
  );
}

function facetOf(query: Query, name: FacetName, choices: Choice[], names: Labels): Facet {
  const { label, facet, kind, unreported } = filter(name);
  const { most = 0, every } = facet ?? {};
  const by = facetGrouping(name);
  const chosen: string[] = query[name].map(String);
  const labeled = (key: string | null, recorded: string | null) =>
    (key !== null && kind.options?.[key]) ||
    (by ? labelOf(by, key, recorded) : (recorded ?? key ?? notReported));
  const values = choices
    .filter(({ key }) => key !== null || unreported)
    .map((choice): FacetValue => {
      const value = choice.key ?? "unreported";
      return {
        value,
        label: labeled(choice.key, choice.label),
        count: query.view === "contracts" ? choice.contracts : choice.actions,
        net: choice.net,
        chosen: chosen.includes(value),
      };
    })
    .filter(({ count }) => count > 0);
  // Of money taken back the largest is the lowest.
  if (query.sign.join() === "neg") values.sort((one, other) => one.net - other.net);
  if (by && isTime(by)) values.sort((one, other) => (one.value < other.value ? -1 : 1));
  const all = every ? Object.keys(kind.options ?? {}) : chosen;
  const missing = all
    .filter((value) => !values.some((listed) => listed.value === value))
    .map((value) => ({
      value,
      label: kind.options?.[value] ?? lookUp(names[name] ?? {}, value) ?? value,
      count: 0,
      net: 0,
      chosen: chosen.includes(value),
    }));
  if (every) {
    const listed = [...values, ...missing].sort(
      (one, other) => all.indexOf(one.value) - all.indexOf(other.value),
    );
    return { name, label: facet?.label ?? label, values: listed, more: 0 };
  }
  const offered = chosen.length < mostValues ? most : 0; // one more would be refused
  const listed = [...values.filter((value, index) => value.chosen || index < offered), ...missing];
  return {
    name,
    label: facet?.label ?? label,
    values: listed,
    more: values.length + missing.length - listed.length,
  };
}

/**
 * How large the amounts are that `min` and `max` choose from: of the actions with `amount=action`, else of the contracts,
 * that all the other filters select.
 */
export async function amountCounts(store: Store, query: Query): Promise<AmountCounts> {
  const [row] = await store.rows<{ counts: number[] | null; missing: number }>(amountCountsSql(query));
  return {
    counts: amountBins.map((_, place) => row?.counts?.[place] ?? 0),
    missing: row?.missing ?? 0,
  };
}

/**
 * The names of every agency and office and of the agencies of vehicles, by their codes. They are in memory, so no query can
 * fail that a page's heading needs. A code without a name is its own label, so callers fall back to the code.
 */
export function codeNames({ lookups }: Store): CodeNames {
  const known = namesOf.get(lookups);
  if (known) return known;
  const { agency, office, parent } = lookups;
  const named = (entries: (string | null | undefined)[][]) =>
    Object.fromEntries(entries.flatMap(([code, name]) => (code && name ? [[code, name]] : [])));
  const names = {
    agency: named([...agency.values()].map(({ code, label }) => [code, label])),
    office: named([...office.values()].map(({ code, name }) => [code, name])),
    vehicle_agency: {
      ...named([...parent.values()].map(({ agency: code, agency_label }) => [code, agency_label])),
      none: "None",
      unreported: notReported,
    },
  };
  namesOf.set(lookups, names);
  return names;
}

/** Gives the name behind a code, or the code where it has none. */
export function codeNamer(store: Store) {
  const names = codeNames(store);
  return (kind: keyof typeof names, code: string): string => lookUp(names[kind], code) ?? code;
}

type CodeNames = Record<"agency" | "office" | "vehicle_agency", Record<string, string>>;

/** The names of each snapshot that is open: there can be a hundred thousand vehicles. */
const namesOf = new WeakMap<Store["lookups"], CodeNames>();

/** The names behind the codes of a query that its filters do not know by themselves, by filter and value. */
export async function labels(store: Store, query: Query): Promise<Labels> {
  type Named = { code: string; name: string };
  const known = codeNames(store);
  const found = filterNames.map(async (name) => {
    const { names, unreported } = filter(name);
    const values = [query[name] ?? []].flat().map(String);
    if (names === undefined || values.length === 0) return [];
    if (typeof names === "object" && "codes" in names) return [];
    const rows = await store.rows<Named>(
      names === "competition" ? competitionNamesSql(values) : slugNamesSql(names.table, values),
    );
    const named = Object.fromEntries(rows.map(({ code, name: text }) => [code, text]));
    return [[name, { ...named, ...(unreported && { unreported: notReported }) }] as const];
  });
  return { ...known, ...Object.fromEntries((await Promise.all(found)).flat()) };
}
