import { z } from "zod";
import { type RuleTable, readRules, uniqueBy } from "@/lib/identity/rules";

const codeRule = z.strictObject({ code: z.string().min(1, "is empty"), name: z.string().min(1, "is empty") });

const agencyRule = codeRule.extend({ usaspending: z.string().optional() });

/** Names by code, of `data/offices.csv` and `data/agencies.csv`. A code that is not there is shown as it is. */
export type NamesByCode = (code: string) => string | null;

/** Checks a table of codes and names. Throws a `RuleError` for a malformed row and for a code given twice. */
export function readCodeNames(table: RuleTable): NamesByCode {
  const names = uniqueBy(table, readRules(table, codeRule), (rule) => rule.code);
  return (code) => names.get(code)?.rule.name ?? null;
}

/**
 * Checks the table of agencies; `usaspending` is the name by which the API of USAspending finds an agency, where that is
 * another than the one shown. Throws a `RuleError` as {@link readCodeNames} does.
 */
export function readAgencyNames(table: RuleTable): { agencies: NamesByCode; usaspending: NamesByCode } {
  const names = uniqueBy(table, readRules(table, agencyRule), (rule) => rule.code);
  return {
    agencies: (code) => names.get(code)?.rule.name ?? null,
    usaspending: (code) => names.get(code)?.rule.usaspending || names.get(code)?.rule.name || null,
  };
}
