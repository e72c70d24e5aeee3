import { addedFigure, RecordsLink, RecordsSum } from "@/components/figures/records-link";
import { KeyFigures } from "@/components/ui/key-figures";
import { type Day, formatDay } from "@/lib/contracts/days";
import { counted, formatCount, formatShare } from "@/lib/contracts/money";
import { moreThanAdded, netMeasure } from "@/lib/contracts/text";
import type { Group, Totals } from "@/lib/contracts/totals";
import { change, type Query } from "@/lib/query/query";

/** Queries and totals of the current fiscal year to date, and of the year before to the same date. */
interface YearComparison {
  current: Query;
  earlier: Query;
  now: Totals;
  /** `null` if the records start later. */
  then: Totals | null;
}

interface YearToDateSentenceProps {
  name: string;
  year: YearComparison & { from: Day; to: Day };
}

export function YearToDateSentence({
  name,
  year: { from, to, current, earlier, now, then },
}: YearToDateSentenceProps) {
  return (
    <>
      {name} {now.net < 0 ? "took back" : "obligated"} <RecordsSum query={current} cents={now.net} unsigned />{" "}
      {now.net < 0 ? moreThanAdded(name) : "(net)"} on contracts from {formatDay(from)}, through{" "}
      {formatDay(to)}
      {then === null ? (
        ". The year before is not in these records"
      ) : (
        <>
          , compared with <RecordsSum query={earlier} cents={then.net} unsigned />
          {(then.net < 0 || now.net < 0) && ` ${netMeasure(then.net)}`} over the same dates a year earlier
        </>
      )}
      .
    </>
  );
}

interface YearToDateFiguresProps {
  year: YearComparison;
  /** The largest companies of the fiscal year, if the page lists them. */
  largest?: Group[];
}

export function YearToDateFigures({
  year: { current, earlier, now, then },
  largest,
}: YearToDateFiguresProps) {
  const largestNet = largest?.reduce((sum, { net }) => sum + net, 0) ?? 0;
  const actionsOf = (query: Query, text: string) => (
    <RecordsLink query={change(query, { view: "actions" })}>{text}</RecordsLink>
  );
  const companiesOf = (query: Query, { companies }: Totals) => (
    <RecordsLink query={change(query, { show: "company" })}>{formatCount(companies)}</RecordsLink>
  );
  return (
    <KeyFigures
      figures={[
        {
          label: "Obligated (net)",
          term: "obligated",
          value: <RecordsSum query={current} cents={now.net} />,
          note: then && (
            <>
              <RecordsSum query={earlier} cents={then.net} /> by the same date a year earlier
            </>
          ),
        },
        addedFigure({
          query: current,
          totals: now,
          note: (
            <>
              in {actionsOf(current, counted(now.actions, "contract action"))}
              {then && <>; {actionsOf(earlier, formatCount(then.actions))} by the same date a year earlier</>}
            </>
          ),
        }),
        {
          label: current.grouped === "no" ? "Recipients as recorded" : "Companies",
          value: companiesOf(current, now),
          note: (
            <>
              {largest &&
                now.net > 0 &&
                `The top ${formatCount(largest.length)} account for ${formatShare(largestNet, now.net)}${then ? "; " : ""}`}
              {then && <>{companiesOf(earlier, then)} by the same date a year earlier</>}
            </>
          ),
        },
        {
          label: "Contracts with activity",
          value: <RecordsLink query={current}>{formatCount(now.contracts)}</RecordsLink>,
          note: then && (
            <>
              <RecordsLink query={earlier}>{formatCount(then.contracts)}</RecordsLink> by the same date a year
              earlier
            </>
          ),
        },
      ]}
    />
  );
}
