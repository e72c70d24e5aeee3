import "server-only";
import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import type { Day } from "@/lib/contracts/days";
import type { FileReport, ProvenYear, Reject, Smell } from "@/lib/contracts/facts";
import { type RecordedName, recordedColumn } from "@/lib/contracts/recorded";
import { mask } from "@/lib/import/2-parse/mask";
import type { Accepted, Batch } from "@/lib/import/2-parse/records";
import { emptyRecord } from "@/lib/import/2-parse/records";
import { type Home, listFolder } from "@/lib/snapshot/paths";

/** A table of an imported file as it was read, before it met the others. */
export interface ReadTable {
  report: FileReport;
  columns: RecordedName[];
  smells: Smell[];
  /** The newest action in it, by which a day in the file's name is believed. */
  newest: Day | null;
}

/**
 * An imported file as it is kept: what the intake accepted and rejected of it, masked, of the recorded columns alone.
 * The file itself is not kept, for it may hold what must not get past the intake.
 */
export interface KeptFile {
  id: string;
  /** The name under which it was imported, and the SHA-256 of its bytes. */
  name: string;
  hash: string;
  /** The day on which it was retrieved from its source. */
  retrieved: Day;
  /** Whether its retrieval was reconciled with the source's own counts and sums. */
  proven: boolean;
  proves?: ProvenYear[] | undefined;
  tables: ReadTable[];
}

export const keptFolder = (home: Home) => join(home.root, "records");
const keptRows = (folder: string, id: string) => join(folder, `${id}.ndjson.gz`);
const keptFacts = (folder: string, id: string) => join(folder, `${id}.json`);

/** @throws when the file is not there: it belongs to a snapshot and is never removed before it. */
export async function readKept(home: Home, id: string): Promise<KeptFile> {
  return JSON.parse(await readFile(keptFacts(keptFolder(home), id), "utf8")) as KeptFile;
}

/** Removes the kept files that no snapshot needs any more. */
export async function removeKept(home: Home, needed: ReadonlySet<string>): Promise<void> {
  for (const name of await listFolder(keptFolder(home))) {
    const [id = ""] = name.split(".");
    if (!needed.has(id)) await rm(join(keptFolder(home), name), { force: true });
  }
}

const kinds = ["action", "award", "agreement"] as const;

/** Writes the rows of an imported file, table by table, into a folder. */
export class KeptWriter {
  readonly #gzip = createGzip({ level: 1 });
  readonly #written: Promise<void>;
  #failure: unknown;
  #table = -1;

  constructor(
    readonly folder: string,
    readonly id: string,
  ) {
    const file = createWriteStream(keptRows(folder, id));
    // A disk may fail between two writes; whoever writes next is told.
    this.#written = pipeline(this.#gzip, file).catch((error) => {
      this.#failure = error;
    });
  }

  /** Every table of the file begins with this. */
  async begin(columns: RecordedName[]): Promise<void> {
    this.#table += 1;
    await this.#write(`${JSON.stringify({ table: this.#table, columns })}\n`);
  }

  async add({
    accepted,
    rejected,
    columns,
  }: Pick<Batch, "accepted" | "rejected" | "columns">): Promise<void> {
    const rows = accepted.map(({ kind, line, record, unmasked }) =>
      JSON.stringify([kinds.indexOf(kind), line, unmasked, ...columns.map((name) => record[name])]),
    );
    const lines = [...rows, ...rejected.map((reject) => JSON.stringify(reject))];
    if (lines.length > 0) await this.#write(`${lines.join("\n")}\n`);
  }

  async #write(text: string) {
    this.#requireDisk();
    if (!this.#gzip.write(text)) await Promise.race([once(this.#gzip, "drain"), this.#written]);
    this.#requireDisk();
  }

  #requireDisk() {
    if (this.#failure !== undefined) throw this.#failure;
  }

  /** Ends the file; without `facts` it is left as the litter that a refused file is. */
  async end(facts?: KeptFile): Promise<void> {
    this.#gzip.end();
    await this.#written;
    this.#requireDisk();
    if (facts) await writeFile(keptFacts(this.folder, this.id), `${JSON.stringify(facts)}\n`);
  }
}

/** The paths of a kept file, to be moved from the folder it was written in. */
export const keptPaths = (folder: string, id: string) => [keptRows(folder, id), keptFacts(folder, id)];

const batchRows = 2048;

/** What was imported before cannot be read any more. */
export class DamagedImport extends Error {
  override name = "DamagedImport";
  constructor(path: string, name: string) {
    super(
      `${path}, which keeps what was imported from ${name}, is damaged or missing; put back a copy of it, or go back to a snapshot without it (\`npm run data -- use ID\`) and import the file again.`,
    );
  }
}

/** The rows of a kept file again, with the place of their table; texts are masked by the rules of now. */
export async function* keptBatches(
  home: Home,
  { id, name }: KeptFile,
): AsyncGenerator<{ table: number; columns: RecordedName[]; accepted: Accepted[]; rejected: Reject[] }> {
  let [table, columns]: [number, RecordedName[]] = [0, []];
  let readRow = rowReader(columns);
  let [accepted, rejected]: [Accepted[], Reject[]] = [[], []];
  const taken = () => {
    const batch = { table, columns, accepted, rejected };
    [accepted, rejected] = [[], []];
    return batch;
  };
  const path = keptRows(keptFolder(home), id);
  const damaged = () => new DamagedImport(path, name);
  for await (const line of lines(path, damaged)) {
    if (line.startsWith("[")) accepted.push(readRow(JSON.parse(line) as unknown[]));
    else {
      const value = JSON.parse(line) as Reject | { table: number; columns: RecordedName[] };
      if ("table" in value) {
        yield taken();
        ({ table, columns } = value);
        readRow = rowReader(columns);
      } else rejected.push(value);
    }
    if (accepted.length + rejected.length >= batchRows) yield taken();
  }
  yield taken();
}

/** Makes the reader of a table's rows. */
function rowReader(columns: RecordedName[]): (row: unknown[]) => Accepted {
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

async function* lines(path: string, damaged: () => Error): AsyncGenerator<string> {
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
