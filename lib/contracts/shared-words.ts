/** The words of texts: by what each is compared by, as it is written. */
export type Words = ReadonlyMap<string, string>;

/** What a contract is described by. */
export interface Described {
  /** The words of all its descriptions. */
  all: Words;
  /** Those of its award: of its first description here, where the award itself is not in these records. */
  award: Words;
  /** Those of its award outside brackets, where abbreviations of what was just said stand. */
  open: Words;
}

/** How rare words are: in how many of the contracts that were counted each stands. One that is missing stands in one. */
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

/** What a contract is described by, from the descriptions of its actions, the first first. */
export function described(descriptions: string[]): Described {
  const [first = ""] = descriptions;
  const award = wordsOf(first);
  const open = wordsOf(first.replace(/\([^()]*\)/g, " "));
  return { all: wordsOf(...new Set(descriptions)), award, open: open.size > 0 ? open : award };
}

/** A word is rare that stands in one of so many contracts at most, and telling where it stands in one of so many. */
const rareIn = 150;
const tellingIn = 650;
/** How many rare words two contracts have to share, and how many where none of them is telling. */
const shared = { withTelling: 2, without: 3 };
/** How much of the award of the later contract, and of the earlier one, the other has to say, by the weight of the words. */
const saidBefore = 0.6;
const saidAgain = 0.4;
/** How much both have to say for two rare words to be enough. */
const saidAlmostAll = 0.9;

/**
 * The rare words that an earlier and a later contract share, the rarest first, as they are written; `null` where they do
 * not describe the same thing: where one says too little of what the award of the other does, where they share too few
 * rare words, or where the rarest of the telling words stands on one side alone, as the name of a place or of a product.
 */
export function sharedWords(earlier: Described, later: Described, rarity: Rarity): string[] | null {
  const count = (key: string) => rarity.counts.get(key) ?? 1;
  const isTelling = (contracts: number) => contracts * tellingIn <= rarity.contracts;
  const weight = (keys: Iterable<string>) => {
    let sum = 0;
    for (const key of keys) sum += Math.log(rarity.contracts / count(key));
    return sum;
  };
  const said = ({ award, open }: Described, { all }: Described) => {
    const again = [...award.keys()].filter((key) => all.has(key));
    return weight(again) / weight(new Set([...again, ...open.keys()]));
  };
  const [before, again] = [said(later, earlier), said(earlier, later)];
  if (!(before >= saidBefore && again >= saidAgain)) return null;

  const both = [...new Map([...earlier.award, ...later.award])]
    .filter(([key]) => earlier.all.has(key) && later.all.has(key))
    .sort(([one], [other]) => count(one) - count(other) || (one < other ? -1 : 1));
  const rare = both.filter(([key]) => count(key) * rareIn <= rarity.contracts);
  const rarest = (keys: string[]) => Math.min(...keys.map(count));
  const rarestShared = rarest(rare.map(([key]) => key));
  const isEnough = isTelling(rarestShared) || Math.min(before, again) >= saidAlmostAll;
  if (rare.length < (isEnough ? shared.withTelling : shared.without)) return null;

  const rarestApart = rarest([
    ...[...earlier.open.keys()].filter((key) => !later.all.has(key)),
    ...[...later.open.keys()].filter((key) => !earlier.all.has(key)),
  ]);
  return isTelling(rarestApart) && rarestApart < rarestShared ? null : rare.map(([, written]) => written);
}

/** How near in time two contracts have to be, and how many may be suggested. */
export const suggesting = {
  /** How many days may lie between the last action of one and the award of the next. */
  apart: 90,
  /** Or how many between a year after the award of the one and the award of the next: what is renewed each year. */
  fromYear: 35,
  /** How many days have to lie between the two awards, so that one is not a part of the other. */
  betweenAwards: 180,
  /** The most that are suggested: among more than these nobody could tell which it is. */
  most: 3,
} as const;
