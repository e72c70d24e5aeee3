import type { Route } from "next";
import { ChangesLink } from "@/components/changes/changes-list";
import { countHolders } from "@/components/figures/records-link";
import { FiltersLink } from "@/components/filters/filter-sheet";
import { CopyLink } from "@/components/ui/copy-text";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { GlossaryTerm } from "@/components/ui/term";
import { rowNoun } from "@/lib/contracts/columns";
import { type Cents, counted } from "@/lib/contracts/money";
import type { Totals } from "@/lib/contracts/totals";
import type { Sign } from "@/lib/query/filters";
import { boundsSelectedSums, change, everyRowOf, href, type Query, selectionOf } from "@/lib/query/query";

import styles from "./result-bar.module.css";

interface ResultBarProps {
  query: Query;
  totals: Totals;
  /** How many filters are set. */
  active: number;
}

/** The totals of a selection with its links and files, in view while the reader scrolls. */
export function ResultBar({ query, totals, active }: ResultBarProps) {
  const rows = query.view === "contracts" ? totals.contracts : totals.actions;
  const everyRow = everyRowOf(query);
  const part = (sign: Sign, cents: Cents) =>
    !boundsSelectedSums(query) && cents !== 0 ? (
      <Link href={href("/contracts", change(query, { sign: [sign] }))} scroll={false}>
        <Money cents={cents} />
      </Link>
    ) : (
      <Money cents={cents} />
    );
  return (
    <section className={styles.bar} aria-label="Result">
      <p className={styles.net}>
        <strong>
          <Money cents={totals.net} />
        </strong>
        <span className={styles.measure}>
          {" "}
          <GlossaryTerm name="obligated">obligated</GlossaryTerm> (<GlossaryTerm name="net">net</GlossaryTerm>
          )
        </span>
        <span className={styles.rows}> · {counted(rows, rowNoun(query.view))}</span>
      </p>
      <FiltersLink active={active} className={styles.filters} />
      <details className={styles.more} data-prints data-escapes>
        <summary aria-label="More figures and links">⋯</summary>
        <p className={styles.counts}>
          {counted(totals.actions, "action")} · {counted(totals.contracts, "contract")} ·{" "}
          {countHolders(totals.companies, query)}
        </p>
        <p className={styles.parts}>
          {part("pos", totals.added)} added, {part("neg", totals.taken_back)}{" "}
          <GlossaryTerm name="de-obligated">taken back</GlossaryTerm>
        </p>
        <p className={styles.links}>
          <Link href={href("/contracts", change(query, { view: "actions", show: null }))}>See actions</Link>
          <span>
            <ChangesLink query={selectionOf(query)} />
          </span>
          <CopyLink path={href("/contracts", query)} />
          <a href={href("/contracts.json", everyRow)}>JSON</a>
          <a className="button primary" href={href("/contracts.csv", everyRow) as Route} download>
            Export {counted(rows, "row")} (CSV)
          </a>
        </p>
      </details>
    </section>
  );
}
