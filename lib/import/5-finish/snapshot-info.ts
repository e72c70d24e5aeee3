import "server-only";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Day } from "@/lib/contracts/days";
import type { Reject } from "@/lib/contracts/import-report";
import type { KnownProblem } from "@/lib/contracts/known-problems";
import { recordedColumn, recordedNames } from "@/lib/contracts/recorded";
import type { SnapshotInfo } from "@/lib/contracts/snapshots";
import type { Totals } from "@/lib/contracts/totals";
import { awardFacts, kinds, type StagedTable } from "@/lib/import/3-stage/stage";
import type { Rules } from "@/lib/import/rule-tables";

/** Reads from the finished tables what a snapshot states about itself. `tables` are those of its files, oldest first. */
export async function readInfo(
  connection: DuckDBConnection,
  id: string,
  { problems }: Rules,
  tables: StagedTable[],
): Promise<SnapshotInfo> {
  const built = new Date().toISOString();
  const read = await connection.runAndReadAll(
    // A snapshot of award summaries alone has no actions: then the days of signing, else today in UTC.
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
    problems: [...problems, ...tables.flatMap(problemsOfFile)],
    ...(await readReportedNames(connection)),
  };
}

function problemsOfFile({ report, problems }: StagedTable, file: number): KnownProblem[] {
  return report.accepted === 0
    ? []
    : problems.map(({ severity, title, detail, agency, from, to }, index) => ({
        id: `file-${file + 1}-${index + 1}`,
        severity,
        title,
        detail: `${report.file}: ${detail}`,
        agency,
        from,
        to,
      }));
}

/** The recorded facts that at least one row reports, those that only reports of subcontracts bring apart. */
async function readReportedNames(
  connection: DuckDBConnection,
): Promise<Pick<SnapshotInfo, "has" | "has_from_reports">> {
  const present = (table: string, column: string, also = "true") =>
    `exists (select 1 from ${table} where "${column}" is not null and ${also})`;
  const all = recordedNames.flatMap((name) => {
    const { of, column } = recordedColumn(name);
    if (column === null) return [];
    const isFound = present(of === "action" ? "actions" : "contracts", column);
    const isOfRecords = awardFacts.includes(name)
      ? present("described", column, `kind in (${kinds.action}, ${kinds.award})`)
      : "true";
    return [{ name, sql: `${isFound}, ${isOfRecords}` }];
  });
  const codes = [
    { name: "product_or_service_code", sql: `${present("products", "code")}, true` },
    { name: "naics_code", sql: `${present("industries", "code")}, true` },
  ] as const;
  const names = [...all, ...codes];
  const read = await connection.runAndReadAll(`select ${names.map(({ sql }) => sql).join(", ")}`);
  const [row = []] = read.getRows();
  const found = (isOfRecords: boolean) =>
    names.flatMap(({ name }, index) => (row[2 * index] && row[2 * index + 1] === isOfRecords ? [name] : []));
  return { has: found(true), has_from_reports: found(false) };
}

/** The totals of all actions, money in cents. */
export async function readTotals(connection: DuckDBConnection): Promise<Totals> {
  const cents = (sum: string) => `coalesce(${sum}, 0)::double`;
  const read = await connection.runAndReadAll(`select ${cents("sum(amount_cents)")} as net,
    ${cents("sum(amount_cents) filter (amount_cents > 0)")} as added, ${cents("sum(amount_cents) filter (amount_cents < 0)")} as taken_back,
    count(*)::integer as actions, count(distinct contract)::integer as contracts, count(distinct company)::integer as companies
    from actions`);
  return read.getRowObjectsJS()[0] as unknown as Totals;
}

export async function readRejects(connection: DuckDBConnection): Promise<Reject[]> {
  const read = await connection.runAndReadAll(
    'select file, line, "column", value, reason, row from rejects order by file, line',
  );
  return read
    .getRowObjectsJS()
    .map((row) => ({ ...row, row: JSON.parse(String(row.row)) }) as unknown as Reject);
}
