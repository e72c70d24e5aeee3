import { readFileSync } from "node:fs";
import { join } from "node:path";

import Papa from "papaparse";

/** A brand as the plain program knows it: the rule of `data/brands.csv`, read and applied by nothing of the program. */
export interface PlainBrand {
  slug: string;
  name: string;
  owner: string;
  names(description: string): boolean;
  /** Whether the description has one of the rule's words as a word, whatever else the rule asks. */
  hasWords(description: string): boolean;
}

const split = (cell: string | undefined, by: string) =>
  (cell ?? "").split(by).flatMap((part) => part.trim() || []);
const isLetter = (sign: string | undefined) => sign !== undefined && /\p{L}/u.test(sign);
const isDigit = (sign: string | undefined) => sign !== undefined && /\p{N}/u.test(sign);
const isGap = (sign: string | undefined) => sign !== undefined && /[\s/-]/.test(sign);

/** The places where the words of a phrase follow each other in a text, each as its first and last sign. */
function places(phrase: string, text: string[]): [number, number][] {
  const isOpen = phrase.endsWith("*");
  const signs = [...phrase.toLowerCase().replace("*", "")];
  const found: [number, number][] = [];
  for (let start = 0; start < text.length; start += 1) {
    if (text[start] !== signs[0] || isLetter(text[start - 1]) || isDigit(text[start - 1])) continue;
    let at = start;
    const fits = signs.every((sign) => {
      if (sign !== " ") return text[at++] === sign;
      const before = at;
      while (isGap(text[at])) at += 1;
      return at > before;
    });
    while (fits && isOpen && isLetter(text[at])) at += 1;
    if (fits && !isLetter(text[at]) && !isDigit(text[at])) found.push([start, at - 1]);
  }
  return found;
}

const readTable = (name: string) =>
  Papa.parse<Record<string, string>>(readFileSync(join(process.cwd(), "data", name), "utf8"), {
    header: true,
    skipEmptyLines: true,
  }).data;

// All rules are matched to one description before the next.
let last = { description: "", lower: "" };
function lowerCase(description: string): string {
  if (last.description !== description) last = { description, lower: description.toLowerCase() };
  return last.lower;
}

/** The tests of a description for the phrases of a rule, given as cells of its table. */
function plainRule(pattern = "", context = "", exclude = ""): Pick<PlainBrand, "names" | "hasWords"> {
  const [patterns, contexts, exclusions] = [pattern, context, exclude].map((cell) => split(cell, "|")) as [
    string[],
    string[],
    string[],
  ];
  const words = patterns.map((phrase) => phrase.toLowerCase().replace("*", "").split(" "));
  const signsOf = (description: string) => {
    const lower = lowerCase(description);
    return words.some((some) => some.every((word) => lower.includes(word))) ? [...lower] : null;
  };
  return {
    names: (description) => {
      const signs = signsOf(description);
      if (!signs) return false;
      const all = (phrases: string[]) => phrases.flatMap((phrase) => places(phrase, signs));
      const left = all(exclusions);
      const kept = all(patterns).filter(
        ([first, last]) => !left.some(([from, to]) => from <= first && last <= to),
      );
      return kept.length > 0 && (contexts.length === 0 || all(contexts).length > 0);
    },
    hasWords: (description) => {
      const signs = signsOf(description);
      return signs !== null && patterns.some((phrase) => places(phrase, signs).length > 0);
    },
  };
}

export const readPlainBrands = (): PlainBrand[] =>
  readTable("brands.csv").map((row) => ({
    slug: row.slug ?? "",
    name: row.brand ?? "",
    owner: row.owner ?? "",
    ...plainRule(row.pattern, row.context, row.exclude),
  }));

/** A facility as the plain program knows it. */
interface PlainFacility {
  slug: string;
  name: string;
  state: string;
  names(description: string): boolean;
}

/** The facilities of `data/facilities.csv` in the order of their names. */
export function readPlainFacilities(): PlainFacility[] {
  const table = readTable("facilities.csv");
  // Each phrase needs its longest word, and most descriptions have none of them.
  const phrases = table.flatMap((row) => [...split(row.phrases, "|"), ...split(row.ambiguous, "|")]);
  const longest = phrases.map(
    (phrase) =>
      phrase
        .toLowerCase()
        .split(/[^a-z0-9]+/)
        .toSorted((one, other) => other.length - one.length)[0] ?? "",
  );
  const likely = new RegExp([...new Set(longest)].join("|"));
  const facilities = table.map(
    ({ slug = "", name = "", state = "", phrases, ambiguous, context, exclude }) => {
      const rules = [plainRule(phrases, "", exclude), plainRule(ambiguous, context, exclude)];
      return {
        slug,
        name,
        state,
        names: (description: string) =>
          likely.test(lowerCase(description)) && rules.some((rule) => rule.names(description)),
      };
    },
  );
  const key = ({ name, slug }: PlainFacility) => `${name.toLowerCase()}\n${slug}`;
  return facilities.sort((one, other) => (key(one) < key(other) ? -1 : 1));
}
