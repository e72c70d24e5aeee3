import { Records } from "@/components/figures/records";
import { DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import type { SortLink } from "@/components/ui/sort-header";
import type { Brand } from "@/lib/contracts/brands";
import { formatCount } from "@/lib/contracts/money";
import type { Totals } from "@/lib/contracts/totals";
import { brandPage, companyPage } from "@/lib/query/pages";
import { change, type Query } from "@/lib/query/query";

interface BrandsTableProps {
  query: Query;
  /** The addresses of the list in the orders of its columns. */
  sorts: Record<"name" | "net", SortLink>;
  rows: (Brand & { totals: Totals })[];
  caption: string;
}

/** Brands with the sums of the awards of other companies that name them. Every figure links to its records. */
export function BrandsTable({ query, sorts, rows, caption }: BrandsTableProps) {
  const named = ({ slug }: Brand) => change(query, { brand: [slug] });
  return (
    <DataTable
      label="Table of brands"
      caption={caption}
      columns={[
        {
          header: "Brand",
          isRowHeader: true,
          sort: sorts.name,
          value: ({ name }) => name,
          cell: ({ slug, name }) => <Link href={brandPage(slug, query)}>{name}</Link>,
        },
        {
          header: "Owner",
          value: ({ owner }) => owner.name,
          cell: ({ owner }) => <Link href={companyPage(owner.slug, query)}>{owner.name}</Link>,
        },
        {
          header: "Obligated (net) by actions that its rule counts",
          kind: "money",
          sort: sorts.net,
          value: ({ totals }) => totals.net,
          cell: ({ totals, ...brand }) =>
            totals.actions === 0 ? (
              <span className="soft">None counted</span>
            ) : (
              <Records query={named(brand)}>
                <Money cents={totals.net} exact />
              </Records>
            ),
        },
        {
          header: "Actions",
          kind: "count",
          value: ({ totals }) => totals.actions,
          cell: ({ totals, ...brand }) => (
            <Records query={change(named(brand), { view: "actions" })}>{formatCount(totals.actions)}</Records>
          ),
        },
        {
          header: "Contracts",
          kind: "count",
          value: ({ totals }) => totals.contracts,
          cell: ({ totals, ...brand }) => (
            <Records query={named(brand)}>{formatCount(totals.contracts)}</Records>
          ),
        },
        {
          header: query.grouped === "no" ? "Recipients" : "Companies",
          kind: "count",
          value: ({ totals }) => totals.companies,
          cell: ({ totals, ...brand }) => (
            <Records query={change(named(brand), { show: "company" })}>
              {formatCount(totals.companies)}
            </Records>
          ),
        },
      ]}
      rows={rows}
      rowKey={({ slug }) => slug}
      isComplete
    />
  );
}
