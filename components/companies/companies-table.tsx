import type { ReactNode } from "react";
import { Hatch, Sparkline } from "@/components/companies/sparkline";
import stack from "@/components/figures/stack.module.css";
import { TableRegion } from "@/components/figures/table-region";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import type {
  CompanyHistory,
  CompanyRow,
  Figure,
  NamedIn,
  UnfinishedYear,
} from "@/lib/contracts/company-list";
import { shortDay } from "@/lib/contracts/days";
import { notReported } from "@/lib/contracts/groupings";
import { type Cents, formatCount } from "@/lib/contracts/money";
import type { Comparison } from "@/lib/query/companies";
import { narrow } from "@/lib/query/narrow";
import { companyPage } from "@/lib/query/pages";
import { change, defaults, href, type Query, selectionOf } from "@/lib/query/query";

import styles from "./companies-table.module.css";

interface CompaniesTableProps {
  query: Query;
  caption: string;
  rows: CompanyRow[];
  histories: Map<number, CompanyHistory>;
  comparison: Comparison | null;
  unfinished: UnfinishedYear | null;
  /** The anchors of the rows with which a letter begins, by the number of the row. */
  anchors: Map<number, string>;
}

/** Companies, or recipients as recorded, with a door to the records behind every figure. */
export function CompaniesTable(props: CompaniesTableProps) {
  const { query, caption, rows, histories, comparison, unfinished, anchors } = props;
  const kind = query.grouped === "no" ? "Recipient as recorded" : "Company";
  const compared = comparison && comparedColumns(query, comparison);
  const isNamed = rows.some(({ named_in }) => named_in !== null);
  const years = histories.values().next().value?.years ?? [];
  const span = `FY${years[0]?.year}–${years.at(-1)?.year}`;
  return (
    <TableRegion label={caption}>
      <Hatch />
      <table className={`${stack.stack} ${styles.table}`}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="num">
              Rank
            </th>
            <th scope="col">{kind}</th>
            <th scope="col" className="num">
              Obligated (net)
            </th>
            <th scope="col">{span}</th>
            {compared?.columns.map(({ label }) => (
              <th key={label} scope="col" className="num">
                {label}
              </th>
            ))}
            {compared && (
              <th scope="col" className="num">
                Change
              </th>
            )}
            <th scope="col" className="num">
              Last action
            </th>
            <th scope="col" className="num">
              Contracts
            </th>
            {isNamed && (
              <th scope="col" className="num">
                Named in others’ awards
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const history = histories.get(row.id);
            return (
              <tr key={row.id} id={anchors.get(row.id)}>
                <td className={`num ${styles.rank}`} data-label="Rank">
                  {formatCount(row.rank)}
                </td>
                <th scope="row">
                  <NameLink row={row} query={query} />
                </th>
                <td className="num" data-label="Obligated (net)">
                  <Door row={row} query={selectionOf(query)}>
                    <Money cents={row.net} />
                  </Door>
                  {row.before_owned !== 0 && (
                    <small className={styles.before}>
                      <Money cents={row.before_owned} short /> from before an acquisition
                    </small>
                  )}
                </td>
                <td data-label={`${span}, net`}>
                  {history && <Sparkline years={history.years} unfinished={unfinished} />}
                </td>
                {history &&
                  compared?.columns.map(({ label, query: records, figure }) => (
                    <td key={label} className="num" data-label={label}>
                      {figure(history).actions === 0 ? (
                        <None words="no action" />
                      ) : (
                        <Door row={row} query={selectionOf(records)}>
                          <Money cents={figure(history).net} />
                        </Door>
                      )}
                    </td>
                  ))}
                {history && compared && (
                  <td className="num" data-label="Change">
                    <Change {...history} />
                  </td>
                )}
                <td className="num" data-label="Last action">
                  <Door row={row} query={change(selectionOf(query), { view: "actions" })}>
                    <time dateTime={row.last_action}>{shortDay(row.last_action)}</time>
                  </Door>
                </td>
                <td className="num" data-label="Contracts">
                  <Door row={row} query={selectionOf(query)}>
                    {formatCount(row.contracts)}
                  </Door>
                </td>
                {isNamed && (
                  <td className="num" data-label="Named in others’ awards">
                    {row.named_in ? <Named named={row.named_in} query={query} /> : <None words="not named" />}
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableRegion>
  );
}

/** The compared times as columns; the later one is left out where the list is of that time already. */
function comparedColumns(query: Query, { current, earlier, year, through }: Comparison) {
  const label = (of: number, day?: string) => `FY${of}${day ? ` to ${dayOfYear(day)}` : ""}`;
  const columns = [
    {
      label: label(year, through?.current),
      query: current,
      figure: (history: CompanyHistory) => history.current,
    },
    {
      label: label(year - 1, through?.earlier),
      query: earlier,
      figure: (history: CompanyHistory) => history.earlier,
    },
  ];
  return { columns: query.fy.length > 0 ? columns.slice(1) : columns };
}

/** `20 Aug`. */
const dayOfYear = (day: string) => shortDay(day).replace(/ \d+$/, "");

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

/** A figure as the door to the records of one row; only itself where no filter can name the row. */
function Door({ row, query, children }: { row: CompanyRow; query: Query; children: ReactNode }) {
  const records = narrow(query, "company", query.grouped === "no" ? row.name : row.slug);
  if (!records) return children;
  return <Link href={href("/contracts", records)}>{children}</Link>;
}

/** What is named of a company, as the door to the actions that name it. */
export function Named({ named, query }: { named: NamedIn; query: Query }) {
  return (
    <Link href={href("/contracts", change(selectionOf(query), { company: [], brand: named.brands }))}>
      <Money cents={named.net} />
    </Link>
  );
}

/** The most per cent that say anything: beyond, the year before was next to nothing. */
const mostPercent = 1_000;

/** What came or went between two figures in dollars and, where it means something, in per cent. */
function Change({ current, earlier }: { current: Figure; earlier: Figure }) {
  if (current.actions === 0 && earlier.actions === 0) return <None words="no action in either" />;
  const change = current.net - earlier.net;
  return (
    <>
      {change > 0 && "+"}
      <Money cents={change} short />{" "}
      <small className={styles.percent}>{percentOf(change, current.net, earlier.net)}</small>
    </>
  );
}

function percentOf(change: Cents, current: Cents, earlier: Cents): string | null {
  if (earlier <= 0 || current < 0) return null;
  const percent = Math.round((change / earlier) * 100);
  if (percent > mostPercent) return "over tenfold";
  return `${percent > 0 ? "+" : percent < 0 ? "−" : ""}${formatCount(Math.abs(percent))} %`;
}

function None({ words }: { words: string }) {
  return (
    <span className="soft">
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">{words}</span>
    </span>
  );
}
