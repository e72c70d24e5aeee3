import levenshtein from "damerau-levenshtein";

import { type SearchName, searchName } from "@/lib/identity/matching";

/** The part of the letters of a name that a misspelling may have wrong; one letter always. */
const mostWrong = 0.34;

/** A beginning of a name is a worse fit than a whole name that is as near. */
const beginningPenalty = 0.5;

/**
 * Makes a function that says how far a name is from typed text that misspells it, as the part of its letters that are
 * wrong, missing, extra or swapped: of the whole name, or of as many of its first words as come nearest. `null` where that
 * is another name.
 */
export function spellingMatcher(typed: string): (name: SearchName) => number | null {
  const { joined } = searchName(typed);
  return (name) => {
    let best: number | null = null;
    for (const start of beginnings(name)) {
      const longest = Math.max(joined.length, start.length);
      const most = Math.max(1, Math.floor(Math.min(joined.length, start.length) * mostWrong));
      if (Math.abs(start.length - joined.length) > most) continue;
      const { steps } = levenshtein(joined, start);
      const part = (steps + (start === name.joined ? 0 : beginningPenalty)) / longest;
      if (steps <= most && (best === null || part < best)) best = part;
    }
    return best;
  };
}

/** The first word of a name, its first two, and so on, each without spaces. */
function beginnings({ stem }: SearchName): string[] {
  const words = stem.split(" ").filter((word) => word !== "and");
  return words.map((_, index) => words.slice(0, index + 1).join(""));
}
