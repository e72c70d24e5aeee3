import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { UsageError } from "@/lib/cli/failures";
import { formatCount } from "@/lib/contracts/money";
import { exportFormats, exportRequest, formatOf } from "@/lib/http/export";
import { exportBody } from "@/lib/http/export-body";
import { everyRowOf } from "@/lib/query/query";
import { openStore } from "@/lib/store/open";

/**
 * Writes every row of a query, given as a query string, to a file or to standard output.
 * @returns how many bytes of which snapshot were written.
 * @throws {UsageError} naming each parameter that cannot be read.
 */
export async function exportRows({
  query: text,
  out,
}: {
  query: string;
  out: string | undefined;
}): Promise<{ file: string | null; bytes: number; snapshot: string }> {
  const params = new URLSearchParams(text.replace(/^[^?]*\?/, ""));
  const { value, problems } = exportRequest.read(params);
  const { format, faults } = formatOf(out ?? "", value.format, exportFormats);
  const wrong = [...problems, ...faults];
  if (wrong.length > 0)
    throw new UsageError(wrong.map(({ name, detail }) => `${name} ${detail}.`).join("\n"));
  const query = everyRowOf(value.query);
  const store = await openStore(query.snapshot);
  if (query.snapshot !== null && query.snapshot !== store.info.id)
    throw new UsageError(`Snapshot ${query.snapshot} is not stored here.`);

  const body = await exportBody(store, query, format, new AbortController().signal);
  let bytes = 0;
  const counted = async function* (parts: AsyncIterable<Uint8Array>) {
    for await (const part of parts) {
      bytes += part.length;
      yield part;
    }
  };
  const source = Readable.fromWeb(body as import("node:stream/web").ReadableStream);
  if (out === undefined) await pipeline(source, counted, process.stdout, { end: false });
  else {
    const partial = `${out}.partial`;
    try {
      await pipeline(source, counted, createWriteStream(partial));
      await rename(partial, out);
    } finally {
      await rm(partial, { force: true });
    }
  }
  return { file: out ?? null, bytes, snapshot: store.info.id };
}

/** A sentence about the written file. */
export const exportLine = ({ file, bytes, snapshot }: Awaited<ReturnType<typeof exportRows>>) =>
  `Wrote ${formatCount(bytes)} bytes of snapshot ${snapshot} to ${file ?? "standard output"}`;
