import type { Unfinished } from "@/components/charts/groups";
import { RecordsSum } from "@/components/figures/records-link";
import { DataTable } from "@/components/ui/data-table";
import { type Cents, formatCount, formatShare } from "@/lib/contracts/money";
import { change, href, ofEveryCompany, type Query } from "@/lib/query/query";
import type { TableSort } from "@/lib/query/table-sort";

interface StandingYear {
  fiscal_year: number;
  net: Cents;
  actions: number;
  /** The rank among all companies of the year; `null` without an action in the year, or if not computed. */
  place: number | null;
  companies: number | null;
  whole: Cents;
}

interface StandingsProps {
  years: StandingYear[];
  query: Query;
  /** The unfinished fiscal year, and its last day in the records. */
  unfinished: Unfinished | null;
  sort: TableSort;
}

export function Standings({ years, query, unfinished, sort }: StandingsProps) {
  const allCompanies = ofEveryCompany(query);
  return (
    <DataTable
      label="Rank and share by fiscal year"
      columns={[
        {
          header: "Fiscal year",
          isRowHeader: true,
          value: (row) => row.fiscal_year,
          cell: ({ fiscal_year: year }) => (
            <>
              FY{year}
              {unfinished?.key === String(year) && (
                <small className="soft"> unfinished, through {unfinished.through}</small>
              )}
            </>
          ),
        },
        {
          id: "net",
          header: "Obligated (net)",
          kind: "money",
          value: ({ net, actions }) => (actions === 0 ? null : net),
          cell: ({ fiscal_year: year, net, actions }) =>
            actions === 0 ? (
              <span className="soft">no action</span>
            ) : (
              <RecordsSum query={change(query, { fy: [year] })} cents={net} exact />
            ),
        },
        {
          id: "share",
          header: "Share of all",
          kind: "figure",
          value: ({ actions, net, whole }) => (actions === 0 || whole === 0 ? null : net / whole),
          cell: ({ actions, net, whole }) => (actions === 0 ? "—" : formatShare(net, whole)),
        },
        {
          header: "Rank",
          kind: "figure",
          value: ({ place }) => place,
          cell: ({ place, companies }) =>
            place === null || companies === null ? "—" : `${formatCount(place)} of ${formatCount(companies)}`,
        },
        {
          id: "whole",
          header: "All companies (net)",
          kind: "money",
          value: ({ whole }) => whole,
          href: ({ fiscal_year: year }) =>
            href("/contracts", change(allCompanies, { fy: [year], show: "company" })),
        },
      ]}
      rows={years.toReversed()}
      rowKey={({ fiscal_year: year }) => year}
      sort={sort}
    />
  );
}
