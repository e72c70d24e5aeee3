import { DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import { contractColumn } from "@/components/ui/shared-columns";
import { noParent } from "@/lib/contracts/awards";
import { counted } from "@/lib/contracts/money";
import type { ContractRow } from "@/lib/contracts/rows";
import { companyPage, vehiclePage } from "@/lib/query/pages";
import { change, defaults, href } from "@/lib/query/query";

type SiblingOrder = Pick<ContractRow, "key" | "piid" | "company" | "net">;

const maxOrders = 20;

/** The agency's other orders under the contract's vehicle. Renders nothing if there are none. */
export function Siblings({
  contract: { vehicle, vehicle_agency, agency },
  agencyName,
  siblings,
  snapshot,
}: {
  contract: Pick<ContractRow, "vehicle" | "vehicle_agency" | "agency">;
  agencyName: string;
  siblings: SiblingOrder[];
  snapshot: string | null;
}) {
  if (siblings.length === 0 || vehicle === null || vehicle === noParent) return null;
  const all = change(defaults("contracts"), {
    snapshot,
    agency: [agency],
    vehicle: [vehicle],
    vehicle_agency: [vehicle_agency ?? "unreported"],
  });
  return (
    <Section
      id="siblings"
      title="Other orders under this vehicle"
      subtitle={
        <>
          {agencyName} has {counted(siblings.length, "other order")} under {vehicle} in these records
          {siblings.length > maxOrders && `; the ${maxOrders} with the largest net are listed`}.{" "}
          <Link href={href("/contracts", all)}>All orders under {vehicle}</Link>
          {" · "}
          <Link href={vehiclePage(vehicle, { agency: [agency], snapshot })}>About this vehicle</Link>
        </>
      }
    >
      <DataTable
        label="Table of other orders"
        columns={[
          contractColumn(snapshot),
          {
            header: "Company",
            value: ({ company }) => company.name,
            cell: ({ company }) => (
              <Link href={companyPage(company.slug, { agency: [agency], snapshot })}>{company.name}</Link>
            ),
          },
          { header: "Obligated in these records", kind: "money", value: ({ net }) => net },
        ]}
        rows={siblings.slice(0, maxOrders)}
        rowKey={({ key }) => key}
        isComplete={siblings.length <= maxOrders}
      />
    </Section>
  );
}
