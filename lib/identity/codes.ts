import { z } from "zod";
import { type RuleTable, readRules, uniqueBy } from "@/lib/identity/rules";

const codeRule = z.strictObject({ code: z.string().min(1, "is empty"), name: z.string().min(1, "is empty") });

const agencyRule = codeRule.extend({ usaspending: z.string().optional() });

const officeRule = codeRule.extend({ basis: z.string().optional() });

/** The name of a code; `null` if the table lacks it. */
export type NamesByCode = (code: string) => string | null;

/** The name of an office and a sentence on where it comes from; `null` if the table lacks its code. */
export type OfficesByCode = (code: string) => { name: string; basis: string | null } | null;

/**
 * Reads `data/offices.csv`.
 * @throws {RuleError} for a malformed row or a repeated code.
 */
export function readOffices(table: RuleTable): OfficesByCode {
  const offices = uniqueBy(table, readRules(table, officeRule), (rule) => rule.code);
  return (code) => {
    const rule = offices.get(code)?.rule;
    return rule ? { name: rule.name, basis: rule.basis || null } : null;
  };
}

/**
 * Reads `data/agencies.csv`. Its column `usaspending` is the name that the API of USAspending knows an agency by, if it
 * differs from the one that we show.
 * @throws {RuleError} for a malformed row or a repeated code.
 */
export function readAgencyNames(table: RuleTable): { agencies: NamesByCode; usaspending: NamesByCode } {
  const names = uniqueBy(table, readRules(table, agencyRule), (rule) => rule.code);
  return {
    agencies: (code) => names.get(code)?.rule.name ?? null,
    usaspending: (code) => names.get(code)?.rule.usaspending || names.get(code)?.rule.name || null,
  };
}
