import { z } from "zod";
import { RuleError, type RuleTable, readRules, uniqueBy } from "@/lib/identity/rules";

const categoryRule = z
  .strictObject({
    slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "is not lower-case words joined by hyphens"),
    name: z.string().min(1, "is empty"),
    match: z.enum(["exact", "prefix", "rest"], "is none of exact, prefix, rest"),
    value: z.string(),
  })
  .refine((rule) => (rule.match === "rest") === (rule.value === ""), "needs a value, except with rest");

export interface Category {
  slug: string;
  name: string;
}

export interface CategoryRules {
  categories: Category[];
  /** The category of a recorded product or service; `null` and what no rule names fall to `rest`. */
  categoryOf: (description: string | null) => Category;
  /** The line of the rule that decides for a description; `null` for the rest. */
  lineFor: (description: string) => number | null;
  /** Every line with the kind of its rule. */
  lines: { line: number; match: "exact" | "prefix" | "rest" }[];
}

/** A prefix ends where a word ends: `GUNS` is none of `GUNSMITHING`. */
const startsWith = (text: string, prefix: string) =>
  text.startsWith(prefix) && !/^[\p{L}\p{N}]{2}/u.test(prefix.slice(-1) + text.charAt(prefix.length));

/**
 * Checks `data/categories.csv`: exact descriptions win over prefixes, a longer prefix over a shorter one, and
 * one row of kind `rest` takes everything else. Throws {@link RuleError} where rows repeat or contradict.
 */
export function readCategoryRules(table: RuleTable): CategoryRules {
  const entries = readRules(table, categoryRule);
  const categories = new Map<string, Category>();
  for (const { line, rule } of entries) {
    const known = categories.get(rule.slug);
    if (known && known.name !== rule.name)
      throw new RuleError(
        table.file,
        line,
        `calls ${rule.slug} ${JSON.stringify(rule.name)}, an earlier line ${JSON.stringify(known.name)}`,
      );
    if (!known) categories.set(rule.slug, { slug: rule.slug, name: rule.name });
  }
  uniqueBy(table, entries, (rule) => `${rule.match} ${rule.value.toUpperCase()}`);
  const rest = entries.find(({ rule }) => rule.match === "rest");
  if (!rest) throw new RuleError(table.file, 1, "has no row of kind rest");

  const exact = new Map(
    entries
      .filter(({ rule }) => rule.match === "exact")
      .map((entry) => [entry.rule.value.toUpperCase(), entry]),
  );
  const prefixes = entries
    .filter(({ rule }) => rule.match === "prefix")
    .sort((one, other) => other.rule.value.length - one.rule.value.length);
  const find = (description: string) => {
    const text = description.toUpperCase();
    return exact.get(text) ?? prefixes.find(({ rule }) => startsWith(text, rule.value.toUpperCase()));
  };
  const named = ({ rule }: typeof rest): Category => categories.get(rule.slug) ?? rule;
  return {
    categories: [...categories.values()],
    categoryOf: (description) => named((description !== null && find(description)) || rest),
    lineFor: (description) => find(description)?.line ?? null,
    lines: entries.map(({ line, rule }) => ({ line, match: rule.match })),
  };
}
