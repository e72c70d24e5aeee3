import { type DataColumn, DataTable } from "@/components/ui/data-table";
import { Section } from "@/components/ui/section";
import type { FileReport, Report } from "@/lib/contracts/import-report";
import { counted, formatCount } from "@/lib/contracts/money";

import styles from "./tables.module.css";

const counts = ["read", "accepted", "duplicate", "superseded", "rejected", "masked"] as const;

/** The outcome of every row of every file. */
export function RowAccounts({ report }: { report: Report }) {
  return (
    <Section
      id="accounts"
      title="Every row accounted for"
      subtitle="Read = accepted + duplicate + superseded + rejected."
    >
      <DataTable
        label="Row accounts by file"
        className={styles.wide}
        hasCards={false}
        columns={[
          { header: "File", isRowHeader: true, className: "nowrap", value: ({ file }) => file },
          ...counts.map(
            (name): DataColumn<FileReport> => ({
              header: heading[name],
              kind: "count",
              value: (file) => file[name],
              total: formatCount(report.totals[name]),
            }),
          ),
          {
            header: "Format",
            className: styles.text,
            value: ({ refused, format }) => (refused === null ? format : "refused"),
          },
        ]}
        rows={report.files}
        rowKey={({ file }) => file}
        totalLabel="All files"
      />
      <div className={`${styles.notes} ${styles.prose}`}>
        <p>
          A <strong>duplicate</strong> equals another row in every column; it is dropped. A row is{" "}
          <strong>superseded</strong> when a file that was retrieved later has the same action or award, or
          when two later retrievals of its agency and fiscal year lack it: one alone may have lost it while
          paging. A <strong>rejected</strong> row could not be read; the reasons are below.{" "}
          <strong>Masked</strong> counts cells in which this intake replaced an e-mail address or a telephone
          number. The bundled files came with most of these replaced already, so the count is only what was
          left for the intake to replace.
        </p>
        <Remarks
          title="Files that were refused"
          none="No file was refused."
          remarks={report.files.flatMap((file) =>
            file.refused === null ? [] : [{ file, text: file.refused }],
          )}
        />
        <Remarks
          title="Warnings"
          none="No file gave cause for a warning."
          remarks={report.files.flatMap((file) => file.warnings.map((text) => ({ file, text })))}
        />
        <UnusedColumns files={report.files.filter(({ ignored_columns: ignored }) => ignored.length > 0)} />
      </div>
    </Section>
  );
}

const heading: Record<(typeof counts)[number], string> = {
  read: "Read",
  accepted: "Accepted",
  duplicate: "Duplicate",
  superseded: "Superseded",
  rejected: "Rejected",
  masked: "Masked",
};

/** The unused columns of each file, collapsed, because a full-width file has hundreds. */
function UnusedColumns({ files }: { files: FileReport[] }) {
  return (
    <>
      <h3>Columns that were not used</h3>
      {files.length === 0 && <p>No file has a column that was not used.</p>}
      {files.map(({ file, ignored_columns: ignored }) => (
        <details key={file}>
          <summary className={styles.file}>
            {file}: {counted(ignored.length, "column")}
          </summary>
          <p>{ignored.join(", ")}</p>
        </details>
      ))}
    </>
  );
}

function Remarks({
  title,
  none,
  remarks,
}: {
  title: string;
  none: string;
  remarks: { file: FileReport; text: string }[];
}) {
  return (
    <>
      <h3>{title}</h3>
      {remarks.length === 0 ? (
        <p>{none}</p>
      ) : (
        <ul>
          {remarks.map(({ file, text }) => (
            <li key={`${file.file} ${text}`}>
              {file.file}: {text}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
