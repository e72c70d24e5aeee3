import "server-only";
import {
  type DuckDBConnection,
  type DuckDBListValue,
  type DuckDBValue,
  INTEGER,
  VARCHAR,
} from "@duckdb/node-api";
import { wordsOf } from "@/lib/contracts/shared-words";
import { facilityFinder } from "@/lib/identity/facilities";
import { phraseFinder } from "@/lib/identity/phrases";
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

  const finder = phraseFinder(brands.map(({ rule }) => rule));
  const mentions: DuckDBValue[][] = [];
  const leftOut: DuckDBValue[][] = [];
  for await (const { action, company, description } of readCandidates(connection, finder.candidates)) {
    const ofOthers = (place: number) =>
      brands[place]?.owner === company ? [] : [[brands[place]?.id ?? 0, action]];
    mentions.push(...finder.find(description).flatMap(ofOthers));
    leftOut.push(...finder.findLeftOut(description).flatMap(ofOthers));
  }
  await appendMentions(connection, "mentions", mentions);
  await appendMentions(connection, "left_out", leftOut);
}

/** Writes the facilities, and the actions whose descriptions name them. */
export async function writeFacilities(connection: DuckDBConnection, rules: Rules) {
  const facilities = [...rules.facilities].sort((one, other) =>
    byName(one.name, other.name, one.slug, other.slug),
  );
  await appendRows(
    connection,
    "facilities",
    [INTEGER, VARCHAR, VARCHAR, VARCHAR, VARCHAR],
    facilities.map((rule, index) => [
      index + 1,
      rule.slug,
      rule.name,
      rule.state || null,
      JSON.stringify(rule),
    ]),
  );
  const finder = facilityFinder(facilities);
  const mentions: DuckDBValue[][] = [];
  for await (const { action, description } of readCandidates(connection, finder.candidates))
    mentions.push(...finder.find(description).map((place) => [place + 1, action]));
  await appendMentions(connection, "place_mentions", mentions);
  const named = "from place_mentions m join facilities f on f.id = m.facility";
  await connection.run(
    `insert into state_mentions select distinct f.state, m.action ${named} where f.state is not null order by all`,
  );
  await connection.run(`update actions set places = n.places
    from (select m.action, string_agg(f.name, '; ' order by f.id) as places ${named} group by m.action) n where n.action = actions.id`);
  await connection.run(`update contracts set places = n.places
    from (select contract, string_agg(name, '; ' order by id) as places
      from (select distinct a.contract, f.id, f.name ${named} join actions a on a.id = m.action) group by contract) n
    where n.contract = contracts.id`);
}

/** The actions whose descriptions match an expression. */
async function* readCandidates(connection: DuckDBConnection, candidates: string) {
  const found = await connection.stream(
    "select id, company, description from actions where regexp_matches(search, $candidates)",
    { candidates },
  );
  for (let chunk = await found.fetchChunk(); chunk?.rowCount; chunk = await found.fetchChunk()) {
    for (const [action, company, description] of chunk.getRows() as [number, number, string | null][])
      yield { action, company, description: description ?? "" };
  }
}

/** Writes pairs of what is named and the action that names it, in their order. */
async function appendMentions(connection: DuckDBConnection, table: string, pairs: DuckDBValue[][]) {
  pairs.sort((one, other) => Number(one[0]) - Number(other[0]) || Number(one[1]) - Number(other[1]));
  await appendRows(connection, table, [INTEGER, INTEGER], pairs);
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
