import { z } from "zod";
import { categorySlugs } from "@/lib/contracts/categories";
import { isDay } from "@/lib/contracts/days";
import { contractOver, type KnownProblem, problemScopes, severities } from "@/lib/contracts/known-problems";
import {
  type PublishedFigure,
  type PublishedMeasure,
  publishedMeasures,
} from "@/lib/contracts/published-figures";
import type { AlsoKnown, LeftOut, OtherCategory, RecordSource } from "@/lib/contracts/rule-tables";
import type { CompanyRules } from "@/lib/identity/companies";
import { normalizeName } from "@/lib/identity/names";
import {
  dayCell,
  filled,
  RuleError,
  type RuleTable,
  readRules,
  readUnique,
  uniqueBy,
} from "@/lib/identity/rules";

/* The rule tables that are read as they are; those that decide something have a file each. */

const sentence = z.string().regex(/^\S.*\.$/s, "is not a sentence");
const anyDay = z.string().refine((text) => text === "" || isDay(text), "is not a day such as 2026-11-23");
const measures = Object.keys(publishedMeasures) as [PublishedMeasure, ...PublishedMeasure[]];

const alsoKnownRule = z.strictObject({
  name: filled,
  company: filled,
  reason: sentence,
  reviewed: dayCell,
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

const codeRule = z.strictObject({ code: filled, name: filled });

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
  return readUnique(table, leftOutRule, ({ id }) => id);
}

const lookalikeRule = z
  .strictObject({
    company: filled,
    other: z.union([z.literal("").transform(() => null), filled]),
    note: sentence,
    reviewed: dayCell,
  })
  .refine(({ company, other }) => company !== other, "is about one company only");

/** A note on the page of `company`, which readers may confuse with `other`. Both are slugs; `other` is `null` if it has no page. */
export type Lookalike = z.infer<typeof lookalikeRule>;

/**
 * Reads `data/lookalikes.csv`.
 * @throws {RuleError} for a malformed row.
 */
export const readLookalikes = (table: RuleTable): { line: number; rule: Lookalike }[] =>
  readRules(table, lookalikeRule);

const otherCategoryRule = z.strictObject({
  category: z.enum(categorySlugs, `is none of ${categorySlugs.join(", ")}`),
  title: filled,
  query: z.string().regex(/^\w+=[^\s]+$/, "is not a query such as agency=7014&company=ami-metals"),
  reviewed: dayCell,
});

/**
 * Reads `data/other-category.csv`.
 * @throws {RuleError} for a malformed or repeated row.
 */
export function readOtherCategory(table: RuleTable): OtherCategory[] {
  return readUnique(table, otherCategoryRule, ({ category, query }) => `${category} ${query}`).map(
    ({ reviewed: _, ...rule }) => rule,
  );
}

const problemRule = z.strictObject({
  id: filled,
  title: filled,
  detail: filled,
  agency: z.string(),
  category: z.enum(["", ...categorySlugs], `is none of ${categorySlugs.join(", ")}`).optional(),
  from: anyDay,
  to: anyDay,
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
  return readUnique(table, problemRule, ({ id }) => id).map(({ agency, category, from, to, ...rest }) => ({
    ...rest,
    ...(category && { category }),
    agency: agency || null,
    from: from || null,
    to: to || null,
  }));
}

const publishedRule = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "is not a short name of small letters, digits and hyphens"),
  publisher: filled,
  published: z
    .string()
    .refine(
      (text) => isDay(text) || /^\d{4}(-(0[1-9]|1[0-2]))?$/.test(text),
      "is not a day, month or year such as 2026-01-26, 2026-01 or 2026",
    ),
  statement: filled,
  figure: z.string().regex(/\d/, "has no number"),
  measure: z.enum(measures, `is none of ${measures.join(", ")}`),
  query: z.string().regex(/^\w+=[^\s]+$/, "is not a query such as company=palantir&fy=2025"),
  seen_in: z.string(),
  url: z.string().regex(/^(https:\/\/[^\s]+)?$/, "is not an address that begins with https://"),
  note: z.string(),
});

/**
 * Reads `data/press-figures.csv`.
 * @throws {RuleError} for a malformed row or a repeated id.
 */
export function readPublishedFigures(table: RuleTable): PublishedFigure[] {
  return readUnique(table, publishedRule, ({ id }) => id);
}

const sourceRule = z.strictObject({
  file: filled,
  agency: z.string(),
  fiscal_year: z.string(),
  publisher: filled,
  retrieved: dayCell,
  retrieved_through: filled,
  known_limits: z.string(),
});

/**
 * Reads `data/records/sources.csv`.
 * @throws {RuleError} for a malformed row or a repeated file.
 */
export function readSources(table: RuleTable): RecordSource[] {
  return readUnique(table, sourceRule, ({ file }) => file);
}
