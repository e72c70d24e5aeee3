import { DataTable } from "@/components/ui/data-table";
import { Money } from "@/components/ui/money";
import { PageHeader } from "@/components/ui/page-header";
import { counted } from "@/lib/contracts/money";
import type { ContractRow, SummarizedContract } from "@/lib/contracts/rows";
import { contractPage } from "@/lib/query/pages";
import { defaults, href } from "@/lib/query/query";

/** The contracts that share a PIID, to choose from. `agencies` has agency names by code. */
export function ContractChoices({
  piid,
  choices,
  agencies,
  snapshot,
}: {
  piid: string;
  choices: (ContractRow | SummarizedContract)[];
  agencies: Record<string, string>;
  snapshot: string | null;
}) {
  return (
    <>
      <PageHeader
        title={piid}
        lede={`${counted(choices.length, "contract")} in these records have this PIID. Each is a contract of its own.`}
        crumbs={[{ label: "Contracts", href: href("/contracts", { ...defaults("contracts"), snapshot }) }]}
      />
      <DataTable
        label="Contracts with this PIID"
        hasCards={false}
        columns={[
          {
            header: "Contract",
            isRowHeader: true,
            value: ({ key }) => key,
            href: ({ key }) => contractPage(key, { snapshot }),
          },
          { header: "Agency", cell: ({ agency }) => agencies[agency] ?? agency },
          { header: "Company", cell: ({ company }) => company.name },
          {
            header: "First and last action",
            kind: "day",
            cell: ({ first_action: first, last_action: last }) =>
              first === null ? "none: known only from an award summary" : `${first} to ${last}`,
          },
          {
            header: "Obligated in these records",
            kind: "figure",
            cell: (choice) =>
              choice.first_action === null ? "no action" : <Money cents={choice.in_records} exact />,
          },
        ]}
        rows={choices}
        rowKey={({ key }) => key}
      />
    </>
  );
}
