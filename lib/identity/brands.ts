import { z } from "zod";
import type { BrandRule } from "@/lib/contracts/brands";
import type { CompanyRules } from "@/lib/identity/companies";
import { cellParts, exampleFault, matcher, phrases } from "@/lib/identity/phrases";
import { dayCell, filled, RuleError, type RuleTable, readRules, uniqueBy } from "@/lib/identity/rules";

const brandRule = z.strictObject({
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "is not lower-case words joined by hyphens"),
  brand: filled,
  owner: z.string(),
  pattern: phrases.refine((list) => list.length > 0, "is empty"),
  context: phrases,
  exclude: phrases,
  expected: z.enum(["", "none"], "is neither blank nor none").optional(),
  true: z.string().transform(cellParts("||")),
  false: z.string().transform(cellParts("||")),
  reviewed: dayCell,
  note: z.string(),
}) satisfies z.ZodType<BrandRule>;

/**
 * Reads `data/brands.csv`.
 * @throws {RuleError} for a malformed row, a repeated slug, an owner that is not in `data/companies.csv`, or an example that
 * contradicts its rule.
 */
export function readBrandRules(table: RuleTable, companies: CompanyRules): BrandRule[] {
  const entries = readRules(table, brandRule);
  uniqueBy(table, entries, ({ slug }) => slug);
  const owners = new Set([...companies.values()].map(({ rule }) => rule.slug));
  for (const { line, rule } of entries) {
    const read = matcher(rule);
    const fault = owners.has(rule.owner)
      ? exampleFault(rule, (text) => read(text) === "named")
      : `owner ${JSON.stringify(rule.owner)} is not in data/companies.csv`;
    if (fault) throw new RuleError(table.file, line, fault);
  }
  return entries.map(({ rule }) => rule);
}
