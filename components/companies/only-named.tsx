import { MentionsNet } from "@/components/companies/companies-table";
import { DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import type { CompanyList } from "@/lib/contracts/companies";
import { companyPage } from "@/lib/query/pages";
import type { Query } from "@/lib/query/query";

/** Companies without an award in the selection that other companies' awards name. Renders nothing if there are none. */
export function OnlyNamed({ companies, query }: { companies: CompanyList["only_named"]; query: Query }) {
  if (companies.length === 0) return null;
  return (
    <Section
      id="only-named"
      title="Named in others’ awards, without an award of their own here"
      subtitle="The net of actions of other companies that the rules of their brands count as naming them. A mention says that the words stand there, not that anything was bought from them. These figures are in no sum above."
    >
      <DataTable
        label="Companies that are only named"
        columns={[
          {
            header: "Company",
            isRowHeader: true,
            value: ({ name }) => name,
            cell: ({ slug, name }) => <Link href={companyPage(slug, query)}>{name}</Link>,
          },
          {
            header: "Named in others’ awards",
            kind: "money",
            value: ({ named_in }) => named_in.net,
            cell: ({ named_in }) => <MentionsNet named={named_in} query={query} />,
          },
          { header: "Actions", kind: "count", value: ({ named_in }) => named_in.actions },
          { header: "Contracts", kind: "count", value: ({ named_in }) => named_in.contracts },
        ]}
        rows={companies}
        rowKey={({ slug }) => slug}
        isComplete
      />
    </Section>
  );
}
