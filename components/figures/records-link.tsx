import type { ComponentProps, ReactNode } from "react";
import type { KeyFigure } from "@/components/ui/key-figures";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { counted } from "@/lib/contracts/money";
import { netMeasure } from "@/lib/contracts/text";
import type { Totals } from "@/lib/contracts/totals";
import type { Sign } from "@/lib/query/filters";
import { change, href, type Query } from "@/lib/query/query";

import styles from "./records-link.module.css";

/** Links a figure to the records behind it. */
export function RecordsLink({ query, children }: { query: Query; children: ReactNode }) {
  return <Link href={href("/contracts", query)}>{children}</Link>;
}

/** A sum that links to its records. */
export function RecordsSum({ query, ...money }: { query: Query } & ComponentProps<typeof Money>) {
  return (
    <RecordsLink query={query}>
      <Money {...money} />
    </RecordsLink>
  );
}

interface SumsProps {
  query: Query;
  totals: Pick<Totals, "added" | "taken_back">;
}

/** Obligations and de-obligations in a sentence. */
export function AddedAndTakenBack({ query, totals: { added, taken_back } }: SumsProps) {
  return (
    <>
      <RecordsSum query={change(query, { sign: ["pos"] })} cents={added} /> added,{" "}
      <RecordsSum query={change(query, { sign: ["neg"] })} cents={taken_back} /> taken back
    </>
  );
}

/** The same as one key figure. */
export const addedFigure = ({ query, totals, note }: SumsProps & { note: ReactNode }): KeyFigure => ({
  label: "Added · taken back",
  term: "de-obligated",
  value: (
    <>
      <RecordsSum query={change(query, { sign: ["pos"] })} cents={totals.added} />{" "}
      <span className={styles.second}>
        <RecordsSum query={change(query, { sign: ["neg"] })} cents={totals.taken_back} />
      </span>
    </>
  ),
  note,
});

interface SumFiguresProps extends Pick<Totals, "net" | "added" | "taken_back"> {
  /** The label of the net, and a note on what it leaves out. */
  label: string;
  note: string;
  /** Links a figure to its records: all of them, or those of one sign. */
  linkTo: (figure: ReactNode, sign?: Sign) => ReactNode;
}

/** The exact net of a selection, its obligations and its de-obligations. */
export const sumFigures = ({ label, note, net, added, taken_back, linkTo }: SumFiguresProps): KeyFigure[] => [
  { label, term: "obligated", value: linkTo(<Money cents={net} exact />), note },
  { label: "Added", value: linkTo(<Money cents={added} exact />, "pos") },
  { label: "Taken back", term: "de-obligated", value: linkTo(<Money cents={taken_back} exact />, "neg") },
];

/** A count of companies, or of recipients as recorded. */
export const countHolders = (count: number, { grouped }: Query): string =>
  grouped === "no" ? counted(count, "recipient") : counted(count, "company", "companies");

/** The totals of a selection as a sentence without its period. Every figure links to its records. */
export function TotalsSentence({ query, totals }: { query: Query; totals: Totals }) {
  const { net, actions, contracts, companies } = totals;
  return (
    <>
      <RecordsSum query={query} cents={net} unsigned /> {netMeasure(net)}:{" "}
      <AddedAndTakenBack query={query} totals={totals} />, in{" "}
      <RecordsLink query={change(query, { view: "actions" })}>
        {counted(actions, "contract action")}
      </RecordsLink>{" "}
      on <RecordsLink query={query}>{counted(contracts, "contract")}</RecordsLink> with{" "}
      <RecordsLink query={change(query, { show: "company" })}>
        {query.grouped === "no"
          ? counted(companies, "recipient as recorded", "recipients as recorded")
          : counted(companies, "company", "companies")}
      </RecordsLink>
    </>
  );
}
