import type { Route } from "next";
import { HiddenFields } from "@/components/filters/hidden-fields";
import { DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import type { CompanyName } from "@/lib/contracts/companies";
import { formatCount, formatShare } from "@/lib/contracts/money";
import type { Totals } from "@/lib/contracts/totals";
import { type VehicleKind, vehicleKinds } from "@/lib/contracts/vehicles";
import type { Query } from "@/lib/query/query";
import type { VehicleChoice } from "@/lib/query/requests";
import { type TableSort, tableSortName } from "@/lib/query/table-sort";
import styles from "./vehicle-filter.module.css";

interface VehicleListRow {
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
  sort: TableSort;
  /** The rows of this page, from the first index to before the second. */
  slice: [number, number];
  /** The header of the company count: "Companies" or "Recipients". */
  companiesHeader: string;
}

/** Rows with more companies show their count instead of their names. */
const maxNames = 2;

export function VehiclesTable({ caption, rows, sort, slice, companiesHeader }: VehiclesTableProps) {
  return (
    <DataTable
      label="Table of vehicles"
      caption={caption}
      columns={[
        {
          id: "vehicle",
          header: "Vehicle (parent PIID)",
          isRowHeader: true,
          value: ({ vehicle }) => vehicle,
          href: ({ page }) => page,
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
        { id: "agency", header: "Vehicle’s agency", value: (row) => row.agency_name },
        {
          id: "companies",
          header: companiesHeader,
          value: ({ totals }) => totals.companies,
          cell: (row) =>
            row.companies.length > maxNames
              ? formatCount(row.companies.length)
              : row.companies.map(({ name }) => name).join("; "),
        },
        {
          header: "Orders",
          kind: "count",
          value: ({ totals }) => totals.contracts,
        },
        {
          id: "net",
          header: "Obligated (net)",
          kind: "money",
          value: ({ totals }) => totals.net,
          href: ({ records }) => records,
        },
        {
          id: "last_action",
          header: "First and last action",
          kind: "day",
          value: (row) => row.last_action,
          cell: (row) => `${row.first_action} to ${row.last_action}`,
        },
      ]}
      rows={rows}
      rowKey={({ vehicle, agency }) => `${vehicle} ${agency}`}
      sort={sort}
      slice={slice}
    />
  );
}

/** A kind of vehicle, or the contracts under none. */
interface VehicleKindRow {
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
  kinds: VehicleKindRow[];
  /** All contracts, and the address of their records. */
  whole: Totals;
  records: Route;
  /** The header of the company count: "Companies" or "Recipients". */
  companiesHeader: string;
  sort: TableSort;
}

export function KindsTable({ caption, kinds, whole, records, companiesHeader, sort }: KindsTableProps) {
  const vehicles = kinds.reduce((sum, kind) => sum + (kind.vehicles ?? 0), 0);
  const totalRow: VehicleKindRow = {
    label: "All contracts",
    vehicles,
    totals: whole,
    list: null,
    records,
  };
  return (
    <DataTable
      label="Table of kinds of vehicle"
      caption={caption}
      columns={[
        {
          id: "kind",
          header: "Kind of vehicle",
          isRowHeader: true,
          value: ({ label }) => label,
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
          value: (row) => row.vehicles,
          cell: ({ vehicles: count }) => (count === null ? "–" : formatCount(count)),
        },
        { header: "Orders", kind: "count", value: ({ totals }) => totals.contracts },
        { id: "companies", header: companiesHeader, kind: "count", value: ({ totals }) => totals.companies },
        {
          id: "net",
          header: "Obligated (net)",
          kind: "money",
          value: ({ totals }) => totals.net,
          href: ({ records }) => records,
        },
        {
          header: "Share",
          kind: "figure",
          value: ({ totals }) => totals.net,
          cell: ({ totals }) => formatShare(totals.net, whole.net),
        },
      ]}
      rows={[...kinds, totalRow]}
      rowKey={({ label }) => label}
      sort={sort}
      isPinned={(row) => row === totalRow}
    />
  );
}

interface VehicleFilterProps {
  query: Query;
  choice: VehicleChoice;
  sorts: string[];
  kinds: VehicleKind[];
  /** The address without these filters. */
  cleared: Route;
}

export function VehicleFilter({ query, choice, sorts, kinds, cleared }: VehicleFilterProps) {
  return (
    <form method="get" action="/vehicles" aria-label="Filter vehicles" className={styles.filter}>
      <HiddenFields query={query} />
      {choice.sort !== "net" && <input type="hidden" name="sort" value={choice.sort} />}
      {sorts.map((sort) => (
        <input key={sort} type="hidden" name={tableSortName} value={sort} />
      ))}
      <label className={styles.text}>
        Number, program, agency or company
        <input type="search" name="name" defaultValue={choice.name} maxLength={200} />
      </label>
      <label>
        Kind
        <select name="kind" defaultValue={choice.kind ?? ""}>
          <option value="">Every kind</option>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {vehicleKinds[kind]}
            </option>
          ))}
        </select>
      </label>
      <button type="submit">Show</button>
      {(choice.kind !== null || choice.name !== "") && (
        <Link href={cleared} scroll={false}>
          Show all vehicles
        </Link>
      )}
    </form>
  );
}
