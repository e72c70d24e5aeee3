import { DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { Disclosure, Section } from "@/components/ui/section";
import { contractColumn } from "@/components/ui/shared-columns";
import { noParent } from "@/lib/contracts/awards";
import { formatDay } from "@/lib/contracts/days";
import { type Cents, counted } from "@/lib/contracts/money";
import type { ContractRow } from "@/lib/contracts/rows";
import { suggestionLimits } from "@/lib/contracts/shared-words";
import { companyPage, vehiclePage } from "@/lib/query/pages";
import { change, defaults, href } from "@/lib/query/query";
import type { TableSort } from "@/lib/query/table-sort";
import styles from "./suggested-orders.module.css";

type SiblingOrder = Pick<ContractRow, "key" | "piid" | "company" | "net">;

const maxOrders = 20;

export function Siblings({
  contract: { vehicle, vehicle_agency, agency },
  agencyName,
  siblings,
  snapshot,
  sort,
}: {
  contract: Pick<ContractRow, "vehicle" | "vehicle_agency" | "agency">;
  agencyName: string;
  siblings: SiblingOrder[];
  snapshot: string | null;
  sort: TableSort;
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
            href: ({ company }) => companyPage(company.slug, { agency: [agency], snapshot }),
          },
          { id: "net", header: "Obligated in these records", kind: "money", value: ({ net }) => net },
        ]}
        rows={siblings.slice(0, maxOrders)}
        rowKey={({ key }) => key}
        sort={siblings.length <= maxOrders ? sort : undefined}
      />
    </Section>
  );
}

interface SuggestedOrder {
  key: string;
  piid: string;
  vehicle: string | null;
  awarded: string | null;
  last_worked: string | null;
  days: number;
  in_records: Cents;
  words: string[];
}

interface SuggestedOrdersProps {
  snapshot: string | null;
  contract: ContractRow;
  officeName: string;
  predecessors: SuggestedOrder[];
  successors: SuggestedOrder[];
  /** The last day of these records if a later award may not be in them yet, else `null`. */
  mayBeMissing: string | null;
}

/** Contracts close in time whose descriptions match, with the rule. Renders nothing if there are none. */
export function SuggestedOrders({
  snapshot,
  contract: { company, agency, office },
  officeName,
  predecessors,
  successors,
  mayBeMissing,
}: SuggestedOrdersProps) {
  if (predecessors.length === 0 && successors.length === 0) return null;
  const sameOffice = href(
    "/contracts",
    change(defaults("contracts"), {
      snapshot,
      agency: [agency],
      company: [company.slug],
      office: [office],
      sort: "-first_action",
    }),
  );
  return (
    <Section
      id="suggested"
      title="Other orders, close in time, that describe the same thing"
      subtitle={
        <>
          Suggested by a rule and not confirmed: the records do not say that one order follows another. These
          orders have the same company and office ({officeName}), are close in time, and share rare words in
          their descriptions. <Link href={sameOffice}>All contracts of this company from this office</Link>
        </>
      }
    >
      <Disclosure title="The rule">
        <p className={styles.rule}>
          The later order is awarded within {suggestionLimits.daysApart} days of the earlier one’s last action
          and at least {suggestionLimits.daysBetweenAwards} days after its award. Or it is awarded within{" "}
          {suggestionLimits.daysFromYear} days of a year after the earlier award, and no more than{" "}
          {suggestionLimits.daysApart} days before the earlier one’s last action. Close-outs and money taken
          back do not count as last actions, because they come after the work. The descriptions have most of
          their words in common and share at least two rare ones; the rarest are listed. We leave an order out
          where the rarest word of both descriptions is very rare, such as the name of a place or a product,
          and only one of them has it. We suggest nothing where more than {suggestionLimits.suggestions}{" "}
          orders match, counted from either order.
        </p>
      </Disclosure>
      {[
        {
          title: "Later orders",
          contracts: successors,
          near: ({ days }: SuggestedOrder) => timeBetween(days, "this contract’s last action"),
          dayLabel: "Awarded",
          day: ({ awarded }: SuggestedOrder) => awarded,
          note:
            mayBeMissing &&
            ` The last action is close to the end of these records (${formatDay(mayBeMissing)}): later awards may not be in them yet.`,
        },
        {
          title: "Earlier orders",
          contracts: predecessors,
          near: ({ days }: SuggestedOrder) => timeBetween(-days, "this contract’s award"),
          dayLabel: "Last action",
          day: ({ last_worked }: SuggestedOrder) => last_worked,
        },
      ].map(
        ({ title, contracts, near, dayLabel, day, note }) =>
          contracts.length > 0 && (
            <div key={title} className={styles.list}>
              <DataTable
                label={title}
                caption={`${title}, the nearest in time first.${note ?? ""}`}
                columns={[
                  contractColumn(snapshot, { header: "Contract (PIID), suggested" }),
                  { header: dayLabel, kind: "day", cell: day },
                  { header: "How near", cell: near },
                  { header: "Rare words of both", cell: ({ words }) => words.slice(0, maxWords).join(", ") },
                  { header: "Vehicle", cell: ({ vehicle }) => vehicle ?? "Not reported" },
                  {
                    header: "Obligated in these records",
                    kind: "money",
                    value: (contract) => contract.in_records,
                  },
                ]}
                rows={contracts}
                rowKey={({ key }) => key}
              />
            </div>
          ),
      )}
    </Section>
  );
}

/** The number of shared words to list: enough to show why an order is suggested. */
const maxWords = 5;

/** `12 days after`, `the same day as`. */
function timeBetween(days: number, what: string): string {
  if (days === 0) return `the same day as ${what}`;
  return `${counted(Math.abs(days), "day")} ${days > 0 ? "after" : "before"} ${what}`;
}
