import { type FilterName, filter, filterNames } from "@/lib/query/filters";
import { isSet, type Query, withoutFilters } from "@/lib/query/query";

/** A part of a request that can be removed. */
export interface Removable<Subject> {
  /** Its name after "without": `the amount filter`. */
  words: string;
  without(request: Subject): Subject;
}

/** A request with some of its parts removed, and its number of rows. */
export interface Relaxed<Request, Own extends Removable<Request> = Removable<Request>> {
  parts: Own[];
  request: Request;
  count: number;
}

/** The most counts in each step. */
const maxCounts = 15;

/**
 * The removals that give an empty request rows: every single part that helps, in their order; if none does, every pair;
 * if no pair does, all parts together. Empty if even that has no rows.
 */
export async function relax<Request, Own extends Removable<Request>>(
  request: Request,
  parts: readonly Own[],
  count: (request: Request) => Promise<number>,
): Promise<Relaxed<Request, Own>[]> {
  const helpful = async (choices: Own[][]) => {
    const counted = choices.slice(0, maxCounts).map(async (left) => {
      const less = left.reduce((before, part) => part.without(before), request);
      return { parts: left, request: less, count: await count(less) };
    });
    return (await Promise.all(counted)).filter((one) => one.count > 0);
  };
  const single = await helpful(parts.map((part) => [part]));
  if (single.length > 0 || parts.length < 2) return single;
  const pairs = parts.flatMap((one, index) => parts.slice(index + 1).map((other) => [one, other]));
  const double = await helpful(pairs);
  return double.length > 0 || parts.length < 3 ? double : helpful([[...parts]]);
}

/** Whether no single removal is enough. */
export const needsSeveral = (relaxed: readonly { parts: readonly unknown[] }[]): boolean =>
  relaxed.some(({ parts }) => parts.length > 1);

/** The removed parts as text: `without the amount filter and the sign filter`. */
export const relaxedText = ({ parts }: { parts: readonly { words: string }[] }): string =>
  parts.length > 2
    ? "without all of these filters"
    : `without ${parts.map(({ words }) => words).join(" and ")}`;

export interface FilterPart extends Removable<Query> {
  /** The filter, or the first of those that are removed together. */
  name: FilterName;
}

const removable = filterNames.flatMap((name) => {
  const { relax, label } = filter(name);
  return relax ? [{ name, label, ...relax, part: relax.part ?? name }] : [];
});

/** The filters that are removed together, in the order in which they are offered. */
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

/** The filters of a query that can be removed: all but the agency, which every query has. */
export const filterParts = (query: Query): FilterPart[] =>
  parts
    .filter(({ names }) => names.some((name) => isSet(query, name)))
    .map(({ name, part, names, words }) => ({
      name,
      words,
      // Without bounds the measure has no effect.
      without: (request) => withoutFilters(request, part === "amount" ? [...names, part] : names),
    }));
