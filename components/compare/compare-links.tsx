import { Link } from "@/components/ui/link";
import { comparisonChoices } from "@/lib/query/comparison";
import { change, href, type Query } from "@/lib/query/query";
import type { RecordDays } from "@/lib/query/windows";

/** From the page of a company to it beside others, and to its own earlier period. */
export function CompareLinks({ query, days }: { query: Query; days: RecordDays }) {
  const [first] = comparisonChoices(query, days);
  return (
    <p className="no-print">
      Compare with <Link href={href("/contracts", change(query, { show: "company" }))}>other companies</Link>
      {first && (
        <>
          {" or "}
          <Link href={href("/contracts", first.query)}>a year earlier</Link>
        </>
      )}
    </p>
  );
}
