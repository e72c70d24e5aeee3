import "server-only";

import { columnsOf, type LookupName, type View } from "@/lib/contracts/columns";
import { lookupOf, lookupSql, lookupTables } from "@/lib/sql/fields";
import type { Sql } from "@/lib/sql/fragments";
import { subcontractorNamesSql } from "@/lib/sql/subawards";

/** The lookup tables and the subcontractors in memory, some thousand rows, by their numbers. */
export type Lookups = Record<LookupName | "subcontractor", Map<number, LookupRow>>;

type LookupRow = { id: number } & Record<string, string | null>;

/** Reads the lookup tables whole. */
export async function readLookups(rows: (statement: Sql) => Promise<LookupRow[]>): Promise<Lookups> {
  const lookups = {} as Lookups;
  const read = async (name: keyof Lookups, statement: Sql) => {
    lookups[name] = new Map((await rows(statement)).map((row) => [row.id, row]));
  };
  for (const name of Object.keys(lookupTables) as LookupName[]) await read(name, lookupSql(name));
  await read("subcontractor", subcontractorNamesSql);
  return lookups;
}

/** Rows of a view as pages and endpoints give them: names for numbers, the company as its slug and name. */
export function withLookups<Row extends object>(
  { lookups }: { lookups: Lookups },
  view: View,
  rows: object[],
): Row[] {
  const lookupColumns = columnsOf(view).flatMap(([name, entry]) => {
    const source = lookupOf(entry.field);
    return source ? [{ name, column: source.column, by: lookups[source.name] }] : [];
  });
  return rows.map((row) => {
    const facts: Record<string, unknown> = { ...row };
    for (const { name, column, by } of lookupColumns) {
      if (!(name in facts)) continue;
      const entry = by.get(facts[name] as number);
      facts[name] = name === "company" ? { slug: entry?.slug, name: entry?.name } : (entry?.[column] ?? null);
    }
    return facts as Row;
  });
}
