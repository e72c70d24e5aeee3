import { lookUp } from "@/lib/contracts/look-up";
import "server-only";

import { awardTypes } from "@/lib/contracts/award-types";
import { categories } from "@/lib/contracts/categories";
import type { Facet, FacetValue, Labels } from "@/lib/contracts/facts";
import { type GroupingName, grouping, notReported } from "@/lib/contracts/groupings";
import { placeName } from "@/lib/contracts/places";
import { type AmountCounts, amountBins } from "@/lib/query/amount-bins";
import { mostValues } from "@/lib/query/parameters";
import type { Query, Sign } from "@/lib/query/query";
import { amountCountsSql } from "@/lib/sql/amounts";
import { choicesSql, competitionNamesSql, slugNamesSql } from "@/lib/sql/facets";
import { labelOf } from "@/lib/store/contracts";
import type { Store } from "@/lib/store/open";

/** The facets of the workbench, and how many choices each lists before it says how many more there are. */
const facetGroupings = [
  { name: "company", by: "company", label: "Company", most: 10 },
  { name: "office", by: "office", label: "Office", most: 8 },
  { name: "fy", by: "fiscal_year", label: "Fiscal year", most: 50 },
  { name: "category", by: "category", label: "Category", most: Object.keys(categories).length },
  { name: "vehicle_agency", by: "vehicle_agency", label: "Vehicle’s agency", most: 8 },
  { name: "brand", by: "brand", label: "Brand named in the description", most: 10 },
  { name: "type", by: "type", label: "Award type", most: 4 },
  { name: "competition", by: "competition", label: "Competition", most: 10 },
  { name: "place", by: "place", label: "Place of performance", most: 8 },
] as const satisfies { name: Facet["name"]; by: GroupingName; label: string; most: number }[];

const signLabels: Record<Sign, string> = {
  pos: "Money added",
  neg: "Money taken back",
  zero: "No money ($0)",
};

/** A choice of a filter, as the records count it. */
interface Choice {
  filter: Facet["name"];
  key: string | null;
  label: string | null;
  net: number;
  actions: number;
  contracts: number;
}

/**
 * What else each filter could be: counts and net dollars of every choice under all the other filters. Chosen
 * values are always listed, also when nothing is left of them.
 */
export async function facets(store: Store, query: Query): Promise<Facet[]> {
  const known = facetGroupings.filter(({ by }) => {
    const { needs } = grouping(by);
    return needs === undefined || store.info.has?.includes(needs);
  });
  const [found, names] = await Promise.all([
    store.rows<Choice>(choicesSql(query, [...known, { name: "sign", by: "sign" }])),
    labels(store, query),
  ]);
  const choices = (name: Facet["name"]) => found.filter(({ filter }) => filter === name);
  const count = (choice: Choice) => (query.view === "contracts" ? choice.contracts : choice.actions);
  const counted = known.map(({ name, by, label, most }): Facet => {
    const chosen: string[] = query[name].map(String);
    const values = choices(name)
      .filter(({ key }) => key !== null || (name !== "brand" && name !== "type")) // no filter selects what names none
      .map((choice): FacetValue => {
        const value = choice.key ?? "unreported";
        return {
          value,
          label: labelOf(by, choice.key, choice.label),
          count: count(choice),
          net: choice.net,
          chosen: chosen.includes(value),
        };
      })
      .filter(({ count: any }) => any > 0);
    // Of money taken back the largest is the lowest.
    if (query.sign.join() === "neg") values.sort((one, other) => one.net - other.net);
    if (grouping(by).order === "time") values.sort((one, other) => (one.value < other.value ? -1 : 1));
    const missing = chosen.filter((value) => !values.some((listed) => listed.value === value));
    const offered = chosen.length < mostValues ? most : 0; // one more would be refused
    const listed = [
      ...values.filter(({ chosen: kept }, index) => kept || index < offered),
      ...missing.map((value) => ({
        value,
        label: lookUp(names[name] ?? {}, value) ?? value,
        count: 0,
        net: 0,
        chosen: true,
      })),
    ];
    return { name, label, values: listed, more: values.length + missing.length - listed.length };
  });
  const signs = (Object.keys(signLabels) as Sign[]).map((sign): FacetValue => {
    const choice = choices("sign").find(({ key }) => key === sign);
    return {
      value: sign,
      label: signLabels[sign],
      count: choice ? count(choice) : 0,
      net: choice?.net ?? 0,
      chosen: query.sign.includes(sign),
    };
  });
  return [...counted, { name: "sign", label: "Sign of the action", values: signs, more: 0 }];
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
export function codeNames({ explanations }: Store): CodeNames {
  const known = namesOf.get(explanations);
  if (known) return known;
  const { agency, office, parent } = explanations;
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
  namesOf.set(explanations, names);
  return names;
}

/** Gives the name behind a code, or the code where it has none. */
export function codeNamer(store: Store) {
  const names = codeNames(store);
  return (kind: keyof typeof names, code: string): string => lookUp(names[kind], code) ?? code;
}

type CodeNames = Record<"agency" | "office" | "vehicle_agency", Record<string, string>>;

/** The names of each snapshot that is open: there can be a hundred thousand vehicles. */
const namesOf = new WeakMap<Store["explanations"], CodeNames>();

/** The names behind codes: those of {@link codeNames}, and of the companies, brands and others that the query names. */
export async function labels(store: Store, query: Query): Promise<Labels> {
  type Named = { code: string; name: string };
  const bySlug = (table: "companies" | "brands", slugs: string[]) =>
    slugs.length === 0 ? [] : store.rows<Named>(slugNamesSql(table, slugs));
  const [company, brand] = await Promise.all([
    bySlug("companies", query.company),
    bySlug("brands", [...query.brand, ...query.brand_words]),
  ]);
  const named = (rows: Named[]) => Object.fromEntries(rows.map(({ code, name }) => [code, name]));
  const competition =
    query.competition.length === 0 ? [] : await store.rows<Named>(competitionNamesSql(query.competition));
  return {
    ...codeNames(store),
    company: named(company),
    brand: named(brand),
    brand_words: named(brand),
    category: categories,
    sign: signLabels,
    type: awardTypes,
    competition: { ...named(competition), unreported: notReported },
    place: {
      ...Object.fromEntries(query.place.map((code) => [code, placeName(code)])),
      unreported: notReported,
    },
  };
}
