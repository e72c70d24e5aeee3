import type { z } from "zod";

import { snapshotColumn } from "@/lib/contracts/columns";
import { washingtonDay } from "@/lib/contracts/days";
import type { SnapshotInfo } from "@/lib/contracts/snapshots";
import { exportName, type FileName, formatOf, mediaTypes } from "@/lib/http/export";
import { sheetFormats } from "@/lib/http/groups";
import { type Declared, toJson } from "@/lib/http/json";
import { originOf, originVary } from "@/lib/http/origin";
import { type NamedFault, Problem, readRequest } from "@/lib/http/problem";
import { endpointRequests } from "@/lib/http/requests";
import { responses } from "@/lib/http/responses";
import { route, tagged } from "@/lib/http/route";
import { type SheetColumn, sheet } from "@/lib/http/sheet";
import type { AddressCodec, RequestOf } from "@/lib/query/codec";
import { type Query, toSearchParams } from "@/lib/query/query";
import { snapshotProblems } from "@/lib/query/relevant-problems";
import { withKnownCompanies } from "@/lib/store/company";
import { openStore, type Store } from "@/lib/store/open";

type Handler = keyof typeof endpointRequests;
type Requested<Path extends Handler> = RequestOf<(typeof endpointRequests)[Path]> & { query: Query };
type ResponseOf<Path> = Path extends keyof typeof responses ? (typeof responses)[Path] : never;

/** A request to an endpoint, with the snapshot that it is answered from and the forms of an answer. */
export interface EndpointCall<Path extends Handler, Format extends string> {
  request: Request;
  /** The variable part of the path; empty if the route has none. */
  key: string;
  /** Everything that the address requests, and the query in it. */
  requested: Requested<Path>;
  query: Query;
  /** The extension of the address, else `format`, else the first format of the endpoint. */
  format: Format;
  /** Whether the address is one of a file, such as `/companies.json`. */
  isFile: boolean;
  store: Store;
  info: SnapshotInfo;
  /** The origin of absolute addresses. */
  origin: string;
  /** JSON with its money in cents, as the endpoint's schema says. With `file`, browsers save it. */
  json<Body>(
    make: () => Promise<Body & Declared<Body, ResponseOf<Path>>>,
    options?: Dependence & { file?: FileName | undefined },
  ): Promise<Response>;
  /** A table that fits into memory, as a CSV file; its last column is the snapshot. */
  sheet<Row>(
    file: FileName,
    columns: readonly SheetColumn<Row>[],
    rows: () => Promise<readonly Row[]>,
    options?: Dependence,
  ): Promise<Response>;
  /** Anything else. */
  respond(
    headers: Record<string, string>,
    make: Parameters<typeof tagged>[4],
    options?: Dependence,
  ): Promise<Response>;
}

/** What an answer depends on besides its address, its snapshot and the day. */
interface Dependence {
  /** Whether it has absolute addresses. */
  isAbsolute?: boolean;
}

interface EndpointOptions<Path extends Handler, Format extends string> {
  formats?: readonly [Format, ...Format[]];
  /** Finds faults that no codec sees, such as a missing parameter. */
  check?: (requested: Requested<Path>, params: URLSearchParams) => NamedFault[];
}

/** The GET handler of an endpoint: reads its address by its codec, and refuses what it cannot read and snapshots that are not stored. */
export function endpoint<Path extends Handler, Format extends string = (typeof sheetFormats)[number]>(
  path: Path,
  answer: (call: EndpointCall<Path, Format>) => Promise<Response>,
  { formats = sheetFormats as never, check = () => [] }: EndpointOptions<Path, Format> = {},
) {
  const codec = endpointRequests[path] as unknown as AddressCodec<Requested<Path>>;
  return route(async ({ request, params, key }) => {
    const { pathname } = new URL(request.url);
    const isFile = !/^\/api\//i.test(pathname);
    const formatIn = (read: object) =>
      formatOf(isFile ? pathname : "", (read as { format?: Format | null }).format ?? null, formats);
    const read = readRequest(codec, params, (one) => [...check(one, params), ...formatIn(one).faults]);
    const { format } = formatIn(read);
    const store = await openStore(read.query.snapshot);
    const query = await withKnownCompanies(store, read.query);
    const requested = { ...read, query };
    const { info } = store;
    requireSnapshot(info, query);
    const own = new URLSearchParams(codec.ownParams(requested));
    // What comes up is counted from today.
    const about = `${format}:${pathname}?${toSearchParams(query)}&${own} ${washingtonDay(new Date())}`;
    const attachment = (extension: "csv" | "json", file: FileName) => ({
      "content-disposition": `attachment; filename="${exportName(query, info.id, extension, file)}"`,
    });
    const origin = originOf(request.headers);
    const respond: EndpointCall<Path, Format>["respond"] = (headers, make, { isAbsolute = false } = {}) =>
      tagged(
        request,
        info.id,
        `${about} ${isAbsolute ? origin : ""}`,
        { ...headers, ...(isAbsolute && { vary: originVary }) },
        make,
      );
    return answer({
      ...{ request, key, requested, query, format, isFile, store, info, origin, respond },
      json: (make, { file, ...options } = {}) =>
        respond(
          { "content-type": "application/json", ...(file && attachment("json", file)) },
          async () =>
            JSON.stringify(
              toJson<z.ZodType, unknown>(responses[path as keyof typeof responses], await make()),
            ),
          options,
        ),
      sheet: (file, columns, rows, options) =>
        respond(
          { "content-type": mediaTypes.csv, ...attachment("csv", file) },
          async () =>
            sheet([...columns, { name: snapshotColumn, kind: "text", value: () => info.id }], await rows()),
          options,
        ),
    });
  });
}

/** @throws {Problem} 404 if the query names a snapshot that is not stored, so that the current one was opened. */
function requireSnapshot(info: SnapshotInfo, query: Query): void {
  const problems = snapshotProblems(query, info.id);
  if (problems.length === 0) return;
  const detail = `Stored snapshots are listed at /api/snapshots. Leave out \`snapshot\` to read ${info.id}, the published one.`;
  throw new Problem(404, "No such snapshot", detail, problems);
}
