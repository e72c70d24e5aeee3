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

export function readPlainBrands(): PlainBrand[] {
  const text = readFileSync(join(process.cwd(), "data", "brands.csv"), "utf8");
  const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  // All brands are matched to one description before the next.
  let last = { description: "", lower: "" };
  const lowerCase = (description: string) => {
    if (last.description !== description) last = { description, lower: description.toLowerCase() };
    return last.lower;
  };
  return data.map((row) => {
    const [patterns, contexts, exclusions] = [row.pattern, row.context, row.exclude].map((cell) =>
      split(cell, "|"),
    ) as [string[], string[], string[]];
    const words = patterns.map((phrase) => phrase.toLowerCase().replace("*", "").split(" "));
    return {
      slug: row.slug ?? "",
      name: row.brand ?? "",
      owner: row.owner ?? "",
      names: (description) => {
        const lower = lowerCase(description);
        if (!words.some((some) => some.every((word) => lower.includes(word)))) return false;
        const signs = [...lower];
        const all = (phrases: string[]) => phrases.flatMap((phrase) => places(phrase, signs));
        const left = all(exclusions);
        const kept = all(patterns).filter(
          ([first, last]) => !left.some(([from, to]) => from <= first && last <= to),
        );
        return kept.length > 0 && (contexts.length === 0 || all(contexts).length > 0);
      },
      hasWords: (description) => {
        const lower = lowerCase(description);
        if (!words.some((some) => some.every((word) => lower.includes(word)))) return false;
        const signs = [...lower];
        return patterns.some((phrase) => places(phrase, signs).length > 0);
      },
    };
  });
}
