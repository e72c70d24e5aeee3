import type { z } from "zod";

import type { SnapshotInfo } from "@/lib/contracts/snapshots";
import { mediaTypes } from "@/lib/http/export";
import { type Declared, toJson } from "@/lib/http/json";
import { Problem } from "@/lib/http/problem";
import { responses } from "@/lib/http/responses";
import { cacheHeaders, entityTag, notModified } from "@/lib/http/route";
import { type SheetColumn, sheet } from "@/lib/http/sheet";
import { type Query, toSearchParams } from "@/lib/query/query";
import { snapshotProblems } from "@/lib/query/relevant-problems";

/**
 * The JSON response of an endpoint, or 304 if the client has it already; `make` then does not run. Its money is in cents, as
 * the endpoint's schema says. `own` is the endpoint's own parameters, which are not in the query, as text.
 * @throws {Problem} 404 if the query names a snapshot that is not stored.
 */
export async function answer<Endpoint extends keyof typeof responses, Body>(
  endpoint: Endpoint,
  request: Request,
  info: SnapshotInfo,
  query: Query,
  make: () => Promise<Body & Declared<Body, (typeof responses)[Endpoint]>>,
  own = "",
): Promise<Response> {
  requireSnapshot(info, query);
  const path = new URL(request.url).pathname;
  const tag = entityTag(info.id, `${path}?${toSearchParams(query)}&${own}`);
  return (
    notModified(request, tag) ??
    new Response(JSON.stringify(toJson<z.ZodType, unknown>(responses[endpoint], await make())), {
      headers: { ...cacheHeaders(tag), "content-type": "application/json" },
    })
  );
}

/** The same for a table that fits into memory, as a CSV file. */
export async function answerSheet<Row>(
  request: Request,
  info: SnapshotInfo,
  query: Query,
  { file, columns, rows }: Sheet<Row>,
  own = "",
): Promise<Response> {
  requireSnapshot(info, query);
  const tag = entityTag(info.id, `csv:${new URL(request.url).pathname}?${toSearchParams(query)}&${own}`);
  return (
    notModified(request, tag) ??
    new Response(sheet(columns, await rows()), {
      headers: {
        ...cacheHeaders(tag),
        "content-type": mediaTypes.csv,
        "content-disposition": `attachment; filename="${file}"`,
      },
    })
  );
}

interface Sheet<Row> {
  file: string;
  columns: readonly SheetColumn<Row>[];
  rows: () => Promise<readonly Row[]>;
}

/** @throws {Problem} 404 if the query names a snapshot that is not stored, so that the current one was opened. */
export function requireSnapshot(info: SnapshotInfo, query: Query): void {
  const problems = snapshotProblems(query, info.id);
  if (problems.length === 0) return;
  const detail = `Stored snapshots are listed at /api/snapshots. Leave out \`snapshot\` to read ${info.id}, the published one.`;
  throw new Problem(404, "No such snapshot", detail, problems);
}
