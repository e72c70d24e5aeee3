import { z } from "zod";
import { isDay } from "@/lib/contracts/days";
import type { BrandRule } from "@/lib/contracts/facts";
import type { CompanyRules } from "@/lib/identity/companies";
import { RuleError, type RuleTable, readRules, uniqueBy } from "@/lib/identity/rules";

const parts = (separator: string) => (text: string) =>
  text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== "");

const phrases = z
  .string()
  .transform(parts("|"))
  .refine(
    (list) => list.every((phrase) => /^[a-z0-9]([^*]*|[a-z0-9]{2}[^*]*\*)$/i.test(phrase)),
    "has a phrase that does not begin with a letter or digit, or a * elsewhere than after three letters or more",
  );

const brandRule = z.strictObject({
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "is not lower-case words joined by hyphens"),
  brand: z.string().min(1, "is empty"),
  owner: z.string(),
  pattern: phrases.refine((list) => list.length > 0, "is empty"),
  context: phrases,
  exclude: phrases,
  true: z.string().transform(parts("||")),
  false: z.string().transform(parts("||")),
  reviewed: z.string().refine(isDay, "is not a day such as 2026-11-23"),
  note: z.string(),
}) satisfies z.ZodType<BrandRule>;

/**
 * Checks `data/brands.csv`. Throws {@link RuleError} for a malformed row, a slug given twice, an owner that
 * `data/companies.csv` does not have, and an example that its own rule gets wrong.
 */
export function readBrandRules(table: RuleTable, companies: CompanyRules): BrandRule[] {
  const entries = readRules(table, brandRule);
  uniqueBy(table, entries, ({ slug }) => slug);
  const owners = new Set([...companies.values()].map(({ rule }) => rule.slug));
  for (const { line, rule } of entries) {
    const fail = (problem: string) => {
      throw new RuleError(table.file, line, problem);
    };
    if (!owners.has(rule.owner)) fail(`owner ${JSON.stringify(rule.owner)} is not in data/companies.csv`);
    if (rule.true.length === 0) fail("true is empty; at least one example must match");
    const names = matcher(rule);
    for (const example of rule.true)
      if (!names(example.toLowerCase())) fail(`does not match its true example ${JSON.stringify(example)}`);
    for (const example of rule.false)
      if (names(example.toLowerCase())) fail(`matches its false example ${JSON.stringify(example)}`);
  }
  return entries.map(({ rule }) => rule);
}

/**
 * Where a phrase occurs in lower-case text: not within a longer word, a space as any run of spaces, hyphens and
 * slashes, a `*` at the end as more letters.
 */
function expression(phrase: string): RegExp {
  const words = phrase
    .toLowerCase()
    .replace(/\*$/, "")
    .split(/ +/)
    .map((word) => word.replace(/[^\p{L}\p{N}]/gu, "\\$&"));
  const more = phrase.endsWith("*") ? "\\p{L}*" : "";
  return new RegExp(`(?<![\\p{L}\\p{N}])${words.join("[\\s/\\-]+")}${more}(?![\\p{L}\\p{N}])`, "gu");
}

/** Every place of an expression in a text as start and end, those that begin inside another one too. */
function spans(pattern: RegExp, text: string): [start: number, end: number][] {
  const found: [number, number][] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    found.push([match.index, match.index + match[0].length]);
    pattern.lastIndex = match.index + 1;
  }
  return found;
}

/** Whether a description in lower case names the brand. */
function matcher({ pattern, context, exclude }: BrandRule): (text: string) => boolean {
  const [named, needed, left] = [pattern, context, exclude].map((list) => list.map(expression)) as [
    RegExp[],
    RegExp[],
    RegExp[],
  ];
  return (text) => {
    const found = named.flatMap((each) => spans(each, text));
    if (found.length === 0) return false;
    if (needed.length > 0 && !needed.some((each) => spans(each, text).length > 0)) return false;
    if (left.length === 0) return true;
    const excluded = left.flatMap((each) => spans(each, text));
    return found.some(([start, end]) => !excluded.some(([from, to]) => from <= start && end <= to));
  };
}

export interface BrandFinder {
  /**
   * An RE2 expression for lower-case text that finds every description a rule could match, and others too: what it
   * leaves is few enough to be looked at here.
   */
  candidates: string;
  /** The places in the list of rules of those that a description matches. */
  find(description: string): number[];
}

/** Letters enough to tell most first words apart, and few enough for those that end in `*`. */
const clue = (word: string) => word.slice(0, 3);
const plainWords = (text: string) => text.toLowerCase().split(/[^a-z0-9]+/);

/** Looks for all brands at once. */
export function brandFinder(rules: readonly BrandRule[]): BrandFinder {
  const matchers = rules.map(matcher);
  const byClue = new Map<string, number[]>();
  for (const [index, { pattern }] of rules.entries()) {
    for (const key of new Set(pattern.map((phrase) => clue(plainWords(phrase)[0] ?? ""))))
      byClue.set(key, [...(byClue.get(key) ?? []), index]);
  }
  const shapes = rules.flatMap(({ pattern }) =>
    pattern.map((phrase) => plainWords(phrase).filter(Boolean).join("[^a-z0-9]+")),
  );
  return {
    candidates: shapes.length === 0 ? "a^" : `(?:^|[^a-z0-9])(?:${[...new Set(shapes)].join("|")})`,
    find: (description) => {
      const text = description.toLowerCase();
      const likely = new Set(plainWords(text).flatMap((word) => byClue.get(clue(word)) ?? []));
      return [...likely].filter((index) => matchers[index]?.(text)).sort((one, other) => one - other);
    },
  };
}
