import { snapshotColumn } from "@/lib/contracts/columns";
import type { PictureFormat } from "@/lib/contracts/pictures";
import type { SnapshotInfo } from "@/lib/contracts/snapshots";
import type { NamedFault } from "@/lib/http/problem";
import { defineRequest, queryOf } from "@/lib/query/codec";
import { choice } from "@/lib/query/parameters";
import { exportColumns, isSet, type Query, selectionOf, toSearchParams } from "@/lib/query/query";

export const exportFormats = ["csv", "json", "ndjson"] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const mediaTypes: Record<ExportFormat, string> = {
  csv: "text/csv; charset=utf-8",
  json: "application/json",
  ndjson: "application/x-ndjson",
};

/** The media types of texts. */
export const textTypes = { md: "text/markdown; charset=utf-8", txt: "text/plain; charset=utf-8" } as const;

/** Every row of a query: `/api/export`, `/contracts.csv`, `/contracts.json` and `npm run data -- export`. */
export const exportRequest = defineRequest({ query: queryOf(), format: choice(exportFormats, null) });

/** The format of an answer: the extension of its address, else the one named, else the first of `formats`. */
export function formatOf<Format extends string>(
  path: string,
  named: Format | null,
  formats: readonly [Format, ...Format[]],
): { format: Format; faults: NamedFault[] } {
  const extension = formats.find((format) => path.toLowerCase().endsWith(`.${format}`));
  const isOther = extension !== undefined && named !== null && named !== extension;
  return {
    format: extension ?? named ?? formats[0],
    faults: isOther ? [{ name: "format", detail: `must be ${extension}, as the address says` }] : [],
  };
}

/** The header line of a CSV, after the byte order mark that makes spreadsheets read UTF-8. */
export function csvHeader(query: Query, has: SnapshotInfo["has"]): string {
  const names: string[] = exportColumns(query, has);
  return `\uFEFF${[...names, ...(query.view === "actions" ? [snapshotColumn] : [])].join(",")}\r\n`;
}

/** The most characters of the filters in a file name. */
const maxFilterLength = 100;

/** What names a file besides its query: what its rows are, and the endpoint's own parameters. */
export interface FileName {
  what: string;
  more?: Record<string, string | number | null | undefined>;
}

/**
 * A file name with the selection and the snapshot: `ice-actions_company-palantir_fy-2025_4f2a….csv`. It begins with ICE
 * if no agency is named. Too many filters are cut after a whole one.
 */
export function exportName(
  query: Query,
  snapshot: string,
  format: ExportFormat | "ics" | PictureFormat,
  { what = query.view, more = {} }: Partial<FileName> = {},
): string {
  const selected = toSearchParams({ ...selectionOf(query), snapshot: null });
  selected.delete("view");
  for (const [name, value] of Object.entries(more)) if (value) selected.append(name, String(value));
  const filters = [...selected].map(([name, value]) => inFileName(`${name}-${spellMinus(value)}`));
  let fitting = filters.length;
  while (filters.slice(0, fitting).join("_").length > maxFilterLength) fitting -= 1;
  const parts = [
    `${isSet(query, "agency") ? "" : "ice-"}${what}`,
    ...filters.slice(0, fitting),
    ...(fitting < filters.length ? ["and-more"] : []),
    snapshot,
  ];
  return `${parts.join("_")}.${format}`;
}

/** Spells out the minus of an amount or an excluded word, because file names use hyphens for any character. */
const spellMinus = (value: string) => value.replace(/(^|\s)-(?=\S)/g, "$1minus-");

const inFileName = (text: string) => text.replace(/[^A-Za-z0-9.]+/g, "-").replace(/^-|-$/g, "");

/** How long a client may read nothing before its download ends, since few downloads can run at once. */
const idleTimeoutMs = 60_000;
/** Small enough that a slow client still reads a chunk before the idle timeout. */
const chunkBytes = 262_144;

/**
 * Streams a head, pieces and a tail, no faster than the client reads them. A failure on the way aborts the download, so a cut
 * file never looks whole. The pieces end if the client disconnects, or reads nothing for `idleTimeout` milliseconds.
 */
export function byteStream(
  head: string,
  pieces: AsyncGenerator<Uint8Array>,
  tail: string,
  idleTimeout = idleTimeoutMs,
): ReadableStream<Uint8Array> {
  const body = chunks(head, pieces, tail);
  let timer: NodeJS.Timeout | undefined;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        clearTimeout(timer);
        const { value, done } = await body.next();
        if (done) return controller.close();
        controller.enqueue(value);
        timer = setTimeout(async () => {
          controller.error(new DOMException("The client stopped reading its download.", "AbortError"));
          await body.return();
        }, idleTimeout);
      },
      async cancel() {
        clearTimeout(timer);
        await body.return();
      },
    },
    { highWaterMark: 1 },
  );
}

/** Yields the head only with the first piece: a generator that has not started cannot be ended. */
async function* chunks(
  head: string,
  pieces: AsyncGenerator<Uint8Array>,
  tail: string,
): AsyncGenerator<Uint8Array, void, void> {
  const encoder = new TextEncoder();
  let pending = head;
  for await (const piece of pieces) {
    yield* split(encoder.encode(pending));
    yield* split(piece);
    pending = "";
  }
  yield* split(encoder.encode(pending + tail));
}

function* split(bytes: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += chunkBytes) yield bytes.subarray(from, from + chunkBytes);
}
