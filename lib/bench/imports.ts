import { spawn } from "node:child_process";
import { once } from "node:events";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";

import type { Measurement } from "@/lib/bench/figures";
import { watchMemory } from "@/lib/bench/processes";
import { percentile } from "@/lib/bench/statistics";
import { recordColumns } from "@/lib/contracts/columns";
import type { Report } from "@/lib/contracts/import-report";
import { listRecordFiles } from "@/lib/snapshot/fingerprint";
import { type Home, recordsFolder } from "@/lib/snapshot/paths";

/** Imports a data folder, or files into it, in its own process, like `npm run data -- import`. */
export async function importRecords(
  home: Home,
  files: string[] = [],
): Promise<{ rows: number; seconds: number; megabytes: number }> {
  const began = performance.now();
  const child = spawn(
    process.execPath,
    ["--conditions=react-server", "--import", "tsx", "lib/cli/data.ts", "import", "--json", ...files],
    {
      env: { ...process.env, CONTRACTS_DATA: home.data, CONTRACTS_HOME: home.root },
      stdio: ["ignore", "pipe", "ignore"],
    },
  );
  const peak = watchMemory(child.pid as number);
  let text = "";
  child.stdout.setEncoding("utf8").on("data", (piece: string) => {
    text += piece;
  });
  const kill = () => child.kill();
  process.once("exit", kill);
  const [status] = await once(child, "close");
  process.off("exit", kill);
  const seconds = (performance.now() - began) / 1000;
  if (status !== 0) throw new Error(`The import of ${home.data} ended with status ${status}.`);
  return { rows: (JSON.parse(text) as Report).totals.read, seconds, megabytes: await peak() };
}

/** The seconds that DuckDB alone needs to read the same files as text into a table on disk, without checks. */
async function readAlone(home: Home, file: string): Promise<number> {
  const names = (await listRecordFiles(home)).map((name) => join(recordsFolder(home), name));
  const paths = names.map((name) => `'${name.replaceAll("'", "''")}'`).join(", ");
  const began = performance.now();
  const instance = await DuckDBInstance.create(file, { threads: "2" });
  const connection = await instance.connect();
  await connection.run(
    `create table rows as select * from read_csv([${paths}], all_varchar = true, union_by_name = true)`,
  );
  await connection.run("checkpoint");
  connection.closeSync();
  instance.closeSync();
  const seconds = (performance.now() - began) / 1000;
  await rm(file);
  return seconds;
}

/** Rows a second and peak memory of the import of a full-width file, the first time and from its stored copy. */
export async function wideFigures(home: Home, file: string, name: string): Promise<Measurement[]> {
  const first = await importRecords(home, [file]);
  // A change in the data folder makes another snapshot, for which the stored file is read.
  await writeFile(join(recordsFolder(home), "empty.csv"), `${recordColumns.join(",")}\n`);
  const again = await importRecords(home);
  return [
    { what: "imported", ...first },
    { what: "read again from the stored file", ...again },
  ].flatMap(({ what, rows, seconds, megabytes }) => [
    { part: "wide", what, conditions: name, value: rows / seconds, unit: "rows/s" },
    { part: "wide", what: `memory at its peak, ${what}`, conditions: name, value: megabytes, unit: "MB" },
  ]);
}

/** Rows a second and peak memory of repeated imports. The last one stays published in `home`. */
export async function importFigures(home: Home, name: string, times: number): Promise<Measurement[]> {
  const own: Awaited<ReturnType<typeof importRecords>>[] = [];
  const alone: number[] = [];
  for (let run = 0; run < times; run += 1) {
    await rm(home.root, { recursive: true, force: true });
    own.push(await importRecords(home));
    alone.push(await readAlone(home, join(home.data, "alone.duckdb")));
  }
  const rows = own[0]?.rows ?? 0;
  const part = "import";
  const conditions = `${name}, the whole command, ${times === 1 ? "once" : `median of ${times}`}`;
  const perSecond = (seconds: number[]) => rows / percentile(seconds, 0.5);
  return [
    {
      part,
      what: `${rows.toLocaleString("en-US")} rows read, checked, sorted and published`,
      conditions,
      value: perSecond(own.map(({ seconds }) => seconds)),
      unit: "rows/s",
      budget: { least: 120_000 },
      yardstick: { name: "read_csv as text", value: perSecond(alone) },
    },
    {
      part,
      what: "memory at its peak",
      conditions,
      value: Math.max(...own.map(({ megabytes }) => megabytes)),
      unit: "MB",
    },
  ];
}
