import { recordedDayText } from "@/components/contract/award-facts";
import { Facts } from "@/components/figures/facts";
import { DataTable } from "@/components/ui/data-table";
import { Money } from "@/components/ui/money";
import { RecipientName } from "@/components/ui/recipient-name";
import { RecordedText } from "@/components/ui/recorded-text";
import { Section } from "@/components/ui/section";
import { companyColumn, contractColumn } from "@/components/ui/shared-columns";
import { formatDay } from "@/lib/contracts/days";
import type { ContractRow } from "@/lib/contracts/rows";
import type { AgreementFacts } from "@/lib/contracts/vehicles";
import type { TableSort } from "@/lib/query/table-sort";
import styles from "./orders-table.module.css";

export const maxOrders = 25;

interface OrdersTableProps {
  orders: ContractRow[];
  snapshot: string | null;
  sort: TableSort | undefined;
}

export function OrdersTable({ orders, snapshot, sort }: OrdersTableProps) {
  return (
    <DataTable
      label="Table of orders"
      columns={[
        contractColumn(snapshot, { header: "Order (PIID)" }),
        companyColumn(snapshot),
        {
          id: "purpose",
          header: "What it is for, as recorded",
          kind: "long",
          value: ({ purpose }) => purpose,
          cell: ({ purpose }) => <RecordedText text={purpose} lines={3} className={styles.description} />,
        },
        {
          id: "last_action",
          header: "First and last action",
          kind: "day",
          value: (order) => order.last_action,
          cell: (order) => `${order.first_action} to ${order.last_action}`,
        },
        { id: "net", header: "Obligated (net)", kind: "money", value: ({ net }) => net },
      ]}
      rows={orders.slice(0, maxOrders)}
      rowKey={({ key }) => key}
      sort={sort}
    />
  );
}

/** The award summaries of the agreements with one PIID, or a note that there are none. */
export function Agreements({ facts }: { facts: AgreementFacts[] }) {
  if (facts.length === 0) {
    return (
      <p>
        These records have orders, not the agreement itself. Its terms, ceiling and other holders are not
        here.
      </p>
    );
  }
  return facts.map((agreement) => (
    <Section
      key={agreement.key}
      id={`agreement-${agreement.agency}`}
      title="The ordering agreement, as reported"
      subtitle={`From an award summary${agreement.facts_as_of === null ? "" : ` retrieved on ${formatDay(agreement.facts_as_of)}`}, of agency ${agreement.agency}. The agreement itself obligates nothing. Its orders do.`}
    >
      <Facts
        facts={[
          {
            label: "Holder, as recorded",
            value: agreement.recipient && <RecipientName name={agreement.recipient} />,
          },
          { label: "Holder’s UEI", term: "uei", value: agreement.uei && <code>{agreement.uei}</code> },
          { label: "Type of agreement", value: agreement.idv_type },
          {
            label: "Ceiling (potential value)",
            value:
              agreement.potential_value === null ? null : <Money cents={agreement.potential_value} exact />,
            note: "The most that all its buyers together can order. It is not obligated and is never added to a sum.",
          },
          { label: "Signed", value: recordedDayText(agreement.signed) },
          { label: "Start", value: recordedDayText(agreement.start) },
          { label: "Ordering period ends", value: recordedDayText(agreement.ordering_end, agreement.start) },
          { label: "Description of the base award", value: agreement.base_description },
        ]}
      />
    </Section>
  ));
}
