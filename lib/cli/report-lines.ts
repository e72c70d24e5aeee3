import { formatDay } from "@/lib/contracts/days";
import type { Report } from "@/lib/contracts/import-report";
import { counted, formatCount, formatMoney } from "@/lib/contracts/money";
import type { StoredSnapshot } from "@/lib/contracts/snapshots";

/** The lines of the report of an import or a check. */
export function reportLines({ files, totals }: Report, seconds: number): string[] {
  const ofFiles = files.flatMap(
    ({ file, refused, warnings, ignored_columns: ignored, rejected, first_rejected: first = [] }) => [
      ...(refused ? [`Refused ${file}: ${refused}`] : []),
      ...(rejected > 0
        ? [
            `${file}: ${counted(rejected, "row")} rejected${first.length > 0 ? `; ${first.join("; ")}` : ""}${rejected > first.length && first.length > 0 ? "; …" : ""}`,
          ]
        : []),
      ...warnings.map((warning) => `${file}: ${warning}`),
      ...(ignored.length > 0 ? [`${file}: ${ignoredColumns(ignored)}`] : []),
    ],
  );
  const { read, accepted, duplicate, superseded, rejected, masked } = totals;
  return [
    ...ofFiles,
    `Read ${formatCount(read)} = accepted ${formatCount(accepted)} + duplicate ${formatCount(duplicate)} + superseded ${formatCount(superseded)} + rejected ${formatCount(rejected)}; masked ${formatCount(masked)}; ${seconds.toFixed(1)} s`,
  ];
}

/** A full-width file has hundreds; `--json` and `/data` list them all. */
const shownColumns = 12;

function ignoredColumns(names: string[]): string {
  const more = names.length - shownColumns;
  return `columns ignored: ${names.slice(0, shownColumns).join(", ")}${more > 0 ? ` and ${formatCount(more)} more` : ""}`;
}

/** The stored snapshots, a line each. */
export function snapshotLines(snapshots: StoredSnapshot[]): string[] {
  return snapshots.map(
    ({ id, current, built, data_through: through, totals, files }) =>
      `${current ? "*" : " "} ${id}  built ${built.slice(0, 16).replace("T", " ")} UTC  data through ${formatDay(through)}  ${formatCount(totals.actions)} actions  ${formatMoney(totals.net)} obligated (net)  ${formatCount(files.length)} files`,
  );
}
