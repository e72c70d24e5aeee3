import { columnsOf, type View } from "@/lib/contracts/columns";
import type { GroupingName } from "@/lib/contracts/groupings";
import { readKind } from "@/lib/contracts/kinds";
import { contractOption } from "@/lib/contracts/option-ends";
import { formatLength } from "@/lib/contracts/option-terms";
import { readOption } from "@/lib/contracts/options";
import { stateNames } from "@/lib/contracts/places";
import type { ActionRow, ContractRow, OptionWords } from "@/lib/contracts/rows";
import type { Group, Totals } from "@/lib/contracts/totals";
import { vehicleKindName } from "@/lib/contracts/vehicles";
import type { FilterName } from "@/lib/query/filters";
import type { Query } from "@/lib/query/query";
import {
  compareModifications,
  compareNames,
  compareText,
  type Plain,
  type PlainAction,
  type PlainContract,
  type RuleNames,
} from "@/lib/store/testing/records";

/**
 * The meaning of a query in plain loops over all actions, without a database: what the store's answers are
 * compared with. Written from the rules of the product, not from the SQL.
 */

type Test = (action: PlainAction) => boolean;

const options = new WeakMap<PlainContract, OptionWords>();

/** What the words of a contract's actions say of its newest option, without an estimate where an end is recorded. */
export function optionOf(contract: PlainContract): OptionWords {
  const known = options.get(contract);
  if (known) return known;
  const found = contractOption(
    contract.actions.map(({ day, description, modification, cents }) => {
      const reading = readKind({ modification, description, amount: cents });
      return { day, description, kind: reading.kind, reading: readOption({ ...reading, description }) };
    }),
  );
  const words = {
    option_does: found?.does ?? null,
    option_words: found?.words ?? null,
    option_signed: found?.signed ?? null,
    option_length: found?.length ? formatLength(found.length) : null,
    option_ends: contract.facts.currentEnd === null ? (found?.ends ?? null) : null,
  };
  options.set(contract, words);
  return words;
}

/** `one "two words" -three`: what must occur and what must not, in lower case. */
function readTerms(q: string): { text: string; excluded: boolean }[] {
  const terms: { text: string; excluded: boolean }[] = [];
  let at = 0;
  while (at < q.length) {
    if (/\s/.test(q.charAt(at))) {
      at += 1;
      continue;
    }
    const excluded = q.charAt(at) === "-" && at + 1 < q.length && !/\s/.test(q.charAt(at + 1));
    const start = excluded ? at + 1 : at;
    if (q.charAt(start) === '"') {
      const close = q.indexOf('"', start + 1);
      const end = close === -1 ? q.length : close;
      const text = q
        .slice(start + 1, end)
        .trim()
        .toLowerCase();
      if (text !== "") terms.push({ text, excluded });
      at = end + 1;
    } else {
      const length = q.slice(start).search(/\s|$/);
      terms.push({ text: q.slice(start, start + length).toLowerCase(), excluded });
      at = start + length;
    }
  }
  const numbers = terms.filter(
    ({ text, excluded }) => !excluded && pastedNumber.test(text.replaceAll("-", "")),
  );
  if (numbers.length === 0 || numbers.length === terms.length) return terms;
  return [
    ...numbers.map(({ text }) => ({ text: text.replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, ""), excluded: false })),
    ...terms.filter(({ excluded }) => excluded),
  ];
}

/** A PIID, and the punctuation around it in a text. */
const pastedNumber = /^[^a-z0-9]*[a-z0-9]{6}\d\d[a-z](?=\D*\d)[a-z0-9]{5,8}[^a-z0-9]*$/;

const centsOf = (dollars: string): number => Math.round(Number(dollars) * 100);

function fits(cents: number, { min, max }: Query): boolean {
  return (min === null || cents >= centsOf(min)) && (max === null || cents <= centsOf(max));
}

const sameText = (values: string[], text: string | null) =>
  text !== null && values.some((value) => value.toLowerCase() === text.toLowerCase());

/** A vehicle, or its agency, that the award key names, and `none` or `unreported` where it does not. */
const vehicleIn = (values: string[], value: string | null) => values.includes(value ?? "unreported");

/** The state, outside the United States the country. */
function placeOf({ facts: { state, country } }: PlainContract): string | null {
  if (country !== null && country !== "USA") return country;
  return state ?? country;
}

/** An end of a contract, where its year can be right and it is not before the start. */
export function possibleEnd(
  { facts }: PlainContract,
  name: "currentEnd" | "potentialEnd" = "currentEnd",
): string | null {
  const { start, [name]: end } = facts;
  const isPossible = (day: string) => day >= "1978-01-01" && day <= "2099-12-31";
  if (end === null || !isPossible(end)) return null;
  return start !== null && isPossible(start) && end < start ? null : end;
}

/**
 * Whether the award of an action's contract is among the records, and was signed in the period of a query. In the choices of
 * a fiscal year it is the action's own year.
 */
function isNew({ contract, fiscalYear }: PlainAction, { fy, from, to }: Query, inOwnYear: boolean): boolean {
  const award = contract.actions.find(({ modification }) => /^0+$/.test(modification));
  if (!award) return false;
  if ((from !== null && award.day < from) || (to !== null && award.day > to)) return false;
  if (inOwnYear) return award.fiscalYear === fiscalYear;
  return fy.length === 0 || fy.includes(award.fiscalYear);
}

/** What each given filter but the agency asks of one action. The slowest comes last. */
function readFilters(query: Query, except?: FilterName): { name: FilterName; test: Test }[] {
  const { company, recipient, office, fy, from, to, sign, category, psc, naics, type, brand } = query;
  const { competition, place, performed_in: performedIn } = query;
  const { vehicle, vehicle_agency: vehicleAgency, brand_words: brandWords } = query;
  const filters: [FilterName, boolean, Test][] = [
    ["fy", fy.length > 0, (action) => fy.includes(action.fiscalYear)],
    ["from", from !== null, (action) => action.day >= (from ?? "")],
    ["to", to !== null, (action) => action.day <= (to ?? "")],
    [
      "new",
      query.new.length > 0,
      (action) => query.new.includes(isNew(action, query, except === "fy") ? "yes" : "no"),
    ],
    ["action_kind", query.action_kind.length > 0, ({ kind }) => query.action_kind.includes(kind)],
    ["office", office.length > 0, (action) => office.includes(action.office)],
    [
      "company",
      company.length > 0,
      (action) =>
        company.includes(action.company.slug) && (query.grouped !== "no" || action.subsidiary === false),
    ],
    ["sign", sign.length > 0, (action) => sign.includes(signOf(action))],
    ["category", category.length > 0, (action) => category.includes(action.category.slug)],
    ["vehicle", vehicle.length > 0, ({ contract }) => vehicleIn(vehicle, contract.vehicle)],
    [
      "vehicle_agency",
      vehicleAgency.length > 0,
      ({ contract }) => vehicleIn(vehicleAgency, contract.vehicleAgency),
    ],
    [
      "vehicle_kind",
      query.vehicle_kind.length > 0,
      ({ contract }) => vehicleIn(query.vehicle_kind, contract.vehicleKind),
    ],
    ["recipient", recipient.length > 0, (action) => sameText(recipient, action.recipient)],
    ["psc", psc.length > 0, (action) => sameText(psc, action.product)],
    ["naics", naics.length > 0, (action) => sameText(naics, action.industry)],
    ["brand", brand.length > 0, (action) => action.brands.some(({ slug }) => brand.includes(slug))],
    [
      "brand_words",
      brandWords.length > 0,
      (action) =>
        action.brandWords.some(({ slug }) => brandWords.includes(slug)) &&
        !action.brands.some(({ slug }) => brandWords.includes(slug)),
    ],
    ["type", type.length > 0, ({ contract: { facts } }) => type.includes(facts.type ?? "")],
    [
      "competition",
      competition.length > 0,
      ({ contract: { facts } }) => competition.includes(facts.competition ?? "unreported"),
    ],
    [
      "performed_in",
      performedIn.length > 0,
      ({ contract }) => performedIn.includes(placeOf(contract) ?? "unreported"),
    ],
    [
      "place",
      place.length > 0,
      ({ places }) => places.some(({ slug, state }) => place.includes(slug) || place.includes(state)),
    ],
    [
      "estimated_before",
      query.estimated_before !== null,
      ({ contract }) => {
        const { option_ends: end } = optionOf(contract);
        return end !== null && end < (query.estimated_before ?? "");
      },
    ],
    [
      "ends_before",
      query.ends_before !== null,
      ({ contract }) => {
        const end = possibleEnd(contract);
        return end !== null && end < (query.ends_before ?? "");
      },
    ],
  ];
  const terms = readTerms(query.q);
  const found: Test = ({ searched }) =>
    terms.every(({ text, excluded }) => searched.some((field) => field.includes(text)) !== excluded);
  return [...filters, ["q", terms.length > 0, found] as const].flatMap(([name, given, test]) =>
    given ? [{ name, test }] : [],
  );
}

/** The actions a query selects. */
export const select = (plain: Plain, query: Query): PlainAction[] => within(filtered(plain, query), query);

/** What the filters but the amount select, one of them left out where `except` says so. */
function filtered({ byAgency }: Plain, query: Query, except?: FilterName): PlainAction[] {
  const tests = readFilters(query, except).filter(({ name }) => name !== except);
  let chosen = query.agency.flatMap((code) => byAgency.get(code) ?? []);
  if (query.grouped === "owned") chosen = chosen.filter(({ beforeOwned }) => !beforeOwned);
  for (const { test } of tests) chosen = chosen.filter(test);
  return chosen;
}

/** What is left of some actions when the amount bounds them or their contracts. */
function within(chosen: PlainAction[], query: Query): PlainAction[] {
  if (query.min === null && query.max === null) return chosen;
  switch (query.amount) {
    case "action":
      return chosen.filter(({ cents }) => fits(cents, query));
    case "period":
      return [...byContract(chosen).values()].filter((actions) => fits(sumOf(actions).net, query)).flat();
    case "in_records":
      return chosen.filter(({ contract }) => fits(contract.inRecords, query));
    default: {
      const name = query.amount === "current" ? "currentValue" : "potentialValue";
      return chosen.filter(({ contract: { facts } }) => facts[name] !== null && fits(facts[name], query));
    }
  }
}

/** The amounts that the bounds of a query choose from, whatever they are; what is not reported is `null`. */
export function amountsOf(plain: Plain, query: Query): (number | null)[] {
  const chosen = filtered(plain, query);
  if (query.amount === "action") return chosen.map(({ cents }) => cents);
  return [...byContract(chosen)].map(([{ inRecords, facts }, actions]) => {
    switch (query.amount) {
      case "period":
        return sumOf(actions).net;
      case "in_records":
        return inRecords;
      default:
        return query.amount === "current" ? facts.currentValue : facts.potentialValue;
    }
  });
}

function sumOf(actions: PlainAction[]) {
  let [added, takenBack] = [0, 0];
  for (const { cents } of actions) {
    if (cents > 0) added += cents;
    else takenBack += cents;
  }
  return { net: added + takenBack, added, taken_back: takenBack, actions: actions.length };
}

function byContract(actions: PlainAction[]): Map<PlainContract, PlainAction[]> {
  return groupBy(actions, ({ contract }) => [contract]);
}

/** Actions by their keys; one with several keys is in several groups. */
function groupBy<Key>(actions: PlainAction[], keys: (action: PlainAction) => Key[]): Map<Key, PlainAction[]> {
  const groups = new Map<Key, PlainAction[]>();
  for (const action of actions) {
    for (const key of keys(action)) {
      const known = groups.get(key);
      if (known) known.push(action);
      else groups.set(key, [action]);
    }
  }
  return groups;
}

const countContracts = (actions: PlainAction[]) => new Set(actions.map(({ contract }) => contract)).size;

export function sumTotals(chosen: PlainAction[], query: Query): Totals {
  const companies = chosen.map(({ company, recipient }) =>
    query.grouped === "no" ? recipient : company.slug,
  );
  return {
    ...sumOf(chosen),
    contracts: countContracts(chosen),
    companies: new Set(companies).size,
  };
}

const awardTypeNames: Record<string, string> = {
  A: "BPA call",
  B: "Purchase order",
  C: "Delivery or task order",
  D: "Definitive contract",
};
const placeNames: Record<string, string> = {
  ...stateNames,
  MEX: "Mexico",
  USA: "United States, no state",
};

type KeyName = { key: string | null; label: string };
const notReported: KeyName = { key: null, label: "Not reported" };
const named = (key: string | null, label = key): KeyName =>
  key === null ? notReported : { key, label: label ?? key };

/** The group or groups that each grouping puts an action into. */
const groupOf: Record<GroupingName, (action: PlainAction, names: RuleNames) => KeyName | KeyName[]> = {
  company: ({ company }) => named(company.slug, company.name),
  recipient: ({ recipient }) => named(recipient),
  agency: ({ agency }, { agencies }) => named(agency, agencies.get(agency)),
  office: ({ office }, { offices }) => named(office, offices.get(office)),
  fiscal_year: ({ fiscalYear }) => named(String(fiscalYear), `FY${fiscalYear}`),
  calendar_year: ({ day }) => named(day.slice(0, 4)),
  month: ({ day }) => named(day.slice(0, 7)),
  category: ({ category }) => named(category.slug, category.name),
  psc: ({ product }) => named(product),
  naics: ({ industry }) => named(industry),
  vehicle: ({ contract: { vehicle } }) => named(vehicle, vehicle === "none" ? "None" : vehicle),
  vehicle_agency: ({ contract: { vehicleAgency } }, { vehicleAgencies }) =>
    named(vehicleAgency, vehicleAgencies.get(vehicleAgency ?? "")),
  vehicle_kind: ({ contract: { vehicleKind } }) => named(vehicleKind, vehicleKindName(vehicleKind ?? "")),
  type: ({ contract: { facts } }) => named(facts.type, awardTypeNames[facts.type ?? ""] ?? ""),
  competition: ({ contract: { facts } }) => named(facts.competition, facts.competitionName),
  performed_in: ({ contract }) =>
    named(placeOf(contract), placeNames[placeOf(contract) ?? ""] ?? placeOf(contract)),
  place: ({ places }) =>
    places.length === 0
      ? [{ key: null, label: "No facility named" }]
      : places.map(({ slug, name }) => named(slug, name)),
  place_state: ({ places }) => {
    const states = [...new Set(places.flatMap(({ state }) => state || []))];
    return states.length === 0
      ? [{ key: null, label: "No facility in a state named" }]
      : states.map((state) => named(state, stateNames[state]));
  },
  brand: ({ brands }) =>
    brands.length === 0
      ? [{ key: null, label: "No brand named" }]
      : brands.map(({ slug, name }) => named(slug, name)),
  action_kind: ({ kind }) =>
    named(kind, `${kind.charAt(0).toUpperCase()}${kind.slice(1).replaceAll("_", " ")}`),
};

const groupsFor = (action: PlainAction, names: RuleNames, by: GroupingName): KeyName[] =>
  [groupOf[by](action, names)].flat();

const isTime = (by: GroupingName) => by === "fiscal_year" || by === "calendar_year" || by === "month";

/** Keys in text order, a missing one last. */
const compareKeys = (one: string | null = null, other: string | null = null) =>
  one === null || other === null ? Number(one === null) - Number(other === null) : compareText(one, other);

/** The sign of an action's amount, as its filter names it. */
const signOf = ({ cents }: PlainAction) => (cents > 0 ? "pos" : cents < 0 ? "neg" : "zero");

/** What each group of the selection would hold if it were the filter that is left out. */
export function choicesOf(plain: Plain, query: Query, except: FilterName, by: GroupingName): Group[] {
  return groupsOf(plain, filtered(plain, query, except), query, by, (actions) => within(actions, query));
}

/** Every group of the chosen actions: by time without gaps, otherwise from the largest net. `keep` leaves some out. */
export function groupsOf(
  { names }: Plain,
  chosen: PlainAction[],
  query: Query,
  by: GroupingName,
  keep: (actions: PlainAction[]) => PlainAction[] = (actions) => actions,
): Group[] {
  const real = by === "company" && query.grouped === "no" ? "recipient" : by;
  const labels = new Map<string | null, string>();
  const found = groupBy(chosen, (action) =>
    groupsFor(action, names, real).map(({ key, label }) => {
      labels.set(key, label);
      return key;
    }),
  );
  const groups = [...found].flatMap(([key, whole]): Group | [] => {
    const actions = keep(whole);
    if (actions.length === 0) return [];
    return { key, label: labels.get(key) ?? "", ...sumOf(actions), contracts: countContracts(actions) };
  });
  if (!isTime(by)) {
    return groups.sort((one, other) => other.net - one.net || compareKeys(one.key, other.key));
  }
  const keys = groups.map(({ key }) => key ?? "").sort();
  const [first, last] = [keys[0], keys.at(-1)];
  if (first === undefined || last === undefined) return [];
  const run: Group[] = [];
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year += 1) {
    const months = Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, "0")}`);
    for (const key of by === "month" ? months : [String(year)]) {
      if (key < first || key > last) continue;
      const label = by === "fiscal_year" ? `FY${key}` : key;
      const empty = { key, label, net: 0, added: 0, taken_back: 0, actions: 0, contracts: 0 };
      run.push(groups.find((group) => group.key === key) ?? empty);
    }
  }
  return run;
}

/** The chosen actions by two groupings at once, from the largest net, or in time where the first is time. */
export function twoWayGroupsOf(
  { names }: Plain,
  chosen: PlainAction[],
  query: Query,
  by: [GroupingName, GroupingName],
) {
  const [one, two] = by.map((name) =>
    name === "company" && query.grouped === "no" ? "recipient" : name,
  ) as [GroupingName, GroupingName];
  const found = groupBy(chosen, (action) =>
    groupsFor(action, names, one).flatMap((first) =>
      groupsFor(action, names, two).map((second) => JSON.stringify([first, second])),
    ),
  );
  return [...found]
    .map(([pair, actions]) => {
      const [first, { key: key2, label: label2 }] = JSON.parse(pair) as [KeyName, KeyName];
      return { ...first, key2, label2, ...sumOf(actions), contracts: countContracts(actions) };
    })
    .sort(
      (left, right) =>
        (isTime(one) && compareKeys(left.key, right.key)) ||
        (isTime(one) && isTime(two) && compareKeys(left.key2, right.key2)) ||
        right.net - left.net ||
        compareKeys(left.key, right.key) ||
        compareKeys(left.key2, right.key2),
    );
}

/** The selected actions as rows of the actions view, in the query's order. */
function actionRows({ actions: all }: Plain, chosen: PlainAction[], query: Query): PlainAction[] {
  const name = query.sort.replace("-", "");
  const compare = actionOrders[name];
  if (!compare) throw new Error(`No plain order for ${name}.`);
  const ranks = ranksOf(all, `actions ${name}`, compare, missing[name]);
  return inOrder(chosen, query.sort, ({ place }) => ranks[place] as number);
}

/** One selected contract: itself and its selected actions' sums. */
interface SelectedContract extends ReturnType<typeof sumOf> {
  contract: PlainContract;
  place: number;
}

/** The selected contracts as rows of the contracts view, in the query's order. */
function contractRows({ contracts: all }: Plain, chosen: PlainAction[], query: Query): SelectedContract[] {
  const rows = [...byContract(chosen)].map(([contract, actions]) => ({
    contract,
    place: contract.place,
    ...sumOf(actions),
  }));
  const name = query.sort.replace("-", "");
  if (name === "net" || name === "added" || name === "taken_back" || name === "actions") {
    return inOrder(rows, query.sort, (row) => row[name]);
  }
  const compare = contractOrders[name];
  if (!compare) throw new Error(`No plain order for ${name}.`);
  const ranks = ranksOf(all, `contracts ${name}`, compare, missingOfContract[name]);
  return inOrder(rows, query.sort, ({ place }) => ranks[place] as number);
}

/** By a figure up or down, what has none last, equal ones always up by identity. */
function inOrder<Row extends { place: number }>(
  rows: Row[],
  sort: string,
  figure: (row: Row) => number,
): Row[] {
  const direction = sort.startsWith("-") ? -1 : 1;
  const last = (row: Row) => Number(Number.isNaN(figure(row)));
  return rows.toSorted(
    (one, other) =>
      last(one) - last(other) || (figure(one) - figure(other)) * direction || one.place - other.place,
  );
}

type Comparator<Item> = (one: Item, other: Item) => number;

const by =
  <Item, Value>(value: (item: Item) => Value, compare: Comparator<Value>): Comparator<Item> =>
  (one, other) =>
    compare(value(one), value(other));
const numbers = (one: number, other: number) => one - other;

const companies: Comparator<PlainAction> = (one, other) =>
  compareNames(one.company.name, other.company.name) || compareText(one.company.slug, other.company.slug);

/** The names of facilities as a column shows them. */
const placeNamesOf = (places: PlainAction["places"]): string | null =>
  places.length === 0 ? null : places.map(({ name }) => name).join("; ");

/** The facilities that any action of a contract names, each once. */
const placesNamedBy = ({ actions }: PlainContract): string | null =>
  placeNamesOf(
    [...new Map(actions.flatMap(({ places }) => places).map((place) => [place.slug, place])).values()].sort(
      (one, other) => compareNames(one.name, other.name) || compareText(one.slug, other.slug),
    ),
  );

/** Up, by each column of the actions view. What is missing is marked, so that it comes last both ways. */
const actionOrders: Record<string, Comparator<PlainAction>> = {
  action_date: by(({ day }) => day, compareText),
  company: companies,
  transaction_description: by(({ description }) => description ?? "", compareText),
  federal_action_obligation: by(({ cents }) => cents, numbers),
  award_id_piid: by(({ piid }) => piid, compareText),
  modification_number: by(({ modification }) => modification, compareModifications),
  office: by(({ office }) => office, compareText),
  category: by(({ category }) => category.name, compareNames),
  recipient_name: by(({ recipient }) => recipient, compareNames),
  product_or_service_code_description: by(({ product }) => product ?? "", compareNames),
  naics_description: by(({ industry }) => industry ?? "", compareNames),
  awarding_sub_agency_code: by(({ agency }) => agency, compareText),
  awarding_sub_agency_name: by(({ agencyName }) => agencyName, compareText),
  contract_award_unique_key: by(({ key }) => key ?? "", compareText),
  contract: by(({ contract }) => contract.key, compareText),
  places: by(({ places }) => placeNamesOf(places) ?? "", compareText),
};

/** Which actions lack the value of a column. */
const missing: Record<string, Test> = {
  transaction_description: ({ description }) => description === null,
  product_or_service_code_description: ({ product }) => product === null,
  naics_description: ({ industry }) => industry === null,
  contract_award_unique_key: ({ key }) => key === null,
  places: ({ places }) => places.length === 0,
};

const contractOrders: Record<string, Comparator<PlainContract>> = {
  purpose: by((contract) => purposeOf(contract) ?? "", compareText),
  description: by(({ latest }) => latest.description ?? "", compareText),
  in_records: by(({ inRecords }) => inRecords, numbers),
  first_action: by(({ actions }) => actions[0]?.day ?? "", compareText),
  last_action: by(({ latest }) => latest.day, compareText),
  company: by(({ latest }) => latest, companies),
  recipient: by(({ latest }) => latest.recipient, compareNames),
  piid: by(({ latest }) => latest.piid, compareText),
  office: by(({ latest }) => latest.office, compareText),
  category: by(({ latest }) => latest.category.name, compareNames),
  places: by((contract) => placesNamedBy(contract) ?? "", compareText),
  start: by(({ facts }) => facts.start ?? "", compareText),
  current_end: by(({ facts }) => facts.currentEnd ?? "", compareText),
  potential_end: by(({ facts }) => facts.potentialEnd ?? "", compareText),
  option_ends: by((contract) => optionOf(contract).option_ends ?? "", compareText),
};

/** Which contracts lack the value of a column. */
const missingOfContract: Record<string, (contract: PlainContract) => boolean> = {
  purpose: (contract) => purposeOf(contract) === null,
  description: ({ latest }) => latest.description === null,
  places: (contract) => placesNamedBy(contract) === null,
  start: ({ facts }) => facts.start === null,
  current_end: ({ facts }) => facts.currentEnd === null,
  potential_end: ({ facts }) => facts.potentialEnd === null,
  option_ends: (contract) => optionOf(contract).option_ends === null,
};

export const sortable = {
  actions: Object.keys(actionOrders),
  contracts: ["net", "added", "taken_back", "actions", ...Object.keys(contractOrders)],
};

/** Orders do not change between queries, so each is worked out once for all items. */
const known = new WeakMap<object, Map<string, Float64Array>>();

/** By an item's place: how many items come before it in an order; not a number where its value is missing. */
function ranksOf<Item extends { place: number }>(
  items: Item[],
  name: string,
  compare: Comparator<Item>,
  lacks: (item: Item) => boolean = () => false,
): Float64Array {
  const own = known.get(items) ?? new Map<string, Float64Array>();
  known.set(items, own);
  const ready = own.get(name);
  if (ready) return ready;
  const sorted = items.toSorted(compare);
  const ranks = new Float64Array(items.length);
  let rank = 0;
  for (const [index, item] of sorted.entries()) {
    if (index > 0 && compare(sorted[index - 1] as Item, item) !== 0) rank = index;
    ranks[item.place] = lacks(item) ? Number.NaN : rank;
  }
  own.set(name, ranks);
  return ranks;
}

/** Columns of actions and contracts that these records lack; they are blank. */
const blank = (view: View) =>
  Object.fromEntries(columnsOf(view).flatMap(([name, { needs }]) => (needs ? [[name, null]] : [])));
const blankActionFacts = blank("actions");
const blankContractFacts = blank("contracts");

/** The facts of an action's contract under USAspending's names. */
const recordedFacts = ({ facts }: PlainContract) => ({
  award_type_code: facts.type,
  extent_competed_code: facts.competition,
  extent_competed: facts.competitionName,
  primary_place_of_performance_state_code: facts.state,
  primary_place_of_performance_country_code: facts.country,
  period_of_performance_start_date: facts.start,
  period_of_performance_current_end_date: facts.currentEnd,
  period_of_performance_potential_end_date: facts.potentialEnd,
  current_total_value_of_award_lifetime_do_not_sum: facts.currentValue,
  potential_total_value_of_award_lifetime_do_not_sum: facts.potentialValue,
});

/** An action as the store gives it. */
const asActionRow = (action: PlainAction): ActionRow => ({
  contract_award_unique_key: action.key,
  award_id_piid: action.piid,
  modification_number: action.modification,
  action_date: action.day,
  federal_action_obligation: action.cents,
  awarding_sub_agency_code: action.agency,
  awarding_sub_agency_name: action.agencyName,
  recipient_name: action.recipient,
  product_or_service_code_description: action.product,
  naics_description: action.industry,
  transaction_description: action.description,
  company: action.company,
  category: action.category.name,
  office: action.office,
  places: placeNamesOf(action.places),
  contract: action.contract.key,
  ...blankActionFacts,
  ...recordedFacts(action.contract),
});

const withoutWork =
  /^(terminated|partly_terminated|cancelled|closed_out|stopped|resumed|administrative|money_taken_back|no_money)$/;
const aboutMoney = /\b(realign|re-align|deobligat|de-obligat|closeout|close-out|close out|close- out)/i;

/** The description of the award, else of the largest action about work, the latest of equal ones, else the latest. */
function purposeOf({ actions, latest }: PlainContract): string | null {
  const described = actions.filter(({ description }) => description !== null);
  const base = described.find(({ modification }) => /^0+$/.test(modification));
  const work = described
    .filter(({ kind, description }) => !withoutWork.test(kind) && !aboutMoney.test(description ?? ""))
    .toSorted((one, other) => one.cents - other.cents)
    .at(-1);
  return (base ?? work ?? latest).description;
}

/** A contract as the store gives it: its latest action's facts, the sums of its selected actions. */
function asContractRow({ contract, net, added, taken_back, actions }: SelectedContract): ContractRow {
  const { latest, facts } = contract;
  return {
    key: contract.key,
    piid: latest.piid,
    company: latest.company,
    recipient: latest.recipient,
    agency: latest.agency,
    office: latest.office,
    purpose: purposeOf(contract),
    description: latest.description,
    net,
    added,
    taken_back,
    actions,
    in_records: contract.inRecords,
    base_included: contract.baseIncluded,
    first_action: contract.actions[0]?.day ?? "",
    last_action: latest.day,
    vehicle: contract.vehicle,
    vehicle_agency: contract.vehicleAgency,
    category: latest.category.name,
    psc: latest.product,
    naics: latest.industry,
    places: placesNamedBy(contract),
    ...blankContractFacts,
    type: facts.type,
    competition: facts.competitionName,
    place_state: facts.state,
    place_country: facts.country,
    start: facts.start,
    current_end: facts.currentEnd,
    potential_end: facts.potentialEnd,
    current_value: facts.currentValue,
    potential_value: facts.potentialValue,
    ...optionOf(contract),
  };
}

const only = <Row extends object>(names: ReadonlyMap<string, boolean>, row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) =>
      names.has(name) ? [[name, names.get(name) ? value : null]] : [],
    ),
  ) as Row;

/** Every row of the query's view in its order; `read` gives some of them as the store does. */
export function rowsOf(plain: Plain, chosen: PlainAction[], query: Query) {
  // Each column, and whether the snapshot has it: another one that is chosen is blank.
  const has = columnsOf(query.view).flatMap(([name, { needs }]) =>
    !needs || plain.has.includes(needs) ? [name as string] : [],
  );
  const names = new Map([
    ...query.cols.map((name) => [name as string, false] as const),
    ...has.map((name) => [name, true] as const),
  ]);
  const reader = <Row>(rows: Row[], as: (row: Row) => ActionRow | ContractRow) => ({
    count: rows.length,
    read: (from: number, to: number) => rows.slice(from, to).map((row) => only(names, as(row))),
  });
  return query.view === "actions"
    ? reader(actionRows(plain, chosen, query), asActionRow)
    : reader(contractRows(plain, chosen, query), asContractRow);
}
