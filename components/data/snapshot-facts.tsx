import { Facts } from "@/components/figures/facts";
import { Section } from "@/components/ui/section";
import { formatDay } from "@/lib/contracts/days";
import type { SnapshotInfo } from "@/lib/contracts/snapshots";

/** Facts about the snapshot of the page. */
export function SnapshotFacts({ info }: { info: SnapshotInfo }) {
  return (
    <Section
      id="snapshot"
      title="Snapshot"
      subtitle="Every page, answer and export is read from one snapshot. Its id changes with the records, the rule tables and the intake."
    >
      <Facts
        facts={[
          { label: "Snapshot", value: <code>{info.id}</code> },
          { label: "First action", value: formatDay(info.data_from) },
          {
            label: "Data through",
            value: formatDay(info.data_through),
            note: "The newest action in these records.",
          },
          {
            label: "Retrieved",
            value: info.retrieved && formatDay(info.retrieved),
            note: "The newest day that a source states; each file’s own day is below.",
          },
          { label: "Built", value: `${info.built.slice(0, 19).replace("T", " ")} UTC` },
        ]}
      />
    </Section>
  );
}
