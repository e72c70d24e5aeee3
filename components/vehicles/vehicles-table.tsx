import type { Route } from "next";
import { DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import type { CompanyName } from "@/lib/contracts/companies";
import { formatCount } from "@/lib/contracts/money";
import type { Totals } from "@/lib/contracts/totals";
import type { VehicleChoice } from "@/lib/query/requests";

export interface VehicleListRow {
  vehicle: string;
  agency: string | null;
  agency_name: string;
  kind_name: string;
  name: string | null;
  companies: CompanyName[];
  first_action: string;
  last_action: string;
  totals: Totals;
  page: Route;
  records: Route;
}

interface VehiclesTableProps {
  caption: string;
  rows: VehicleListRow[];
  sort: VehicleChoice["sort"];
  /** The addresses of the list in each order. */
  sorts: Record<VehicleChoice["sort"], Route>;
  companies: string;
  /** Whether the rows are the whole list. */
  isComplete: boolean;
}

/** Rows with more companies show their count instead of their names. */
const maxNames = 2;

/** Vehicles with the totals of their orders. */
export function VehiclesTable({ caption, rows, sort, sorts, companies, isComplete }: VehiclesTableProps) {
  const sortable = (name: VehicleChoice["sort"]) => ({
    descending: sorts[name],
    sorted: sort === name ? ("descending" as const) : null,
  });
  return (
    <DataTable
      label="Table of vehicles"
      caption={caption}
      columns={[
        {
          header: "Vehicle (parent PIID)",
          isRowHeader: true,
          value: ({ vehicle }) => vehicle,
          cell: ({ page, vehicle }) => <Link href={page}>{vehicle}</Link>,
        },
        {
          header: "Kind",
          value: ({ name, kind_name: kind }) => name ?? kind,
          cell: ({ name, kind_name: kind }) => (
            <>
              {name ?? kind}
              {name && (
                <>
                  {" "}
                  <small className="soft">{kind}</small>
                </>
              )}
            </>
          ),
        },
        { header: "Its agency", value: (row) => row.agency_name },
        {
          header: companies,
          sort: sortable("companies"),
          value: ({ totals }) => totals.companies,
          cell: (row) =>
            row.companies.length > maxNames
              ? formatCount(row.companies.length)
              : row.companies.map(({ name }) => name).join("; "),
        },
        {
          header: "Orders",
          kind: "count",
          sort: sortable("orders"),
          value: ({ totals }) => totals.contracts,
        },
        {
          header: "Obligated (net)",
          kind: "money",
          sort: sortable("net"),
          value: ({ totals }) => totals.net,
          cell: ({ totals, records }) => (
            <Link href={records}>
              <Money cents={totals.net} exact />
            </Link>
          ),
        },
        {
          header: "First and last action",
          kind: "day",
          sort: sortable("last_action"),
          value: (row) => row.last_action,
          cell: (row) => `${row.first_action} to ${row.last_action}`,
        },
      ]}
      rows={rows}
      rowKey={({ vehicle, agency }) => `${vehicle} ${agency}`}
      isComplete={isComplete}
    />
  );
}
