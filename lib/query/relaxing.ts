import { type FilterName, filter, filterNames } from "@/lib/query/filters";
import { isSet, type Query, withoutFilters } from "@/lib/query/query";

/** A part of a request that can be left out. */
export interface Removable<Subject> {
  /** Its name after "without": `the amount filter`. */
  words: string;
  without(request: Subject): Subject;
}

/** A request without some of its parts, and its number of rows. */
export interface Relaxed<Request, Own extends Removable<Request> = Removable<Request>> {
  parts: Own[];
  request: Request;
  count: number;
}

/** The maximum number of counts in each step. */
const maxCounts = 15;

/**
 * The changes that give an empty request rows: every part that helps when left out, in the order of the parts; if none
 * does, every pair; or else all parts together. Empty if that has no rows either.
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

/** Whether a single part is not enough to leave out. */
export const needsSeveral = (relaxed: readonly { parts: readonly unknown[] }[]): boolean =>
  relaxed.some(({ parts }) => parts.length > 1);

/** The parts that are left out: `without the amount filter and the sign filter`. */
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
      without: (request) => withoutFilters(request, part === "amount" ? [...names, part] : names),
    }));
