import "server-only";
import type { DuckDBConnection } from "@duckdb/node-api";
import { recordedColumn, subawardNames } from "@/lib/contracts/recorded";

/** What happened to the reports of subcontracts of each file, in rows. */
export interface DroppedReports {
  /** Rows that equal another report in every column. */
  duplicates: Map<number, number>;
  /** Rows with the number of a report that a newer file, or a later change of it, has too. */
  superseded: Map<number, number>;
  /** Reports that are kept, and repeat an earlier one under another number. */
  repeated: Map<number, number>;
}

/**
 * Writes the temporary table `reports`: the reports of subcontracts, one row for each report number, with their contract.
 * `repeats` is the number of the first report with the same contract, subcontract number, name and amount, `null` in that one.
 */
export async function dedupeReports(connection: DuckDBConnection): Promise<DroppedReports> {
  const facts = [
    ...subawardNames.map((name) => recordedColumn(name).column),
    "award_key",
    "award_cents",
    "award_day",
  ];
  await connection.run(`create temp table ranked_reports as
    select *, row_number() over (partition by report_id, content order by file desc, line) as copy,
      row_number() over (partition by report_id order by file desc, modified desc nulls last, line) as place
    from (select reported.*, contract, hash(contract, ${facts.join(", ")}) as content
      from reported join (select file, line, contract from described join award_rows on r = described.rowid) using (file, line))`);
  await connection.run(`create temp table reports as
    select * exclude (first), nullif(first, report_id) as repeats from (
      select * exclude (content, copy, place), first_value(report_id) over (
          partition by contract, number, name, amount_cents order by report_year, report_month, modified, report_id) as first
      from ranked_reports where place = 1)`);
  const count = async (rows: string) => {
    const read = await connection.runAndReadAll(`select file, count(*)::integer from ${rows} group by file`);
    return new Map(read.getRows() as [number, number][]);
  };
  const dropped = {
    duplicates: await count("ranked_reports where place > 1 and copy > 1"),
    superseded: await count("ranked_reports where place > 1 and copy = 1"),
    repeated: await count("reports where repeats is not null"),
  };
  await connection.run("drop table ranked_reports");
  return dropped;
}
