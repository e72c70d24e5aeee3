import { z } from "zod";

/** Phrases that tell from a description whether it names something. */
export interface PhraseRule {
  /** Any of these names it. */
  pattern: string[];
  /** At least one of these must occur anywhere in the description; nothing need where the list is empty. */
  context: string[];
  /** A match inside one of these does not count. */
  exclude: string[];
}

export const cellParts = (separator: string) => (text: string) =>
  text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== "");

/** A cell of phrases, separated by `|`. */
export const phrases = z
  .string()
  .transform(cellParts("|"))
  .refine(
    (list) => list.every((phrase) => /^[a-z0-9]([^*]*|[^*]{3,}\*)$/i.test(phrase)),
    "has a phrase that does not begin with a letter or digit, or a * elsewhere than at the end of four characters or more",
  );

interface Phrase {
  /** Finds the phrase, also inside longer words. */
  words: RegExp;
  /** Whether more letters may follow: the phrase ends with `*`. */
  isOpen: boolean;
}

/** Parses a phrase. A space in it matches any run of spaces, hyphens and slashes. */
function readPhrase(phrase: string): Phrase {
  const words = phrase
    .toLowerCase()
    .replace(/\*$/, "")
    .split(/ +/)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  return { words: new RegExp(words.join("[\\s/-]+"), "g"), isOpen: phrase.endsWith("*") };
}

// Tested on the two code units next to a phrase, because a letter can take two. Shared by all phrases: compiling a Unicode
// class for each would take longer than the search.
const endsInWord = /[\p{L}\p{N}]$/u;
const beginsInWord = /^[\p{L}\p{N}]/u;
const letters = /\p{L}*/uy;

/** The start and end of each occurrence of a phrase that is not inside a longer word. */
function spans({ words, isOpen }: Phrase, text: string): [start: number, end: number][] {
  const found: [number, number][] = [];
  words.lastIndex = 0;
  for (let match = words.exec(text); match; match = words.exec(text)) {
    const start = match.index;
    let end = start + match[0].length;
    if (isOpen) {
      letters.lastIndex = end;
      end += letters.exec(text)?.[0].length ?? 0;
    }
    const isWhole =
      !endsInWord.test(text.slice(Math.max(0, start - 2), start)) &&
      !beginsInWord.test(text.slice(end, end + 2));
    if (isWhole) found.push([start, end]);
    words.lastIndex = start + 1; // occurrences may overlap
  }
  return found;
}

/** Whether a description matches a rule, has its words but is left out by it, or neither. */
type Mention = "named" | "left out" | null;

/** Makes the test of lower-case descriptions for one rule. */
export function matcher({ pattern, context, exclude }: PhraseRule): (text: string) => Mention {
  const [named, needed, left] = [pattern, context, exclude].map((list) => list.map(readPhrase)) as [
    Phrase[],
    Phrase[],
    Phrase[],
  ];
  return (text) => {
    const found = named.flatMap((each) => spans(each, text));
    if (found.length === 0) return null;
    if (needed.length > 0 && !needed.some((each) => spans(each, text).length > 0)) return "left out";
    if (left.length === 0) return "named";
    const excluded = left.flatMap((each) => spans(each, text));
    const names = found.some(([start, end]) => !excluded.some(([from, to]) => from <= start && end <= to));
    return names ? "named" : "left out";
  };
}

interface RuleExamples {
  true: string[];
  false: string[];
  expected?: "" | "none" | undefined;
}

/** What is wrong with the examples of a rule that `names` a lower-case text or not; `null` if they agree with it. */
export function exampleFault(rule: RuleExamples, names: (text: string) => boolean): string | null {
  if (rule.true.length === 0 && rule.expected !== "none")
    return "true is empty; at least one example must match, unless none is expected";
  const missed = rule.true.find((example) => !names(example.toLowerCase()));
  if (missed !== undefined) return `does not match its true example ${JSON.stringify(missed)}`;
  const matched = rule.false.find((example) => names(example.toLowerCase()));
  return matched === undefined ? null : `matches its false example ${JSON.stringify(matched)}`;
}

interface PhraseFinder {
  /**
   * An RE2 expression for lower-case text that matches every description that a rule could match, and some others. DuckDB
   * filters by it, so that few descriptions are checked here.
   */
  candidates: string;
  /** The indexes of the rules that a description matches. */
  find(description: string): number[];
  /** The indexes of the rules that leave a description out although it has their words. */
  findLeftOut(description: string): number[];
}

/** The first letters of a word: enough to tell most first words apart, no more than a phrase with `*` has. */
const prefix = (word: string) => word.slice(0, 4);
/** How many words of a phrase the quick expression has: with all of them it takes twenty times as long. */
const wordsOfShape = 2;
const plainWords = (text: string) => text.toLowerCase().split(/[^a-z0-9]+/);

/** Makes a finder of all rules that one description matches. */
export function phraseFinder(rules: readonly PhraseRule[]): PhraseFinder {
  const matchers = rules.map(matcher);
  const byPrefix = new Map<string, number[]>();
  for (const [index, { pattern }] of rules.entries()) {
    for (const key of new Set(pattern.map((phrase) => prefix(plainWords(phrase)[0] ?? ""))))
      byPrefix.set(key, [...(byPrefix.get(key) ?? []), index]);
  }
  const shapes = rules.flatMap(({ pattern }) =>
    pattern.map((phrase) => plainWords(phrase).filter(Boolean).slice(0, wordsOfShape).join("[^a-z0-9]+")),
  );
  const finding = (mention: Mention) => (description: string) => {
    const text = description.toLowerCase();
    const likely = new Set(plainWords(text).flatMap((word) => byPrefix.get(prefix(word)) ?? []));
    return [...likely]
      .filter((index) => matchers[index]?.(text) === mention)
      .sort((one, other) => one - other);
  };
  return {
    candidates: shapes.length === 0 ? "a^" : `(?:^|[^a-z0-9])(?:${[...new Set(shapes)].join("|")})`,
    find: finding("named"),
    findLeftOut: finding("left out"),
  };
}
