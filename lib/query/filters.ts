import { awardTypes, noParent } from "@/lib/contracts/awards";
import { categories } from "@/lib/contracts/categories";
import { codeTitle } from "@/lib/contracts/code-titles";
import { type Day, formatDay } from "@/lib/contracts/days";
import { type GroupingName, groupingNames, groupings } from "@/lib/contracts/groupings";
import { actionKindLabels } from "@/lib/contracts/kinds";
import { lookUp } from "@/lib/contracts/look-up";
import type { Cents } from "@/lib/contracts/money";
import { placeName, stateNames } from "@/lib/contracts/places";
import type { RecordedName } from "@/lib/contracts/recorded";
import { vehicleKindName, vehicleKinds } from "@/lib/contracts/vehicles";
import { spokenBound } from "@/lib/query/amount-bins";
import { formatBound } from "@/lib/query/amounts";
import { type AmountMeasure, measure } from "@/lib/query/measures";

/**
 * The parameters of a query, in the order of an address. A filter is one entry: its parameter, how it is read, what it
 * selects, and all that the program says of it. Pages, JSON, exports, chips, facets, the filter panel, the sentence of an
 * empty result and the list of parameters on /data are made from these entries.
 */

/** How a filter's values are read and stored. `absent` is the value of a filter that the address leaves out. */
export interface Kind<Value> {
  /** The reader in `lib/query/parse.ts`. */
  reader: "words" | "text" | "slug" | "place" | "code" | "year" | "day" | "dollars" | "option";
  absent: Value;
  /** The most characters. */
  longest?: number;
  /** The values of an `option`, each with its label. */
  options?: Readonly<Record<string, string>>;
}

const words = (longest: number): Kind<string> => ({ reader: "words", longest, absent: "" });
const texts = (longest: number): Kind<string[]> => ({ reader: "text", longest, absent: [] });
const codes = (longest: number, absent: string[] = []): Kind<string[]> => ({
  reader: "code",
  longest,
  absent,
});
const slugs: Kind<string[]> = { reader: "slug", absent: [] };
const places: Kind<string[]> = { reader: "place", absent: [] };
const years: Kind<number[]> = { reader: "year", absent: [] };
const day: Kind<Day | null> = { reader: "day", absent: null };
const dollars: Kind<string | null> = { reader: "dollars", absent: null };
const options = <Option extends string>(labels: Readonly<Record<Option, string>>): Kind<Option[]> => ({
  reader: "option",
  options: labels,
  absent: [],
});

/** What a filter compares: a column of `actions`, or a fact of the contract. `named` has its own function in `lib/sql/conditions.ts`. */
export type Condition =
  | { column: "agency_code" | "fiscal_year" | "type" | "action_kind" }
  | { from: "action_date" }
  | { through: "action_date" }
  /** The keys of a grouping; `unreported` if the filter has it, for actions without one. */
  | { keyOf: "office" | "category" | "vehicle" | "vehicle_agency" | "vehicle_kind" }
  /** The whole codes or descriptions of a grouping, in any case. */
  | { described: "psc" | "naics" }
  /** A fact of the contract; `unreported` if the record leaves it out. */
  | { contract: "competition" | "place" }
  /** A bound of the amount: both are compared at once. */
  | "bound"
  | "named";

/** The other parts of a query that can change how a filter's value is written. */
export interface Bounds {
  min: string | null;
  max: string | null;
  amount: AmountMeasure;
  from: Day | null;
  to: Day | null;
}

/** The sentence of an empty result after the number of rows, for actions and, if it differs, for contracts. */
type Predicate = (values: string[], query: Bounds) => string | [ofActions: string, ofContracts: string];

interface Filter {
  kind: Kind<unknown>;
  /** Its name on pages: "Company". */
  label: string;
  /** What it selects, for /data. */
  help: string;
  where: Condition;
  /** Whether it can select some actions of a contract and leave others out. */
  picksActions?: true;
  /** Whether its value `unreported` selects contracts whose record leaves this out. */
  unreported?: true;
  /** The recorded column that it reads, if some snapshots lack it. */
  needs?: RecordedName;
  /** Where its values get their names, if not from its options. */
  names?:
    | { table: "companies" | "brands" | "facilities" }
    | { codes: "agency" | "office" | "vehicle_agency" }
    | "competition";
  /** How a value is written for people, if neither its name nor its kind says so; `undefined` leaves it to its name. */
  text?: (value: string, query: Bounds) => string | undefined;
  /** Whether a sentence puts a value into quotation marks: always, or only a value without a name. */
  quoted?: "always" | "unnamed";
  /** Whether a value makes sense only after the filter's label. */
  needsLabel?: true;
  predicate: Predicate;
  /**
   * How it is offered for removal when no row fits, the lowest `at` first: filters that narrow a subject before filters
   * that name it. Filters of one `part` are removed together. The agency is never removed.
   */
  relax?: { at: number; part?: string; words?: string };
  /** The number of choices offered for it, and whether choices without a row are listed too. */
  facet?: { label?: string; most: number; every?: true };
  /** Its place in the filter panel, and whether it is folded there at first. `typed` is the label of its text field. */
  panel?: { at: number; folded?: true; typed?: string; hint?: string };
}

const either = (values: string[]) => values.join(" or ");
/** A fact of the contract, which its actions share. */
const shared =
  (fact: string): Predicate =>
  (values) =>
    `have the ${fact} ${either(values)}`;
/** A fact of each action. */
const own =
  (fact: string): Predicate =>
  (values) => [`have the ${fact} ${either(values)}`, `have an action with the ${fact} ${either(values)}`];
const signed = (when: string): [string, string] => [`were signed ${when}`, `have an action signed ${when}`];

/** What filters by a name as recorded have in common. */
const recordedName = { kind: texts(300), picksActions: true, quoted: "always" } as const;

/** What `from` and `to` have in common. */
const endOfWindow = {
  kind: day,
  picksActions: true,
  needsLabel: true,
  predicate: (_: string[], { from, to }: Bounds) =>
    signed(
      [from && `from ${formatDay(from)}`, to && `through ${formatDay(to)}`].filter((part) => part).join(", "),
    ),
  relax: { at: 30, part: "date" },
} as const;

/** What `min` and `max` have in common. */
const amountBound = {
  kind: dollars,
  where: "bound",
  text: (value: string, { amount }: Bounds) => `${formatBound(value)} (${measure(amount).note})`,
  needsLabel: true,
  predicate: (_: string[], { min, max, amount }: Bounds) => measure(amount).sentence(rangeWords(min, max)),
  relax: { at: 10, part: "amount" },
} as const;

/** A range as text. It is used where no row has an amount in the range, so "at least" and "above" mean the same. */
function rangeWords(min: string | null, max: string | null): string {
  const [least, most] = [spokenBound("min", min), spokenBound("max", max)];
  if (min !== null && max !== null) return min === max ? `exactly ${least}` : `from ${least} to ${most}`;
  if (min !== null) return min === "0" ? "$0 or more" : `above ${least.replace("above ", "")}`;
  return max === "0" ? "$0 or less" : `below ${most.replace("below ", "")}`;
}

/** The awarding sub-agency of a query that names none: ICE. */
export const defaultAgency = "7012";

const signLabels = { pos: "Money added", neg: "Money taken back", zero: "No dollar change" } as const;
export type Sign = keyof typeof signLabels;
const signVerbs: Record<string, [ofActions: string, ofOne: string]> = {
  [signLabels.pos]: ["add money", "adds money"],
  [signLabels.neg]: ["take money back", "takes money back"],
  [signLabels.zero]: ["are of $0", "is of $0"],
};

const newLabels = {
  yes: "Awarded in this period",
  no: "Awarded earlier, or award not in these records",
} as const;
const newPredicates: Record<string, [ofActions: string, ofContracts: string]> = {
  [newLabels.yes]: ["belong to a contract that is new in this period", "are new in this period"],
  [newLabels.no]: ["belong to a contract that is not new in this period", "are not new in this period"],
};

export const parameters = {
  view: { help: "What a row is in lists, groups and exports: contracts (the default) or actions." },
  q: {
    kind: words(500),
    label: "Words",
    help: 'Words that must all be in the description, recipient, PIID, product or service, or industry. "two words" is a phrase, -word excludes. At most 500 characters.',
    where: "named",
    picksActions: true,
    quoted: "always",
    predicate: ([text]) => [`match the search ${text}`, `have an action that matches the search ${text}`],
    relax: { at: 170, words: "the words" },
  },
  company: {
    kind: slugs,
    label: "Company",
    help: "Slug of a company. Includes its subsidiaries. Repeats.",
    where: "named",
    picksActions: true,
    names: { table: "companies" },
    quoted: "unnamed",
    predicate: (companies) => `are with ${either(companies)}`,
    relax: { at: 190 },
    facet: { most: 10 },
    panel: { at: 30 },
  },
  recipient: {
    ...recordedName,
    label: "Recipient",
    help: "Full name of a recipient, as recorded. Repeats.",
    where: "named",
    predicate: own("recipient"),
    relax: { at: 180 },
  },
  grouped: {
    help: "no: count recipients as recorded, without a company’s subsidiaries. owned: leave out actions signed before a company owned the recipient, where the day is known.",
  },
  agency: {
    kind: codes(20, [defaultAgency]),
    label: "Agency",
    help: "Code of the awarding agency; 7012 (ICE) by default. Repeats.",
    // Every query has this filter: read from the action itself it takes half the time.
    where: { column: "agency_code" },
    names: { codes: "agency" },
    predicate: (agencies) => signed(`by ${either(agencies)}`),
  },
  office: {
    kind: codes(20),
    label: "Office",
    help: "Code of the awarding office. Repeats.",
    where: { keyOf: "office" },
    names: { codes: "office" },
    predicate: (offices) => signed(`by ${either(offices)}`),
    relax: { at: 120 },
    facet: { most: 8 },
    panel: { at: 50 },
  },
  fy: {
    kind: years,
    label: "Fiscal year",
    help: "Fiscal year, such as 2025. Repeats.",
    where: { column: "fiscal_year" },
    picksActions: true,
    predicate: (chosen) => signed(`in ${either(chosen)}`),
    relax: { at: 40 },
    facet: { most: 50 },
    panel: { at: 20 },
  },
  from: {
    ...endOfWindow,
    label: "From",
    help: "Signed on this day or later, YYYY-MM-DD.",
    where: { from: "action_date" },
  },
  to: {
    ...endOfWindow,
    label: "Through",
    help: "Signed on this day or earlier, YYYY-MM-DD.",
    where: { through: "action_date" },
  },
  new: {
    kind: options<string>(newLabels),
    label: "New contracts",
    help: "yes: contracts whose award (modification 0) was signed in the period of fy, from and to; without a period, contracts whose award is in these records. no: all other contracts. Selects every action of such a contract in the period. Repeats.",
    where: "named",
    predicate: ([one = "", ...others]) =>
      (others.length === 0 && newPredicates[one]) || [
        "belong to a new contract or another",
        "are new or not",
      ],
    relax: { at: 45 },
    facet: { most: 2, every: true },
    panel: { at: 80, folded: true },
  },
  min: {
    ...amountBound,
    label: "At least",
    help: "Smallest amount in dollars, such as 250K or 1.5M. Negatives are allowed.",
    panel: { at: 10 },
  },
  max: { ...amountBound, label: "At most", help: "Largest amount in dollars." },
  amount: {
    help: "What min and max apply to: period (the contract’s selected actions), action (each action), in_records, current or potential.",
  },
  sign: {
    kind: options<Sign>(signLabels),
    label: "Type of change",
    help: "pos, neg or zero: actions that add money, take it back (de-obligate it), or move none. Repeats.",
    where: "named",
    picksActions: true,
    predicate: (signs) => [
      either(signs.map((sign) => signVerbs[sign]?.[0] ?? "")),
      `have an action that ${either(signs.map((sign) => signVerbs[sign]?.[1] ?? ""))}`,
    ],
    relax: { at: 20, words: "the filter by type of change" },
    facet: { most: 3, every: true },
    panel: { at: 60, folded: true },
  },
  action_kind: {
    kind: options<string>(actionKindLabels),
    label: "Type of action",
    help: `What an action did: ${Object.keys(actionKindLabels).join(", ")}. Read from the recorded type, the modification number, the description or the amount. Repeats.`,
    where: { column: "action_kind" },
    picksActions: true,
    predicate: own("kind"),
    relax: { at: 25 },
    facet: { most: 8 },
    panel: { at: 70, folded: true },
  },
  category: {
    kind: options<string>(categories),
    label: "Category",
    help: "Slug of a category. Repeats.",
    where: { keyOf: "category" },
    picksActions: true,
    predicate: own("category"),
    relax: { at: 90 },
    facet: { most: Object.keys(categories).length },
    panel: { at: 40 },
  },
  psc: {
    ...recordedName,
    label: "Product or service",
    help: "Full product or service, as recorded. Repeats.",
    where: { described: "psc" },
    text: codeTitle,
    predicate: own("product or service"),
    relax: { at: 100 },
    panel: { at: 130, folded: true, typed: "Product or service, as recorded" },
  },
  naics: {
    ...recordedName,
    label: "Industry",
    help: "Full industry, as recorded. Repeats.",
    where: { described: "naics" },
    text: codeTitle,
    predicate: own("industry"),
    relax: { at: 110 },
    panel: { at: 140, folded: true, typed: "Industry (NAICS), as recorded" },
  },
  type: {
    kind: options<string>(awardTypes),
    label: "Award type",
    help: "Award type A, B, C or D, where recorded. Repeats.",
    where: { column: "type" },
    picksActions: true,
    predicate: shared("award type"),
    relax: { at: 60 },
    facet: { most: 4 },
    panel: { at: 120, folded: true },
  },
  competition: {
    kind: codes(20),
    label: "Competition",
    help: "Code of the extent competed, or unreported, where recorded. Repeats.",
    where: { contract: "competition" },
    unreported: true,
    names: "competition",
    predicate: shared("competition"),
    relax: { at: 70 },
    facet: { most: 10 },
    panel: { at: 110, folded: true },
  },
  place: {
    kind: places,
    label: "Place named",
    help: "Slug of a detention facility that the description names, or the code of a state (AZ): any facility there. Repeats.",
    where: "named",
    picksActions: true,
    names: { table: "facilities" },
    text: (value) => {
      const state = lookUp(stateNames, value);
      return state && `any facility in ${state}`;
    },
    needsLabel: true,
    predicate: (named) => [
      `name ${either(named)} in their description`,
      `have an action that names ${either(named)} in its description`,
    ],
    relax: { at: 155 },
    facet: { label: "Place named in the description", most: 8 },
    panel: {
      at: 85,
      folded: true,
      typed: "A state: every facility there (AZ)",
      hint: "One action can name several facilities.",
    },
  },
  performed_in: {
    kind: codes(20),
    label: "Place of performance",
    help: "Place of performance: code of a U.S. state or of another country, or unreported, where recorded. Repeats.",
    where: { contract: "place" },
    unreported: true,
    text: placeName,
    predicate: shared("place of performance"),
    relax: { at: 80 },
    facet: { most: 8 },
    panel: { at: 100, folded: true, typed: "Another place: state code (VA) or country code (MEX)" },
  },
  vehicle: {
    kind: codes(60),
    label: "Vehicle",
    help: "PIID of the ordering vehicle, none or unreported. Repeats.",
    where: { keyOf: "vehicle" },
    unreported: true,
    text: (value) => (value === noParent ? "None" : value),
    predicate: shared("vehicle"),
    relax: { at: 140 },
    panel: { at: 160, folded: true, typed: "Vehicle (parent PIID, none or unreported)" },
  },
  vehicle_kind: {
    kind: texts(100),
    label: "Kind of vehicle",
    help: `How orders are bought: ${Object.keys(vehicleKinds).join(", ")}, the name of a program such as SEWP V, or none. Repeats.`,
    where: { keyOf: "vehicle_kind" },
    unreported: true,
    text: vehicleKindName,
    predicate: shared("kind of vehicle"),
    relax: { at: 135 },
    facet: { most: 8 },
    panel: { at: 145, folded: true },
  },
  vehicle_agency: {
    kind: codes(20),
    label: "Vehicle’s agency",
    help: "Code of the vehicle’s agency, none or unreported. Repeats.",
    where: { keyOf: "vehicle_agency" },
    unreported: true,
    names: { codes: "vehicle_agency" },
    predicate: (agencies) => `are under a vehicle of ${either(agencies)}`,
    relax: { at: 130 },
    facet: { most: 8 },
    panel: { at: 150, folded: true },
  },
  brand: {
    kind: slugs,
    label: "Brand named",
    help: "Slug of a brand named in the description of other companies’ awards. Repeats.",
    where: "named",
    picksActions: true,
    names: { table: "brands" },
    needsLabel: true,
    predicate: (brands) => [
      `name ${either(brands)} in their description`,
      `have an action that names ${either(brands)} in its description`,
    ],
    relax: { at: 150 },
    facet: { label: "Brand named in the description", most: 10 },
    panel: {
      at: 90,
      folded: true,
      hint: "Mentions in other companies’ awards. One action can name several brands.",
    },
  },
  brand_words: {
    kind: slugs,
    label: "Words only, not a mention of",
    help: "Slug of a brand. Selects descriptions of other companies’ awards that have the brand’s words but that its rule does not count, such as a holster for a Glock. With brand of the same slug, this is a plain search for the words. Repeats.",
    where: "named",
    picksActions: true,
    names: { table: "brands" },
    predicate: (brands) => [
      `only have the words of ${either(brands)} in their description`,
      `have an action that only has the words of ${either(brands)} in its description`,
    ],
    relax: { at: 160, words: "the filter by words of a brand" },
  },
  ends_before: {
    kind: day,
    label: "Ends before",
    help: "Contracts whose current end is before this day. Leaves out ends that are not recorded or cannot be right (a year outside 1978 to 2099, an end before the start).",
    where: "named",
    needs: "period_of_performance_current_end_date",
    needsLabel: true,
    predicate: ([end]) => [`belong to a contract that ends before ${end}`, `end before ${end}`],
    relax: { at: 50 },
    panel: {
      at: 170,
      folded: true,
      typed: "Current end before",
      hint: "Contracts without a recorded end are left out.",
    },
  },
  estimated_before: {
    kind: day,
    label: "Estimated end before",
    help: "Contracts whose end, estimated from the words of an action, is before this day. Leaves out contracts with a recorded end, and those whose words say no end.",
    where: "named",
    needsLabel: true,
    predicate: ([end]) => [
      `belong to a contract with an estimated end before ${end}`,
      `have an estimated end before ${end}`,
    ],
    relax: { at: 55 },
    panel: {
      at: 175,
      folded: true,
      typed: "Estimated end before",
      hint: "From the words of an action that exercises or names an option, or extends the contract. An estimate, not a recorded date.",
    },
  },
  sort: { help: "Column name. Put - before it for the largest first." },
  page: { help: "Page number, from 1." },
  size: { help: "Rows per page, 1 to 500; 50 by default." },
  cols: { help: "Column names, in order. Repeats." },
  show: {
    help: "Shows the selection as a chart and table by company, agency, office, month, fiscal_year, category, brand or place.",
  },
  table_sort: {
    help: "Sorts a table of a page: name of the table, a period and a column, such as company.-actions. Put - before the column for the largest first. Repeats, once for each table.",
  },
  density: { help: "Height of the rows on the page of contracts: comfortable or compact." },
  others: {
    help: "yes draws all other groups beside the chosen ones, no the chosen ones only; by default these are alone if they are several.",
  },
  vs: {
    help: "Compares the period of fy, from and to with another: year-earlier, previous, or two days such as 2024-10-01..2025-08-20.",
  },
  snapshot: { help: "ID of a stored snapshot; the newest by default." },
} as const satisfies Record<string, Filter | { help: string }>;

type Parameters = typeof parameters;
export type ParameterName = keyof Parameters;
/** The parameters in the order of an address. */
export const parameterNames = Object.keys(parameters) as ParameterName[];

/** The names of the parameters whose entry has certain fields. */
type FilterWith<Something> = {
  [Name in ParameterName]: Parameters[Name] extends Something ? Name : never;
}[ParameterName];

export type FilterName = FilterWith<{ kind: Kind<unknown> }>;
/** The parameters that select actions or contracts: each is a chip that can be removed. */
export const filterNames = parameterNames.filter((name): name is FilterName => "kind" in parameters[name]);
export const filter = (name: FilterName): Filter => parameters[name];

/** The filters whose condition is a function in `lib/sql/conditions.ts`. */
export type NamedFilter = FilterWith<{ where: "named" }>;
/** The filters that offer choices. */
export type FacetName = FilterWith<{ facet: object }>;
export const facetNames = filterNames.filter((name): name is FacetName => filter(name).facet !== undefined);

/** The grouping whose groups are the choices of a filter, if there is one. */
export const facetGrouping = (name: FacetName): GroupingName | undefined =>
  groupingNames.find((by) => groupings[by].parameter === name && filter(name).facet);

/** One choice of a facet, with the figures of the selection if this were the filter's only value. */
export interface FacetValue {
  value: string;
  label: string;
  /** Contracts, or actions with `view=actions`. */
  count: number;
  net: Cents;
  chosen: boolean;
}

/** The choices of one filter, counted under all other filters. `more` is the number of choices not listed. */
export interface Facet {
  name: FacetName;
  label: string;
  values: FacetValue[];
  more: number;
}

type ValueOf<Of> = Of extends Kind<infer Value> ? Value : never;
/** The value of each filter of a query. */
export type FilterValues = { [Name in FilterName]: ValueOf<Parameters[Name]["kind"]> };
export const absentValues = Object.fromEntries(
  filterNames.map((name) => [name, filter(name).kind.absent]),
) as FilterValues;
