import { Fragment, type ReactNode } from "react";
import { OwnedSplitLinks } from "@/components/company/owned-split";
import { AddedAndTakenBack, RecordsLink, RecordsSum } from "@/components/figures/records-link";
import { Joined } from "@/components/ui/joined";
import { type KeyFigure, KeyFigures } from "@/components/ui/key-figures";
import type { CompanyName } from "@/lib/contracts/companies";
import { counted, formatMoney } from "@/lib/contracts/money";
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
  /** Its contracts that are known from award summaries alone. They are in no figure. */
  summarized: readonly unknown[];
  /** Whether the awards that name it come first. */
  isNamedFirst: boolean;
}

/**
 * The figures of a company: obligated to itself, to its subsidiaries, and together; and, apart and in no sum, the awards
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
