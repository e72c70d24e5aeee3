import { formatDay } from "@/lib/contracts/days";
import { FileRefusal } from "@/lib/import/1-open/refusal";
import { parseRecords } from "@/lib/import/2-parse/records";
import { DamagedFile, openDownload, readTwice } from "@/lib/usaspending/archive";
import type { Archive } from "@/lib/usaspending/client";
import type { Agency } from "@/lib/usaspending/plan";
import type { Tools } from "@/lib/usaspending/year";

/**
 * Downloads the monthly archive of a department's fiscal year, with the rows of all its sub-agencies, or returns why it cannot
 * be used. It needs no job. It is up to a month old, so that the API's counts and sums do not prove it.
 */
export async function fetchArchive(
  { client, progress, onLine }: Tools,
  { name, url, day }: Archive,
  agencies: Agency[],
): Promise<{ path: string } | { problem: string }> {
  onLine(`${name}: of ${formatDay(day)}, downloading`);
  try {
    return await readTwice(progress, name, async () => {
      if (!(await progress.read(`${name}.done.json`))) {
        await client.download(url, async (bytes) => void (await progress.save(name, bytes)));
        await progress.write(`${name}.done.json`, { url });
      }
      const path = await progress.path(name);
      onLine(`${name}: reading`);
      const codes = new Set(agencies.map(({ code }) => code));
      let rows = 0;
      for await (const table of openDownload(path, name))
        for await (const { accepted } of parseRecords(table.name, table.bytes))
          rows += accepted.filter(({ record }) => codes.has(record.awarding_sub_agency_code ?? "")).length;
      if (rows > 0) return { path };
      return { problem: `${name} has no row of ${agencies.map((agency) => agency.name).join(" or ")}` };
    });
  } catch (error) {
    if (error instanceof DamagedFile || error instanceof FileRefusal)
      return { problem: `${name} cannot be read: ${error.message}` };
    throw error;
  }
}
