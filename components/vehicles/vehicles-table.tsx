import type { Route } from "next";
import stack from "@/components/figures/stack.module.css";
import { TableRegion } from "@/components/figures/table-region";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import type { CompanyName, Totals } from "@/lib/contracts/facts";
import { formatCount } from "@/lib/contracts/money";
import type { VehicleChoice } from "@/lib/query/requests";

/** One vehicle of the list, with the addresses behind it. */
export interface VehicleLine {
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
  rows: VehicleLine[];
  sort: VehicleChoice["sort"];
  /** The same list in each order. */
  sorts: Record<VehicleChoice["sort"], Route>;
  companies: string;
}

/** The most names of companies that a row says; of more it says how many there are. */
const mostNames = 2;

/** Vehicles with what was ordered under each. The heads that order the list are links. */
export function VehiclesTable({ caption, rows, sort, sorts, companies }: VehiclesTableProps) {
  const head = (name: VehicleChoice["sort"], label: string, isFigure = true) => (
    <th
      scope="col"
      className={isFigure ? "num" : undefined}
      aria-sort={sort === name ? "descending" : undefined}
    >
      <Link href={sorts[name]} scroll={false}>
        {label}
        {sort === name && <span aria-hidden="true"> ↓</span>}
      </Link>
    </th>
  );
  return (
    <TableRegion label="Table of vehicles">
      <table className={stack.stack}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Vehicle (parent PIID)</th>
            <th scope="col">Kind</th>
            <th scope="col">Its agency</th>
            {head("companies", companies, false)}
            {head("orders", "Orders")}
            {head("net", "Obligated (net)")}
            {head("last_action", "First and last action", false)}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.vehicle} ${row.agency}`}>
              <th scope="row">
                <Link href={row.page}>{row.vehicle}</Link>
              </th>
              <td data-label="Kind">
                {row.name ?? row.kind_name}
                {row.name && (
                  <>
                    {" "}
                    <small className="soft">{row.kind_name}</small>
                  </>
                )}
              </td>
              <td data-label="Its agency">{row.agency_name}</td>
              <td data-label={companies}>
                {row.companies.length > mostNames
                  ? formatCount(row.companies.length)
                  : row.companies.map(({ name }) => name).join("; ")}
              </td>
              <td className="num" data-label="Orders">
                {formatCount(row.totals.contracts)}
              </td>
              <td className="num" data-label="Obligated (net)">
                <Link href={row.records}>
                  <Money cents={row.totals.net} exact />
                </Link>
              </td>
              <td className="nowrap" data-label="First and last action">
                {row.first_action} to {row.last_action}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
