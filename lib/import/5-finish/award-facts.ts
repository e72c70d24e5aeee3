import "server-only";
import { BOOLEAN, type DuckDBConnection, type DuckDBValue, INTEGER, VARCHAR } from "@duckdb/node-api";
import { isBase, modificationOrder } from "@/lib/contracts/awards";
import { recordedColumn } from "@/lib/contracts/recorded";
import type { Dictionaries } from "@/lib/import/3-stage/dictionary";
import { awardFacts } from "@/lib/import/3-stage/stage";
import { compare, rank } from "@/lib/import/5-finish/numbering";
import { appendRows } from "@/lib/import/append";

/** Writes `modification_texts`, the modification numbers with their order within a contract. */
export async function writeModifications(
  connection: DuckDBConnection,
  { modifications: { values } }: Dictionaries,
) {
  const all = new Set(values.keys());
  const places = rank(values, all, (one, other) =>
    compare(`${modificationOrder(one)}\n${one}`, `${modificationOrder(other)}\n${other}`),
  );
  await connection.run(
    "create temp table modification_texts (id integer, text varchar, sorted varchar, place integer, base boolean)",
  );
  const types = [INTEGER, VARCHAR, VARCHAR, INTEGER, BOOLEAN];
  const rows = values.map((text, id): DuckDBValue[] => [
    id,
    text,
    modificationOrder(text),
    places.get(id) ?? 0,
    isBase(text),
  ]);
  await appendRows(connection, "modification_texts", types, rows, "temp");
}

/**
 * Gathers the facts about each contract in `award_facts`, and about each agreement in `agreement_facts`. The latest row wins:
 * an action has its own day, an award summary the day of its retrieval.
 */
export async function writeAwardFacts(connection: DuckDBConnection, { texts }: Dictionaries) {
  await connection.run("create temp table texts (id integer, text varchar)");
  await appendRows(
    connection,
    "texts",
    [INTEGER, VARCHAR],
    texts.values.map((text, id) => [id, text]),
    "temp",
  );
  const columns = [
    ...["agency", "recipient", "product", "industry", "piid", "parent"],
    ...awardFacts.map((name) => recordedColumn(name).column as string),
  ];
  const gathered = (table: string, target: string, which: string) => `
    create temp table ${table} as
    with ordered as (select ${target}, described.*, retrieved, (row_number() over (
        order by coalesce(day, retrieved, 32767), described.file, texts.place, described.line desc)) as age
      from ${which} join described on described.rowid = r join files on files.file = described.file
        left join modification_texts texts on texts.id = modification)
    select ${target}, max(key) as key, arg_max(coalesce(office, prefix), age) as office, max(date '1970-01-01' + retrieved) as facts_as_of,
      ${columns.map((column) => `arg_max("${column}", age) as "${column}"`).join(", ")}
    from ordered group by ${target}`;
  await connection.run(gathered("award_facts", "contract", "award_rows"));
  await connection.run(gathered("agreement_facts", "agreement", "agreement_rows"));
}
