import { z } from "zod";
import { isDay } from "@/lib/contracts/days";
import type { AlsoKnown } from "@/lib/contracts/rule-tables";
import type { CompanyRules } from "@/lib/identity/companies";
import { normalizeName } from "@/lib/identity/names";
import { RuleError, type RuleTable, readRules, uniqueBy } from "@/lib/identity/rules";

const alsoKnownRule = z.strictObject({
  name: z.string().min(1, "is empty"),
  company: z.string().min(1, "is empty"),
  reason: z.string().regex(/^\S.*\.$/s, "is not a sentence"),
  reviewed: z.string().refine(isDay, "is not a day such as 2026-11-23"),
});

/**
 * Reads `data/also-known.csv`: names that readers search a company by, beyond those of `data/companies.csv`.
 * @throws {RuleError} for a malformed row, a repeated name, or a company without a rule.
 */
export function readAlsoKnown(table: RuleTable, companies: CompanyRules): AlsoKnown[] {
  const entries = readRules(table, alsoKnownRule);
  uniqueBy(table, entries, ({ name }) => normalizeName(name));
  const slugs = new Set([...companies.values()].map(({ rule }) => rule.slug));
  for (const { line, rule } of entries) {
    if (!slugs.has(rule.company))
      throw new RuleError(
        table.file,
        line,
        `company ${JSON.stringify(rule.company)} is not in data/companies.csv`,
      );
  }
  return entries.map(({ rule: { name, company, reason } }) => ({ name, company, reason }));
}
