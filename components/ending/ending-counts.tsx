import { Link } from "@/components/ui/link";

import { Section } from "@/components/ui/section";
import { type Day, formatDay } from "@/lib/contracts/days";
import type { Within } from "@/lib/contracts/ending";
import { counted } from "@/lib/contracts/money";
import type { Query } from "@/lib/query/query";
import { endingRequest } from "@/lib/query/requests";

interface EndingCountsProps {
  counts: { within: Within; contracts: number }[];
  query: Query;
  today: Day;
}

/** The numbers of contracts that end soon, linked to their lists. */
export function EndingCounts({ counts, query, today }: EndingCountsProps) {
  return (
    <Section
      id="ending"
      title="What ends soon?"
      subtitle={`Contracts by their recorded current end, with the options exercised so far, counted from ${formatDay(today)}.`}
    >
      <ul>
        {counts.map(({ within, contracts }) => (
          <li key={within}>
            <Link href={endingRequest.href("/ending", { query, within })}>
              {counted(contracts, "contract")}
            </Link>{" "}
            in the next {within} days
          </li>
        ))}
      </ul>
    </Section>
  );
}
