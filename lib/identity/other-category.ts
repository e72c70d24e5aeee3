import { z } from "zod";
import { categorySlugs } from "@/lib/contracts/categories";
import { isDay } from "@/lib/contracts/days";
import type { OtherCategory } from "@/lib/contracts/rule-tables";
import { type RuleTable, readRules, uniqueBy } from "@/lib/identity/rules";

const otherCategoryRule = z.strictObject({
  category: z.enum(categorySlugs, `is none of ${categorySlugs.join(", ")}`),
  title: z.string().min(1, "is empty"),
  query: z.string().regex(/^\w+=[^\s]+$/, "is not a query such as agency=7014&company=ami-metals"),
  reviewed: z.string().refine(isDay, "is not a day such as 2026-11-23"),
});

/**
 * Reads `data/other-category.csv`.
 * @throws {RuleError} for a malformed or repeated row.
 */
export function readOtherCategory(table: RuleTable): OtherCategory[] {
  const entries = readRules(table, otherCategoryRule);
  uniqueBy(table, entries, ({ category, query }) => `${category} ${query}`);
  return entries.map(({ rule: { category, title, query } }) => ({ category, title, query }));
}
