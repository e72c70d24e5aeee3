import { readEnv } from "@/lib/env";
import "server-only";
import { createHash } from "node:crypto";
import { copyFile, cp, mkdir, mkdtemp, readdir, readFile, rm, statfs, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { recordColumns } from "@/lib/contracts/columns";
import type { RecordedName } from "@/lib/contracts/recorded";
import { type Ensured, ensureSnapshot, importFiles } from "@/lib/import/import";
import { ruleTableNames } from "@/lib/snapshot/fingerprint";
import { currentFile, type Home, recordsFolder, snapshotsFolder } from "@/lib/snapshot/paths";

const create = DuckDBInstance.create.bind(DuckDBInstance);

/** With few rows a second thread costs a third more time. The deep lane has both threads. */
function buildWithOneThread() {
  if (readEnv().TEST_DEEP) return;
  DuckDBInstance.create = (path, options) => create(path, { ...options, threads: "1" });
}

/** Makes a new folder, in memory if there is room, because a snapshot waits for the disk at each commit. */
export async function makeTemporaryFolder(prefix: string): Promise<string> {
  const memory = await statfs("/dev/shm").catch(() => null);
  const hasRoom = memory !== null && memory.bavail * memory.bsize > 2 ** 30;
  return mkdtemp(join(hasRoom ? "/dev/shm" : tmpdir(), prefix));
}

/** The rule tables that are cut to the company and brands of Cellebrite, so that small snapshots build faster. */
const shortTables: readonly string[] = [
  "also-known.csv",
  "brands.csv",
  "companies.csv",
  "lookalikes.csv",
  "press-figures.csv",
  "problems.csv",
];

async function writeShortTable(from: string, to: string) {
  const [header, ...lines] = (await readFile(from, "utf8")).split("\n");
  await writeFile(to, [header, ...lines.filter((line) => line.startsWith("cellebrite,")), ""].join("\n"));
}

/** Data folders for tests, each with its own home, in one temporary folder. */
export class Homes {
  folder = "";
  #count = 0;
  readonly #rules: "all" | "few";
  /** Copies of homes after a build, by the content that they were built from. */
  readonly #built = new Map<string, { ensured: Ensured; root: string }>();

  /** With `rules: "few"` the data folders have only the rules of Cellebrite. */
  constructor({ rules = "all" }: { rules?: "all" | "few" } = {}) {
    this.#rules = rules;
  }

  async open(): Promise<void> {
    buildWithOneThread();
    this.folder = await makeTemporaryFolder("contracts-");
  }

  close(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }

  /** A data folder with the project's rule tables and these record files, and an empty home. */
  async make(records: Record<string, string>, keep = 2): Promise<Home> {
    this.#count += 1;
    const data = join(this.folder, `data${this.#count}`);
    await mkdir(join(data, "records"), { recursive: true });
    for (const name of ruleTableNames) {
      const isShort = this.#rules === "few" && shortTables.includes(name);
      await (isShort ? writeShortTable : copyFile)(join("data", name), join(data, name));
    }
    for (const [name, text] of Object.entries(records)) await writeFile(join(data, "records", name), text);
    return { data, root: join(this.folder, `home${this.#count}`), keep };
  }

  /** Publishes the data folder of a home. Copies an earlier build of the same content. */
  async ensure(home: Home): Promise<Ensured> {
    return this.#once(home, ["data"], () => ensureSnapshot({ home }));
  }

  /** Imports a file with this content into a home. Copies an earlier build of the same content. */
  async import(home: Home, name: string, text: string, retrieved?: string): Promise<Ensured> {
    return this.#once(home, ["file", name, text, retrieved ?? ""], async () =>
      importFiles({ home, files: [{ path: await this.file(name, text), name, retrieved }] }),
    );
  }

  /** Writes a file into a new folder and returns its path. */
  async file(name: string, content: string | Uint8Array): Promise<string> {
    this.#count += 1;
    const folder = join(this.folder, `files${this.#count}`);
    await mkdir(folder);
    await writeFile(join(folder, name), content);
    return join(folder, name);
  }

  async #once(home: Home, step: string[], build: () => Promise<Ensured>): Promise<Ensured> {
    const before = [...step, String(home.keep), ...(await contentOf(home))];
    const name = createHash("sha256").update(JSON.stringify(before)).digest("hex");
    const known = this.#built.get(name);
    if (known) {
      await rm(home.root, { recursive: true, force: true });
      await cp(known.root, home.root, { recursive: true, preserveTimestamps: true });
      return { ...known.ensured, file: join(snapshotsFolder(home), basename(known.ensured.file)) };
    }
    const ensured = await build();
    if (ensured.built) {
      const root = join(this.folder, name);
      await cp(home.root, root, { recursive: true, preserveTimestamps: true });
      this.#built.set(name, { ensured, root });
    }
    return ensured;
  }
}

/** A hash of everything that decides the next build of a home: its rule tables and records, its published snapshot and stored files. */
async function contentOf(home: Home): Promise<string[]> {
  const read = (path: string) => readFile(path, "utf8").catch(() => "");
  const names = async (folder: string) => (await readdir(folder).catch(() => [])).sort();
  const records = await names(recordsFolder(home));
  const paths = [
    ...ruleTableNames.map((name) => join(home.data, name)),
    ...records.map((name) => join(recordsFolder(home), name)),
  ];
  return [
    ...records,
    ...(await Promise.all(paths.map(read))),
    await read(currentFile(home)),
    ...(await names(home.root)),
    ...(await names(snapshotsFolder(home))),
  ];
}

export type RecordCells = Partial<Record<RecordedName, string>>;

/** One action of a record file, the default values of tests. */
export const base: RecordCells = {
  award_id_piid: "70CDCR26C00000016",
  modification_number: "0",
  action_date: "2026-01-15",
  federal_action_obligation: "10.00",
  awarding_sub_agency_code: "7012",
  recipient_name: "ACME INC",
};

const cell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A record file with the narrow columns, or with `columns`. */
export const csv = (rows: RecordCells[], columns: readonly string[] = recordColumns): string =>
  `${[
    columns,
    ...rows.map((row) =>
      columns.map((name) => cell(({ ...base, ...row } as Record<string, string>)[name] ?? "")),
    ),
  ]
    .map((line) => line.join(","))
    .join("\n")}\n`;

/** A `sources.csv` with the retrieval day of each file. */
export const sources = (retrieved: Record<string, string>): string =>
  `file,agency,fiscal_year,publisher,retrieved,retrieved_through,known_limits\n${Object.entries(retrieved)
    .map(([file, day]) => `${file},7012,2026,USAspending.gov,${day},its API,`)
    .join("\n")}\n`;

export const awardKey = (piid: string) => `CONT_AWD_${piid}_7012_-NONE-_-NONE-`;

/** The rows of a query on a snapshot file. */
export async function query<CellValue = string | number | boolean | null>(
  file: string,
  sql: string,
): Promise<CellValue[][]> {
  const instance = await DuckDBInstance.create(file, { access_mode: "READ_ONLY" });
  const connection = await instance.connect();
  try {
    return (await connection.runAndReadAll(sql)).getRowsJson() as CellValue[][];
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
