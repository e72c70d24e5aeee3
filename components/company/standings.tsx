import type { Unfinished } from "@/components/charts/groups";
import stack from "@/components/figures/stack.module.css";
import { TableRegion } from "@/components/figures/table-region";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { type Cents, formatCount, formatShare } from "@/lib/contracts/money";
import { change, href, ofEveryCompany, type Query } from "@/lib/query/query";

interface Year {
  fiscal_year: number;
  net: Cents;
  actions: number;
  /** The place among all companies of the year; `null` where it has no action, or is not asked. */
  place: number | null;
  companies: number | null;
  whole: Cents;
}

interface StandingsProps {
  years: Year[];
  query: Query;
  /** The fiscal year that is not over, and the last day that the records know of it. */
  unfinished: Unfinished | null;
}

/** A company's net, its share of the agency's, and its place among all companies, by fiscal year, the newest first. */
export function Standings({ years, query, unfinished }: StandingsProps) {
  const everyone = ofEveryCompany(query);
  return (
    <TableRegion label="Rank and share by fiscal year">
      <table className={stack.stack}>
        <thead>
          <tr>
            <th scope="col">Fiscal year</th>
            <th scope="col" className="num">
              Obligated (net)
            </th>
            <th scope="col" className="num">
              Share of all
            </th>
            <th scope="col" className="num">
              Rank
            </th>
            <th scope="col" className="num">
              All companies (net)
            </th>
          </tr>
        </thead>
        <tbody>
          {years.toReversed().map(({ fiscal_year, net, actions, place, companies, whole }) => (
            <tr key={fiscal_year}>
              <th scope="row">
                FY{fiscal_year}
                {unfinished?.key === String(fiscal_year) && (
                  <small className="soft"> unfinished, through {unfinished.through}</small>
                )}
              </th>
              <td className="num" data-label="Obligated (net)">
                {actions === 0 ? (
                  <span className="soft">no action</span>
                ) : (
                  <Link href={href("/contracts", change(query, { fy: [fiscal_year] }))}>
                    <Money cents={net} exact />
                  </Link>
                )}
              </td>
              <td className="num" data-label="Share of all">
                {actions === 0 ? "—" : formatShare(net, whole)}
              </td>
              <td className="num" data-label="Rank">
                {place === null || companies === null
                  ? "—"
                  : `${formatCount(place)} of ${formatCount(companies)}`}
              </td>
              <td className="num" data-label="All companies (net)">
                <Link href={href("/contracts", change(everyone, { fy: [fiscal_year], show: "company" }))}>
                  <Money cents={whole} exact />
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
