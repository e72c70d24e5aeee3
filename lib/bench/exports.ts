import { stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";

import type { Measurement } from "@/lib/bench/figures";
import { memoryOf, processorTimeOf, watchMemory } from "@/lib/bench/processes";
import { type Download, download, type Server } from "@/lib/bench/server";
import { percentile } from "@/lib/bench/statistics";

const part = "export, over loopback without compression";
const everything = "agency=7012&agency=7014";
const times = 3;
const megabyte = 1_000_000;

const exports = [
  {
    what: "every action as CSV, in stored order",
    path: `/contracts.csv?view=actions&${everything}&sort=contract`,
    order: "",
    budget: { speed: 80, first: 0.5, memory: 100 },
  },
  {
    what: "every action as CSV, sorted (newest first)",
    path: `/contracts.csv?view=actions&${everything}`,
    order: "order by action_date desc",
    budget: { speed: 80, first: 1.5, memory: 100 },
  },
  {
    what: "every contract as CSV, sorted by net",
    path: `/contracts.csv?${everything}`,
    order: "order by net desc",
    budget: { speed: 80, first: 1.5, memory: 100 },
  },
  {
    what: "every action as a JSON document a line",
    path: `/api/export?format=ndjson&view=actions&${everything}`,
    order: null,
    budget: null,
  },
] as const;

/** Speed, first byte and memory of whole exports, and what happens when the client leaves. */
export async function exportFigures({ url, pid }: Server, folder: string): Promise<Measurement[]> {
  const figures: Measurement[] = [];
  for (const { what, path, order, budget } of exports) {
    await download(url + path); // fills the database's cache, which is limited
    const runs: (Download & { above: number })[] = [];
    for (let run = 0; run < times; run += 1) {
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      const idle = (await memoryOf(pid)) ?? 0;
      const peak = watchMemory(pid);
      const done = await download(url + path);
      if (done.status !== 200) throw new Error(`${path} answered ${done.status}.`);
      runs.push({ ...done, above: (await peak()) - idle });
    }
    const speed = percentile(
      runs.map(({ bytes, seconds }) => bytes / megabyte / seconds),
      0.5,
    );
    const size = (runs[0]?.bytes ?? 0) / megabyte;
    const conditions = `${size.toFixed(0)} MB, median of ${times}`;
    figures.push({
      part,
      what,
      conditions,
      value: speed,
      unit: "MB/s",
      ...(budget ? { budget: { least: budget.speed } } : {}),
      ...(order === null
        ? {}
        : { yardstick: { name: "COPY", value: await copySpeed(url + path, folder, order) } }),
    });
    if (!budget) continue;
    figures.push({
      part,
      what: "… its first byte",
      conditions: `median of ${times}`,
      value: percentile(
        runs.map(({ first }) => first),
        0.5,
      ),
      unit: "s",
      budget: { most: budget.first },
    });
    figures.push({
      part,
      what: "… memory above idle, at its peak",
      conditions: `the most of ${times}; the server has exported before`,
      value: Math.max(...runs.map(({ above }) => above)),
      unit: "MB",
      budget: { most: budget.memory },
    });
  }
  return [...figures, ...(await leavingFigures({ url, pid }))];
}

/** MB/s at which DuckDB alone writes the same rows of a table to a CSV file. */
async function copySpeed(url: string, folder: string, order: string): Promise<number> {
  const [from, to] = [join(folder, "answer.csv"), join(folder, "copy.csv")];
  await writeFile(from, Buffer.from(await (await fetch(url)).arrayBuffer()));
  const instance = await DuckDBInstance.create(":memory:", { threads: "2" });
  const connection = await instance.connect();
  const path = (file: string) => `'${file.replaceAll("'", "''")}'`;
  try {
    await connection.run(`create table answer as select * from read_csv(${path(from)}, all_varchar = true)`);
    const began = performance.now();
    await connection.run(`copy (select * from answer ${order}) to ${path(to)} (format csv, header)`);
    const seconds = (performance.now() - began) / 1000;
    return (await stat(to)).size / megabyte / seconds;
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** Processor time that the server still uses after a client disconnected. */
async function leavingFigures({ url, pid }: Pick<Server, "url" | "pid">): Promise<Measurement[]> {
  if ((await processorTimeOf(pid)) === null) return [];
  const used: number[] = [];
  for (let run = 0; run < times; run += 1) {
    await download(url + exports[1].path, (bytes) => bytes < 5 * megabyte);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const before = (await processorTimeOf(pid)) ?? 0;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    used.push(((await processorTimeOf(pid)) ?? 0) - before);
  }
  return [
    {
      part,
      what: "a client disconnects after 5 MB: processor time used in the next second",
      conditions: `from 0.2 s after that, the most of ${times}`,
      value: Math.max(...used),
      unit: "ms",
      budget: { most: 100 },
    },
  ];
}
