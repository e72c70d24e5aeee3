import { Records } from "@/components/figures/records";
import { Figures } from "@/components/ui/figures";
import { Money } from "@/components/ui/money";
import { type Day, formatDay } from "@/lib/contracts/days";
import { counted, formatCount, formatShare } from "@/lib/contracts/money";
import { moreThanAdded, netMeasure } from "@/lib/contracts/text";
import type { Group, Totals } from "@/lib/contracts/totals";
import { change, type Query } from "@/lib/query/query";

import styles from "./year-to-date.module.css";

/** The current fiscal year to date, and the one before to the same date: the queries and what they select. */
interface YearToDate {
  current: Query;
  earlier: Query;
  now: Totals;
  /** `null` where the records do not reach back to it. */
  then: Totals | null;
}

interface SaidProps {
  /** Who obligated. */
  name: string;
  year: YearToDate & { from: Day; to: Day };
}

/** The current fiscal year to date in a sentence. */
export function YearToDateSaid({ name, year: { from, to, current, earlier, now, then } }: SaidProps) {
  return (
    <>
      From {formatDay(from)} through {formatDay(to)}, {name} {now.net < 0 ? "took back" : "obligated"}{" "}
      <Records query={current}>
        <Money cents={now.net} unsigned />
      </Records>{" "}
      {now.net < 0 ? moreThanAdded(name) : "(net)"} on contracts;{" "}
      {then === null ? (
        "the fiscal year before is not in these records"
      ) : (
        <>
          over the same dates of the fiscal year before,{" "}
          <Records query={earlier}>
            <Money cents={then.net} unsigned />
          </Records>
          {(then.net < 0 || now.net < 0) && ` ${netMeasure(then.net)}`}
        </>
      )}
      .
    </>
  );
}

interface FiguresProps {
  year: YearToDate;
  /** The largest companies of the current fiscal year, where the page shows them. */
  largest?: Group[];
}

/** The leading figures of the current fiscal year to date, each beside that of the year before. */
export function YearToDateFigures({ year: { current, earlier, now, then }, largest }: FiguresProps) {
  const held = largest?.reduce((sum, { net }) => sum + net, 0) ?? 0;
  return (
    <Figures
      figures={[
        {
          label: "Obligated (net)",
          value: (
            <Records query={current}>
              <Money cents={now.net} />
            </Records>
          ),
          note: then && (
            <>
              <Records query={earlier}>
                <Money cents={then.net} />
              </Records>{" "}
              by the same date last year
            </>
          ),
        },
        {
          label: "Added · taken back",
          value: (
            <>
              <Records query={change(current, { sign: ["pos"] })}>
                <Money cents={now.added} />
              </Records>{" "}
              <span className={styles.second}>
                <Records query={change(current, { sign: ["neg"] })}>
                  <Money cents={now.taken_back} />
                </Records>
              </span>
            </>
          ),
          note: (
            <>
              in{" "}
              <Records query={change(current, { view: "actions" })}>
                {counted(now.actions, "contract action")}
              </Records>
              {then && (
                <>
                  ;{" "}
                  <Records query={change(earlier, { view: "actions" })}>{formatCount(then.actions)}</Records>{" "}
                  last year
                </>
              )}
            </>
          ),
        },
        {
          label: current.grouped === "no" ? "Recipients as recorded" : "Companies",
          value: <Records query={change(current, { show: "company" })}>{formatCount(now.companies)}</Records>,
          note: (
            <>
              {largest &&
                now.net > 0 &&
                `${formatCount(largest.length)} of them hold ${formatShare(held, now.net)}${then ? "; " : ""}`}
              {then && (
                <>
                  <Records query={change(earlier, { show: "company" })}>
                    {formatCount(then.companies)}
                  </Records>{" "}
                  last year
                </>
              )}
            </>
          ),
        },
        {
          label: "Contracts with an action",
          value: <Records query={current}>{formatCount(now.contracts)}</Records>,
          note: then && (
            <>
              <Records query={earlier}>{formatCount(then.contracts)}</Records> by the same date last year
            </>
          ),
        },
      ]}
    />
  );
}
