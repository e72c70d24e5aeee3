import { CompareGroups, GroupBox } from "@/components/compare/compare-groups";
import { RecordsSum } from "@/components/figures/records-link";
import { DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { RecipientName } from "@/components/ui/recipient-name";
import { RecordedText } from "@/components/ui/recorded-text";
import { contractColumn } from "@/components/ui/shared-columns";
import type { Brand } from "@/lib/contracts/brands";
import { formatDay } from "@/lib/contracts/days";
import type { ContractRow } from "@/lib/contracts/rows";
import { notReported } from "@/lib/contracts/text";
import type { Totals } from "@/lib/contracts/totals";
import { brandPage, companyPage } from "@/lib/query/pages";
import { change, href, type Query } from "@/lib/query/query";
import type { TableSort } from "@/lib/query/table-sort";

interface BrandsTableProps {
  query: Query;
  sort: TableSort;
  rows: (Brand & { totals: Totals })[];
  caption: string;
}

export function BrandsTable({ query, sort, rows, caption }: BrandsTableProps) {
  const mentionsOf = ({ slug }: Brand) => change(query, { brand: [slug] });
  return (
    <>
      <CompareGroups query={query} by="brand" />
      <DataTable
        label="Table of brands"
        caption={caption}
        columns={[
          {
            id: "name",
            header: "Brand",
            isRowHeader: true,
            rowName: ({ name }) => name,
            value: ({ name }) => name,
            cell: ({ slug, name, totals }) => (
              <GroupBox
                query={query}
                by="brand"
                group={{ key: totals.actions > 0 ? slug : null, label: name }}
              >
                <Link href={brandPage(slug, query)}>{name}</Link>
              </GroupBox>
            ),
          },
          {
            header: "Owner",
            value: ({ owner }) => owner.name,
            href: ({ owner }) => companyPage(owner.slug, query),
          },
          {
            id: "net",
            header: "Obligated (net) by actions that its rule counts",
            cardLabel: "Obligated (net)",
            kind: "money",
            value: ({ totals }) => (totals.actions === 0 ? null : totals.net),
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
            id: "companies",
            header: query.grouped === "no" ? "Recipients" : "Companies",
            kind: "count",
            value: ({ totals }) => totals.companies,
            href: (brand) => href("/contracts", change(mentionsOf(brand), { show: "company" })),
          },
        ]}
        rows={rows}
        rowKey={({ slug }) => slug}
        sort={sort}
      />
    </>
  );
}

interface BrandContractsProps {
  contracts: ContractRow[];
  snapshot: string | null;
  /** The description of each contract's latest action that names the brand, by contract key. */
  descriptions: Record<string, string | null>;
  caption: string;
  sort: TableSort | undefined;
}

export function BrandContracts({ contracts, snapshot, descriptions, caption, sort }: BrandContractsProps) {
  return (
    <DataTable
      label="Table of contracts"
      caption={caption}
      columns={[
        contractColumn(snapshot),
        {
          header: "Recipient",
          value: ({ recipient }) => recipient,
          cell: ({ recipient }) => (recipient ? <RecipientName name={recipient} /> : notReported),
        },
        {
          id: "description",
          header: "Latest description that names it",
          kind: "long",
          value: ({ key }) => descriptions[key] ?? null,
          cell: ({ key }) => <RecordedText text={descriptions[key] ?? null} lines={3} />,
        },
        { id: "net", header: "Obligated by matching actions", kind: "money", value: ({ net }) => net },
        { id: "actions", header: "Matching actions", kind: "count", value: ({ actions }) => actions },
        {
          id: "in_records",
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
      sort={sort}
    />
  );
}
