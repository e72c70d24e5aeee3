import { snapshotColumn } from "@/lib/contracts/columns";
import type { SnapshotInfo } from "@/lib/contracts/facts";
import type { PictureFormat } from "@/lib/http/picture";
import type { Fault } from "@/lib/http/problem";
import { given } from "@/lib/query/parse";
import { exportColumns, isSet, type Query, selectionOf, toSearchParams } from "@/lib/query/query";

export const exportFormats = ["csv", "json", "ndjson"] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const mediaTypes: Record<ExportFormat, string> = {
  csv: "text/csv; charset=utf-8",
  json: "application/json",
  ndjson: "application/x-ndjson",
};

/** Reads the format: the extension of a list URL, else `format`, else the first of `formats`. */
export function readFormat<Format extends string = ExportFormat>(
  path: string,
  params: URLSearchParams,
  formats: readonly [Format, ...Format[]] = exportFormats as never,
): { format: Format; problems: Fault[] } {
  const extension = formats.find((format) => path.toLowerCase().endsWith(`.${format}`));
  const values = given(params, "format");
  const named = formats.find((format) => format === values[0]);
  const problem = (detail: string) => ({
    format: extension ?? formats[0],
    problems: [{ name: "format", detail }],
  });
  if (values.length > 1) return problem("must be given once");
  if (values.length === 1 && !named) return problem(`must be one of ${formats.join(", ")}`);
  if (extension && named && named !== extension) return problem(`must be ${extension}, as the address says`);
  return { format: extension ?? named ?? formats[0], problems: [] };
}

/** The first line of a CSV, after the byte order mark that makes spreadsheets read UTF-8. */
export function csvHeader(query: Query, has: SnapshotInfo["has"]): string {
  const names: string[] = exportColumns(query, has);
  return `\uFEFF${[...names, ...(query.view === "actions" ? [snapshotColumn] : [])].join(",")}\r\n`;
}

/** The longest list of filters in a file name. */
const longestName = 100;

/**
 * A file name that says what was selected, and the snapshot: `ice-actions_company-palantir_fy-2025_4f2a….csv`.
 * It begins with ICE where no agency is named, and ends at a whole filter where there are too many. `what` is what a
 * row is, and `more` what the file was asked beside the query.
 */
export function exportName(
  query: Query,
  snapshot: string,
  format: ExportFormat | "ics" | PictureFormat,
  { what = query.view, more = {} }: { what?: string; more?: Record<string, string> } = {},
): string {
  const selected = toSearchParams({ ...selectionOf(query), snapshot: null });
  selected.delete("view");
  for (const [name, value] of Object.entries(more)) if (value) selected.append(name, value);
  const filters = [...selected].map(([name, value]) => inFileName(`${name}-${spellMinus(value)}`));
  let fitting = filters.length;
  while (filters.slice(0, fitting).join("_").length > longestName) fitting -= 1;
  const parts = [
    `${isSet(query, "agency") ? "" : "ice-"}${what}`,
    ...filters.slice(0, fitting),
    ...(fitting < filters.length ? ["and-more"] : []),
    snapshot,
  ];
  return `${parts.join("_")}.${format}`;
}

/** The minus of an amount or an excluded word as a word, since a hyphen stands for anything in a file name. */
const spellMinus = (value: string) => value.replace(/(^|\s)-(?=\S)/g, "$1minus-");

const inFileName = (text: string) => text.replace(/[^A-Za-z0-9.]+/g, "-").replace(/^-|-$/g, "");

/** How long a client may take nothing before its download is ended: the server has room for few at once. */
const patienceMs = 60_000;
/** The most that is handed over at once: little enough for a client that is only slow to be seen taking something. */
const portionBytes = 262_144;

/**
 * A body made from pieces between a head and a tail, read no faster than the client takes them. A failure on the way
 * aborts the download, so a cut file never looks whole; a client that leaves ends the pieces, and so does one that
 * takes nothing for `patience` milliseconds.
 */
export function byteStream(
  head: string,
  pieces: AsyncGenerator<Uint8Array>,
  tail: string,
  patience = patienceMs,
): ReadableStream<Uint8Array> {
  const body = portions(head, pieces, tail);
  let waiting: NodeJS.Timeout | undefined;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        clearTimeout(waiting);
        const { value, done } = await body.next();
        if (done) return controller.close();
        controller.enqueue(value);
        waiting = setTimeout(async () => {
          controller.error(new DOMException("The client takes nothing of its download.", "AbortError"));
          await body.return();
        }, patience);
      },
      async cancel() {
        clearTimeout(waiting);
        await body.return();
      },
    },
    { highWaterMark: 1 },
  );
}

/** The head is not given before the first piece: pieces that have not begun cannot be ended. */
async function* portions(
  head: string,
  pieces: AsyncGenerator<Uint8Array>,
  tail: string,
): AsyncGenerator<Uint8Array, void, void> {
  const encoder = new TextEncoder();
  let before = head;
  for await (const piece of pieces) {
    yield* cut(encoder.encode(before));
    yield* cut(piece);
    before = "";
  }
  yield* cut(encoder.encode(before + tail));
}

function* cut(bytes: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += portionBytes)
    yield bytes.subarray(from, from + portionBytes);
}
