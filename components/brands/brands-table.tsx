import { Records } from "@/components/figures/records";
import stack from "@/components/figures/stack.module.css";
import { TableRegion } from "@/components/figures/table-region";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import type { Brand, Totals } from "@/lib/contracts/facts";
import { formatCount } from "@/lib/contracts/money";
import { brandPage, companyPage } from "@/lib/query/pages";
import { change, type Query } from "@/lib/query/query";

interface BrandsTableProps {
  query: Query;
  rows: (Brand & { totals: Totals })[];
  caption: string;
}

/** Brands with what the awards of other companies that name them come to, each figure the door to its records. */
export function BrandsTable({ query, rows, caption }: BrandsTableProps) {
  const holders = query.grouped === "no" ? "Recipients" : "Companies";
  return (
    <TableRegion label="Table of brands">
      <table className={stack.stack}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Brand</th>
            <th scope="col">Owner</th>
            <th scope="col" className="num">
              Obligated (net) by actions that its rule counts
            </th>
            <th scope="col" className="num">
              Actions
            </th>
            <th scope="col" className="num">
              Contracts
            </th>
            <th scope="col" className="num">
              {holders}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ slug, name, owner, totals }) => {
            const named = change(query, { brand: [slug] });
            return (
              <tr key={slug}>
                <th scope="row">
                  <Link href={brandPage(slug, query)}>{name}</Link>
                </th>
                <td data-label="Owner">
                  <Link href={companyPage(owner.slug, query)}>{owner.name}</Link>
                </td>
                <td className="num" data-label="Obligated (net) by actions that its rule counts">
                  {totals.actions === 0 ? (
                    <span className="soft">None counted</span>
                  ) : (
                    <Records query={named}>
                      <Money cents={totals.net} exact />
                    </Records>
                  )}
                </td>
                <td className="num" data-label="Actions">
                  <Records query={change(named, { view: "actions" })}>{formatCount(totals.actions)}</Records>
                </td>
                <td className="num" data-label="Contracts">
                  <Records query={named}>{formatCount(totals.contracts)}</Records>
                </td>
                <td className="num" data-label={holders}>
                  <Records query={change(named, { show: "company" })}>
                    {formatCount(totals.companies)}
                  </Records>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableRegion>
  );
}
