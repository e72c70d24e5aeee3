/** Words as they are written, by the form that is compared. */
export type Words = ReadonlyMap<string, string>;

/** The words that describe a contract. */
export interface Described {
  /** The words of all its descriptions. */
  all: Words;
  /** Those of its award: of its first description here, where the award itself is not in these records. */
  award: Words;
  /** Those of its award outside brackets, which mostly hold abbreviations of the words before them. */
  unbracketed: Words;
}

/** In how many of the counted contracts each word occurs; a word that is missing occurs in one. */
export interface Rarity {
  contracts: number;
  counts: ReadonlyMap<string, number>;
}

const word = /\p{L}[\p{L}\p{N}&]*|\p{N}+\p{L}[\p{L}\p{N}]*/gu;
/** Numbers of modifications, years, periods and contracts, and months: they differ where the same thing is described. */
const number = /^(?:[PM]\d+|FY\d*|O[YP]\d)$|\d{4}/;
const months = new Set(
  "JAN FEB MAR APR JUN JUL AUG SEP SEPT OCT NOV DEC JANUARY FEBRUARY MARCH APRIL JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER".split(
    " ",
  ),
);
const isCompared = (text: string) => text.length > 1 && !months.has(text) && !number.test(text);

function singular(text: string): string {
  if (text.length < 4 || !text.endsWith("S") || text.endsWith("SS")) return text;
  return text.endsWith("IES") ? `${text.slice(0, -3)}Y` : text.slice(0, -1);
}

/** The words that texts are compared by, in one number and in capitals. */
export function wordsOf(...texts: string[]): Words {
  const words = new Map<string, string>();
  for (const text of texts) {
    for (const [written] of text.matchAll(word)) {
      const compared = written.toUpperCase();
      if (!isCompared(compared)) continue;
      const key = singular(compared);
      if (!words.has(key)) words.set(key, written);
    }
  }
  return words;
}

/** The words that describe a contract, from the descriptions of its actions in order. */
export function described(descriptions: string[]): Described {
  const [first = ""] = descriptions;
  const award = wordsOf(first);
  const outside = wordsOf(first.replace(/\([^()]*\)/g, " "));
  return { all: wordsOf(...new Set(descriptions)), award, unbracketed: outside.size > 0 ? outside : award };
}

/** A word is rare where at most one contract in so many has it, and very rare where one in so many has. */
const rareIn = 150;
const veryRareIn = 650;
/** How many rare words two contracts have to share: with a very rare one among them, and without. */
const leastShared = { withVeryRare: 2, without: 3 };
/** How much of the later award's words, by weight, the earlier contract has to have, and of the earlier award's the later one. */
const leastOfLater = 0.6;
const leastOfEarlier = 0.4;
/** From this share on, both ways, the smaller number of shared words is enough without a very rare one. */
const nearlyAll = 0.9;

/**
 * The rare words that an earlier and a later contract share, the rarest first, as they are written; `null` where they do
 * not describe the same thing: where one has too little of the words of the other's award, where they share too few rare
 * words, or where the rarest word is a very rare one, such as the name of a place or a product, and only one has it.
 */
export function sharedWords(earlier: Described, later: Described, rarity: Rarity): string[] | null {
  const count = (key: string) => rarity.counts.get(key) ?? 1;
  const isRare = (contracts: number, oneIn = rareIn) => contracts * oneIn <= rarity.contracts;
  const ofLater = shareOf(later, earlier, rarity);
  const ofEarlier = shareOf(earlier, later, rarity);
  if (!(ofLater >= leastOfLater && ofEarlier >= leastOfEarlier)) return null;

  const rare = [...new Map([...earlier.award, ...later.award])]
    .filter(([key]) => earlier.all.has(key) && later.all.has(key) && isRare(count(key)))
    .sort(([one], [other]) => count(one) - count(other) || (one < other ? -1 : 1));
  const rarest = (keys: string[]) => Math.min(...keys.map(count));
  const rarestShared = rarest(rare.map(([key]) => key));
  const isEnough = isRare(rarestShared, veryRareIn) || Math.min(ofLater, ofEarlier) >= nearlyAll;
  if (rare.length < (isEnough ? leastShared.withVeryRare : leastShared.without)) return null;

  const rarestUnshared = rarest([...unshared(earlier, later), ...unshared(later, earlier)]);
  if (isRare(rarestUnshared, veryRareIn) && rarestUnshared < rarestShared) return null;
  return rare.map(([, written]) => written);
}

/** The share of the words of one contract's award that the other has, the rarer words weighing more. */
function shareOf({ award, unbracketed }: Described, { all }: Described, rarity: Rarity): number {
  const weight = (keys: Iterable<string>) => {
    let sum = 0;
    for (const key of keys) sum += Math.log(rarity.contracts / (rarity.counts.get(key) ?? 1));
    return sum;
  };
  const found = [...award.keys()].filter((key) => all.has(key));
  return weight(found) / weight(new Set([...found, ...unbracketed.keys()]));
}

const unshared = ({ unbracketed }: Described, { all }: Described): string[] =>
  [...unbracketed.keys()].filter((key) => !all.has(key));

/** How close in time two contracts have to be, and how many may be suggested. */
export const suggestionLimits = {
  /** The most days between the last action of one and the award of the next. */
  daysApart: 90,
  /** Or the most days between a year after the award of the one and the award of the next: what is renewed each year. */
  daysFromYear: 35,
  /** The fewest days between the two awards, so that one is not a part of the other. */
  daysBetweenAwards: 180,
  /** The most suggestions. More of them say only that orders of this kind are common. */
  suggestions: 3,
} as const;
