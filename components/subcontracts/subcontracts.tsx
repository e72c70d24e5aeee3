import { DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { RecipientName } from "@/components/ui/recipient-name";
import { RecordedText } from "@/components/ui/recorded-text";
import { formatDay } from "@/lib/contracts/days";
import { counted, roundedMoney } from "@/lib/contracts/money";
import type { Subaward, SubawardCoverage, SubawardTotals, Subcontractor } from "@/lib/contracts/subawards";
import { companyPage, contractPage, subcontractsPage } from "@/lib/query/pages";
import type { TableSort } from "@/lib/query/table-sort";

/** What the reports leave out, and where they end. */
export const reportsCaveat = ({ through, to }: SubawardCoverage): string =>
  `Prime contractors report subcontracts of $30,000 or more themselves, and reporting is patchy. The reports here end on ${formatDay(through ?? to)}. Their amounts are never added to obligations.`;

/** How many reports repeat another, and what they come to; empty without one. */
export const repeatsText = ({ repeats, repeated }: SubawardTotals): string =>
  repeats === 0
    ? ""
    : `${counted(repeats, "report repeats", "reports repeat")} an earlier one (${roundedMoney(repeated)})`;

interface SubcontractorsTableProps {
  label: string;
  rows: Subcontractor[];
  /** The contract that the reports are under; `null` for any. */
  contract: string | null;
  agency: string[];
  snapshot: string | null;
  sort: TableSort;
  /** How many of the sorted rows are shown; all of them by default. */
  most?: number;
}

/** Companies that reports name as subcontractors, each with its reports. */
export function SubcontractorsTable({
  label,
  rows,
  contract,
  agency,
  snapshot,
  sort,
  most = rows.length,
}: SubcontractorsTableProps) {
  return (
    <DataTable
      label={label}
      columns={[
        {
          header: "Company",
          isRowHeader: true,
          value: ({ company }) => company.name,
          href: ({ company }) => companyPage(company.slug, { agency, snapshot }),
        },
        {
          id: "names",
          header: "As recorded",
          value: ({ names }) => names.join("; "),
        },
        {
          header: "Reports",
          kind: "count",
          value: ({ reports }) => reports,
          href: ({ company }) => subcontractsPage({ agency, snapshot }, { company: company.slug, contract }),
        },
        ...(contract === null
          ? [
              {
                header: "Contracts",
                kind: "count" as const,
                value: ({ contracts }: Subcontractor) => contracts,
              },
            ]
          : []),
        {
          id: "signed",
          header: "Signed",
          kind: "day",
          value: ({ last }) => last,
          cell: ({ first, last }) => (first === last ? last : `${first} to ${last}`),
        },
        {
          header: "Amount reported",
          id: "amount",
          kind: "money",
          value: ({ amount }) => amount,
          cell: (row) => (
            <>
              <Money cents={row.amount} exact />
              {row.repeats > 0 && <small className="below">{repeatsText(row)}</small>}
            </>
          ),
        },
      ]}
      rows={rows}
      rowKey={({ company }) => company.slug}
      sort={sort}
      slice={[0, most]}
    />
  );
}

interface ReportsTableProps {
  label: string;
  rows: Subaward[];
  snapshot: string | null;
  sort?: TableSort | undefined;
}

/** Reports of subcontracts, one in each row. */
export function ReportsTable({ label, rows, snapshot, sort }: ReportsTableProps) {
  return (
    <DataTable
      label={label}
      columns={[
        { header: "Signed", kind: "day", value: ({ signed }) => signed },
        {
          id: "company",
          header: "Subcontractor as recorded",
          isRowHeader: true,
          value: ({ name }) => name,
          cell: ({ name, company, agency }) => (
            <Link href={companyPage(company.slug, { agency: [agency], snapshot })}>
              <RecipientName name={name} />
            </Link>
          ),
        },
        {
          id: "prime",
          header: "Prime contractor",
          value: ({ prime }) => prime.name,
          href: ({ prime, agency }) => companyPage(prime.slug, { agency: [agency], snapshot }),
        },
        {
          id: "piid",
          header: "Contract (PIID)",
          value: ({ piid }) => piid,
          href: ({ contract }) => contractPage(contract, { snapshot }),
        },
        {
          header: "Description",
          kind: "long",
          value: ({ description }) => description,
          cell: ({ description }) => <RecordedText text={description} lines={2} />,
        },
        {
          header: "Amount reported",
          id: "amount",
          kind: "money",
          value: ({ amount }) => amount,
          cell: ({ amount, repeats }) => (
            <>
              <Money cents={amount} exact />
              {repeats !== null && <small className="below">repeats an earlier report</small>}
            </>
          ),
        },
      ]}
      rows={rows}
      rowKey={({ report_id }) => report_id}
      sort={sort}
    />
  );
}
