import { type FilterName, filter, filterNames } from "@/lib/query/filters";
import { isSet, type Query, withoutFilters } from "@/lib/query/query";

/** Something of what is asked that can be left out. */
export interface Removable<Subject> {
  /** What it is, after "without": `the amount filter`. */
  words: string;
  without(asked: Subject): Subject;
}

/** What is asked with some parts of it left out, and how many rows there are then. */
export interface Relaxed<Asked, Own extends Removable<Asked> = Removable<Asked>> {
  parts: Own[];
  asked: Asked;
  count: number;
}

/** The most counts that are made to say why there is nothing. */
const mostCounts = 15;

/**
 * What would have rows where what is asked has none: every part that helps by being left out, in the order of the parts; where
 * none does, every two of them; else what is left without all of them. Nothing where that has none either.
 */
export async function relax<Asked, Own extends Removable<Asked>>(
  asked: Asked,
  parts: readonly Own[],
  count: (asked: Asked) => Promise<number>,
): Promise<Relaxed<Asked, Own>[]> {
  const helpful = async (choices: Own[][]) => {
    const counted = choices.slice(0, mostCounts).map(async (left) => {
      const less = left.reduce((before, part) => part.without(before), asked);
      return { parts: left, asked: less, count: await count(less) };
    });
    return (await Promise.all(counted)).filter((one) => one.count > 0);
  };
  const single = await helpful(parts.map((part) => [part]));
  if (single.length > 0 || parts.length < 2) return single;
  const pairs = parts.flatMap((one, index) => parts.slice(index + 1).map((other) => [one, other]));
  const double = await helpful(pairs);
  return double.length > 0 || parts.length < 3 ? double : helpful([[...parts]]);
}

/** Whether it takes more than one part left out for there to be any row. */
export const needsSeveral = (relaxed: readonly { parts: readonly unknown[] }[]): boolean =>
  relaxed.some(({ parts }) => parts.length > 1);

/** What is left out, in words: `without the amount filter and the sign filter`. */
export const relaxedText = ({ parts }: { parts: readonly { words: string }[] }): string =>
  parts.length > 2
    ? "without all of these filters"
    : `without ${parts.map(({ words }) => words).join(" and ")}`;

export interface FilterPart extends Removable<Query> {
  /** The filter, the first of those that are taken away together. */
  name: FilterName;
}

const removable = filterNames.flatMap((name) => {
  const { relax, label } = filter(name);
  return relax ? [{ name, label, ...relax, part: relax.part ?? name }] : [];
});

/** Filters that are taken away together, those first that narrow a subject rather than name it. */
const parts = removable
  .filter(({ part }, index) => removable.findIndex((other) => other.part === part) === index)
  .map(({ name, part, label, words, at }) => ({
    name,
    part,
    at,
    words: words ?? `the ${part === name ? label.toLowerCase() : part} filter`,
    names: removable.filter((other) => other.part === part).map((other) => other.name),
  }))
  .sort((one, other) => one.at - other.at);

/** The filters of a query that can be taken away: all but the agency, which every query has. */
export const filterParts = (query: Query): FilterPart[] =>
  parts
    .filter(({ names }) => names.some((name) => isSet(query, name)))
    .map(({ name, part, names, words }) => ({
      name,
      words,
      // The measure says nothing without bounds.
      without: (asked) => withoutFilters(asked, part === "amount" ? [...names, part] : names),
    }));
