import { z } from "zod";
import { isDay } from "@/lib/contracts/days";
import type { RecordSource } from "@/lib/contracts/rule-tables";
import { type RuleTable, readRules, uniqueBy } from "@/lib/identity/rules";

const sourceRule = z.strictObject({
  file: z.string().min(1, "is empty"),
  agency: z.string(),
  fiscal_year: z.string(),
  publisher: z.string().min(1, "is empty"),
  retrieved: z.string().refine(isDay, "is not a day such as 2026-11-23"),
  retrieved_through: z.string().min(1, "is empty"),
  known_limits: z.string(),
});

/**
 * Reads `data/records/sources.csv`.
 * @throws {RuleError} for a malformed row or a repeated file.
 */
export function readSources(table: RuleTable): RecordSource[] {
  const rules = readRules(table, sourceRule);
  uniqueBy(table, rules, (rule) => rule.file);
  return rules.map(({ rule }) => rule);
}
