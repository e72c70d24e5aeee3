import { z } from "zod";
import { isDay } from "@/lib/contracts/days";
import { type RuleTable, readRules } from "@/lib/identity/rules";

const slug = z.string().min(1, "is empty");

const lookalikeRule = z
  .strictObject({
    company: slug,
    other: z.union([z.literal("").transform(() => null), slug]),
    note: z.string().regex(/^\S.*\.$/s, "is not a sentence"),
    reviewed: z.string().refine(isDay, "is not a day such as 2026-11-23"),
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
