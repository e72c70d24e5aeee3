import type { ReactNode } from "react";
import { RecordsLink } from "@/components/figures/records-link";
import { type DataColumn, DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { formatCount } from "@/lib/contracts/money";
import type { Totals } from "@/lib/contracts/totals";
import { officePage } from "@/lib/query/pages";
import { change, type Query } from "@/lib/query/query";
import type { TableSort } from "@/lib/query/table-sort";

interface OfficeTotals {
  all: Totals;
  current: Totals | null;
  earlier: Totals | null;
}

export interface OfficeRow extends OfficeTotals {
  code: string;
  name: string;
}

interface OfficesTableProps {
  agency: { code: string; name: string };
  offices: OfficeRow[];
  /** The totals of the agency, in which a company of two offices counts once. */
  whole: OfficeTotals;
  /** The queries of the windows: all records, the fiscal year to date, and the year before. */
  queries: Record<keyof OfficeTotals, Query>;
  fiscalYear: number;
  sort: TableSort;
}

/** The offices of an agency, the largest net in all records first. Every figure links to its records. */
export function OfficesTable({ agency, offices, whole, queries, fiscalYear, sort }: OfficesTableProps) {
  /** A column with one figure of one window. */
  const figures = (
    id: string,
    header: string,
    window: keyof OfficeTotals,
    figure: keyof Totals,
    more: Partial<Query> = {},
  ): DataColumn<OfficeRow> => {
    const cell = (windows: OfficeTotals, only: Partial<Query>): ReactNode => {
      const totals = windows[window];
      if (totals === null) return <span className="soft">no action</span>;
      const isMoney = figure === "net" || figure === "added" || figure === "taken_back";
      return (
        <RecordsLink query={change(queries[window], { ...only, ...more })}>
          {isMoney ? <Money cents={totals[figure]} exact /> : formatCount(totals[figure])}
        </RecordsLink>
      );
    };
    return {
      id,
      header,
      kind: "figure",
      value: (office) => office[window]?.[figure] ?? null,
      cell: (office) => cell(office, { office: [office.code] }),
      total: cell(whole, {}),
    };
  };
  return (
    <DataTable
      label={`Offices of ${agency.name}`}
      caption="Exact U.S. dollars obligated, by awarding office. Added, taken back and the counts cover all records."
      columns={[
        {
          header: "Office",
          isRowHeader: true,
          value: ({ name }) => name,
          cell: ({ code, name }) => (
            <>
              <Link href={officePage(agency.code, code, queries.all)}>{name}</Link>
              {name !== code && <small className="soft"> {code}</small>}
            </>
          ),
        },
        figures("current", `FY${fiscalYear} to date`, "current", "net"),
        figures("earlier", "Same dates a year earlier", "earlier", "net"),
        figures("net", "All records (net)", "all", "net"),
        figures("added", "Added", "all", "added", { sign: ["pos"] }),
        figures("taken_back", "Taken back", "all", "taken_back", { sign: ["neg"] }),
        figures("actions", "Actions", "all", "actions", { view: "actions" }),
        figures("contracts", "Contracts", "all", "contracts"),
        figures("companies", queries.all.grouped === "no" ? "Recipients" : "Companies", "all", "companies", {
          show: "company",
        }),
      ]}
      rows={offices}
      rowKey={({ code }) => code}
      totalLabel="All offices"
      sort={sort}
    />
  );
}
