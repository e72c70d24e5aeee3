import "server-only";
import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { recordColumns } from "@/lib/contracts/columns";
import type { RecordedName } from "@/lib/contracts/recorded";
import type { Home } from "@/lib/snapshot/home";
import { type Ensured, importFiles } from "@/lib/snapshot/publish";
import { tableNames } from "@/lib/snapshot/tables";

/** Data folders for tests, each with a home of its own, below one temporary folder. */
export class Homes {
  folder = "";
  #count = 0;

  async open(): Promise<void> {
    this.folder = await mkdtemp(join(tmpdir(), "contracts-"));
  }

  close(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }

  /** A data folder with the rule tables of the project and these record files, and an empty home. */
  async make(records: Record<string, string>, keep = 2): Promise<Home> {
    this.#count += 1;
    const data = join(this.folder, `data${this.#count}`);
    await mkdir(join(data, "records"), { recursive: true });
    for (const name of tableNames) await copyFile(join("data", name), join(data, name));
    for (const [name, text] of Object.entries(records)) await writeFile(join(data, "records", name), text);
    return { data, root: join(this.folder, `home${this.#count}`), keep };
  }

  /** Imports a file with this content into a home. */
  async import(home: Home, name: string, text: string, retrieved?: string): Promise<Ensured> {
    return importFiles({ home, files: [{ path: await this.file(name, text), name, retrieved }] });
  }

  /** The path of a file with this content, in a folder of its own. */
  async file(name: string, content: string | Uint8Array): Promise<string> {
    this.#count += 1;
    const folder = join(this.folder, `files${this.#count}`);
    await mkdir(folder);
    await writeFile(join(folder, name), content);
    return join(folder, name);
  }
}

export type Row = Partial<Record<RecordedName, string>>;

/** One action as a record file has it, unless a test says otherwise. */
export const base: Row = {
  award_id_piid: "70CDCR26C00000016",
  modification_number: "0",
  action_date: "2026-01-15",
  federal_action_obligation: "10.00",
  awarding_sub_agency_code: "7012",
  recipient_name: "ACME INC",
};

const cell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A record file: the narrow columns, or these. */
export const csv = (rows: Row[], columns: readonly string[] = recordColumns): string =>
  `${[
    columns,
    ...rows.map((row) =>
      columns.map((name) => cell(({ ...base, ...row } as Record<string, string>)[name] ?? "")),
    ),
  ]
    .map((line) => line.join(","))
    .join("\n")}\n`;

/** `sources.csv` with the day of retrieval of each file. */
export const sources = (retrieved: Record<string, string>): string =>
  `file,agency,fiscal_year,publisher,retrieved,retrieved_through,known_limits\n${Object.entries(retrieved)
    .map(([file, day]) => `${file},7012,2026,USAspending.gov,${day},its API,`)
    .join("\n")}\n`;

export const awardKey = (piid: string) => `CONT_AWD_${piid}_7012_-NONE-_-NONE-`;

/** The rows of a statement over a snapshot file. */
export async function query<Value = string | number | boolean | null>(
  file: string,
  sql: string,
): Promise<Value[][]> {
  const instance = await DuckDBInstance.create(file, { access_mode: "READ_ONLY" });
  const connection = await instance.connect();
  try {
    return (await connection.runAndReadAll(sql)).getRowsJson() as Value[][];
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
