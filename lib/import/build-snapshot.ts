import "server-only";
import { BOOLEAN, type DuckDBConnection, DuckDBInstance, INTEGER, VARCHAR } from "@duckdb/node-api";
import { goneAfter } from "@/lib/contracts/changes";
import { dayNumber } from "@/lib/contracts/day-number";
import { type Day, formatDay } from "@/lib/contracts/days";
import type { FileReport, Problem, Reject, Report, SnapshotInfo, Totals } from "@/lib/contracts/facts";
import { counted, formatCount } from "@/lib/contracts/money";
import { type RecordedName, recordedColumn, recordedNames } from "@/lib/contracts/recorded";
import { openTables } from "@/lib/import/1-open/open";
import { Refusal } from "@/lib/import/1-open/refusal";
import { type Batch, parseRecords } from "@/lib/import/2-parse/records";
import { smellTest } from "@/lib/import/3-stage/file-checks";
import { awardFacts, openStage, type Stage } from "@/lib/import/3-stage/stage";
import { type Settled, settle } from "@/lib/import/4-dedupe/dedupe";
import { finish } from "@/lib/import/5-finish/finish";
import { provenBy, requireProven } from "@/lib/import/5-finish/proven";
import { recordChanges } from "@/lib/import/6-compare/compare";
import { appendRows } from "@/lib/import/append";
import type { Rules } from "@/lib/import/rule-tables";
import { type KeptSource, type ReadableFile, retrievalDay, type SourceFile } from "@/lib/import/source-files";
import { KeptWriter, keptBatches, type ReadTable } from "@/lib/import/stored-files";
import type { Home } from "@/lib/snapshot/paths";
import { schema } from "@/lib/snapshot/schema";

/** How far an import is. */
export interface Progress {
  step: "reading" | "sorting";
  file: string | null;
  /** Rows read so far, over all files. */
  rows: number;
  /** The share of all bytes that has been read, from 0 to 1. */
  share: number;
}

export interface Build {
  report: Report;
  rejects: Reject[];
  info: SnapshotInfo;
  /** Of every agency's actions. */
  totals: Totals;
  tables: SettledTable[];
  /** Ids of kept files that newer retrievals have made superfluous. */
  superfluous: string[];
}

/** A table of a file, where it was read from and when that was retrieved, if anything says so. */
export interface SettledTable extends ReadTable {
  source: SourceFile;
  retrieved: Day | null;
}

/** No row of any record file was accepted, so there is nothing to publish. */
export class NothingToPublish extends Error {
  override name = "NothingToPublish";
  constructor(readonly report: Report) {
    super("No row of any record file was accepted, so nothing is published.");
  }
}

/** A file that somebody named cannot be read, so nothing of what was named is published. */
export class ImportRefused extends Error {
  override name = "ImportRefused";
  constructor(readonly report: Report) {
    const refused = report.files.filter((file) => file.refused !== null);
    super(
      `Nothing is published, because ${refused.map(({ file }) => file).join(", ")} ${refused.length === 1 ? "was" : "were"} refused.`,
    );
  }
}

/**
 * Builds a snapshot file at `path`. A file of the data folder that is refused leaves nothing behind but its reason.
 * @throws {NothingToPublish} when no row at all was accepted.
 * @throws {ImportRefused} when a file that was named for import cannot be read.
 * @throws {NotProven} when it does not hold what a file that was named for import proves.
 */
export async function build(
  home: Home,
  {
    id,
    path,
    previous,
    sources,
    rules,
    keepIn,
    onProgress,
  }: {
    id: string;
    path: string;
    /** The file of the published snapshot, with which this one is compared; `null` where there is none. */
    previous: string | null;
    sources: SourceFile[];
    rules: Rules;
    /** The folder in which rows of imported files are written to be kept. */
    keepIn: string;
    onProgress: (progress: Progress) => void;
  },
): Promise<Build> {
  const instance = await DuckDBInstance.create(path, {
    threads: "2",
    memory_limit: "700MB",
    temp_directory: `${path}.tmp`,
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
  });
  const connection = await instance.connect();
  try {
    await connection.run(`begin; ${schema} commit`); // at once: each commit waits for the disk
    const stage = await openStage(connection);
    const arrived = await readSources(home, connection, stage, sources, keepIn, onProgress);
    const tables = await numberByAge(connection, arrived);
    await writeStagedAgencies(connection, stage);
    onProgress({ step: "sorting", file: null, rows: rowsOf(tables), share: 1 });
    const settled = await settle(connection);
    account(tables, settled);
    const report = summarise(id, arrived, sources);
    if (refusedImports(arrived).length > 0) throw new ImportRefused(report);
    if (report.totals.accepted === 0) throw new NothingToPublish(report);
    await finish(connection, stage.dictionaries, rules);
    await requireProven(connection, sources, report);
    const info = await describe(connection, id, rules, tables);
    await dropStaging(connection);
    await recordChanges(connection, { id, previous, built: info.built, retrieved: info.retrieved });
    const meta = {
      info,
      report,
      sources: rules.sources,
      press_figures: rules.pressFigures,
      elsewhere: rules.elsewhere,
      also_known: rules.alsoKnown,
    };
    await appendRows(
      connection,
      "meta",
      [VARCHAR, VARCHAR],
      Object.entries(meta).map(([name, value]) => [name, JSON.stringify(value)]),
    );
    const rejects = await readRejects(connection);
    await connection.run("checkpoint");
    return {
      report,
      rejects,
      info,
      totals: await readTotals(connection),
      tables,
      superfluous: superfluous(tables, settled),
    };
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

const nameOf = (source: SourceFile) => (source.from === "kept" ? source.kept.name : source.name);
const rowsOf = (tables: SettledTable[]) => tables.reduce((sum, { report }) => sum + report.read, 0);

/** Reads every source in turn; its tables come back in the order in which they arrived. */
async function readSources(
  home: Home,
  connection: DuckDBConnection,
  stage: Stage,
  sources: SourceFile[],
  keepIn: string,
  onProgress: (progress: Progress) => void,
): Promise<SettledTable[]> {
  const tables: SettledTable[] = [];
  const bytes = sources.reduce((sum, { size }) => sum + size, 0) || 1;
  let before = 0;
  for (const source of sources) {
    const rows = rowsOf(tables);
    const file = nameOf(source);
    const advance = (more: number, share: number) =>
      onProgress({ step: "reading", file, rows: rows + more, share: (before + share * source.size) / bytes });
    const first = tables.length;
    const read =
      source.from === "kept"
        ? await readKeptSource(home, source, stage, first, advance)
        : await readFileSource(source, connection, stage, first, keepIn, advance);
    const newest = newestOf(read);
    const { day, isGuess } =
      source.from === "kept" ? { day: source.kept.retrieved, isGuess: false } : retrievalDay(source, newest);
    for (const table of read) {
      if (isGuess && day !== null && table.report.accepted > 0)
        table.report.warnings.push(
          `Nothing says when the file was retrieved; it is taken to be of ${formatDay(day)}, ${day === newest ? "like its newest action" : "the day on which it was last changed"}. --retrieved states another day.`,
        );
      tables.push({ ...table, source, retrieved: day });
    }
    before += source.size;
  }
  stage.close();
  return tables;
}

const newestOf = (tables: ReadTable[]) =>
  tables.reduce<Day | null>(
    (day, { newest }) => (newest !== null && newest > (day ?? "") ? newest : day),
    null,
  );

async function readKeptSource(
  home: Home,
  { kept }: KeptSource,
  stage: Stage,
  first: number,
  advance: (rows: number, share: number) => void,
): Promise<ReadTable[]> {
  const all = kept.tables.reduce((sum, { report }) => sum + report.read, 0) || 1;
  let rows = 0;
  for await (const { table, columns, accepted, rejected } of keptBatches(home, kept)) {
    stage.add(first + table, accepted, describesAwards(columns));
    stage.reject(rejected);
    rows += accepted.length + rejected.length;
    advance(rows, rows / all);
  }
  stage.flush();
  return kept.tables;
}

const describesAwards = (columns: RecordedName[]) => columns.some((name) => awardFacts.includes(name));

/** A compressed file is taken to hold this many times its bytes where it does not say. */
const usualCompression = 8;

async function readFileSource(
  source: ReadableFile,
  connection: DuckDBConnection,
  stage: Stage,
  first: number,
  keepIn: string,
  advance: (rows: number, share: number) => void,
): Promise<ReadTable[]> {
  const writer = source.from === "import" ? new KeptWriter(keepIn, source.id) : null;
  const tables: ReadTable[] = [];
  const refuse = (file: string, error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
    tables.push({
      report: {
        ...emptyReport(file),
        refused: `${error.message}.`,
        ...(error.kind === "other table" ? { other: true } : {}),
      },
      columns: [],
      smells: [],
      newest: null,
    });
  };
  let rows = 0;
  try {
    for await (const member of openTables(source.path, source.name)) {
      const index = first + tables.length;
      const size = member.size ?? source.size * usualCompression;
      let taken = 0;
      const counted = {
        async *[Symbol.asyncIterator]() {
          const before = taken;
          taken = 0;
          for await (const part of member.bytes) {
            taken += part.length;
            yield part;
          }
          taken = Math.max(before, taken); // a second reading of it is no progress
        },
      };
      try {
        const table = await readTable(member.name, counted, source.agencies, {
          begin: async (columns) => writer?.begin(columns),
          add: async (batch) => {
            stage.add(index, batch.accepted, describesAwards(batch.columns));
            stage.reject(batch.rejected);
            await writer?.add(batch);
            advance(rows + batch.accepted.length, Math.min(0.99, taken / size));
            rows += batch.accepted.length + batch.rejected.length;
          },
        });
        tables.push(table);
      } catch (error) {
        refuse(member.name, error);
        stage.flush();
        for (const table of ["staged", "described"])
          await connection.run(`delete from ${table} where file = $index`, { index });
        await connection.run("delete from rejects where file = $file", { file: member.name });
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

/** Reads one table, of some agencies or of all; what it accepts and rejects is handed on as it comes. */
async function readTable(
  file: string,
  bytes: AsyncIterable<Uint8Array>,
  agencies: string[] | undefined,
  to: { begin(columns: RecordedName[]): Promise<void>; add(batch: Batch): Promise<void> },
): Promise<ReadTable> {
  const report = emptyReport(file);
  const smells = smellTest();
  let columns: RecordedName[] | undefined;
  const first: string[] = [];
  let newest = 0;
  let others = 0;
  for await (const read of parseRecords(file, bytes)) {
    const batch = agencies ? ofAgencies(read, agencies) : read;
    others += read.accepted.length - batch.accepted.length;
    if (!columns) {
      columns = batch.columns;
      await to.begin(columns);
    }
    await to.add(batch);
    smells.add(batch);
    report.format = batch.format;
    report.ignored_columns = batch.ignored;
    report.accepted += batch.accepted.length;
    report.rejected += batch.rejected.length;
    for (const reject of batch.rejected.slice(0, shownRejects - first.length)) first.push(inWords(reject));
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
  const found = smells.end();
  report.warnings.push(...found.map(({ detail }) => detail));
  return { report, columns: columns ?? [], smells: found, newest: newest === 0 ? null : dayOf(newest) };
}

const ofAgencies = (batch: Batch, agencies: string[]): Batch => ({
  ...batch,
  accepted: batch.accepted.filter(({ record }) => agencies.includes(record.awarding_sub_agency_code ?? "")),
});

/** How many rejected rows a report tells of by itself; `rejects.csv` has them all. */
const shownRejects = 3;

const inWords = ({ line, column, value, reason }: Reject): string =>
  `line ${line}: ${column ? `${column} ` : "the row "}${reason}${value ? ` (${JSON.stringify(value.slice(0, 60))})` : ""}`;

const dayOf = (days: number) => new Date(days * 86_400_000).toISOString().slice(0, 10);

const emptyReport = (file: string): FileReport => ({
  file,
  format: "unknown",
  read: 0,
  accepted: 0,
  duplicate: 0,
  superseded: 0,
  rejected: 0,
  masked: 0,
  warnings: [],
  ignored_columns: [],
  refused: null,
});

const ageOf = ({ source, retrieved }: SettledTable): Day =>
  retrieved ?? (source.from === "kept" ? source.kept.retrieved : source.modified);

/**
 * Numbers the tables by the day of their retrieval, equal days in the order of their names and then of their import:
 * the larger number is the newer one and wins.
 */
async function numberByAge(connection: DuckDBConnection, arrived: SettledTable[]): Promise<SettledTable[]> {
  const order = [...arrived.keys()].sort((one, other) => {
    const [a, b] = [arrived[one], arrived[other]] as [SettledTable, SettledTable];
    return ageOf(a) < ageOf(b) ? -1 : ageOf(a) > ageOf(b) ? 1 : one - other;
  });
  const place = new Map(order.map((arrival, index) => [arrival, index]));
  if (order.some((arrival, index) => arrival !== index)) {
    await connection.run("create temp table places (arrival integer, place integer)");
    await appendRows(connection, "places", [INTEGER, INTEGER], [...place], "temp");
    for (const table of ["staged", "described"])
      await connection.run(`update ${table} set file = place from places where file = arrival`);
  }
  const tables = order.map((arrival) => arrived[arrival] as SettledTable);
  await connection.run(
    "create temp table files (file integer, name varchar, hash varchar, retrieved integer, proven boolean)",
  );
  await connection.run("create temp table proven_years (file integer, code varchar, fiscal_year integer)");
  await appendRows(
    connection,
    "proven_years",
    [INTEGER, VARCHAR, INTEGER],
    tables.flatMap(({ source }, index) =>
      provenBy(source).map(({ agency, fiscal_year }) => [index, agency, fiscal_year]),
    ),
    "temp",
  );
  await appendRows(
    connection,
    "files",
    [INTEGER, VARCHAR, VARCHAR, INTEGER, BOOLEAN],
    tables.map(({ report, source, retrieved }, index) => [
      index,
      report.file,
      source.from === "kept" ? source.kept.hash : source.hash,
      retrieved === null ? null : dayNumber(retrieved),
      source.from === "kept" ? source.kept.proven : (source.proven ?? false),
    ]),
    "temp",
  );
  return tables;
}

/** Writes the tables by which staged numbers are told apart before they are final. */
async function writeStagedAgencies(connection: DuckDBConnection, { dictionaries }: Stage): Promise<void> {
  await connection.run("create temp table staged_agency (id integer, code varchar)");
  await appendRows(
    connection,
    "staged_agency",
    [INTEGER, VARCHAR],
    dictionaries.agencies.values.map(([code], id) => [id, code]),
    "temp",
  );
  await connection.run("create temp table staged_words (kind varchar, id integer, description varchar)");
  const words = { product: dictionaries.products, industry: dictionaries.industries };
  await appendRows(
    connection,
    "staged_words",
    [VARCHAR, INTEGER, VARCHAR],
    Object.entries(words).flatMap(([kind, { values }]) => values.map(([, text], id) => [kind, id, text])),
    "temp",
  );
  await connection.run("set variable no_recipient = $id", { id: dictionaries.recipients.id("") });
}

/** Moves what was dropped after reading from `accepted` to its own count. */
function account(tables: SettledTable[], settled: Settled) {
  const move = (file: number, rows: number, to: "duplicate" | "superseded") => {
    const report = tables[file]?.report;
    if (!report) return;
    report.accepted -= rows;
    report[to] += rows;
  };
  const say = (file: number, sentence: string) => tables[file]?.report.warnings.push(sentence);
  const names = (files: number[]) =>
    new Intl.ListFormat("en-GB").format(files.map((file) => tables[file]?.report.file ?? ""));

  for (const [file, rows] of settled.duplicates) move(file, rows, "duplicate");
  for (const { file, by, rows, differences } of settled.superseded) {
    move(file, rows, "superseded");
    const differing = Object.entries(differences).filter(([, count]) => count > 0);
    const list = differing.map(([name, count]) => `${name} in ${formatCount(count)}`).join(", ");
    const where =
      by === file ? "again further up in this file" : `also in ${names([by])}, which counts as newer`;
    say(file, `${counted(rows, "action is", "actions are")} ${where}; different: ${list || "nothing"}.`);
  }
  for (const [file, rows] of settled.described) {
    move(file, rows, "superseded");
    say(
      file,
      `${counted(rows, "award is", "awards are")} described again, by a newer file or further up in this one.`,
    );
  }
  const lack = (actions: number, by: number[]) =>
    `${counted(actions, "action is", "actions are")} not in ${names(by)}, which ${by.length === 1 ? "is a newer retrieval" : "are newer retrievals"} of the same agency and fiscal year`;
  for (const { file, by, actions } of settled.missing)
    say(
      file,
      `${lack(actions, by)}; kept until ${goneAfter.retrievals} retrievals in a row lack them, or two at least ${goneAfter.apart.days} days apart.`,
    );
  for (const { file, by, actions } of settled.withdrawn) {
    move(file, actions, "superseded");
    say(file, `${lack(actions, by)}; left out.`);
  }
}

/**
 * Kept files of which nothing is left: every action is given by newer files that say at least as much, and for each
 * agency and fiscal year enough newer retrievals say what is no longer there, and what is rejected.
 */
function superfluous(tables: SettledTable[], { coveredBy }: Settled): string[] {
  const isSuperfluous = (table: SettledTable) => {
    const cells = coveredBy.get(tables.indexOf(table)) ?? [];
    if (table.report.read === 0 && cells.length === 0) return true;
    return (
      table.report.accepted === 0 &&
      cells.length > 0 &&
      cells.every(
        ({ files, showsGone }) =>
          files.length >= 2 &&
          showsGone &&
          table.columns.every((name) => files.some((file) => tables[file]?.columns.includes(name))),
      )
    );
  };
  const needed = new Map<string, boolean>();
  for (const table of tables) {
    if (table.source.from !== "kept") continue;
    const { id } = table.source.kept;
    needed.set(id, needed.get(id) || !isSuperfluous(table));
  }
  return [...needed].flatMap(([id, isNeeded]) => (isNeeded ? [] : [id]));
}

/** Files that were named and brought no table, or a damaged one. */
function refusedImports(tables: SettledTable[]): string[] {
  const named = new Set(tables.flatMap(({ source }) => (source.from === "import" ? [source] : [])));
  return [...named].flatMap((source) => {
    const members = tables.filter((table) => table.source === source);
    const good = members.some(({ report }) => report.refused === null);
    const damaged = members.some(({ report }) => report.refused !== null && !report.other);
    return good && !damaged ? [] : [source.name];
  });
}

/** The report, its files in the order of their sources. */
function summarise(id: string, arrived: SettledTable[], sources: SourceFile[]): Report {
  const place = (table: SettledTable) => sources.indexOf(table.source);
  const files = [...arrived].sort((one, other) => place(one) - place(other)).map(({ report }) => report);
  const totals = { read: 0, accepted: 0, duplicate: 0, superseded: 0, rejected: 0, masked: 0 };
  for (const file of files)
    for (const name of Object.keys(totals) as (keyof typeof totals)[]) totals[name] += file[name];
  return { files, totals, snapshot: id };
}

async function describe(
  connection: DuckDBConnection,
  id: string,
  { problems }: Rules,
  tables: SettledTable[],
): Promise<SnapshotInfo> {
  const built = new Date().toISOString();
  const read = await connection.runAndReadAll(
    // Where award summaries are all there is, the days on which the awards were signed; else today in UTC.
    `select coalesce(min(action_date), (select min(signed) from contracts), $today::date)::varchar,
      coalesce(max(action_date), (select max(signed) from contracts), $today::date)::varchar,
      (select max(retrieved) from cells)::varchar from actions`,
    { today: built.slice(0, 10) },
  );
  const [from, through, retrieved] = (read.getRows()[0] ?? []) as [Day, Day, Day | null];
  return {
    id,
    data_through: through,
    data_from: from,
    retrieved,
    built,
    problems: [...problems, ...tables.flatMap(smellsAsProblems)],
    has: await readHas(connection),
  };
}

function smellsAsProblems({ report, smells }: SettledTable, file: number): Problem[] {
  return report.accepted === 0
    ? []
    : smells.map(({ severity, title, detail, agency, from, to }, index) => ({
        id: `file-${file + 1}-${index + 1}`,
        severity,
        title,
        detail: `${report.file}: ${detail}`,
        agency,
        from,
        to,
      }));
}

/** Everything that was needed to fill the tables of the snapshot, and takes room and names. */
async function dropStaging(connection: DuckDBConnection): Promise<void> {
  const read = await connection.runAndReadAll(`
    select 'view', view_name from duckdb_views() where temporary and not internal
    union all select 'table', table_name from duckdb_tables() where temporary order by 1 desc`);
  for (const [kind, name] of read.getRows()) await connection.run(`drop ${kind} temp."${name}"`);
}

async function readTotals(connection: DuckDBConnection): Promise<Totals> {
  const cents = (sum: string) => `(coalesce(${sum}, 0) * 100)::double`;
  const read = await connection.runAndReadAll(`select ${cents("sum(amount)")} as net,
    ${cents("sum(amount) filter (amount > 0)")} as added, ${cents("sum(amount) filter (amount < 0)")} as taken_back,
    count(*)::integer as actions, count(distinct contract)::integer as contracts, count(distinct company)::integer as companies
    from actions`);
  return read.getRowObjectsJS()[0] as unknown as Totals;
}

/** The recorded facts that at least one row holds. */
async function readHas(connection: DuckDBConnection): Promise<RecordedName[]> {
  const tableOf = { action: "actions", award: "contracts" };
  const held = recordedNames.flatMap((name) => {
    const { of, column } = recordedColumn(name);
    return column === null
      ? []
      : [{ name, sql: `exists (select 1 from ${tableOf[of]} where "${column}" is not null)` }];
  });
  const explained = [
    { name: "product_or_service_code", sql: "exists (select 1 from products where code is not null)" },
    { name: "naics_code", sql: "exists (select 1 from industries where code is not null)" },
  ] as const;
  const all = [...held, ...explained];
  const read = await connection.runAndReadAll(`select ${all.map(({ sql }) => sql).join(", ")}`);
  const [row = []] = read.getRows();
  return all.flatMap(({ name }, index) => (row[index] ? [name] : []));
}

async function readRejects(connection: DuckDBConnection): Promise<Reject[]> {
  const read = await connection.runAndReadAll(
    'select file, line, "column", value, reason, row from rejects order by file, line',
  );
  return read
    .getRowObjectsJS()
    .map((row) => ({ ...row, row: JSON.parse(String(row.row)) }) as unknown as Reject);
}
