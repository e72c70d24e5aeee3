import "server-only";
import {
  BIGINT,
  DOUBLE,
  type DuckDBAppender,
  type DuckDBConnection,
  type DuckDBType,
  type DuckDBValue,
  INTEGER,
  VARCHAR,
} from "@duckdb/node-api";
import { officeOf, readParent } from "@/lib/contracts/awards";
import { type Day, dayOfNumber, formatDay } from "@/lib/contracts/days";
import { emptyReport, type Reject, rejectText } from "@/lib/contracts/import-report";
import { counted } from "@/lib/contracts/money";
import { type ReportedName, recordedColumn, recordedNames, subawardNames } from "@/lib/contracts/recorded";
import { openTables } from "@/lib/import/1-open/open";
import { FileRefusal } from "@/lib/import/1-open/refusal";
import { type Accepted, type Batch, parseRecords, type SubawardRecord } from "@/lib/import/2-parse/records";
import { createDictionaries, type Dictionaries } from "@/lib/import/3-stage/dictionary";
import { fileChecks } from "@/lib/import/3-stage/file-checks";
import { TableAppender } from "@/lib/import/append";
import {
  type ReadableFile,
  retrievalDay,
  type SourceFile,
  type StoredSource,
} from "@/lib/import/source-files";
import { type ParsedTable, StoredFileWriter, storedBatches } from "@/lib/import/stored-files";
import type { Home } from "@/lib/snapshot/paths";

/** How far an import is. */
export interface ImportProgress {
  step: "reading" | "sorting";
  file: string | null;
  /** Rows read so far, over all files. */
  rows: number;
  /** The share of all bytes read, from 0 to 1. */
  share: number;
}

/** A table with the file that it is from, and the day of that file's retrieval, if known. */
export interface StagedTable extends ParsedTable {
  source: SourceFile;
  retrieved: Day | null;
}

/**
 * Opens and parses every source, and stages its rows under the number of their table. Rows of files that are imported now
 * are also written to `storeIn`, to be stored with the snapshot. The tables come back in the order of `sources`.
 */
export async function stageSources(
  home: Home,
  connection: DuckDBConnection,
  sources: SourceFile[],
  storeIn: string,
  onProgress: (progress: ImportProgress) => void,
): Promise<{ tables: StagedTable[]; dictionaries: Dictionaries }> {
  const stage = await Stage.open(connection);
  const tables: StagedTable[] = [];
  const bytes = sources.reduce((sum, { size }) => sum + size, 0) || 1;
  let before = 0;
  for (const source of sources) {
    const rows = countRows(tables);
    const advance = (more: number, share: number) =>
      onProgress({
        step: "reading",
        file: source.name,
        rows: rows + more,
        share: (before + share * source.size) / bytes,
      });
    const parsed =
      source.from === "stored"
        ? await stageStored(home, source, stage, tables.length, advance)
        : await stageFile(source, stage, tables.length, storeIn, advance);
    const newest = newestOf(parsed);
    const { day, isGuess } =
      source.from === "stored" ? { day: source.retrieved, isGuess: false } : retrievalDay(source, newest);
    for (const table of parsed) {
      if (isGuess && day !== null && table.report.accepted > 0)
        table.report.warnings.push(
          `Nothing says when the file was retrieved; it is taken to be of ${formatDay(day)}, ${day === newest ? "like its newest action" : "the day on which it was last changed"}. --retrieved states another day.`,
        );
      tables.push({ ...table, source, retrieved: day });
    }
    before += source.size;
  }
  stage.close();
  return { tables, dictionaries: stage.dictionaries };
}

export const countRows = (tables: ParsedTable[]) => tables.reduce((sum, { report }) => sum + report.read, 0);

const newestOf = (tables: ParsedTable[]) =>
  tables.reduce<Day | null>(
    (day, { newest }) => (newest !== null && newest > (day ?? "") ? newest : day),
    null,
  );

async function stageStored(
  home: Home,
  source: StoredSource,
  stage: Stage,
  first: number,
  advance: (rows: number, share: number) => void,
): Promise<ParsedTable[]> {
  const all = countRows(source.tables) || 1;
  let rows = 0;
  for await (const { table, columns, accepted, rejected } of storedBatches(home, source)) {
    stage.add(first + table, accepted, describesAwards(columns));
    stage.reject(rejected);
    rows += accepted.length + rejected.length;
    advance(rows, rows / all);
  }
  stage.flush();
  return source.tables;
}

const describesAwards = (columns: ReportedName[]) =>
  columns.some((name) => (awardFacts as ReportedName[]).includes(name));

/** Unpacked bytes per byte of a compressed file that does not state its size. For progress only. */
const assumedCompression = 8;

async function stageFile(
  source: ReadableFile,
  stage: Stage,
  first: number,
  storeIn: string,
  advance: (rows: number, share: number) => void,
): Promise<ParsedTable[]> {
  const writer = source.from === "import" ? new StoredFileWriter(storeIn, source.id) : null;
  const tables: ParsedTable[] = [];
  const refuse = (file: string, error: unknown) => {
    if (!(error instanceof FileRefusal)) throw error;
    tables.push({
      report: {
        ...emptyReport(file),
        refused: `${error.message}.`,
        ...(error.kind === "other table" ? { other: true } : {}),
      },
      columns: [],
      problems: [],
      newest: null,
    });
  };
  let rows = 0;
  try {
    for await (const opened of openTables(source.path, source.name)) {
      const index = first + tables.length;
      const size = opened.size ?? source.size * assumedCompression;
      const progress = countBytes(opened.bytes);
      try {
        const table = await parseTable(opened.name, progress.bytes, source.agencies, {
          begin: async (columns) => writer?.begin(columns),
          add: async (batch) => {
            stage.add(index, batch.accepted, describesAwards(batch.columns));
            stage.reject(batch.rejected);
            await writer?.add(batch);
            advance(rows + batch.accepted.length, Math.min(0.99, progress.count() / size));
            rows += batch.accepted.length + batch.rejected.length;
          },
        });
        tables.push(table);
      } catch (error) {
        refuse(opened.name, error);
        await stage.discard(index, opened.name);
      }
    }
  } catch (error) {
    refuse(source.name, error);
  }
  stage.flush();
  await writer?.end({
    id: source.id,
    name: source.name,
    hash: source.hash,
    retrieved: retrievalDay(source, newestOf(tables)).day ?? source.modified,
    proven: source.proven ?? false,
    proves: source.proves,
    tables,
  });
  return tables;
}

/** Counts bytes while they are read. A second reading does not start the count again. */
function countBytes(bytes: AsyncIterable<Uint8Array>) {
  let count = 0;
  const counting = {
    async *[Symbol.asyncIterator]() {
      let read = 0;
      for await (const part of bytes) {
        read += part.length;
        count = Math.max(count, read);
        yield part;
      }
    },
  };
  return { bytes: counting, count: () => count };
}

/** Parses one table, of all agencies or some, and passes its rows on batch by batch. */
async function parseTable(
  file: string,
  bytes: AsyncIterable<Uint8Array>,
  agencies: string[] | undefined,
  to: { begin(columns: ReportedName[]): Promise<void>; add(batch: Batch): Promise<void> },
): Promise<ParsedTable> {
  const report = emptyReport(file);
  const checks = fileChecks();
  let columns: ReportedName[] | undefined;
  const first: string[] = [];
  let newest = 0;
  let others = 0;
  for await (const parsed of parseRecords(file, bytes)) {
    const batch = agencies ? ofAgencies(parsed, agencies) : parsed;
    others += parsed.accepted.length - batch.accepted.length;
    if (!columns) {
      columns = batch.columns;
      await to.begin(columns);
    }
    await to.add(batch);
    checks.add(batch);
    report.format = batch.format;
    report.ignored_columns = batch.ignored;
    report.accepted += batch.accepted.length;
    report.rejected += batch.rejected.length;
    for (const reject of batch.rejected.slice(0, shownRejects - first.length)) first.push(rejectText(reject));
    report.masked += batch.masked;
    report.read = report.accepted + report.rejected;
    report.warnings.push(...batch.notes);
    for (const { record } of batch.accepted) newest = Math.max(newest, record.action_date ?? 0);
  }
  if (first.length > 0) report.first_rejected = first;
  if (others > 0)
    report.warnings.push(
      `${counted(others, "row")} of other agencies than ${agencies?.join(", ")} left out.`,
    );
  else if (report.read === 0) report.warnings.push("The file has a header and no rows.");
  const problems = checks.end();
  report.warnings.push(...problems.map(({ detail }) => detail));
  return { report, columns: columns ?? [], problems, newest: newest === 0 ? null : dayOfNumber(newest) };
}

const ofAgencies = (batch: Batch, agencies: string[]): Batch => ({
  ...batch,
  accepted: batch.accepted.filter(({ record }) => agencies.includes(record.awarding_sub_agency_code ?? "")),
});

/** How many rejected rows a report quotes; `rejects.csv` has all of them. */
const shownRejects = 3;

/** A row with the dictionary numbers of its repeated texts. */
type StagedRow = Accepted &
  Record<"file" | "agency" | "recipient" | "prefix", number> &
  Record<"product" | "industry" | "office" | "parent" | "modification", number | null>;

type StagingColumn = readonly [
  name: string,
  type: DuckDBType,
  value: (row: StagedRow, dictionaries: Dictionaries) => DuckDBValue,
];

/** The columns of both staging tables. Days count from 1970-01-01. */
const sharedColumns: readonly StagingColumn[] = [
  ["file", INTEGER, (row) => row.file],
  ["line", INTEGER, (row) => row.line],
  ["key", VARCHAR, (row) => row.record.contract_award_unique_key],
  ["piid", VARCHAR, (row) => row.record.award_id_piid],
  ["modification", INTEGER, (row) => row.modification],
  ["day", INTEGER, (row) => row.record.action_date],
  ["agency", INTEGER, (row) => row.agency],
  ["recipient", INTEGER, (row) => row.recipient],
  ["product", INTEGER, (row) => row.product],
  ["industry", INTEGER, (row) => row.industry],
  ["office", INTEGER, (row) => row.office],
  // The office that the PIID begins with.
  ["prefix", INTEGER, (row) => row.prefix],
  ["parent", INTEGER, (row) => row.parent],
];

/** The table `staged`: one row for each action. */
const actionColumns: readonly StagingColumn[] = [
  ...sharedColumns,
  ["cents", BIGINT, (row) => BigInt(row.record.federal_action_obligation as number)],
  ["description", VARCHAR, (row) => row.record.transaction_description],
  ["unmasked", DOUBLE, (row) => row.unmasked],
  ["transaction_key", VARCHAR, (row) => row.record.contract_transaction_unique_key],
  [
    "action_type",
    INTEGER,
    ({ record: { action_type_code: type } }, { texts }) => (type === null ? null : texts.id(type)),
  ],
];

/** The kind of a row, in the column `kind` of `described`. */
export const kinds = { action: 0, award: 1, agreement: 2, subaward: 3 } as const;

/** The facts about a whole award, besides its identity, that files may record on each row. */
export const awardFacts = recordedNames.filter((name) => {
  const { of, column } = recordedColumn(name);
  return of === "award" && column !== null && column !== "award_key" && column !== "piid";
});

function factColumn(name: ReportedName): StagingColumn {
  const { kind, repeats, column } = recordedColumn(name);
  const of = (
    type: DuckDBType,
    value: (fact: never, dictionaries: Dictionaries) => DuckDBValue,
  ): StagingColumn => [
    column as string,
    type,
    ({ record }, dictionaries) => {
      const fact = (record as Partial<SubawardRecord>)[name] ?? null;
      return fact === null ? null : value(fact as never, dictionaries);
    },
  ];
  if (kind === "money") return of(BIGINT, (cents: number) => BigInt(cents));
  if (repeats) return of(INTEGER, (text: string, { texts }) => texts.id(text));
  return of(kind === "day" || kind === "count" ? INTEGER : VARCHAR, (value) => value);
}

/** The table `described`: one row for each row of a file that has facts about awards. */
const describedColumns: readonly StagingColumn[] = [
  ...sharedColumns,
  ["kind", INTEGER, (row) => kinds[row.kind]],
  ...awardFacts.map(factColumn),
];

/** The table `reported`: one row for each report of a subcontract, whose award is in `described` on the same line. */
const reportedColumns: readonly StagingColumn[] = [
  ["file", INTEGER, (row) => row.file],
  ["line", INTEGER, (row) => row.line],
  ...subawardNames.map(factColumn),
  ["award_key", VARCHAR, (row) => row.record.contract_award_unique_key],
  ["award_cents", BIGINT, ({ record }) => centsOf(record.total_dollars_obligated)],
  ["award_day", INTEGER, (row) => row.record.action_date],
];

const centsOf = (cents: number | null) => (cents === null ? null : BigInt(cents));

/** The tables of staged rows, each with the number of their file. */
export const stagingTables = ["staged", "described", "reported"];

/** One staging table. */
class StagingTable {
  readonly #appender: TableAppender;

  private constructor(
    appender: DuckDBAppender,
    readonly columns: readonly StagingColumn[],
  ) {
    this.#appender = new TableAppender(
      appender,
      columns.map(([, type]) => type),
    );
  }

  static async create(connection: DuckDBConnection, name: string, columns: readonly StagingColumn[]) {
    const declared = columns.map(([column, type]) => `"${column}" ${type}`).join(", ");
    await connection.run(`create temp table ${name} (${declared})`);
    return new StagingTable(await connection.createAppender(name, "main", "temp"), columns);
  }

  add(row: StagedRow, dictionaries: Dictionaries) {
    for (let index = 0; index < this.columns.length; index += 1)
      this.#appender.put(index, (this.columns[index] as StagingColumn)[2](row, dictionaries));
    this.#appender.endRow();
  }

  flush = () => this.#appender.flush();
  close = () => this.#appender.close();
}

/**
 * The staging tables, which are temporary, and the table `rejects` of the snapshot. Repeated texts are staged as numbers,
 * because DuckDB appends a number in a sixth of the time of a text.
 */
class Stage {
  readonly dictionaries = createDictionaries();

  private constructor(
    readonly connection: DuckDBConnection,
    readonly actions: StagingTable,
    readonly described: StagingTable,
    readonly reported: StagingTable,
    readonly rejects: DuckDBAppender,
  ) {}

  static async open(connection: DuckDBConnection): Promise<Stage> {
    return new Stage(
      connection,
      await StagingTable.create(connection, "staged", actionColumns),
      await StagingTable.create(connection, "described", describedColumns),
      await StagingTable.create(connection, "reported", reportedColumns),
      await connection.createAppender("rejects"),
    );
  }

  /** Stages accepted rows of a table. `isDescribed`: whether the table has columns about whole awards. */
  add(file: number, rows: Accepted[], isDescribed: boolean) {
    for (const accepted of rows) {
      const row = numberTexts(file, accepted, this.dictionaries);
      if (row.kind === "action") this.actions.add(row, this.dictionaries);
      if (isDescribed || row.kind !== "action") this.described.add(row, this.dictionaries);
      if (row.kind === "subaward") this.reported.add(row, this.dictionaries);
    }
  }

  reject(rows: Reject[]) {
    for (const { file, line, column, value, reason, row } of rows) {
      for (const text of [file, line, column, value, reason, JSON.stringify(row)]) {
        if (typeof text === "number") this.rejects.appendInteger(text);
        else this.rejects.appendVarchar(text);
      }
      this.rejects.endRow();
    }
  }

  /** Removes the rows of a table that was refused after its first batches. */
  async discard(file: number, name: string) {
    this.flush();
    for (const table of stagingTables)
      await this.connection.run(`delete from ${table} where file = $file`, { file });
    await this.connection.run("delete from rejects where file = $name", { name });
  }

  flush() {
    this.actions.flush();
    this.described.flush();
    this.reported.flush();
    this.rejects.flushSync();
  }

  close() {
    this.actions.close();
    this.described.close();
    this.reported.close();
    this.rejects.closeSync();
  }
}

function numberTexts(file: number, { line, kind, record, unmasked }: Accepted, dictionaries: Dictionaries) {
  const { agencies, recipients, products, industries, offices, parents, modifications } = dictionaries;
  const pair = (pairs: Dictionaries["products"], code: string | null, name: string | null) =>
    code === null && name === null ? null : pairs.id(code ?? "", name ?? "");
  const vehicle = record.parent_award_id_piid;
  const parent =
    readParent(record.contract_award_unique_key) ??
    (vehicle === null ? null : { vehicle, agency: record.parent_award_agency_id });
  return {
    file,
    line,
    kind,
    record,
    unmasked,
    agency: agencies.id(record.awarding_sub_agency_code, record.awarding_sub_agency_name ?? ""),
    recipient: recipients.id(record.recipient_name ?? ""),
    product: pair(products, record.product_or_service_code, record.product_or_service_code_description),
    industry: pair(industries, record.naics_code, record.naics_description),
    office:
      record.awarding_office_code === null
        ? null
        : pair(offices, record.awarding_office_code, record.awarding_office_name),
    prefix: offices.id(officeOf(record.award_id_piid), ""),
    parent: parent === null ? null : parents.id(parent.vehicle, parent.agency ?? ""),
    modification: record.modification_number === null ? null : modifications.id(record.modification_number),
  } as StagedRow;
}
