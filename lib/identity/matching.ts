import { nameParts } from "@/lib/identity/names";

/** A name as it is compared with what somebody types. */
export interface SearchName {
  /** The name with its legal forms, in one spelling. */
  whole: string;
  /** The name without them. */
  stem: string;
  /** The stem without spaces and ANDs, so that `AT&T`, `at and t` and `ATT` are one. */
  joined: string;
}

const joinedWords = (stem: string) =>
  stem
    .split(" ")
    .filter((word) => word !== "and")
    .join("");

/** Takes a name apart once, to be compared many times. */
export function searchName(name: string): SearchName {
  const { stem, forms } = nameParts(name);
  return { whole: [stem, ...forms].join(" "), stem, joined: joinedWords(stem) };
}

/** The fewest letters that are looked for inside a word: fewer are in too many. */
const shortestPart = 4;

/**
 * How well names fit what was typed, whatever its case, punctuation and spacing: 0 the name, 1 the name but for its
 * legal form, 2 its first words, 3 its beginning, 4 the beginnings of some of its words, 5 a part of
 * it, or its beginning but for the spaces; `null` not at all.
 */
export function nameMatcher(typed: string): (name: SearchName) => number | null {
  const { whole, stem, joined } = searchName(typed);
  if (!joined) return () => null;
  // A single letter is a word of its own; else the T of AT&T would be the beginning of every TECHNOLOGY.
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
