import { TableRegion } from "@/components/figures/table-region";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { PageHeader } from "@/components/ui/page-header";
import type { ContractRow, SummarisedContract } from "@/lib/contracts/facts";
import { counted } from "@/lib/contracts/money";
import { contractPage } from "@/lib/query/pages";
import { defaults, href } from "@/lib/query/query";

/** The contracts that share a PIID, to choose from. `agencies` names their agencies by code. */
export function Choices({
  piid,
  choices,
  agencies,
  snapshot,
}: {
  piid: string;
  choices: (ContractRow | SummarisedContract)[];
  agencies: Record<string, string>;
  /** The snapshot that addresses name. */
  snapshot: string | null;
}) {
  return (
    <>
      <PageHeader
        title={piid}
        lede={`${counted(choices.length, "contract")} in these records have this PIID. Each is a contract of its own.`}
        crumbs={[{ label: "Contracts", href: href("/contracts", { ...defaults("contracts"), snapshot }) }]}
      />
      <TableRegion label="Contracts with this PIID">
        <table>
          <thead>
            <tr>
              <th scope="col">Contract</th>
              <th scope="col">Agency</th>
              <th scope="col">Company</th>
              <th scope="col">First and last action</th>
              <th scope="col" className="num">
                Obligated in these records
              </th>
            </tr>
          </thead>
          <tbody>
            {choices.map((choice) => (
              <tr key={choice.key}>
                <th scope="row">
                  <Link href={contractPage(choice.key, { snapshot })}>{choice.key}</Link>
                </th>
                <td>{agencies[choice.agency] ?? choice.agency}</td>
                <td>{choice.company.name}</td>
                <td className="nowrap">
                  {choice.first_action === null
                    ? "none: known from an award summary alone"
                    : `${choice.first_action} to ${choice.last_action}`}
                </td>
                <td className="num">
                  {choice.first_action === null ? "no action" : <Money cents={choice.in_records} exact />}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    </>
  );
}
