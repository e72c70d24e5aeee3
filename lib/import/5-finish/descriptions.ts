import "server-only";
import {
  type DuckDBConnection,
  type DuckDBListValue,
  type DuckDBValue,
  INTEGER,
  VARCHAR,
} from "@duckdb/node-api";
import { wordsOf } from "@/lib/contracts/shared-words";
import { brandFinder } from "@/lib/identity/brands";
import { byName, compare } from "@/lib/import/5-finish/numbering";
import { appendRows } from "@/lib/import/append";
import type { Rules } from "@/lib/import/rule-tables";

/**
 * Writes the brands; `mentions`, the actions of other companies whose descriptions match a brand's rule; and `left_out`, those
 * that have the words of a brand without matching its rule.
 */
export async function writeBrands(connection: DuckDBConnection, rules: Rules) {
  const companies = await connection.runAndReadAll("select slug, id from companies");
  const companyIds = new Map(companies.getRows() as [string, number][]);
  const brands = [...rules.brands]
    .sort((one, other) => byName(one.brand, other.brand, one.slug, other.slug))
    .map((rule, index) => ({ rule, id: index + 1, owner: companyIds.get(rule.owner) ?? 0 }));
  await appendRows(
    connection,
    "brands",
    [INTEGER, VARCHAR, VARCHAR, INTEGER, VARCHAR],
    brands.map(({ rule, id, owner }) => [id, rule.slug, rule.brand, owner, JSON.stringify(rule)]),
  );

  const finder = brandFinder(brands.map(({ rule }) => rule));
  const found = await connection.stream(
    "select id, company, description from actions where regexp_matches(search, $candidates)",
    { candidates: finder.candidates },
  );
  const mentions: DuckDBValue[][] = [];
  const leftOut: DuckDBValue[][] = [];
  for (let chunk = await found.fetchChunk(); chunk?.rowCount; chunk = await found.fetchChunk()) {
    for (const [action, company, description] of chunk.getRows() as [number, number, string | null][]) {
      const ofOthers = (place: number) =>
        brands[place]?.owner === company ? [] : [[brands[place]?.id ?? 0, action]];
      mentions.push(...finder.find(description ?? "").flatMap(ofOthers));
      leftOut.push(...finder.findLeftOut(description ?? "").flatMap(ofOthers));
    }
  }
  for (const [table, rows] of [
    ["mentions", mentions],
    ["left_out", leftOut],
  ] as const) {
    rows.sort((one, other) => Number(one[0]) - Number(other[0]) || Number(one[1]) - Number(other[1]));
    await appendRows(connection, table, [INTEGER, INTEGER], rows);
  }
}

/** The most contracts whose words are counted: enough to find the rare words. */
const mostCounted = 30_000;

/** Counts in how many contracts each word of the descriptions occurs, over all contracts or an even sample. */
export async function writeWords(connection: DuckDBConnection) {
  const found = await connection.stream(
    `select list(distinct coalesce(description, '')) from actions
    where contract % (select greatest(1, ceil(count(*) / ${mostCounted}))::integer from contracts) = 0 group by contract`,
  );
  const counts = new Map([["", 0]]);
  const add = (word: string) => counts.set(word, (counts.get(word) ?? 0) + 1);
  for (let chunk = await found.fetchChunk(); chunk?.rowCount; chunk = await found.fetchChunk()) {
    for (const [texts] of chunk.getRows() as [DuckDBListValue][]) {
      add("");
      for (const word of wordsOf(...(texts.items as string[])).keys()) add(word);
    }
  }
  const rows = [...counts].filter(([word, contracts]) => word === "" || contracts > 1);
  rows.sort(([one], [other]) => compare(one, other));
  await appendRows(connection, "words", [VARCHAR, INTEGER], rows);
}
