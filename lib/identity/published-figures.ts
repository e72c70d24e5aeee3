import { z } from "zod";
import { isDay } from "@/lib/contracts/days";
import {
  type PublishedFigure,
  type PublishedMeasure,
  publishedMeasures,
} from "@/lib/contracts/published-figures";
import { type RuleTable, readRules, uniqueBy } from "@/lib/identity/rules";

const measures = Object.keys(publishedMeasures) as [PublishedMeasure, ...PublishedMeasure[]];
const filled = z.string().min(1, "is empty");

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
  const rules = readRules(table, publishedRule);
  uniqueBy(table, rules, ({ id }) => id);
  return rules.map(({ rule }) => rule);
}
