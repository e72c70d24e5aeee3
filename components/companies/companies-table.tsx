import type { Route } from "next";
import type { ReactNode } from "react";
import { Sparkline, SparklinePattern } from "@/components/companies/sparkline";
import { CompareGroups, GroupBox } from "@/components/compare/compare-groups";
import { RecordsSum } from "@/components/figures/records-link";
import { type DataColumn, DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { Section } from "@/components/ui/section";
import type {
  CompanyHistory,
  CompanyList,
  CompanyRow,
  NamedIn,
  NetFigure,
  UnfinishedYear,
} from "@/lib/contracts/companies";
import { percentChange } from "@/lib/contracts/comparisons";
import { formatDay } from "@/lib/contracts/days";
import { notReported } from "@/lib/contracts/text";
import type { Comparison } from "@/lib/query/comparison";
import { queryOfGroup } from "@/lib/query/group-query";
import { companyPage } from "@/lib/query/pages";
import { change, defaults, href, type Query, selectionOf } from "@/lib/query/query";
import type { TableSort } from "@/lib/query/table-sort";
import styles from "./companies-table.module.css";

interface CompaniesTableProps {
  query: Query;
  caption: string;
  rows: CompanyRow[];
  histories: Map<number, CompanyHistory>;
  comparison: Comparison | null;
  unfinished: UnfinishedYear | null;
  /** Anchors of the first row of each letter, by row ID. */
  anchors: Map<number, string>;
  sort: TableSort;
  /** The rows of this page, from the first index to before the second. */
  slice: [number, number];
}

export function CompaniesTable(props: CompaniesTableProps) {
  const { query, caption, rows, histories, comparison, unfinished, anchors, sort, slice } = props;
  const selection = selectionOf(query);
  const by = query.grouped === "no" ? "recipient" : "company";
  const years = histories.values().next().value?.years ?? [];
  const span = `FY${years[0]?.year}–${years.at(-1)?.year}`;
  return (
    <>
      <SparklinePattern />
      <CompareGroups query={change(selection, { fy: [] })} by={by} />
      <DataTable
        label={caption}
        caption={caption}
        isCaptionHidden
        className={styles.table}
        columns={[
          {
            header: "Rank",
            kind: "count",
            className: styles.rank,
            headerAttributes: { className: styles.rank },
            value: ({ rank }) => rank,
          },
          {
            header: query.grouped === "no" ? "Recipient as recorded" : "Company",
            isRowHeader: true,
            id: "company",
            rowName: ({ name }) => name ?? undefined,
            value: ({ id }) => id, // IDs are in the order of names
            cell: (row) => (
              <GroupBox
                query={selection}
                by={by}
                group={{ key: by === "recipient" ? row.name : row.slug, label: row.name ?? "" }}
              >
                <NameLink row={row} query={query} />
              </GroupBox>
            ),
          },
          {
            header: "Obligated (net)",
            kind: "money",
            id: "net",
            className: styles.net,
            value: ({ net }) => net,
            cell: (row) => (
              <>
                <RowRecordsLink row={row} query={selection}>
                  <Money cents={row.net} />
                </RowRecordsLink>
                {row.before_owned !== 0 && (
                  <small className="below">
                    <Money cents={row.before_owned} short /> from before an acquisition
                  </small>
                )}
              </>
            ),
          },
          {
            header: span,
            className: styles.years,
            cell: ({ id }) => {
              const history = histories.get(id);
              return history && <Sparkline years={history.years} unfinished={unfinished} />;
            },
          },
          ...(comparison ? comparedColumns(query, comparison, histories) : []),
          {
            header: "Last action",
            kind: "figure",
            value: (row) => row.last_action,
            cell: (row) => (
              <RowRecordsLink row={row} query={change(selection, { view: "actions" })}>
                <time dateTime={row.last_action}>{formatDay(row.last_action)}</time>
              </RowRecordsLink>
            ),
          },
          {
            header: "Contracts",
            kind: "count",
            value: ({ contracts }) => contracts,
            href: (row) => recordsOf(row, selection),
          },
          rows.some(({ named_in }) => named_in !== null) && {
            id: "named_in",
            header: "Named in others’ awards",
            kind: "money",
            className: styles.named,
            value: ({ named_in: named }) => named?.net ?? null,
            cell: ({ named_in: named }) =>
              named ? <MentionsNet named={named} query={query} /> : <NoFigure text="not named" />,
          },
        ]}
        rows={rows}
        rowKey={({ id }) => id}
        rowAttributes={({ id }) => ({ id: anchors.get(id) })}
        sort={sort}
        slice={slice}
      />
    </>
  );
}

/** Columns of two windows and their change. A list of the later window itself has no second column of it. */
function comparedColumns(
  query: Query,
  { current, earlier, year, through }: Comparison,
  histories: CompaniesTableProps["histories"],
): DataColumn<CompanyRow>[] {
  const column = (of: "current" | "earlier", records: Query, fiscalYear: number): DataColumn<CompanyRow> => {
    const day = through?.[of];
    return {
      id: of,
      header: `FY${fiscalYear}${day ? ` to ${dayOfYear(day)}` : ""}`,
      kind: "money",
      className: styles.window,
      headerAttributes: { className: styles.window },
      value: ({ id }) => {
        const figure = histories.get(id)?.[of];
        return figure?.actions ? figure.net : null;
      },
      cell: (row) => {
        const figure = histories.get(row.id)?.[of];
        if (!figure) return null;
        if (figure.actions === 0) return <NoFigure text="no action" />;
        return (
          <RowRecordsLink row={row} query={selectionOf(records)}>
            <Money cents={figure.net} />
          </RowRecordsLink>
        );
      },
    };
  };
  return [
    ...(query.fy.length > 0 ? [] : [column("current", current, year)]),
    column("earlier", earlier, year - 1),
    {
      header: "Change",
      kind: "money",
      className: styles.change,
      value: ({ id }) => {
        const { current: now, earlier: then } = histories.get(id) ?? {};
        return now && then && now.actions + then.actions > 0 ? now.net - then.net : null;
      },
      cell: ({ id }) => {
        const history = histories.get(id);
        return history && <NetChange {...history} />;
      },
    },
  ];
}

/** `Aug. 20`. */
const dayOfYear = (day: string) => formatDay(day).replace(/, \d+$/, "");

function NameLink({ row, query }: { row: CompanyRow; query: Query }) {
  if (row.name === null) return notReported;
  const { agency, grouped, snapshot } = query;
  const page =
    grouped === "no"
      ? href(
          "/contracts",
          change(defaults("contracts"), { agency, grouped, snapshot, recipient: [row.name] }),
        )
      : companyPage(row.slug, query);
  return <Link href={page}>{row.name}</Link>;
}

/** Links a figure to the records of its row. It is plain text if no filter can name the row. */
function RowRecordsLink({ row, query, children }: { row: CompanyRow; query: Query; children: ReactNode }) {
  const records = recordsOf(row, query);
  return records ? <Link href={records}>{children}</Link> : children;
}

function recordsOf({ name, slug }: CompanyRow, query: Query): Route | null {
  const records = queryOfGroup(query, "company", query.grouped === "no" ? name : slug);
  return records && href("/contracts", records);
}

function MentionsNet({ named, query }: { named: NamedIn; query: Query }) {
  return (
    <RecordsSum query={change(selectionOf(query), { company: [], brand: named.brands })} cents={named.net} />
  );
}

function NetChange({ current, earlier }: { current: NetFigure; earlier: NetFigure }) {
  if (current.actions === 0 && earlier.actions === 0) return <NoFigure text="no action in either" />;
  const change = current.net - earlier.net;
  return (
    <>
      {change > 0 && "+"}
      <Money cents={change} short />{" "}
      <small className={styles.percent}>{percentChange(current.net, earlier.net)}</small>
    </>
  );
}

function NoFigure({ text }: { text: string }) {
  return (
    <span className="soft">
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">{text}</span>
    </span>
  );
}

interface OnlyNamedProps {
  companies: CompanyList["only_named"];
  query: Query;
  sort: TableSort;
}

export function OnlyNamed({ companies, query, sort }: OnlyNamedProps) {
  if (companies.length === 0) return null;
  return (
    <Section
      id="only-named"
      title="Named only in other companies’ awards"
      subtitle="Net obligations of other companies’ actions that name their brands, by our rules. A mention does not mean that anything was bought from them. These figures are not in any total above."
    >
      <DataTable
        label="Companies that are only named"
        columns={[
          {
            header: "Company",
            isRowHeader: true,
            value: ({ name }) => name,
            href: ({ slug }) => companyPage(slug, query),
          },
          {
            id: "named_in",
            header: "Named in others’ awards",
            kind: "money",
            value: ({ named_in }) => named_in.net,
            cell: ({ named_in }) => <MentionsNet named={named_in} query={query} />,
          },
          { header: "Actions", kind: "count", value: ({ named_in }) => named_in.actions },
          { header: "Contracts", kind: "count", value: ({ named_in }) => named_in.contracts },
        ]}
        rows={companies}
        rowKey={({ slug }) => slug}
        sort={sort}
      />
    </Section>
  );
}
