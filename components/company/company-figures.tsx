import type { Route } from "next";
import { Fragment, type ReactNode } from "react";
import { OwnedSplitLinks } from "@/components/company/owned-split";
import { AddedAndTakenBack, RecordsLink, RecordsSum } from "@/components/figures/records-link";
import { repeatsText } from "@/components/subcontracts/subcontracts";
import { Joined } from "@/components/ui/joined";
import { type KeyFigure, KeyFigures } from "@/components/ui/key-figures";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import type { CompanyName } from "@/lib/contracts/companies";
import { type Day, formatDay } from "@/lib/contracts/days";
import { counted, formatMoney } from "@/lib/contracts/money";
import type { SubawardTotals } from "@/lib/contracts/subawards";
import type { Totals } from "@/lib/contracts/totals";
import type { Query } from "@/lib/query/query";

import styles from "./company-figures.module.css";

interface QueryTotals {
  query: Query;
  totals: Totals;
}

interface CompanyFiguresProps {
  company: CompanyName;
  total: QueryTotals;
  direct: QueryTotals;
  /** `null` if no recipient is a subsidiary. */
  subsidiaries: QueryTotals | null;
  /** The parts of the total from before and after acquisitions; `null` if there are none. */
  owned: Parameters<typeof OwnedSplitLinks>[0] | null;
  /** `null` if no brand of the company has a rule. */
  named: (QueryTotals & { brands: readonly unknown[] }) | null;
  /** Actions with one of the company's names in their text, if it has neither awards nor brands. */
  words: (QueryTotals & { name: string })[] | null;
  /** The reports that name it as a subcontractor; `null` where these records have no reports. */
  subcontracts: SubawardTotals | null;
  /** The last day of these reports, where the window begins after it. */
  reportsEnded: Day | null;
  /** Who awards, and the list of these reports. */
  agency: string;
  reports: Route;
  /** Its contracts that are known from award summaries alone. They are in no figure. */
  summarized: readonly unknown[];
  /** Whether the awards that name it come first. */
  isNamedFirst: boolean;
}

/**
 * The figures of a company: obligated to itself, to its subsidiaries, and together; and, apart and not in the total, the awards
 * to others that name it.
 */
export function CompanyFigures({
  company,
  total,
  direct,
  subsidiaries,
  owned,
  named,
  words,
  subcontracts,
  reportsEnded,
  agency,
  reports,
  summarized,
  isNamedFirst,
}: CompanyFiguresProps) {
  const isSummarizedAlone = total.totals.actions === 0 && summarized.length > 0;
  const own = (
    <KeyFigures
      className={styles.sum}
      figures={
        isSummarizedAlone
          ? [
              figureOf(
                "Obligated in these records",
                null,
                <>
                  no action on its {counted(summarized.length, "contract")} is in these records;{" "}
                  <a href="#summaries">see the award summaries</a>
                </>,
              ),
            ]
          : [
              figureOf("Obligated directly", direct, `to ${company.name} itself`),
              {
                sign: "+",
                ...figureOf(
                  "Obligated to subsidiaries",
                  subsidiaries,
                  subsidiaries === null ? (
                    "no known subsidiaries"
                  ) : (
                    <>
                      by current owner, <a href="#recipients">including awards from before an acquisition</a>
                    </>
                  ),
                ),
              },
              {
                sign: "=",
                ...figureOf(
                  "Together",
                  total,
                  <>
                    {owned && (
                      <>
                        <OwnedSplitLinks {...owned} />
                        <br />
                      </>
                    )}
                    {total.totals.actions > 0 && <AddedAndTakenBack {...total} />}
                  </>,
                ),
              },
            ]
      }
    />
  );
  const mentions = (
    <KeyFigures
      className={styles.apart}
      figures={[
        figureOf(
          "Named in the description of others’ awards",
          named,
          named !== null ? (
            `by the ${named.brands.length === 1 ? "rule for its brand" : `rules for its ${counted(named.brands.length, "brand")}`}; a mention is not an award and is never in the total`
          ) : words === null ? (
            "we do not search for a brand of this company"
          ) : (
            <>
              we do not search for a brand of this company;{" "}
              <Joined
                last=" and "
                parts={words.map(({ name, query, totals }) => (
                  <Fragment key={name}>
                    “{name}” appears in{" "}
                    <RecordsLink query={query}>{counted(totals.actions, "action")}</RecordsLink>
                  </Fragment>
                ))}
              />
              {words.some(({ totals }) => totals.actions > 0) && ", including inside other words"}
            </>
          ),
        ),
        ...(subcontracts === null ? [] : [subcontractsFigure(subcontracts, reportsEnded, agency, reports)]),
      ]}
    />
  );
  return (
    <div className={isNamedFirst ? `${styles.figures} ${styles.namedFirst}` : styles.figures}>
      {isNamedFirst ? (
        <>
          {mentions}
          {own}
        </>
      ) : (
        <>
          {own}
          {mentions}
        </>
      )}
    </div>
  );
}

/** What reports name the company as a subcontractor for. */
const subcontractsFigure = (
  totals: SubawardTotals,
  ended: Day | null,
  agency: string,
  list: Route,
): KeyFigure => ({
  label: `Reported as a subcontractor under ${agency} awards`,
  term: "subcontract",
  value:
    totals.reports === 0 ? (
      "—"
    ) : (
      <Link href={list}>
        <Money cents={totals.amount} />
      </Link>
    ),
  note: ended ? (
    `the reports here end on ${formatDay(ended)}, before these dates`
  ) : totals.reports === 0 ? (
    "no report names it; reporting is patchy"
  ) : (
    <>
      {formatMoney(totals.amount)}
      <br />
      {counted(totals.reports, "report")} under {counted(totals.contracts, "contract")}
      <br />
      {repeatsText(totals) && `${repeatsText(totals)}; `}as prime contractors reported it, never in the total
    </>
  ),
});

/** A net with its exact dollars, its counts and a note; a dash without actions to sum. */
const figureOf = (label: string, figure: QueryTotals | null, note: ReactNode): KeyFigure => ({
  label,
  value: figure ? <RecordsSum query={figure.query} cents={figure.totals.net} /> : "—",
  note: (
    <>
      {figure && figure.totals.net !== 0 && (
        <>
          {formatMoney(figure.totals.net)}
          <br />
        </>
      )}
      {figure &&
        `${counted(figure.totals.actions, "action")} on ${counted(figure.totals.contracts, "contract")}`}
      {figure && <br />}
      {note}
    </>
  ),
});
