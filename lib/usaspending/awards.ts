import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { StringDecoder } from "node:string_decoder";
import { fiscalYearDays } from "@/lib/contracts/days";
import { counted, formatCount } from "@/lib/contracts/money";
import { FileRefusal } from "@/lib/import/1-open/refusal";
import { splitRows } from "@/lib/import/2-parse/rows";
import { DamagedFile, type DownloadedTable, openDownload, readTwice } from "@/lib/usaspending/archive";
import { fetchFile, JobFailed } from "@/lib/usaspending/job";
import { type Agency, agreementTypes, contractTypes } from "@/lib/usaspending/plan";
import { ApiError } from "@/lib/usaspending/request";
import type { Tools } from "@/lib/usaspending/year";

/** A download without the expected award summaries. The message is one sentence, without its period. */
export class NoSummaries extends Error {
  override name = "NoSummaries";
}

/**
 * The award summaries of the contracts and of the ordering agreements of an agency with an action in some fiscal years, in
 * one table, as the import reads agreements. They add the day on which an award was signed, the newest figures of awards
 * that continue after the last year, and the agreements. A missing part gives a note, one sentence each: the actions do not
 * depend on them.
 */
export async function fetchAwards(
  tools: Tools,
  agency: Agency,
  [from, to]: [number, number],
  variant: number,
): Promise<{ file: { path: string; name: string } | null; notes: string[] }> {
  const { client, progress, signal, onLine } = tools;
  const span = { from: fiscalYearDays(from).from, to: fiscalYearDays(to).to };
  const notes: string[] = [];
  let path: string | null = null;
  for (const [what, types] of [
    ["contracts", contractTypes],
    ["agreements", agreementTypes],
  ] as const) {
    const name = `${what}.zip`;
    try {
      const count = await client.countAwards(agency, span, variant, types);
      if (count === 0) continue;
      onLine(`${agency.name}: award summaries of ${counted(count, what.slice(0, -1))}`);
      const own = await readTwice(progress, name, async () => {
        const archive = await fetchFile(tools, name, () => client.orderAwards(agency, span, types));
        return progress.save(`${what}.csv`, joinTables(summaries(archive, name)));
      });
      const rows = await countRows(own);
      if (rows !== count)
        notes.push(
          `${agency.name}: ${counted(rows, "award summary", "award summaries")} of ${what} came, and the API counts ${formatCount(count)}; the others stay as they were until the next fetch.`,
        );
      path = path === null ? own : await progress.save("awards.csv", joinTables(plainFiles(path, own)));
    } catch (error) {
      signal.throwIfAborted();
      if (![ApiError, JobFailed, NoSummaries, DamagedFile, FileRefusal].some((kind) => error instanceof kind))
        throw error;
      // A file of agreements only is refused, so without contracts they are not ordered.
      const affected = what === "contracts" ? "contracts and of agreements" : what;
      notes.push(
        `${agency.name}: the award summaries of ${affected} stay as they were, and the next fetch tries again (${(error as Error).message}).`,
      );
      await progress.remove(name);
      if (path === null) break;
    }
  }
  return { file: path === null ? null : { path, name: `usaspending-${agency.code}-awards.csv` }, notes };
}

/** The tables of award summaries in an archive, without its subawards. */
async function* summaries(path: string, name: string): AsyncGenerator<DownloadedTable> {
  for await (const table of openDownload(path, name))
    if (/PrimeAwardSummaries/i.test(basename(table.name))) yield table;
}

async function* plainFiles(...paths: string[]): AsyncGenerator<DownloadedTable> {
  for (const path of paths) yield* openDownload(path, basename(path));
}

/** Tables with the same columns as one table. */
async function* joinTables(tables: AsyncIterable<DownloadedTable>): AsyncGenerator<string> {
  let header: string | null = null;
  for await (const table of tables) {
    for await (const { first, text } of splitHeader(table)) {
      if (first === null) yield text;
      else if (header === null) {
        header = first;
        yield `${first}\n`;
      } else if (header !== first)
        throw new NoSummaries(`${table.name} has other columns than the award summaries before it`);
    }
  }
  if (header === null) throw new NoSummaries("The download has no table of award summaries");
}

async function countRows(path: string): Promise<number> {
  let rows = -1;
  for await (const chunk of splitRows(createReadStream(path, "utf8"))) rows += chunk.rows.length;
  return rows;
}

/** The first line of a table, then the rest of its text, with a line end at the end. */
async function* splitHeader({
  bytes,
}: DownloadedTable): AsyncGenerator<{ first: string | null; text: string }> {
  const decoder = new StringDecoder("utf8");
  let begin: string | null = "";
  let last = "\n";
  for await (const piece of bytes) {
    let text = decoder.write(Buffer.from(piece));
    if (begin !== null) {
      begin += text;
      const end = begin.indexOf("\n");
      if (end < 0) continue;
      yield {
        first: begin
          .slice(0, end)
          .replace(/^\uFEFF/, "")
          .replace(/\r$/, ""),
        text: "",
      };
      text = begin.slice(end + 1);
      begin = null;
    }
    if (text !== "") {
      last = text.at(-1) as string;
      yield { first: null, text };
    }
  }
  if (last !== "\n") yield { first: null, text: "\n" };
}
