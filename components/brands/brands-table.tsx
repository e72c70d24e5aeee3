import { RecordsSum } from "@/components/figures/records-link";
import { DataTable } from "@/components/ui/data-table";
import { RecordedText } from "@/components/ui/recorded-text";
import { contractColumn } from "@/components/ui/shared-columns";
import type { SortLink } from "@/components/ui/sort-header";
import type { Brand } from "@/lib/contracts/brands";
import { formatDay } from "@/lib/contracts/days";
import type { ContractRow } from "@/lib/contracts/rows";
import { notReported } from "@/lib/contracts/text";
import type { Totals } from "@/lib/contracts/totals";
import { brandPage, companyPage } from "@/lib/query/pages";
import { change, href, type Query } from "@/lib/query/query";

interface BrandsTableProps {
  query: Query;
  sorts: Record<"name" | "net", SortLink>;
  rows: (Brand & { totals: Totals })[];
  caption: string;
}

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
          href: ({ slug }) => brandPage(slug, query),
        },
        {
          header: "Owner",
          value: ({ owner }) => owner.name,
          href: ({ owner }) => companyPage(owner.slug, query),
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
              <RecordsSum query={mentionsOf(brand)} cents={totals.net} exact />
            ),
        },
        {
          header: "Actions",
          kind: "count",
          value: ({ totals }) => totals.actions,
          href: (brand) => href("/contracts", change(mentionsOf(brand), { view: "actions" })),
        },
        {
          header: "Contracts",
          kind: "count",
          value: ({ totals }) => totals.contracts,
          href: (brand) => href("/contracts", mentionsOf(brand)),
        },
        {
          header: query.grouped === "no" ? "Recipients" : "Companies",
          kind: "count",
          value: ({ totals }) => totals.companies,
          href: (brand) => href("/contracts", change(mentionsOf(brand), { show: "company" })),
        },
      ]}
      rows={rows}
      rowKey={({ slug }) => slug}
      isComplete
    />
  );
}

interface BrandContractsProps {
  contracts: ContractRow[];
  snapshot: string | null;
  /** The description of each contract's latest action that names the brand, by contract key. */
  descriptions: Record<string, string | null>;
  caption: string;
}

export function BrandContracts({ contracts, snapshot, descriptions, caption }: BrandContractsProps) {
  return (
    <DataTable
      label="Table of contracts"
      caption={caption}
      columns={[
        contractColumn(snapshot),
        { header: "Recipient", cell: ({ recipient }) => recipient ?? notReported },
        {
          header: "Latest description that names it",
          kind: "long",
          cell: ({ key }) => <RecordedText text={descriptions[key] ?? null} lines={3} />,
        },
        { header: "Obligated by matching actions", kind: "money", value: ({ net }) => net },
        { header: "Matching actions", kind: "count", value: ({ actions }) => actions },
        {
          header: "Whole contract in these records",
          kind: "money",
          value: (contract) => contract.in_records,
        },
        {
          header: "Last action",
          kind: "day",
          value: (contract) => contract.last_action,
          cell: ({ last_action: day }) => <time dateTime={day}>{formatDay(day)}</time>,
        },
      ]}
      rows={contracts}
      rowKey={({ key }) => key}
    />
  );
}
