import type { ReactNode } from "react";
import { Records } from "@/components/figures/records";
import { type DataColumn, DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { formatCount } from "@/lib/contracts/money";
import type { Totals } from "@/lib/contracts/totals";
import { officePage } from "@/lib/query/pages";
import { change, type Query } from "@/lib/query/query";

/** The figures of an office or of a whole agency; `null` where it has no action in the window. */
interface Windows {
  all: Totals;
  current: Totals | null;
  earlier: Totals | null;
}

export interface OfficeRow extends Windows {
  code: string;
  name: string;
}

interface OfficesTableProps {
  agency: { code: string; name: string };
  offices: OfficeRow[];
  /** The agency's own figures: a company of two offices counts once in them. */
  whole: Windows;
  /** The agency's records: all of them, those of the fiscal year to date, and those of the year before. */
  queries: Record<keyof Windows, Query>;
  fiscalYear: number;
}

/** The offices of an agency, from the largest net in all records. Every figure links to its records. */
export function OfficesTable({ agency, offices, whole, queries, fiscalYear }: OfficesTableProps) {
  /** A column of one figure of a window, for each office and for the agency. */
  const figures = (
    header: string,
    window: keyof Windows,
    figure: keyof Totals,
    more: Partial<Query> = {},
  ): DataColumn<OfficeRow> => {
    const cell = (windows: Windows, only: Partial<Query>): ReactNode => {
      const totals = windows[window];
      if (totals === null) return <span className="soft">no action</span>;
      const isMoney = figure === "net" || figure === "added" || figure === "taken_back";
      return (
        <Records query={change(queries[window], { ...only, ...more })}>
          {isMoney ? <Money cents={totals[figure]} exact /> : formatCount(totals[figure])}
        </Records>
      );
    };
    return {
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
      caption="Obligated, U.S. dollars, exact, by awarding office. Added, taken back and the counts are of all records."
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
        figures(`FY${fiscalYear} to date`, "current", "net"),
        figures("Same dates a year before", "earlier", "net"),
        figures("All records (net)", "all", "net"),
        figures("Added", "all", "added", { sign: ["pos"] }),
        figures("Taken back", "all", "taken_back", { sign: ["neg"] }),
        figures("Actions", "all", "actions", { view: "actions" }),
        figures("Contracts", "all", "contracts"),
        figures(queries.all.grouped === "no" ? "Recipients" : "Companies", "all", "companies", {
          show: "company",
        }),
      ]}
      rows={offices}
      rowKey={({ code }) => code}
      totalLabel="All offices"
      isComplete
    />
  );
}
