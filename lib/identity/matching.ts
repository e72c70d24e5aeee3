import { nameParts } from "@/lib/identity/names";

/** A name, prepared for comparison with typed text. */
export interface SearchName {
  /** The normalized name with its legal forms. */
  whole: string;
  /** The normalized name without them. */
  stem: string;
  /** The stem without spaces and ANDs, so that `AT&T`, `at and t` and `ATT` are equal. */
  joined: string;
}

const joinedWords = (stem: string) =>
  stem
    .split(" ")
    .filter((word) => word !== "and")
    .join("");

/** Prepares a name for many comparisons. */
export function searchName(name: string): SearchName {
  const { stem, forms } = nameParts(name);
  return { whole: [stem, ...forms].join(" "), stem, joined: joinedWords(stem) };
}

/** The fewest letters to search inside words: fewer would be in too many of them. */
const shortestPart = 4;

/**
 * Makes a function that ranks how well a name matches typed text, ignoring case, punctuation and spacing. 0: equal; 1: equal
 * without legal forms; 2: its first words; 3: its first letters; 4: the first letters of some of its words; 5: a part of it, or
 * its first letters without spaces; `null`: no match.
 */
export function nameMatcher(typed: string): (name: SearchName) => number | null {
  const { whole, stem, joined } = searchName(typed);
  if (!joined) return () => null;
  // A single letter matches whole words only: the T of AT&T must not match every TECHNOLOGY.
  const words = stem.split(" ").map((word) => (word.length === 1 ? ` ${word} ` : ` ${word}`));
  return (name) => {
    if (name.whole === whole) return 0;
    if (name.stem === stem || name.joined === joined) return 1;
    if (name.whole.startsWith(`${stem} `)) return 2;
    if (name.whole.startsWith(stem)) return 3;
    const padded = ` ${name.whole} `;
    if (words.every((word) => padded.includes(word))) return 4;
    if (joined.length < shortestPart) return null;
    return name.whole.includes(stem) || name.joined.startsWith(joined) ? 5 : null;
  };
}
