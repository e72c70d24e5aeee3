import { z } from "zod";
import { categorySlugs } from "@/lib/contracts/categories";
import { isDay } from "@/lib/contracts/days";
import { contractOver, type KnownProblem, problemScopes, severities } from "@/lib/contracts/known-problems";
import { type RuleTable, readRules, uniqueBy } from "@/lib/identity/rules";

const day = z.string().refine((text) => text === "" || isDay(text), "is not a day such as 2026-11-23");

const problemRule = z.strictObject({
  id: z.string().min(1, "is empty"),
  title: z.string().min(1, "is empty"),
  detail: z.string().min(1, "is empty"),
  agency: z.string(),
  category: z.enum(["", ...categorySlugs], `is none of ${categorySlugs.join(", ")}`).optional(),
  from: day,
  to: day,
  applies: z
    .string()
    .refine(
      (text) =>
        problemScopes.some((scope) => scope === text) ||
        /^PIID [A-Z0-9]+$/.test(text) ||
        contractOver.test(text),
      `is none of ${problemScopes.filter(Boolean).join(", ")}, PIID and a number, or contract over and an amount`,
    )
    .optional(),
  severity: z.enum(severities, `is none of ${severities.join(", ")}`),
});

/**
 * Reads `data/problems.csv`.
 * @throws {RuleError} for a malformed row or a repeated id.
 */
export function readProblems(table: RuleTable): KnownProblem[] {
  const rules = readRules(table, problemRule);
  uniqueBy(table, rules, (rule) => rule.id);
  return rules.map(({ rule: { agency, category, from, to, ...rest } }) => ({
    ...rest,
    ...(category && { category }),
    agency: agency || null,
    from: from || null,
    to: to || null,
  }));
}
