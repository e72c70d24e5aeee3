import type { Route } from "next";
import { DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { RecordedText } from "@/components/ui/recorded-text";
import { Section } from "@/components/ui/section";
import { formatDay } from "@/lib/contracts/days";
import { type Cents, formatCount, formatMoney } from "@/lib/contracts/money";
import type { FigureMatch, RunningStep, SumMeasure } from "@/lib/query/find";
import { companyPage, contractPage } from "@/lib/query/pages";
import type { Query } from "@/lib/query/query";
import type { TableSort } from "@/lib/query/table-sort";
import type { FigureMatchKind } from "@/lib/query/written-figure";

import styles from "./hits-table.module.css";

const measures: Record<SumMeasure, string> = {
  net: "obligated (net)",
  added: "added",
  taken_back: "taken back",
};

interface HitsTableProps {
  kind: FigureMatchKind;
  title: string;
  /** The searched sums and windows. */
  subtitle: string;
  hits: FigureMatch[];
  more: number;
  written: Cents;
  query: Query;
  sort: TableSort;
}

/** The hits of one kind, nearest first. Windows with the same actions share a row. */
export function HitsTable({ kind, title, subtitle, hits, more, written, query, sort }: HitsTableProps) {
  const isAction = kind === "action";
  return (
    <Section
      id={kind}
      title={title}
      subtitle={
        <>
          {subtitle}
          {more > 0 &&
            ` ${formatCount(hits.length + more)} match. The ${formatCount(hits.length)} nearest are listed. Add a company, a month or one more digit to narrow them.`}
        </>
      }
    >
      <DataTable
        label={`Table of ${title.toLowerCase()}`}
        className={styles.hits}
        columns={[
          {
            header: isAction ? "Action" : "Sum of",
            id: "subject",
            isRowHeader: true,
            value: ([{ contract, subject }]) => contract?.piid ?? subject,
            cell: ([hit]) => <HitSubject hit={hit} query={query} />,
          },
          {
            header: isAction ? "Signed" : kind === "running" ? "Days at this total" : "Period",
            id: "from",
            className: styles.window,
            value: ([{ window }]) => window.from,
            cell: (hits) =>
              isAction ? (
                <time dateTime={hits[0].window.from}>{formatDay(hits[0].window.from)}</time>
              ) : (
                <HitWindows hits={hits} />
              ),
          },
          isAction
            ? {
                header: "Description, as recorded",
                id: "description",
                kind: "long",
                value: ([{ action }]) => action?.description ?? null,
                cell: ([{ action }]) => (
                  <RecordedText text={action?.description ?? null} lines={2} className={styles.description} />
                ),
              }
            : { header: "Measure", value: ([hit]) => measures[hit.measure] },
          {
            header: "Figure",
            kind: "money",
            value: ([{ figure }]) => figure,
            href: ([{ records }]) => records as Route,
          },
          {
            header: "Difference",
            kind: "money",
            value: ([{ figure }]) => figure - written,
            cell: ([{ figure }]) => difference(figure - written),
          },
          { header: "Match", className: styles.match, value: ([{ match }]) => match.join(", ") },
        ]}
        rows={rowsOf(hits)}
        sort={more > 0 ? undefined : sort}
        rowKey={([hit]) => hit.actions}
      />
    </Section>
  );
}

type HitRow = [FigureMatch, ...FigureMatch[]];

/** Groups hits with the same actions, main window first. */
function rowsOf(hits: FigureMatch[]): HitRow[] {
  const rows = new Map<string, HitRow>();
  for (const hit of hits) {
    const row = rows.get(hit.actions);
    if (row) row.push(hit);
    else rows.set(hit.actions, [hit]);
  }
  return [...rows.values()];
}

function HitSubject({ hit, query }: { hit: FigureMatch; query: Query }) {
  const { kind, subject, company, recipient, contract, action } = hit;
  if (contract) {
    return (
      <>
        <Link href={contractPage(contract.key, query)}>{contract.piid}</Link>{" "}
        {action && <span className="soft">{action.modification}</span>}
        <small className="below">
          {company?.name}
          {kind !== "action" && !contract.base_included && "; earlier actions are not in these records"}
        </small>
      </>
    );
  }
  if (!company) return subject;
  return (
    <>
      <Link href={companyPage(company.slug, query)}>{subject}</Link>
      {recipient !== null && <small className="below">recipient as recorded</small>}
    </>
  );
}

/** The windows of a row. The figure links to the first, and the others have links of their own. */
function HitWindows({ hits: [first, ...others] }: { hits: HitRow }) {
  if (first.steps.length > 0) return <Steps steps={first.steps} />;
  return (
    <>
      <WindowDays window={first.window} />
      {others.map(({ window, records }) => (
        <small key={records} className="below">
          the same actions: <Link href={records as Route}>{window.label}</Link>
        </small>
      ))}
    </>
  );
}

/** The days of each matching running total. The first is the figure of the row; the others show their own. */
function Steps({ steps: [first, ...others] }: Pick<FigureMatch, "steps">) {
  const days = ({ from, to }: RunningStep) =>
    from === to ? formatDay(from) : `${formatDay(from)} – ${formatDay(to)}`;
  return (
    <>
      {first && <span className={styles.label}>{days(first)}</span>}
      {others.map((step) => (
        <small key={step.from} className="below">
          <Link href={step.records as Route}>
            <Money cents={step.figure} exact />
          </Link>
          : {days(step)}
        </small>
      ))}
    </>
  );
}

function WindowDays({ window: { label, from, to } }: Pick<FigureMatch, "window">) {
  return (
    <>
      <span className={styles.label}>{label}</span>
      <small className="below">
        {formatDay(from)} – {formatDay(to)}
      </small>
    </>
  );
}

const difference = (cents: Cents) => (cents === 0 ? "equal" : `${cents > 0 ? "+" : ""}${formatMoney(cents)}`);
