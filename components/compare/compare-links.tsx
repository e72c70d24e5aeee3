import { Link } from "@/components/ui/link";
import { grouping, type ShownGrouping } from "@/lib/contracts/groupings";
import { comparisonChoices } from "@/lib/query/comparison";
import { change, href, type Query } from "@/lib/query/query";
import type { RecordDays } from "@/lib/query/windows";

interface CompareLinksProps {
  query: Query;
  by: ShownGrouping;
  days: RecordDays;
}

/** From the page of a company, a brand or a facility to it beside others, and to its own earlier period. */
export function CompareLinks({ query, by, days }: CompareLinksProps) {
  const [first] = comparisonChoices(query, days);
  return (
    <p className="no-print">
      Compare with{" "}
      <Link href={href("/contracts", change(query, { show: by }))}>other {grouping(by).plural}</Link>
      {first && (
        <>
          {" or "}
          <Link href={href("/contracts", first.query)}>a year earlier</Link>
        </>
      )}
    </p>
  );
}
