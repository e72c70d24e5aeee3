import { Facts } from "@/components/figures/facts";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import { formatDay } from "@/lib/contracts/days";
import type { SnapshotInfo } from "@/lib/contracts/snapshots";
import { namesIn } from "@/lib/contracts/text";

interface NotCoveredProps {
  info: SnapshotInfo;
  /** The name to search every description for. */
  name: string;
  address: string;
  /** Whether award summaries describe awards of the company. */
  isSummarized: boolean;
}

export function NotCovered({ info, name, address, isSummarized }: NotCoveredProps) {
  return (
    <Section
      title="What this doesn’t tell you"
      subtitle={`These records have no ${isSummarized ? "action" : "award"}. That does not mean that there is none.`}
    >
      <Facts
        facts={[
          {
            label: "What we searched",
            value: <code>{address}</code>,
            note: `Snapshot ${info.id}: contract actions (award types A to D) signed from ${formatDay(info.data_from)}, through ${formatDay(info.data_through)}, recipients by full name.`,
          },
          {
            label: "Not in these records",
            value:
              "Subcontracts that their prime contractors did not report (those under $30,000 need not be); purchase cards and micro-purchases; orders that other agencies placed; awards under a name that is not grouped with this one.",
            note: <Link href="/method#left-out">More about what is left out</Link>,
          },
          {
            label: "Search all text",
            value: (
              <form action="/search">
                <input type="hidden" name="all" value="yes" />
                <input
                  type="search"
                  name="q"
                  defaultValue={namesIn(name)[0] ?? name}
                  maxLength={500}
                  aria-label="Words to search for"
                />{" "}
                <button type="submit">Search</button>
              </form>
            ),
            note: "Searches recipients, contract numbers and descriptions.",
          },
        ]}
      />
    </Section>
  );
}
