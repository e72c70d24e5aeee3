import { RecordsLink } from "@/components/figures/records-link";
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
  /** The sort links of the list, by column. */
  sorts: Record<"name" | "net", SortLink>;
  rows: (Brand & { totals: Totals })[];
  caption: string;
}

/** Brands with the sums of other companies' actions that name them. Every figure links to its records. */
export function BrandsTable({ query, sorts, rows, caption }: BrandsTableProps) {
  const mentionsOf = ({ slug }: Brand) => change(query, { brand: [slug] });
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
              <RecordsLink query={mentionsOf(brand)}>
                <Money cents={totals.net} exact />
              </RecordsLink>
            ),
        },
        {
          header: "Actions",
          kind: "count",
          value: ({ totals }) => totals.actions,
          cell: ({ totals, ...brand }) => (
            <RecordsLink query={change(mentionsOf(brand), { view: "actions" })}>
              {formatCount(totals.actions)}
            </RecordsLink>
          ),
        },
        {
          header: "Contracts",
          kind: "count",
          value: ({ totals }) => totals.contracts,
          cell: ({ totals, ...brand }) => (
            <RecordsLink query={mentionsOf(brand)}>{formatCount(totals.contracts)}</RecordsLink>
          ),
        },
        {
          header: query.grouped === "no" ? "Recipients" : "Companies",
          kind: "count",
          value: ({ totals }) => totals.companies,
          cell: ({ totals, ...brand }) => (
            <RecordsLink query={change(mentionsOf(brand), { show: "company" })}>
              {formatCount(totals.companies)}
            </RecordsLink>
          ),
        },
      ]}
      rows={rows}
      rowKey={({ slug }) => slug}
      isComplete
    />
  );
}
