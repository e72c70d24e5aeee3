import { type FilterName, isSet, type Query, withoutFilters } from "@/lib/query/query";
import { filterLabels } from "@/lib/query/words";

/** Something of what is asked that can be left out. */
export interface Removable<Asked> {
  /** What it is, after "without": `the amount filter`. */
  words: string;
  without(asked: Asked): Asked;
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
export const isTangled = (relaxed: readonly { parts: readonly unknown[] }[]): boolean =>
  relaxed.some(({ parts }) => parts.length > 1);

/** What is left out, in words: `without the amount filter and the sign filter`. */
export const withoutWords = ({ parts }: { parts: readonly { words: string }[] }): string =>
  parts.length > 2
    ? "without all of these filters"
    : `without ${parts.map(({ words }) => words).join(" and ")}`;

/** The filters that are taken away together, those first that narrow a subject rather than name it. */
export const together = {
  amount: ["min", "max"],
  sign: ["sign"],
  date: ["from", "to"],
  fy: ["fy"],
  ends_before: ["ends_before"],
  type: ["type"],
  competition: ["competition"],
  place: ["place"],
  category: ["category"],
  psc: ["psc"],
  naics: ["naics"],
  office: ["office"],
  vehicle_agency: ["vehicle_agency"],
  vehicle: ["vehicle"],
  brand: ["brand"],
  brand_words: ["brand_words"],
  q: ["q"],
  recipient: ["recipient"],
  company: ["company"],
} as const satisfies Record<string, FilterName[]>;
export type FilterPartName = keyof typeof together;

export interface FilterPart extends Removable<Query> {
  name: FilterPartName;
}

/** The filters of a query that can be left out: all but the agency, which every query has. */
export function filterParts(query: Query): FilterPart[] {
  const names = Object.keys(together) as FilterPartName[];
  return names
    .filter((name) => together[name].some((filter) => isSet(query, filter)))
    .map((name) => ({
      name,
      words: name === "q" ? "the words" : `the ${partLabel(name)} filter`,
      without: (asked) =>
        withoutFilters(asked, name === "amount" ? ["min", "max", "amount"] : together[name]),
    }));
}

const partLabel = (name: FilterPartName) => {
  if (name === "amount" || name === "date") return name;
  return name === "brand_words" ? "brand words" : filterLabels[name].toLowerCase();
};
