import "server-only";

import { columnsOf, type Explaining, type View } from "@/lib/contracts/columns";
import { explainer, explaining, explanationsSql } from "@/lib/sql/fields";
import type { Sql } from "@/lib/sql/fragments";

/** The explaining tables in memory, some thousand rows, by their numbers. */
export type Explanations = Record<Explaining, Map<number, Explanation>>;

type Explanation = { id: number } & Record<string, string | null>;

/** Reads the explaining tables whole. */
export async function readExplanations(
  rows: (statement: Sql) => Promise<Explanation[]>,
): Promise<Explanations> {
  const explanations = {} as Explanations;
  for (const name of Object.keys(explaining) as Explaining[]) {
    const found = await rows(explanationsSql(name));
    explanations[name] = new Map(found.map((row) => [row.id, row]));
  }
  return explanations;
}

/** Rows of a view as pages and endpoints give them: names for numbers, the company as its slug and name. */
export function explained<Row extends object>(
  { explanations }: { explanations: Explanations },
  view: View,
  rows: object[],
): Row[] {
  const explainedColumns = columnsOf(view).flatMap(([name, entry]) => {
    const source = explainer(entry.field);
    return source ? [{ name, column: source.column, by: explanations[source.name] }] : [];
  });
  return rows.map((row) => {
    const facts: Record<string, unknown> = { ...row };
    for (const { name, column, by } of explainedColumns) {
      if (!(name in facts)) continue;
      const entry = by.get(facts[name] as number);
      facts[name] = name === "company" ? { slug: entry?.slug, name: entry?.name } : (entry?.[column] ?? null);
    }
    return facts as Row;
  });
}
