import { z } from "zod";
import { type Category, categories, categorySlugs } from "@/lib/contracts/categories";
import { isDay } from "@/lib/contracts/days";
import { RuleError, type RuleTable, readRules, uniqueBy } from "@/lib/identity/rules";

const categoryRule = z
  .strictObject({
    slug: z.enum(categorySlugs, `is none of ${categorySlugs.join(", ")}`),
    name: z.string(),
    match: z.enum(["exact", "prefix", "rest"], "is none of exact, prefix, rest"),
    value: z.string(),
    reviewed: z
      .string()
      .refine((day) => day === "" || isDay(day), "is neither blank nor a day such as 2026-11-23")
      .default(""),
    note: z.string().default(""),
  })
  .refine((rule) => rule.name === categories[rule.slug], "has a name that its slug does not have")
  .refine((rule) => (rule.match === "rest") === (rule.value === ""), "needs a value, except with rest");

export interface CategoryRules {
  /** The category of a product or service by its description; `rest` for `null` and for descriptions without a rule. */
  categoryOf: (description: string | null) => Category;
  /** The line of the rule for a description; `null` for the rest. */
  lineFor: (description: string) => number | null;
  /** The day on which a person reviewed the purchases with a description; `null` without a review. */
  reviewedOn: (description: string) => string | null;
  /** The lines of all rules except `rest`. */
  lines: number[];
}

/** A prefix must end with a word: `GUNS` is no prefix of `GUNSMITHING`. */
const startsWith = (text: string, prefix: string) =>
  text.startsWith(prefix) && !/^[\p{L}\p{N}]{2}/u.test(prefix.slice(-1) + text.charAt(prefix.length));

/**
 * Reads `data/categories.csv`. Exact descriptions win over prefixes, longer prefixes over shorter ones; one row of kind
 * `rest` takes all other descriptions.
 * @throws {RuleError} for a malformed or repeated row.
 */
export function readCategoryRules(table: RuleTable): CategoryRules {
  const entries = readRules(table, categoryRule);
  const unique = uniqueBy(table, entries, ({ match, value }) => `${match} ${value.toUpperCase()}`);
  const rest = entries.find(({ rule }) => rule.match === "rest");
  if (!rest) throw new RuleError(table.file, 1, "the table has no row of kind rest");
  const prefixes = entries
    .filter(({ rule }) => rule.match === "prefix")
    .sort((one, other) => other.rule.value.length - one.rule.value.length);
  const find = (description: string) => {
    const text = description.trim().toUpperCase();
    return (
      unique.get(`exact ${text}`) ?? prefixes.find(({ rule }) => startsWith(text, rule.value.toUpperCase()))
    );
  };
  return {
    categoryOf: (description) => ((description !== null && find(description)) || rest).rule.slug,
    lineFor: (description) => find(description)?.line ?? null,
    reviewedOn: (description) => find(description)?.rule.reviewed || null,
    lines: entries.filter(({ rule }) => rule.match !== "rest").map(({ line }) => line),
  };
}
