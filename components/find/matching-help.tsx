import { Section } from "@/components/ui/section";
import { formatDay } from "@/lib/contracts/days";
import type { SnapshotInfo } from "@/lib/contracts/snapshots";

export function MatchingHelp({ info }: { info: SnapshotInfo }) {
  return (
    <Section title="How we match a figure">
      <ul>
        <li>
          <strong>Rounded or cut off.</strong> 29.8 million matches every figure that rounds to it, from
          $29,750,000.00, and every figure that begins with it, up to but not including $29,900,000.00. The
          last digit sets the range: 30 million is wider, 29,898,236 is one dollar.
        </li>
        <li>
          <strong>Single actions</strong>, <strong>contracts</strong> (in all records, a fiscal year, a
          calendar year, and as running totals at the end of any day), <strong>companies</strong> (also in
          halves of a calendar year and months) and <strong>the whole agency</strong> (also in quarters). Next
          to the net is the amount added alone, where that differs. A figure with a minus sign is matched with
          what was taken back. The year before is also added up to the same date as the records.
        </li>
        <li>
          We search running totals for every company that ever held the contract, because an article often
          quotes a contract’s total on its own day. To search sums over other days, use “Custom dates”.
          Without an end, the period ends where the records end.
        </li>
        <li>
          <strong>Not in these records:</strong> ceilings and potential values, outlays, and what was
          obligated before {formatDay(info.data_from)}. The press often quotes those.
        </li>
      </ul>
    </Section>
  );
}
