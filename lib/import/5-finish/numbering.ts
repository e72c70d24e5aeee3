import "server-only";
import { type DuckDBConnection, type DuckDBValue, INTEGER } from "@duckdb/node-api";
import { appendRows } from "@/lib/import/append";

/** Orders by name, ignoring case, `null` last; equal names by their exact text, then by `tie`. */
export function byName(one: string | null, other: string | null, tie = "", otherTie = ""): number {
  if (one === null || other === null) return one === other ? compare(tie, otherTie) : one === null ? 1 : -1;
  return compare(one.toLowerCase(), other.toLowerCase()) || compare(one, other) || compare(tie, otherTie);
}
export const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/**
 * The final id, from 1, of each used staged number: the rank of its value in `order`. Staged numbers whose values have the
 * same key share an id.
 */
export function rank<CellValue>(
  values: CellValue[],
  used: Iterable<number>,
  order: (one: CellValue, other: CellValue) => number,
  key: (value: CellValue) => unknown = (value) => value,
): Map<number, number> {
  const sorted = [...used].sort((one, other) => order(values[one] as CellValue, values[other] as CellValue));
  const final = new Map<unknown, number>();
  return new Map(
    sorted.map((staged) => {
      const name = key(values[staged] as CellValue);
      const id = final.get(name) ?? final.size + 1;
      final.set(name, id);
      return [staged, id];
    }),
  );
}

/** One row for each final id, made of the first staged value that has it. */
export function eachFinal<CellValue>(
  values: CellValue[],
  final: Map<number, number>,
  row: (value: CellValue) => DuckDBValue[],
): DuckDBValue[][] {
  const rows = new Map<number, DuckDBValue[]>();
  for (const [staged, id] of final)
    if (!rows.has(id)) rows.set(id, [id, ...row(values[staged] as CellValue)]);
  return [...rows.values()];
}

/** By staged number of a column: how many actions use it; 0 if only award summaries do. */
export async function usesOf(
  connection: DuckDBConnection,
  column: string,
  value = column,
): Promise<Map<number, number>> {
  const rows = await connection.runAndReadAll(
    `select number, sum(uses)::integer from (
      select ${value} as number, count(*) as uses from staged join placed on placed.r = staged.rowid group by 1
      union all select distinct ${column}, 0 from award_facts where contract not in (select contract from placed))
    where number is not null group by 1`,
  );
  return new Map(rows.getRows().map(([id, count]) => [id as number, count as number]));
}

/** Writes the temporary table `final_<name>`, which maps staged numbers to final ids, and to another id in `extra`. */
export async function writeFinal(
  connection: DuckDBConnection,
  name: string,
  final: Iterable<[number, number]>,
  extra?: (staged: number) => number,
) {
  await connection.run(`create temp table final_${name} (staged integer, id integer, extra integer)`);
  const rows = [...final].map(([staged, id]): DuckDBValue[] => [staged, id, extra?.(staged) ?? null]);
  await appendRows(connection, `final_${name}`, [INTEGER, INTEGER, INTEGER], rows, "temp");
}
