import "server-only";
import { type DuckDBConnection, INTEGER, VARCHAR } from "@duckdb/node-api";
import { actionKindCode, readKind } from "@/lib/contracts/kinds";
import { appendRows } from "@/lib/import/append";

type KindInput = [
  id: number,
  type: string | null,
  modification: string,
  description: string | null,
  sign: number,
];

/**
 * Reads the kind of each action and writes it into the temporary table `kinds`, since it is read from words by rules that
 * SQL does not have. `rows` selects a number, the action type, the modification, the description and the sign of the amount.
 */
export async function writeKinds(connection: DuckDBConnection, rows: string) {
  await connection.run("create or replace temp table kinds (id integer, kind varchar)");
  const found = await connection.stream(rows);
  const kinds: [number, string][] = [];
  for (let chunk = await found.fetchChunk(); chunk?.rowCount; chunk = await found.fetchChunk()) {
    for (const [id, type, modification, description, sign] of chunk.getRows() as KindInput[]) {
      kinds.push([id, actionKindCode(readKind({ type, modification, description, amount: sign }).kind)]);
    }
  }
  await appendRows(connection, "kinds", [INTEGER, VARCHAR], kinds, "temp");
}

/** The staged actions, by the numbers that they get. */
export const stagedKinds = `
select numbered.id, action_type.text, texts.text, staged.description, sign(staged.cents)::integer
from numbered
  join staged on staged.rowid = numbered.r
  join modification_texts texts on texts.id = staged.modification
  left join texts action_type on action_type.id = staged.action_type`;
