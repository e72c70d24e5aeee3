import "server-only";

import type { Query } from "@/lib/query/query";
import { allRowsSql, csvSql } from "@/lib/query/sql";
import { withCompany } from "@/lib/store/contracts";
import type { Store } from "@/lib/store/open";

/**
 * Every row of a query as lines of CSV, without the header, some thousand at a time. The query has begun before this
 * resolves, so a query that fails is an error and not a cut file.
 */
export async function csvLines(
  store: Store,
  query: Query,
  signal: AbortSignal,
): Promise<AsyncGenerator<string>> {
  const chunks = await store.chunks(
    csvSql(query, query.view === "actions" ? store.info.id : undefined),
    signal,
  );
  return (async function* () {
    for await (const { columns } of chunks) yield `${(columns[0] as string[]).join("\r\n")}\r\n`;
  })();
}

/** Every row of a query with the chosen columns, some thousand at a time, as pages and endpoints give it. */
export async function allRows(
  store: Store,
  query: Query,
  signal: AbortSignal,
): Promise<AsyncGenerator<object[]>> {
  const chunks = await store.chunks(allRowsSql(query), signal);
  return (async function* () {
    for await (const { columns, names, count } of chunks) {
      yield Array.from({ length: count }, (_, row) => {
        const facts = Object.fromEntries(names.map((name, index) => [name, columns[index]?.[row]]));
        return "company" in facts ? withCompany(facts as { company: string; company_slug: string }) : facts;
      });
    }
  })();
}
