import type { Route } from "next";
import { DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { formatCount, formatShare } from "@/lib/contracts/money";
import type { Totals } from "@/lib/contracts/totals";

/** A kind of vehicle, or the contracts under none. */
export interface VehicleKindRow {
  label: string;
  note?: string;
  /** The number of vehicles; `null` for contracts under none. */
  vehicles: number | null;
  totals: Totals;
  /** The list of vehicles of the kind; `null` if there are none. */
  list: Route | null;
  /** The records behind the figure, or the list of the vehicles. */
  records: Route;
}

interface KindsTableProps {
  caption: string;
  lines: VehicleKindRow[];
  whole: Totals;
  all: Route;
  /** The header of the company count: "Companies" or "Recipients". */
  companies: string;
}

/** Obligations by kind of vehicle and under none. They add up to all contracts. */
export function KindsTable({ caption, lines, whole, all, companies }: KindsTableProps) {
  const vehicles = lines.reduce((sum, line) => sum + (line.vehicles ?? 0), 0);
  const together: VehicleKindRow = {
    label: "All contracts",
    vehicles,
    totals: whole,
    list: null,
    records: all,
  };
  return (
    <DataTable
      label="Table of kinds of vehicle"
      caption={caption}
      columns={[
        {
          header: "Kind of vehicle",
          isRowHeader: true,
          cell: ({ label, note, list }) => (
            <>
              {list ? <Link href={list}>{label}</Link> : label}
              {note && <small className="soft"> {note}</small>}
            </>
          ),
        },
        {
          header: "Vehicles",
          kind: "count",
          cell: ({ vehicles: count }) => (count === null ? "–" : formatCount(count)),
        },
        { header: "Orders", kind: "count", value: ({ totals }) => totals.contracts },
        { header: companies, kind: "count", value: ({ totals }) => totals.companies },
        {
          header: "Obligated (net)",
          kind: "money",
          cell: ({ totals, records }) => (
            <Link href={records}>
              <Money cents={totals.net} exact />
            </Link>
          ),
        },
        { header: "Share", kind: "figure", cell: ({ totals }) => formatShare(totals.net, whole.net) },
      ]}
      rows={[...lines, together]}
      rowKey={({ label }) => label}
    />
  );
}
