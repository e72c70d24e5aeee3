import type { Route } from "next";
import { LinkRow, type Tab, Tabs } from "@/components/ui/tabs";
import { type CompanyRow, unfinishedYear } from "@/lib/contracts/companies";
import { fiscalYear } from "@/lib/contracts/days";
import type { SnapshotInfo } from "@/lib/contracts/snapshots";
import { change, type Query } from "@/lib/query/query";
import styles from "./list-options.module.css";

interface ListOptionsProps {
  query: Query;
  address: (query: Query) => Route;
}

export function FiscalYearTabs({ query, address, info }: ListOptionsProps & { info: SnapshotInfo }) {
  const [first, last] = [fiscalYear(info.data_from), fiscalYear(info.data_through)];
  const isUnfinished = unfinishedYear(info.data_through) !== null;
  const windows = [
    { label: "All records", fy: [] },
    ...Array.from({ length: last - first + 1 }, (_, index) => ({
      label: `FY${last - index}${isUnfinished && index === 0 ? " to date" : ""}`,
      fy: [last - index],
    })),
  ];
  return (
    <Tabs
      label="Fiscal year"
      tabs={windows.map(({ label, fy }) => ({
        label,
        href: address(change(query, { fy })),
        current: fy.join() === query.fy.join(),
      }))}
    />
  );
}

const orders = [
  { sort: "-net", label: "Largest first" },
  { sort: "company", label: "A–Z" },
  { sort: "-last_action", label: "Latest action" },
];
const groupings = [
  { grouped: "yes", label: "By company" },
  { grouped: "owned", label: "By company, while owned" },
  { grouped: "no", label: "As recorded" },
] as const;

export function ListOptions({ query, address }: ListOptionsProps) {
  return (
    <>
      <LinkRow
        className={styles.choice}
        label="Order"
        links={orders.map(({ sort, label }) => ({
          label,
          href: address(change(query, { sort })),
          current: query.sort === sort,
        }))}
      />
      <LinkRow
        className={styles.choice}
        label="Recipients"
        links={groupings.map(({ grouped, label }) => ({
          label,
          href: address(change(query, { grouped })),
          current: query.grouped === grouped,
        }))}
      />
    </>
  );
}

export const Letters = ({ letters }: { letters: Tab[] }) => (
  <LinkRow label="Letters" links={letters} className={styles.letters} scroll />
);

/** The letters of an alphabetical list, and anchors for their first rows by row ID. */
export function lettersOf(rows: CompanyRow[], query: Query, address: (query: Query) => Route) {
  const letters: Tab[] = [];
  const anchors = new Map<number, string>();
  if (query.sort === "company") {
    for (const [index, { id, name }] of rows.entries()) {
      const label = letterOf(name);
      if (letters.some((known) => known.label === label)) continue;
      const page = Math.floor(index / query.size) + 1;
      const anchor = label === "0–9" ? "digits" : label;
      anchors.set(id, anchor);
      letters.push({ label, href: `${address({ ...query, page })}#${anchor}` as Route });
    }
  }
  return { letters, anchors };
}

const letterOf = (name: string | null): string => {
  const [first = ""] = (name ?? "").normalize("NFKD").toUpperCase();
  return /[A-Z]/.test(first) ? first : "0–9";
};
