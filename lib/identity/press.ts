import { z } from "zod";
import { parseDollars } from "@/lib/contracts/money";
import type { PressFigure } from "@/lib/contracts/rule-tables";
import { type RuleTable, readRules } from "@/lib/identity/rules";

const pressRule = z.strictObject({
  figure: z.string().min(1, "is empty"),
  outlet: z.string().min(1, "is empty"),
  summary: z.string().min(1, "is empty"),
  query: z.string().regex(/^amount=[^\s]+$/, "is not a query such as amount=29.8M&company=palantir"),
  exact: z.string().transform((text, context) => {
    const cents = parseDollars(text);
    if (cents !== null) return cents;
    context.addIssue("is not an amount such as 29898236.00");
    return z.NEVER;
  }),
});

/**
 * Reads `data/press-figures.csv`.
 * @throws {RuleError} for a malformed row.
 */
export function readPressFigures(table: RuleTable): PressFigure[] {
  return readRules(table, pressRule).map(({ rule }) => rule);
}
