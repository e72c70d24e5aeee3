import { formatCount } from "@/lib/contracts/money";
import { agencyNames } from "@/lib/query/agency-names";
import { type FilterName, filter } from "@/lib/query/filters";
import type { Query } from "@/lib/query/query";
import type { Labels } from "@/lib/query/query-text";
import { valueText } from "@/lib/query/query-text";
import { type FilterPart, filterParts, type Relaxed } from "@/lib/query/relaxation";

/**
 * A sentence that names the filter that leaves no rows: `0 of 39 Palantir actions are above $100 million`. `relaxed` holds
 * the relaxations of the query; `among` follows the word for the rows, to say which of them are counted.
 */
export function emptyResult(
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
    return `No ${subject(query, labels)} ${noun} ${isAll ? "are in these records" : "match these filters"}`;
  }
  const { request, count } = best;
  const others = filterParts(request).some(({ name }) => name !== "company")
    ? " that match the other filters"
    : "";
  const sentence = filter(part.name).predicate(wordsOf(query, labels, part.name), query);
  const [ofActions, ofContracts = ofActions] = typeof sentence === "string" ? [sentence] : sentence;
  return `0 of ${formatCount(count)} ${subject(request, labels)} ${noun}${others} ${query.view === "actions" ? ofActions : ofContracts}`;
}

/** The companies of a query, or its agencies if it names no company. */
const subject = (query: Query, labels: Labels) =>
  query.company.length > 0 ? wordsOf(query, labels, "company").join(" and ") : agencyNames(query);

/** The most values of a filter in the sentence, and the most letters of each. */
const mostNamed = 3;
const mostLetters = 60;

function wordsOf(query: Query, labels: Labels, name: FilterName): string[] {
  const { quoted } = filter(name);
  const values = [query[name]].flat().map((value) => {
    const words = valueText(query, labels, name, String(value));
    const letters = [...words];
    const short = letters.length > mostLetters ? `${letters.slice(0, mostLetters).join("")}…` : words;
    return quoted === "always" || (quoted === "unnamed" && words === value) ? `“${short}”` : short;
  });
  return values.length > mostNamed
    ? [...values.slice(0, mostNamed), `${formatCount(values.length - mostNamed)} more`]
    : values;
}
