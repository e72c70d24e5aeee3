import type { Route } from "next";
import { DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import { formatDay } from "@/lib/contracts/days";
import type { PressFigure } from "@/lib/contracts/rule-tables";
import type { SnapshotInfo } from "@/lib/contracts/snapshots";

/** Published figures with links to the searches that find them. */
export function PressFigures({ figures }: { figures: PressFigure[] }) {
  if (figures.length === 0) return null;
  return (
    <Section
      title="Figures that were published"
      subtitle="Each link looks for the figure as it was written; the exact one stands beside it."
    >
      <DataTable
        label="Table of figures that were published"
        columns={[
          {
            header: "As written",
            isRowHeader: true,
            cell: ({ figure, query }) => <Link href={`/find?${query}` as Route}>{figure}</Link>,
          },
          { header: "Where", cell: ({ outlet }) => outlet },
          { header: "Said of", kind: "long", cell: ({ summary }) => summary },
          { header: "In the records", kind: "money", value: ({ exact }) => exact },
        ]}
        rows={figures}
        rowKey={({ query }) => query}
      />
    </Section>
  );
}

/** Explains how figures are matched, what is searched, and what these records do not have. */
export function MatchingHelp({ info }: { info: SnapshotInfo }) {
  return (
    <Section title="How a figure is looked for">
      <ul>
        <li>
          <strong>Rounded or cut off.</strong> 29.8 million stands for every figure that rounds to it, from
          $29,750,000.00, and for every one that it is the beginning of, up to but not including
          $29,900,000.00. The last digit that was written decides how wide that is: 30 million is wider,
          29,898,236 is one dollar.
        </li>
        <li>
          <strong>Single actions</strong>, <strong>contracts</strong> (in all records, a fiscal year, a
          calendar year, and as running totals at the end of any day), <strong>companies</strong> (also in
          halves of a calendar year and months) and <strong>the whole agency</strong> (also in quarters).
          Beside the net stands what was added alone, where that differs; a figure with a minus is looked for
          in what was taken back. The year before is also added up to the same date as the records.
        </li>
        <li>
          Running totals are searched for every company that a contract ever had: an article often quotes what
          a contract had come to by its own day. To search the sums over other days, give these days in “One
          more window”; without an end, the window ends where the records end.
        </li>
        <li>
          <strong>Not in these records:</strong> ceilings and potential values, outlays, and what was
          obligated before {formatDay(info.data_from)}. The press often quotes those.
        </li>
      </ul>
    </Section>
  );
}
