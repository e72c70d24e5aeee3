import type { Route } from "next";
import { Facts } from "@/components/figures/facts";
import { type DataColumn, DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { FirstOnPhone, FoldedOnPhone, Section } from "@/components/ui/section";
import { categories } from "@/lib/contracts/categories";
import { formatDay } from "@/lib/contracts/days";
import type { FileReport, Reject, Report } from "@/lib/contracts/import-report";
import type { KnownProblem } from "@/lib/contracts/known-problems";
import { lookUp } from "@/lib/contracts/look-up";
import { counted, formatCount } from "@/lib/contracts/money";
import type { RecordSource } from "@/lib/contracts/rule-tables";
import type { SnapshotInfo, StoredSnapshot } from "@/lib/contracts/snapshots";
import { capitalize } from "@/lib/contracts/text";
import { defaults, href } from "@/lib/query/query";
import type { TableSort } from "@/lib/query/table-sort";
import styles from "./tables.module.css";

export function SnapshotFacts({ info }: { info: SnapshotInfo }) {
  return (
    <Section
      id="snapshot"
      title="Snapshot"
      subtitle="Every page, response and export comes from one snapshot. Its ID changes with the records, the rule tables and the version of the import."
    >
      <Facts
        facts={[
          { label: "Snapshot", value: <code>{info.id}</code> },
          { label: "First action", value: formatDay(info.data_from) },
          {
            label: "Data through",
            value: formatDay(info.data_through),
            note: "The newest action in these records.",
          },
          {
            label: "Retrieved",
            value: info.retrieved && formatDay(info.retrieved),
            note: "The latest date that a source gives. See each file’s date below.",
          },
          { label: "Built", value: `${info.built.slice(0, 19).replace("T", " ")} UTC` },
        ]}
      />
    </Section>
  );
}

/** The stored snapshots with links. `shown` is the ID of the page's own. */
export function SnapshotList({
  snapshots,
  shown,
  sort,
}: {
  snapshots: StoredSnapshot[];
  shown: string;
  sort: TableSort;
}) {
  const of = (path: Route, snapshot: string) => href(path, { ...defaults("contracts"), snapshot });
  return (
    <Section
      id="snapshots"
      title="Snapshots"
      subtitle={
        <>
          Stored earlier states of the records. Any page, download or API call reads one of them with{" "}
          <code>snapshot=</code> and its ID in the address, so it stays the same when newer records come.{" "}
          <a href="/api/snapshots">The list as JSON</a>
        </>
      }
    >
      <DataTable
        label="Table of snapshots"
        className={styles.middling}
        caption="All agencies together. Exact U.S. dollars obligated (net)."
        columns={[
          {
            header: "Snapshot",
            isRowHeader: true,
            className: "nowrap",
            value: ({ id }) => id,
            cell: ({ id }) => <code>{id}</code>,
          },
          {
            id: "built",
            header: "Built (UTC)",
            kind: "day",
            value: ({ built }) => built.slice(0, 16).replace("T", " "),
          },
          { header: "Data through", kind: "day", value: (snapshot) => snapshot.data_through },
          { header: "Retrieved", kind: "day", value: ({ retrieved }) => retrieved },
          { header: "Files", kind: "count", value: ({ files }) => files.length },
          { header: "Actions", kind: "count", value: ({ totals }) => totals.actions },
          {
            id: "net",
            header: "Obligated (net)",
            kind: "money",
            value: ({ totals }) => totals.net,
            href: ({ id }) => of("/agencies", id),
          },
          {
            header: "View it",
            cardLabel: false,
            cell: ({ id, current }) => (
              <>
                <Link href={of("/", id)} aria-label={`View this one, ${id}`}>
                  View this one
                </Link>
                {current && " (published)"}
                {id === shown && " (this page)"}
              </>
            ),
          },
        ]}
        rows={snapshots}
        rowKey={({ id }) => id}
        sort={sort}
      />
    </Section>
  );
}

export function SourcesTable({
  sources,
  agencies,
  sort,
}: {
  sources: RecordSource[];
  agencies: Record<string, string>;
  sort: TableSort;
}) {
  return (
    <Section
      id="sources"
      title="Sources"
      subtitle="From data/records/sources.csv: who published each file, who retrieved it, when and how, and what is known to be missing."
    >
      <FoldedOnPhone title={`Show ${counted(sources.length, "source")}`} isOpen={sort.isNamed}>
        <DataTable
          label="Table of sources"
          className={styles.wide}
          columns={[
            { header: "File", isRowHeader: true, className: "nowrap", value: ({ file }) => file },
            { header: "Agency", className: styles.text, value: ({ agency }) => agencies[agency] ?? agency },
            { header: "Fiscal year", value: (source) => source.fiscal_year },
            { header: "Publisher", className: styles.text, value: ({ publisher }) => publisher },
            { header: "Retrieved", kind: "day", value: ({ retrieved }) => retrieved },
            { header: "Through", className: styles.text, value: (source) => source.retrieved_through },
            {
              header: "Known limits",
              kind: "long",
              className: styles.text,
              value: (source) => source.known_limits || "None stated",
            },
          ]}
          rows={sources}
          rowKey={({ file }) => file}
          sort={sort}
        />
      </FoldedOnPhone>
    </Section>
  );
}

const counts = ["read", "accepted", "duplicate", "superseded", "rejected", "masked"] as const;

export function RowAccounts({ report, sort }: { report: Report; sort: TableSort }) {
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
              header: capitalize(name),
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
        sort={sort}
        totalLabel="All files"
      />
      <div className={`${styles.notes} ${styles.prose}`}>
        <p>
          A <strong>duplicate</strong> equals another row in every column. It is dropped. A row is{" "}
          <strong>superseded</strong> when a file that was retrieved later has the same action or award, or
          when two later retrievals of its agency and fiscal year lack it. (One alone may have lost it while
          paging.) A <strong>rejected</strong> row could not be read. The reasons are below.{" "}
          <strong>Masked</strong> counts cells in which we replaced an email address or a phone number. The
          bundled files came with most of these replaced already, so the count covers only the rest.
        </p>
        <Remarks
          title="Refused files"
          none="No file was refused."
          remarks={report.files.flatMap((file) =>
            file.refused === null ? [] : [{ file, text: file.refused }],
          )}
        />
        <Remarks
          title="Warnings"
          none="No warnings."
          remarks={report.files.flatMap((file) => file.warnings.map((text) => ({ file, text })))}
        />
        <UnusedColumns files={report.files.filter(({ ignored_columns: ignored }) => ignored.length > 0)} />
      </div>
    </Section>
  );
}

/** The unused columns of each file, collapsed, because a full-width file has hundreds. */
function UnusedColumns({ files }: { files: FileReport[] }) {
  return (
    <>
      <h3>Unused columns</h3>
      {files.length === 0 && <p>All columns were used.</p>}
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

/** Rejected rows and reasons. `total` also counts rows that are not listed. */
export function RejectedRows({
  rejects,
  total,
  snapshot,
  sort,
}: {
  rejects: Reject[];
  total: number;
  snapshot: string;
  sort: TableSort;
}) {
  return (
    <Section
      id="rejects"
      title="Rejected rows"
      subtitle={
        total === 0
          ? "No rows were rejected."
          : `${counted(total, "row")} rejected${total > rejects.length ? `; the first ${formatCount(rejects.length)} reasons are listed` : ""}.`
      }
    >
      {rejects.length > 0 && (
        <DataTable
          label="Table of rejected rows"
          className={styles.middling}
          hasCards={false}
          columns={[
            { header: "File", isRowHeader: true, value: ({ file }) => file },
            { header: "Line", kind: "count", value: ({ line }) => line },
            { header: "Column", value: ({ column }) => column },
            { header: "Value", className: styles.text, value: ({ value }) => value },
            { header: "Reason", className: styles.text, value: ({ reason }) => reason },
          ]}
          rows={rejects}
          rowKey={({ file, line, column }) => `${file} ${line} ${column}`}
          sort={total > rejects.length ? undefined : sort}
        />
      )}
      <p className={styles.prose}>
        All rejected rows, with line, column, value and reason, are in{" "}
        <code>snapshots/{snapshot}.rejects.csv</code> in the folder <code>CONTRACTS_HOME</code> (
        <code>.contracts</code> if it is not set). You can fix the file and load it again.
      </p>
    </Section>
  );
}

export function KnownProblemList({
  problems,
  agencies,
}: {
  problems: KnownProblem[];
  agencies: Record<string, string>;
}) {
  return (
    <Section
      id="problems"
      title="Known problems"
      subtitle="What we know to be missing, doubtful or easily misread, from data/problems.csv. Pages show those that touch their records."
    >
      {problems.length === 0 && <p>No known problems.</p>}
      <FirstOnPhone
        shown={3}
        items={problems.map((problem) => (
          <article key={problem.id} id={`problem-${problem.id}`} className={styles.problem}>
            <h3>{problem.title}</h3>
            <p>{problem.detail}</p>
            <p className="soft">{scopeText(problem, agencies)}</p>
          </article>
        ))}
      />
    </Section>
  );
}

function scopeText({ agency, category, from, to }: KnownProblem, agencies: Record<string, string>): string {
  const who = agency === null ? "all agencies" : (lookUp(agencies, agency) ?? agency);
  const since = from && `from ${formatDay(from)}`;
  const until = to && `to ${formatDay(to)}`;
  const what = category ? ` in ${categories[category]}` : "";
  return `Applies to ${who}${what}, ${[since, until].filter(Boolean).join(", ") || "all dates"}.`;
}
