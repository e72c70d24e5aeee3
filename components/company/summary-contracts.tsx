import { DataTable } from "@/components/ui/data-table";
import { RecordedText } from "@/components/ui/recorded-text";
import { Section } from "@/components/ui/section";
import { contractColumn } from "@/components/ui/shared-columns";
import { shortDay } from "@/lib/contracts/days";
import { dayFault } from "@/lib/contracts/ending";
import { counted } from "@/lib/contracts/money";
import type { AwardDetails, SummarizedContract } from "@/lib/contracts/rows";
import { notReported } from "@/lib/contracts/text";

type SummaryRow = Pick<SummarizedContract, "key" | "piid" | "recipient" | "description"> &
  Pick<AwardDetails, "start" | "current_end" | "obligated_lifetime">;

/** The contracts of a company that have no action in these records. Renders nothing if there are none. */
export function SummaryContracts({
  contracts,
  snapshot,
}: {
  contracts: SummaryRow[];
  snapshot: string | null;
}) {
  if (contracts.length === 0) return null;
  return (
    <Section
      id="summaries"
      title="Known from award summaries alone"
      subtitle={`${counted(contracts.length, "contract")} of which these records hold no action. What a summary reports is of the whole award, since it began; it is in no figure, list or chart here.`}
    >
      <DataTable
        label="Contracts known from award summaries alone"
        columns={[
          contractColumn(snapshot, { className: "nowrap" }),
          {
            header: "Description",
            kind: "long",
            cell: ({ description }) => <RecordedText text={description} />,
          },
          { header: "Start", cell: ({ start }) => shortRecordedDay(start, null) },
          { header: "Current end", cell: ({ current_end: end, start }) => shortRecordedDay(end, start) },
          {
            header: "Obligated (reported, whole award)",
            kind: "money",
            value: (contract) => contract.obligated_lifetime,
          },
        ]}
        rows={contracts}
        rowKey={({ key }) => key}
      />
    </Section>
  );
}

function shortRecordedDay(day: string | null, start: string | null): string {
  if (day === null) return notReported;
  return dayFault(day, start) === null ? shortDay(day) : `${shortDay(day)} (as recorded; cannot be right)`;
}
