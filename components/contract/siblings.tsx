import stack from "@/components/figures/stack.module.css";
import { TableRegion } from "@/components/figures/table-region";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { Section } from "@/components/ui/section";
import { noParent } from "@/lib/contracts/awards";
import type { ContractRow } from "@/lib/contracts/facts";
import { counted } from "@/lib/contracts/money";
import { companyPage, contractPage, vehiclePage } from "@/lib/query/pages";
import { change, defaults, href } from "@/lib/query/query";

export type Sibling = Pick<ContractRow, "key" | "piid" | "company" | "net">;

const most = 20;

/** The other orders that the agency placed under the contract's vehicle. Nothing where there is none. */
export function Siblings({
  contract: { vehicle, vehicle_agency, agency },
  agencyName,
  siblings,
  snapshot,
}: {
  contract: Pick<ContractRow, "vehicle" | "vehicle_agency" | "agency">;
  agencyName: string;
  siblings: Sibling[];
  /** The snapshot that addresses name. */
  snapshot: string | null;
}) {
  if (siblings.length === 0 || vehicle === null || vehicle === noParent) return null;
  const all = change(defaults("contracts"), {
    snapshot,
    agency: [agency],
    vehicle: [vehicle],
    vehicle_agency: [vehicle_agency ?? "unreported"],
  });
  const shown = siblings.slice(0, most);
  return (
    <Section
      id="siblings"
      title="Other orders under this vehicle"
      subtitle={
        <>
          {agencyName} has {counted(siblings.length, "other order")} under {vehicle} in these records
          {siblings.length > most && `; the ${most} with the largest net are listed`}.{" "}
          <Link href={href("/contracts", all)}>All orders under {vehicle}</Link>
          {" · "}
          <Link href={vehiclePage(vehicle, { agency: [agency], snapshot })}>About this vehicle</Link>
        </>
      }
    >
      <TableRegion label="Table of other orders">
        <table className={stack.stack}>
          <thead>
            <tr>
              <th scope="col">Contract (PIID)</th>
              <th scope="col">Company</th>
              <th scope="col" className="num">
                Obligated in these records
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ key, piid, company, net }) => (
              <tr key={key}>
                <th scope="row">
                  <Link href={contractPage(key, { snapshot })}>{piid}</Link>
                </th>
                <td data-label="Company">
                  <Link href={companyPage(company.slug, { agency: [agency], snapshot })}>{company.name}</Link>
                </td>
                <td className="num" data-label="Obligated in these records">
                  <Money cents={net} exact />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    </Section>
  );
}
