import "server-only";
import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import type { Day } from "@/lib/contracts/days";
import type { FileReport, Reject } from "@/lib/contracts/import-report";
import type { FileProblem } from "@/lib/contracts/known-problems";
import { type ReportedName, recordedColumn } from "@/lib/contracts/recorded";
import type { ProvenYear } from "@/lib/contracts/snapshots";
import { mask } from "@/lib/import/2-parse/mask";
import { type Accepted, type Batch, emptyRecord, type SubawardRecord } from "@/lib/import/2-parse/records";
import { type Home, listFolder } from "@/lib/snapshot/paths";

/** What parsing found about one table of a file, before it is joined with others. */
export interface ParsedTable {
  report: FileReport;
  columns: ReportedName[];
  problems: FileProblem[];
  /** The day of the newest action. A day in the file's name is believed only if it is not before it. */
  newest: Day | null;
}

/**
 * An imported file as it is stored: the rows that the parser accepted and rejected, masked, with the recorded columns only.
 * The original is not stored, since it may hold personal data.
 */
export interface StoredFile {
  id: string;
  /** The file name at the time of the import. */
  name: string;
  /** SHA-256 of the original. */
  hash: string;
  /** The day on which it was retrieved from its source. */
  retrieved: Day;
  /** Whether its counts and sums equal those of its source. */
  proven: boolean;
  proves?: ProvenYear[] | undefined;
  tables: ParsedTable[];
}

export const storedFilesFolder = (home: Home) => join(home.root, "records");
const rowsFile = (folder: string, id: string) => join(folder, `${id}.ndjson.gz`);
const factsFile = (folder: string, id: string) => join(folder, `${id}.json`);

/** The two paths of a stored file in a folder: its rows and its facts. */
export const storedPaths = (folder: string, id: string) => [rowsFile(folder, id), factsFile(folder, id)];

/** In the facts file the problems of a table are called `smells`. */
type TableOnDisk = Omit<ParsedTable, "problems"> & { smells: FileProblem[] };

/** @throws an ENOENT or SyntaxError if the file is missing or damaged; snapshots that need it keep it from being removed. */
export async function readStoredFile(home: Home, id: string): Promise<StoredFile> {
  const text = await readFile(factsFile(storedFilesFolder(home), id), "utf8");
  const { tables, ...facts } = JSON.parse(text) as Omit<StoredFile, "tables"> & { tables: TableOnDisk[] };
  return { ...facts, tables: tables.map(({ smells, ...table }) => ({ ...table, problems: smells })) };
}

/** Removes the stored files that no snapshot needs. */
export async function removeStoredFiles(home: Home, needed: ReadonlySet<string>): Promise<void> {
  for (const name of await listFolder(storedFilesFolder(home))) {
    const [id = ""] = name.split(".");
    if (!needed.has(id)) await rm(join(storedFilesFolder(home), name), { force: true });
  }
}

const kinds = ["action", "award", "agreement", "subaward"] as const;

/** Writes the rows of an imported file, table by table, into a folder. */
export class StoredFileWriter {
  readonly #gzip = createGzip({ level: 1 });
  readonly #written: Promise<void>;
  #failure: unknown;
  #table = -1;

  constructor(
    readonly folder: string,
    readonly id: string,
  ) {
    const file = createWriteStream(rowsFile(folder, id));
    // The disk may fail between two writes: the next write throws the error.
    this.#written = pipeline(this.#gzip, file).catch((error) => {
      this.#failure = error;
    });
  }

  /** Starts a table. */
  async begin(columns: ReportedName[]): Promise<void> {
    this.#table += 1;
    await this.#write(`${JSON.stringify({ table: this.#table, columns })}\n`);
  }

  async add({
    accepted,
    rejected,
    columns,
  }: Pick<Batch, "accepted" | "rejected" | "columns">): Promise<void> {
    const rows = accepted.map(({ kind, line, record, unmasked }) =>
      JSON.stringify([
        kinds.indexOf(kind),
        line,
        unmasked,
        ...columns.map((name) => (record as Partial<SubawardRecord>)[name]),
      ]),
    );
    const lines = [...rows, ...rejected.map((reject) => JSON.stringify(reject))];
    if (lines.length > 0) await this.#write(`${lines.join("\n")}\n`);
  }

  async #write(text: string) {
    this.#throwFailure();
    if (!this.#gzip.write(text)) await Promise.race([once(this.#gzip, "drain"), this.#written]);
    this.#throwFailure();
  }

  #throwFailure() {
    if (this.#failure !== undefined) throw this.#failure;
  }

  /** Ends the file. Without `facts` its rows are incomplete, and the next import removes them. */
  async end(facts?: StoredFile): Promise<void> {
    this.#gzip.end();
    await this.#written;
    this.#throwFailure();
    if (!facts) return;
    const tables = facts.tables.map(
      ({ problems, ...table }): TableOnDisk => ({ ...table, smells: problems }),
    );
    await writeFile(factsFile(this.folder, this.id), `${JSON.stringify({ ...facts, tables })}\n`);
  }
}

const batchRows = 2048;

/** A stored file that cannot be read any more. */
export class DamagedImport extends Error {
  override name = "DamagedImport";
  constructor(path: string, name: string) {
    super(
      `${path}, which keeps what was imported from ${name}, is damaged or missing; put back a copy of it, or go back to a snapshot without it (\`npm run data -- use ID\`) and import the file again.`,
    );
  }
}

/**
 * The rows of a stored file in batches, each with the index of its table. Texts are masked again, by the current rules.
 * @throws {DamagedImport}
 */
export async function* storedBatches(
  home: Home,
  { id, name }: StoredFile,
): AsyncGenerator<{ table: number; columns: ReportedName[]; accepted: Accepted[]; rejected: Reject[] }> {
  let [table, columns]: [number, ReportedName[]] = [0, []];
  let readRow = rowReader(columns);
  let [accepted, rejected]: [Accepted[], Reject[]] = [[], []];
  const takeBatch = () => {
    const batch = { table, columns, accepted, rejected };
    [accepted, rejected] = [[], []];
    return batch;
  };
  const path = rowsFile(storedFilesFolder(home), id);
  const damaged = () => new DamagedImport(path, name);
  for await (const line of readLines(path, damaged)) {
    if (line.startsWith("[")) accepted.push(readRow(JSON.parse(line) as unknown[]));
    else {
      const value = JSON.parse(line) as Reject | { table: number; columns: ReportedName[] };
      if ("table" in value) {
        yield takeBatch();
        ({ table, columns } = value);
        readRow = rowReader(columns);
      } else rejected.push(value);
    }
    if (accepted.length + rejected.length >= batchRows) yield takeBatch();
  }
  yield takeBatch();
}

function rowReader(columns: ReportedName[]): (row: unknown[]) => Accepted {
  const masked = columns.map((name) => recordedColumn(name).kind === "text");
  return ([kind, line, unmasked, ...values]) => {
    const record: Record<string, unknown> = { ...emptyRecord };
    for (const [index, name] of columns.entries()) {
      const value = values[index];
      record[name] = masked[index] && typeof value === "string" ? mask(value) : value;
    }
    return { kind: kinds[kind as number] ?? "action", line, unmasked, record } as Accepted;
  };
}

async function* readLines(path: string, damaged: () => Error): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = "";
  const source = createReadStream(path);
  const unzipped = createGunzip();
  source.on("error", (error) => unzipped.destroy(error)).pipe(unzipped);
  try {
    for await (const part of unzipped) {
      const texts = (rest + decoder.decode(part as Uint8Array, { stream: true })).split("\n");
      rest = texts.pop() ?? "";
      yield* texts;
    }
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    throw code === "ENOENT" || code.startsWith("Z_") ? damaged() : error;
  } finally {
    source.destroy();
  }
}
