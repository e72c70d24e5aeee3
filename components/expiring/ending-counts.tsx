import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import { type Day, formatDay } from "@/lib/contracts/days";
import type { Within } from "@/lib/contracts/expiring";
import { counted } from "@/lib/contracts/money";
import type { Query } from "@/lib/query/query";
import { endingRequest } from "@/lib/query/requests";

interface EndingCountsProps {
  counts: { within: Within; contracts: number }[];
  query: Query;
  today: Day;
}

export function EndingCounts({ counts, query, today }: EndingCountsProps) {
  return (
    <Section
      id="ending"
      title="Contracts ending soon"
      subtitle={`By recorded current end (with the options exercised so far), counted from ${formatDay(today)}.`}
    >
      <ul>
        {counts.map(({ within, contracts }) => (
          <li key={within}>
            <Link href={endingRequest.href("/expiring", { query, within })}>
              {counted(contracts, "contract")}
            </Link>{" "}
            in the next {within} days
          </li>
        ))}
      </ul>
    </Section>
  );
}
