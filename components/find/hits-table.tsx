import type { Route } from "next";
import stack from "@/components/figures/stack.module.css";
import { TableRegion } from "@/components/figures/table-region";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { RecordedText } from "@/components/ui/recorded-text";
import { Section } from "@/components/ui/section";
import { shortDay } from "@/lib/contracts/days";
import { type Cents, formatCount, formatMoney } from "@/lib/contracts/money";
import type { Hit, HitKind, HitMeasure, RunningStep } from "@/lib/query/find";
import { companyPage, contractPage } from "@/lib/query/pages";
import type { Query } from "@/lib/query/query";

import styles from "./hits-table.module.css";

const measures: Record<HitMeasure, string> = {
  net: "obligated (net)",
  added: "added",
  taken_back: "taken back",
};

interface HitsTableProps {
  kind: HitKind;
  title: string;
  /** What was added up, over which windows. */
  subtitle: string;
  hits: Hit[];
  /** How many hits fit beyond these. */
  more: number;
  written: Cents;
  /** What was looked in. */
  query: Query;
}

/** The hits of one kind, from the nearest. Windows that hold the same actions share a row. */
export function HitsTable({ kind, title, subtitle, hits, more, written, query }: HitsTableProps) {
  const isAction = kind === "action";
  const windowLabel = isAction ? "Signed" : kind === "running" ? "Days at this total" : "Window";
  return (
    <Section
      id={kind}
      title={title}
      subtitle={
        <>
          {subtitle}
          {more > 0 &&
            ` ${formatCount(hits.length + more)} fit; the ${formatCount(hits.length)} nearest are listed. A company, a month or one more digit narrows it.`}
        </>
      }
    >
      <TableRegion label={`Table of ${title.toLowerCase()}`}>
        <table className={`${stack.stack} ${styles.hits}`}>
          <thead>
            <tr>
              <th scope="col">{isAction ? "Action" : "Sum of"}</th>
              <th scope="col">{windowLabel}</th>
              <th scope="col">{isAction ? "Description, as recorded" : "Measure"}</th>
              <th scope="col" className="num">
                Figure
              </th>
              <th scope="col" className="num">
                Against the written one
              </th>
              <th scope="col">Match</th>
            </tr>
          </thead>
          <tbody>
            {rowsOf(hits).map(([hit, ...others]) => (
              <tr key={hit.actions}>
                <th scope="row">
                  <Subject hit={hit} query={query} />
                </th>
                <td data-label={windowLabel} className={styles.window}>
                  {isAction ? (
                    <time dateTime={hit.window.from}>{shortDay(hit.window.from)}</time>
                  ) : (
                    <Windows hits={[hit, ...others]} />
                  )}
                </td>
                {isAction ? (
                  <td data-label="Description, as recorded" className={stack.long}>
                    <span className={styles.description} title={hit.action?.description ?? undefined}>
                      <RecordedText text={hit.action?.description ?? null} />
                    </span>
                  </td>
                ) : (
                  <td data-label="Measure">{measures[hit.measure]}</td>
                )}
                <td className="num" data-label="Figure">
                  <Link href={hit.records as Route}>
                    <Money cents={hit.figure} exact />
                  </Link>
                </td>
                <td className="num" data-label="Against the written one">
                  <Difference cents={hit.figure - written} />
                </td>
                <td data-label="Match" className={styles.match}>
                  {hit.match.join(", ")}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    </Section>
  );
}

type Row = [Hit, ...Hit[]];

/** Hits of the same actions in one row, the leading window first. */
function rowsOf(hits: Hit[]): Row[] {
  const rows = new Map<string, Row>();
  for (const hit of hits) {
    const row = rows.get(hit.actions);
    if (row) row.push(hit);
    else rows.set(hit.actions, [hit]);
  }
  return [...rows.values()];
}

function Subject({ hit, query }: { hit: Hit; query: Query }) {
  const { kind, subject, company, recipient, contract, action } = hit;
  if (contract) {
    return (
      <>
        <Link href={contractPage(contract.key, query)}>{contract.piid}</Link>{" "}
        {action && <span className="soft">{action.modification}</span>}
        <span className={styles.under}>
          {company?.name}
          {kind !== "action" && !contract.base_included && "; earlier actions are not in these records"}
        </span>
      </>
    );
  }
  if (!company) return subject;
  return (
    <>
      <Link href={companyPage(company.slug, query)}>{subject}</Link>
      {recipient !== null && <span className={styles.under}>recipient as recorded</span>}
    </>
  );
}

/** The windows of one row; each but the first is a door of its own, the first is the figure's. */
function Windows({ hits: [first, ...others] }: { hits: Row }) {
  if (first.steps.length > 0) return <Steps steps={first.steps} />;
  return (
    <>
      <Days window={first.window} />
      {others.map(({ window, records }) => (
        <span key={records} className={styles.under}>
          the same actions: <Link href={records as Route}>{window.label}</Link>
        </span>
      ))}
    </>
  );
}

/** The days of each running total that matches; each but the first has its figure, the first has the row's. */
function Steps({ steps: [first, ...others] }: Pick<Hit, "steps">) {
  const days = ({ from, to }: RunningStep) =>
    from === to ? shortDay(from) : `${shortDay(from)} – ${shortDay(to)}`;
  return (
    <>
      {first && <span className={styles.label}>{days(first)}</span>}
      {others.map((step) => (
        <span key={step.from} className={styles.under}>
          <Link href={step.records as Route}>
            <Money cents={step.figure} exact />
          </Link>
          : {days(step)}
        </span>
      ))}
    </>
  );
}

function Days({ window: { label, from, to } }: Pick<Hit, "window">) {
  return (
    <>
      <span className={styles.label}>{label}</span>
      <span className={styles.under}>
        {shortDay(from)} – {shortDay(to)}
      </span>
    </>
  );
}

function Difference({ cents }: { cents: Cents }) {
  return cents === 0 ? "equal" : `${cents > 0 ? "+" : ""}${formatMoney(cents)}`;
}
