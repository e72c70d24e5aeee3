import { Named } from "@/components/companies/companies-table";
import stack from "@/components/figures/stack.module.css";
import { TableRegion } from "@/components/figures/table-region";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import type { CompanyList } from "@/lib/contracts/company-list";
import { formatCount } from "@/lib/contracts/money";
import { companyPage } from "@/lib/query/pages";
import type { Query } from "@/lib/query/query";

/** Companies that hold no award of the selection and that others' awards name. Nothing where there are none. */
export function OnlyNamed({ companies, query }: { companies: CompanyList["only_named"]; query: Query }) {
  if (companies.length === 0) return null;
  return (
    <Section
      id="only-named"
      title="Named in others’ awards, without an award of their own here"
      subtitle="The net of actions of other companies that the rules of their brands count as naming them. A mention says that the words stand there, not that anything was bought from them. These figures are in no sum above."
    >
      <TableRegion label="Companies that are only named">
        <table className={stack.stack}>
          <thead>
            <tr>
              <th scope="col">Company</th>
              <th scope="col" className="num">
                Named in others’ awards
              </th>
              <th scope="col" className="num">
                Actions
              </th>
              <th scope="col" className="num">
                Contracts
              </th>
            </tr>
          </thead>
          <tbody>
            {companies.map(({ slug, name, named_in }) => (
              <tr key={slug}>
                <th scope="row">
                  <Link href={companyPage(slug, query)}>{name}</Link>
                </th>
                <td className="num" data-label="Named in others’ awards">
                  <Named named={named_in} query={query} />
                </td>
                <td className="num" data-label="Actions">
                  {formatCount(named_in.actions)}
                </td>
                <td className="num" data-label="Contracts">
                  {formatCount(named_in.contracts)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    </Section>
  );
}
