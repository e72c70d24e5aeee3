import { shortDay } from "@/lib/contracts/days";
import type { Labels } from "@/lib/contracts/facts";
import { formatCount } from "@/lib/contracts/money";
import { spokenBound } from "@/lib/query/amount-bins";
import type { AmountMeasure, Query } from "@/lib/query/query";
import {
  type FilterPart,
  type FilterPartName,
  filterParts,
  type Relaxed,
  together,
} from "@/lib/query/relaxing";
import { scopeName } from "@/lib/query/scope";
import { valueWords } from "@/lib/query/words";

/**
 * What was asked of how many, where nothing fits: `0 of 39 Palantir actions are above $100 million`. Of a query and what
 * `relax` found of it; `among` says which of the rows are counted at all.
 */
export function nothingWords(
  query: Query,
  labels: Labels,
  relaxed: Relaxed<Query, FilterPart>[],
  among = "",
): string {
  const [best] = relaxed;
  const noun = `${query.view}${among}`;
  const [part, ...more] = best?.parts ?? [];
  if (!best || !part || more.length > 0) {
    const isAll = filterParts(query).length === 0;
    return `No ${subject(query, labels)} ${noun} ${isAll ? "are in these records" : "fit these filters"}`;
  }
  const { asked, count } = best;
  const others = filterParts(asked).some(({ name }) => name !== "company")
    ? " that fit the other filters"
    : "";
  const said = predicates[part.name](query, wordsOf(query, labels, part.name));
  const [ofActions, ofContracts = ofActions] = typeof said === "string" ? [said] : said;
  return `0 of ${formatCount(count)} ${subject(asked, labels)} ${noun}${others} ${query.view === "actions" ? ofActions : ofContracts}`;
}

/** Whose actions or contracts they are: of the companies, else of the agencies. */
const subject = (query: Query, labels: Labels) =>
  query.company.length > 0 ? wordsOf(query, labels, "company").join(" and ") : scopeName(query);

/** The most values of a filter that are named. */
const mostNamed = 3;
const mostLetters = 60;

function wordsOf(query: Query, labels: Labels, name: FilterPartName): string[] {
  const [filter] = together[name];
  const values = [query[filter]].flat().map((value) => {
    const words = valueWords(query, labels, filter, String(value));
    const isRecorded = filter === "recipient" || filter === "psc" || filter === "naics" || filter === "q";
    const letters = [...words];
    const short = letters.length > mostLetters ? `${letters.slice(0, mostLetters).join("")}…` : words;
    return isRecorded || (filter === "company" && words === value) ? `“${short}”` : short;
  });
  return values.length > mostNamed
    ? [...values.slice(0, mostNamed), `${formatCount(values.length - mostNamed)} more`]
    : values;
}

/** What a filter says of the actions and, where that is otherwise, of the contracts: it follows their number. */
type Predicate = (query: Query, values: string[]) => string | [ofActions: string, ofContracts: string];

const either = (values: string[]) => values.join(" or ");
/** A fact of the contract, which its actions share. */
const shared =
  (fact: string): Predicate =>
  (_, values) =>
    `have the ${fact} ${either(values)}`;
/** A fact of each action. */
const own =
  (fact: string): Predicate =>
  (_, values) => [`have the ${fact} ${either(values)}`, `have an action with the ${fact} ${either(values)}`];
const signed = (when: string): [string, string] => [`were signed ${when}`, `have an action signed ${when}`];

const signVerbs: Record<string, [string, string]> = {
  pos: ["add money", "adds money"],
  neg: ["take money back", "takes money back"],
  zero: ["are of $0", "is of $0"],
};

const predicates: Record<FilterPartName, Predicate> = {
  amount: ({ min, max, amount }) => measured[amount](rangeWords(min, max)),
  sign: ({ sign }) => [
    either(sign.map((one) => signVerbs[one]?.[0] ?? "")),
    `have an action that ${either(sign.map((one) => signVerbs[one]?.[1] ?? ""))}`,
  ],
  date: ({ from, to }) =>
    signed(
      [from && `from ${shortDay(from)}`, to && `through ${shortDay(to)}`].filter((part) => part).join(" "),
    ),
  fy: (_, years) => signed(`in ${either(years)}`),
  ends_before: (_, [day]) => [`are of a contract that ends before ${day}`, `end before ${day}`],
  type: shared("award type"),
  competition: shared("competition"),
  place: shared("place of performance"),
  category: own("category"),
  psc: own("product or service"),
  naics: own("industry"),
  office: (_, offices) => signed(`by ${either(offices)}`),
  vehicle_agency: (_, agencies) => `are under a vehicle of ${either(agencies)}`,
  vehicle: shared("vehicle"),
  brand: (_, brands) => [
    `name ${either(brands)} in their description`,
    `have an action that names ${either(brands)} in its description`,
  ],
  brand_words: (_, brands) => [
    `only have the words of ${either(brands)} in their description`,
    `have an action that only has the words of ${either(brands)} in its description`,
  ],
  q: (_, [words]) => [`fit the search ${words}`, `have an action that fits the search ${words}`],
  recipient: own("recipient"),
  company: (_, companies) => `are with ${either(companies)}`,
};

/** What the amount is of, after the range, of actions and of contracts. */
const measured: Record<AmountMeasure, (range: string) => [ofActions: string, ofContracts: string]> = {
  action: (range) => [`are ${range}`, `have an action ${range}`],
  period: (range) => [
    `are of a contract ${range} (obligated by its selected actions)`,
    `are ${range} (obligated by the selected actions)`,
  ],
  in_records: (range) => [
    `are of a contract ${range} (obligated by all its actions in these records)`,
    `are ${range} (obligated by all their actions in these records)`,
  ],
  current: (range) => [`are of a contract with a current value ${range}`, `have a current value ${range}`],
  potential: (range) => [
    `are of a contract with a potential value ${range}`,
    `have a potential value ${range}`,
  ],
};

/** A range that holds none of the rows, so that what none is at least, none is above either. */
function rangeWords(min: string | null, max: string | null): string {
  const [least, most] = [spokenBound("min", min), spokenBound("max", max)];
  if (min !== null && max !== null) return min === max ? `exactly ${least}` : `from ${least} to ${most}`;
  if (min !== null) return min === "0" ? "$0 or more" : `above ${least.replace("above ", "")}`;
  return max === "0" ? "$0 or less" : `below ${most.replace("below ", "")}`;
}
