import fc from "fast-check";
import { columnsOf, type View } from "@/lib/contracts/columns";
import { type GroupingName, groupingNames } from "@/lib/contracts/groupings";
import { type FilterName, filterNames, type Sign } from "@/lib/query/filters";
import { type AmountMeasure, amountMeasures } from "@/lib/query/measures";
import { defaults, type Query } from "@/lib/query/query";
import { optionOf, sortable } from "@/lib/store/testing/oracle";
import type { Plain, PlainAction } from "@/lib/store/testing/records";

/** One random question: a query, and what else to ask about it. */
export interface Question {
  query: Query;
  /** Which page, as a share of all pages; beyond 100 a page past the end. */
  depth: number;
  by: [GroupingName, GroupingName];
  top: number | undefined;
  extra: "facets" | "amounts" | "export" | "two-way groups" | "none";
}

/** What makes a search hard to get right: the signs that SQL, LIKE and patterns give a meaning of their own. */
const oddities = [
  "%",
  "_",
  "'",
  '"',
  "\\",
  "100%",
  "%%",
  "''",
  "\\\\",
  "O'",
  "'; DROP TABLE actions; --",
  "--",
  "-",
  "-%",
  '-"',
  '"-"',
  '""',
  "[.]*",
  "$1",
  "?",
  ":name",
  "{}",
  "(",
  "ß",
  "\u00a0",
  "—",
  "🙂",
  "null",
  "NONE",
];

/** What narrows a query: its filters, both bounds at once. The agency is drawn for every query. */
type Narrowing = Exclude<FilterName, "agency" | "min" | "max"> | "bounds";
const narrowing: Narrowing[] = [
  ...filterNames.filter((name) => name !== "agency" && name !== "min" && name !== "max"),
  "bounds",
];

const unknown: Partial<Record<Narrowing, string>> = {
  company: "no-such-company",
  recipient: "NO SUCH RECIPIENT, INC.",
  office: "ZZZZZZ",
  psc: "NO SUCH PRODUCT",
  naics: "NO SUCH INDUSTRY",
  vehicle: "NOSUCHVEHICLE",
  vehicle_agency: "0000",
  vehicle_kind: "No such program",
  brand: "no-such-brand",
  brand_words: "no-such-brand",
  competition: "NOSUCHCODE",
  performed_in: "ZZ",
  place: "no-such-place",
};

const addDays = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

const sorted = <Value extends string | number>(values: Value[]) =>
  [...new Set(values)].sort((one, other) => (one < other ? -1 : one > other ? 1 : 0));

/** Dollars as a query carries them: no needless zeros, no minus before nothing. */
function dollars(cents: number): string {
  const text = (Math.abs(cents) / 100).toFixed(2).replace(/\.00$/, "");
  return cents < 0 ? `-${text}` : text;
}

/**
 * Random questions around an action that the records hold, so that filters in combination mostly find something,
 * mixed with values of other actions and with values that no record has.
 */
export function questions({ actions }: Plain): fc.Arbitrary<Question> {
  const one = (some: PlainAction[]) => fc.nat(some.length - 1).map((index) => some[index] as PlainAction);
  const action = one(actions);
  const text = (values: string[]) => fc.constantFrom(...values);

  const term = fc
    .record({
      field: fc.nat(4),
      start: fc.nat(200),
      length: fc.integer({ min: 1, max: 14 }),
      whole: fc.integer({ min: 0, max: 2 }),
      upper: fc.boolean(),
      odd: fc.option(text(oddities), { freq: 8 }),
      excluded: fc.integer({ min: 0, max: 3 }),
    })
    .map((shape) => (seed: PlainAction, other: PlainAction) => {
      if (shape.odd !== null) return shape.odd;
      const { searched } = shape.excluded === 0 ? other : seed;
      const field = searched[shape.field % searched.length] ?? "";
      const start = shape.whole === 0 ? shape.start % Math.max(1, field.length) : 0;
      const piece =
        shape.whole === 0
          ? field.slice(start, start + shape.length).trim()
          : (field.split(" ")[shape.start % field.split(" ").length] ?? "");
      const cased = shape.upper ? piece.toUpperCase() : piece;
      const quoted = cased.includes(" ") && !cased.includes('"') && shape.whole !== 1 ? `"${cased}"` : cased;
      return shape.excluded === 0 ? `-${quoted}` : quoted;
    });

  const shape = fc.record({
    view: fc.constantFrom<View>("contracts", "actions"),
    plain: action,
    /** The seed of a query by brand: few actions name one. */
    branded: one(actions.filter(({ brands }) => brands.length > 0)),
    others: fc.array(action, { minLength: 1, maxLength: 3 }),
    /** How many of the others add their values to the lists. */
    lenderCount: fc.nat(2),
    narrowed: fc.subarray([...narrowing], { minLength: 1, maxLength: 4 }),
    alien: fc.option(fc.constantFrom(...narrowing), { freq: 4 }),
    agencies: fc.constantFrom("default", "own", "own", "both", "none"),
    grouped: fc.constantFrom<Query["grouped"]>("yes", "yes", "owned", "no"),
    terms: fc.oneof(
      { weight: 4, arbitrary: fc.array(term, { minLength: 1, maxLength: 3 }) },
      { weight: 1, arbitrary: fc.array(term, { minLength: 5, maxLength: 8 }) },
    ),
    lower: fc.boolean(),
    days: fc.record({ before: fc.nat(500), after: fc.nat(500) }),
    bounds: fc.record({
      measure: fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom<AmountMeasure>("period", "action", "in_records") },
        { weight: 1, arbitrary: fc.constantFrom(...amountMeasures) },
      ),
      below: fc.option(fc.constantFrom(0, 1, 100_000, 50_000_000), { freq: 3 }),
      above: fc.option(fc.constantFrom(0, 1, 100_000, 50_000_000), { freq: 3 }),
    }),
    signs: fc.subarray<Sign>(["pos", "neg", "zero"], { minLength: 1 }),
    parent: fc.constantFrom("own", "own", "none", "unreported"),
    sort: fc.nat(1_000),
    down: fc.boolean(),
    cols: fc.option(fc.array(fc.nat(100), { minLength: 1, maxLength: 6 }), { freq: 3 }),
    size: fc.constantFrom(1, 2, 7, 20, 50),
    depth: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 120 })),
    by: fc.tuple(fc.constantFrom(...groupingNames), fc.constantFrom(...groupingNames)),
    top: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
    /** Every third query is checked for what takes longest. */
    extra: fc.oneof(
      { weight: 2, arbitrary: fc.constant<Question["extra"]>("none") },
      {
        weight: 1,
        arbitrary: fc.constantFrom<Question["extra"]>("facets", "amounts", "export", "two-way groups"),
      },
    ),
  });

  return shape.map(({ depth, by, top, extra, ...given }) => {
    const { view } = given;
    const seed = given.narrowed.includes("brand") ? given.branded : given.plain;
    const other = given.others[0] as PlainAction;
    const query: Query = { ...defaults(view), grouped: given.grouped, size: given.size };
    const lenders = [seed, ...given.others.slice(0, given.lenderCount)];
    const list = (name: Narrowing, value: (action: PlainAction) => string | null) => {
      const values = lenders.flatMap((lender) => value(lender) ?? []);
      const stranger = given.alien === name ? [unknown[name] ?? []].flat() : [];
      return sorted(stranger.length > 0 && given.down ? stranger : [...values, ...stranger]);
    };
    const cased = (value: string | null) => (given.lower ? (value?.toLowerCase() ?? null) : value);
    const parent = (own: string | null) => (given.parent === "own" ? (own ?? "unreported") : given.parent);

    const narrow: Record<Narrowing, () => Partial<Query>> = {
      q: () => ({
        q: given.terms
          .map((write) => write(seed, other))
          .join(" ")
          .trim(),
      }),
      company: () => ({ company: list("company", ({ company }) => company.slug) }),
      recipient: () => ({ recipient: list("recipient", ({ recipient }) => cased(recipient)) }),
      office: () => ({ office: list("office", ({ office }) => office) }),
      fy: () => ({
        fy: sorted(given.alien === "fy" ? [1999] : lenders.map(({ fiscalYear }) => fiscalYear)),
      }),
      from: () => ({ from: addDays(seed.day, -given.days.before) }),
      to: () => ({ to: addDays(seed.day, given.days.after) }),
      bounds: () => {
        const { measure, below, above } = given.bounds;
        const { inRecords, facts } = seed.contract;
        const figure =
          measure === "action"
            ? seed.cents
            : ((measure === "current"
                ? facts.currentValue
                : measure === "potential"
                  ? facts.potentialValue
                  : null) ?? inRecords);
        return {
          amount: measure,
          min: below === null ? null : dollars(figure - below),
          max: above === null ? null : dollars(figure + above),
        };
      },
      sign: () => ({ sign: sorted(given.signs) }),
      new: () => ({ new: given.down ? ["yes"] : given.lower ? ["no"] : ["no", "yes"] }),
      action_kind: () => ({ action_kind: sorted(lenders.map(({ kind }) => kind)) }),
      category: () => ({ category: list("category", ({ category }) => category.slug) }),
      psc: () => ({ psc: list("psc", ({ product }) => cased(product)) }),
      naics: () => ({ naics: list("naics", ({ industry }) => cased(industry)) }),
      vehicle: () => ({ vehicle: list("vehicle", ({ contract }) => parent(contract.vehicle)) }),
      vehicle_agency: () => ({
        vehicle_agency: list("vehicle_agency", ({ contract }) => parent(contract.vehicleAgency)),
      }),
      vehicle_kind: () => ({
        vehicle_kind: list("vehicle_kind", ({ contract }) => parent(contract.vehicleKind)),
      }),
      brand: () => ({ brand: list("brand", ({ brands }) => brands.at(-1)?.slug ?? null) }),
      brand_words: () => ({
        brand_words: list(
          "brand_words",
          ({ brandWords, brands }) => (brandWords[0] ?? brands.at(-1))?.slug ?? null,
        ),
      }),
      // Facts that no record has are rare in the queries.
      type: () => {
        const types = lenders.flatMap(({ contract: { facts } }) => facts.type ?? []);
        return types.length > 0 || given.alien === "type" ? { type: sorted([...types, "C"]) } : {};
      },
      competition: () => ({
        competition: list("competition", ({ contract: { facts } }) => facts.competition ?? "unreported"),
      }),
      place: () => ({
        place: list(
          "place",
          ({ places }) => (given.down ? places[0]?.state : null) || (places[0]?.slug ?? null),
        ),
      }),
      performed_in: () => ({
        performed_in: list(
          "performed_in",
          ({ contract: { facts } }) => facts.state ?? facts.country ?? "unreported",
        ),
      }),
      estimated_before: () => {
        const end =
          optionOf(seed.contract).option_ends ?? (given.alien === "estimated_before" ? seed.day : null);
        return end === null ? {} : { estimated_before: addDays(end, given.down ? 1 : 0) };
      },
      ends_before: () => {
        const end = seed.contract.facts.currentEnd ?? (given.alien === "ends_before" ? seed.day : null);
        return end === null ? {} : { ends_before: addDays(end, given.down ? 1 : 0) };
      },
    };
    for (const name of given.narrowed) Object.assign(query, narrow[name]());

    query.agency = {
      default: ["7012"],
      own: [seed.agency],
      both: ["7012", "7014"],
      none: given.alien ? ["9999"] : [seed.agency],
    }[given.agencies] as string[];
    const sorts = sortable[view];
    query.sort = `${given.down ? "-" : ""}${sorts[given.sort % sorts.length]}`;
    const columns = columnsOf(view).map(([name]) => name);
    query.cols = [
      ...new Set((given.cols ?? []).map((index) => columns[index % columns.length] ?? "company")),
    ];
    return { query, depth, by, top, extra };
  });
}
