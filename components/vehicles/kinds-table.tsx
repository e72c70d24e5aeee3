import type { Route } from "next";
import stack from "@/components/figures/stack.module.css";
import { TableRegion } from "@/components/figures/table-region";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import type { Totals } from "@/lib/contracts/facts";
import { formatCount, formatShare } from "@/lib/contracts/money";

/** A kind of vehicle, or what is under none, as a row. */
export interface KindLine {
  label: string;
  note?: string;
  /** How many vehicles; `null` where there is none to count. */
  vehicles: number | null;
  totals: Totals;
  /** Where the vehicles of the kind are listed; `null` where there are none. */
  list: Route | null;
  /** The records behind the figure, or the list in which each vehicle opens its own. */
  records: Route;
}

interface KindsTableProps {
  caption: string;
  lines: KindLine[];
  whole: Totals;
  all: Route;
  /** What is counted as a company: "Companies", or "Recipients". */
  companies: string;
}

/** Obligations by kind of vehicle, with what is under none, adding up to the whole. */
export function KindsTable({ caption, lines, whole, all, companies }: KindsTableProps) {
  const vehicles = lines.reduce((sum, line) => sum + (line.vehicles ?? 0), 0);
  const together: KindLine = { label: "All contracts", vehicles, totals: whole, list: null, records: all };
  return (
    <TableRegion label="Table of kinds of vehicle">
      <table className={stack.stack}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Kind of vehicle</th>
            <th scope="col" className="num">
              Vehicles
            </th>
            <th scope="col" className="num">
              Orders
            </th>
            <th scope="col" className="num">
              {companies}
            </th>
            <th scope="col" className="num">
              Obligated (net)
            </th>
            <th scope="col" className="num">
              Share
            </th>
          </tr>
        </thead>
        <tbody>
          {[...lines, together].map(({ label, note, vehicles: count, totals, list, records }) => (
            <tr key={label}>
              <th scope="row">
                {list ? <Link href={list}>{label}</Link> : label}
                {note && <small className="soft"> {note}</small>}
              </th>
              <td className="num" data-label="Vehicles">
                {count === null ? "–" : formatCount(count)}
              </td>
              <td className="num" data-label="Orders">
                {formatCount(totals.contracts)}
              </td>
              <td className="num" data-label={companies}>
                {formatCount(totals.companies)}
              </td>
              <td className="num" data-label="Obligated (net)">
                <Link href={records}>
                  <Money cents={totals.net} exact />
                </Link>
              </td>
              <td className="num" data-label="Share">
                {formatShare(totals.net, whole.net)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
