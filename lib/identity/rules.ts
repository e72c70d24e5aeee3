import { z } from "zod";
import { isDay } from "@/lib/contracts/days";

/** A cell with a text, and one with a day. */
export const filled = z.string().min(1, "is empty");
export const dayCell = z.string().refine(isDay, "is not a day such as 2026-11-23");

/** One data row of a rule table, with the line it starts on (the header is line 1). */
export interface RuleRow {
  line: number;
  cells: Record<string, string>;
}

/** A rule table of `data/`, parsed but not checked. Errors name its `file`. */
export interface RuleTable {
  file: string;
  rows: RuleRow[];
}

/** An invalid rule table. The message is one sentence with file and line. */
export class RuleError extends Error {
  override name = "RuleError";
  constructor(file: string, line: number, problem: string) {
    super(`${file}, line ${line}: ${problem}.`);
  }
}

/**
 * Checks every row against a schema.
 * @throws {RuleError} for the first row that does not fit.
 */
export function readRules<Rule>(table: RuleTable, schema: z.ZodType<Rule>): { line: number; rule: Rule }[] {
  return table.rows.map(({ line, cells }) => {
    const result = schema.safeParse(cells);
    if (result.success) return { line, rule: result.data };
    const [issue] = result.error.issues;
    const column = String(issue?.path[0]);
    if (issue?.code === "unrecognized_keys")
      throw new RuleError(table.file, 1, `the column ${issue.keys[0]} is not one of this table`);
    if (issue?.code === "invalid_type" && !Object.hasOwn(cells, column))
      throw new RuleError(table.file, 1, `the column ${column} is missing`);
    throw new RuleError(
      table.file,
      line,
      `${issue?.path.join(".") || "the row"} ${issue?.message ?? "does not fit"}`,
    );
  });
}

/**
 * Rows by a unique key.
 * @throws {RuleError} for the first repeated key.
 */
export function uniqueBy<Rule>(
  table: RuleTable,
  rules: { line: number; rule: Rule }[],
  key: (rule: Rule) => string,
): Map<string, { line: number; rule: Rule }> {
  const found = new Map<string, { line: number; rule: Rule }>();
  for (const entry of rules) {
    const text = key(entry.rule);
    const earlier = found.get(text);
    if (earlier)
      throw new RuleError(table.file, entry.line, `repeats ${JSON.stringify(text)} of line ${earlier.line}`);
    found.set(text, entry);
  }
  return found;
}

/**
 * The rules of a table in which each has a key of its own.
 * @throws {RuleError} for a row that does not fit, and for a repeated key.
 */
export function readUnique<Rule>(
  table: RuleTable,
  schema: z.ZodType<Rule>,
  key: (rule: Rule) => string,
): Rule[] {
  return [...uniqueBy(table, readRules(table, schema), key).values()].map(({ rule }) => rule);
}
