import { z } from "zod";
import type { LeftOut } from "@/lib/contracts/rule-tables";
import { type RuleTable, readRules, uniqueBy } from "@/lib/identity/rules";

const filled = z.string().min(1, "is empty");

const leftOutRule = z.strictObject({
  id: filled,
  title: filled,
  detail: filled,
  source: filled,
  url: z.string().regex(/^https:\/\/[^\s]+$/, "is not an address that begins with https://"),
});

/**
 * Reads `data/left-out.csv`.
 * @throws {RuleError} for a malformed row or a repeated id.
 */
export function readLeftOut(table: RuleTable): LeftOut[] {
  const rules = readRules(table, leftOutRule);
  uniqueBy(table, rules, ({ id }) => id);
  return rules.map(({ rule }) => rule);
}
