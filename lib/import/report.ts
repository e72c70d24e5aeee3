import { goneAfter } from "@/lib/contracts/changes";
import type { Report } from "@/lib/contracts/import-report";
import { counted, formatCount } from "@/lib/contracts/money";
import type { StagedTable } from "@/lib/import/3-stage/stage";
import type { Dropped } from "@/lib/import/4-dedupe/dedupe";
import type { SourceFile } from "@/lib/import/source-files";

/** No row was accepted, so there is nothing to publish. */
export class NothingToPublish extends Error {
  override name = "NothingToPublish";
  constructor(readonly report: Report) {
    super("No row of any record file was accepted, so nothing is published.");
  }
}

/** A file that a user imports cannot be read, so none of the files is published. */
export class ImportRefused extends Error {
  override name = "ImportRefused";
  constructor(readonly report: Report) {
    const refused = report.files.filter((file) => file.refused !== null);
    super(
      `Nothing is published, because ${refused.map(({ file }) => file).join(", ")} ${refused.length === 1 ? "was" : "were"} refused.`,
    );
  }
}

/** Moves the rows that the dedupe step dropped from `accepted` to their own counts, and says why. */
export function countDropped(tables: StagedTable[], dropped: Dropped) {
  const move = (file: number, rows: number, to: "duplicate" | "superseded") => {
    const report = tables[file]?.report;
    if (!report) return;
    report.accepted -= rows;
    report[to] += rows;
  };
  const warn = (file: number, sentence: string) => tables[file]?.report.warnings.push(sentence);
  const names = (files: number[]) =>
    new Intl.ListFormat("en-GB").format(files.map((file) => tables[file]?.report.file ?? ""));

  for (const [file, rows] of dropped.duplicates) move(file, rows, "duplicate");
  for (const { file, by, rows, differences } of dropped.superseded) {
    move(file, rows, "superseded");
    const differing = Object.entries(differences).filter(([, count]) => count > 0);
    const list = differing.map(([name, count]) => `${name} in ${formatCount(count)}`).join(", ");
    const where =
      by === file ? "again further up in this file" : `also in ${names([by])}, which counts as newer`;
    warn(file, `${counted(rows, "action is", "actions are")} ${where}; different: ${list || "nothing"}.`);
  }
  for (const [file, rows] of dropped.described) {
    move(file, rows, "superseded");
    warn(
      file,
      `${counted(rows, "award is", "awards are")} described again, by a newer file or further up in this one.`,
    );
  }
  for (const [file, rows] of dropped.reports.duplicates) move(file, rows, "duplicate");
  for (const [file, rows] of dropped.reports.superseded) {
    move(file, rows, "superseded");
    warn(
      file,
      `${counted(rows, "report of a subcontract is", "reports of subcontracts are")} here in a newer state too.`,
    );
  }
  for (const [file, rows] of dropped.reports.repeated)
    warn(
      file,
      `${counted(rows, "report of a subcontract repeats", "reports of subcontracts repeat")} an earlier one, with the same award, subcontract number, company and amount; kept and marked.`,
    );
  const lack = (actions: number, by: number[]) =>
    `${counted(actions, "action is", "actions are")} not in ${names(by)}, which ${by.length === 1 ? "is a newer retrieval" : "are newer retrievals"} of the same agency and fiscal year`;
  for (const { file, by, actions } of dropped.missing)
    warn(
      file,
      `${lack(actions, by)}; kept until ${goneAfter.retrievals} retrievals in a row lack them, or two at least ${goneAfter.apart.days} days apart.`,
    );
  for (const { file, by, actions } of dropped.withdrawn) {
    move(file, actions, "superseded");
    warn(file, `${lack(actions, by)}; left out.`);
  }
}

/** The report of an import, its files in the order of `sources`. */
export function reportOf(id: string, tables: StagedTable[], sources: SourceFile[]): Report {
  const place = (table: StagedTable) => sources.indexOf(table.source);
  const files = [...tables].sort((one, other) => place(one) - place(other)).map(({ report }) => report);
  const totals = { read: 0, accepted: 0, duplicate: 0, superseded: 0, rejected: 0, masked: 0 };
  for (const file of files)
    for (const name of Object.keys(totals) as (keyof typeof totals)[]) totals[name] += file[name];
  return { files, totals, snapshot: id };
}

/** The names of imported files without a readable table, or with a damaged one. */
export function refusedImports(tables: StagedTable[]): string[] {
  const imported = new Set(tables.flatMap(({ source }) => (source.from === "import" ? [source] : [])));
  return [...imported].flatMap((source) => {
    const own = tables.filter((table) => table.source === source);
    const isReadable = own.some(({ report }) => report.refused === null);
    const isDamaged = own.some(({ report }) => report.refused !== null && !report.other);
    return isReadable && !isDamaged ? [] : [source.name];
  });
}
