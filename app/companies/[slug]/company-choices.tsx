import type { Route } from "next";
import { Link } from "@/components/ui/link";
import { lookUp } from "@/lib/contracts/look-up";
import { counted } from "@/lib/contracts/money";
import { change, href, type Query } from "@/lib/query/query";
import type { WholeCompany } from "@/lib/store/company";
import { codeNames } from "@/lib/store/facets";
import type { Store } from "@/lib/store/open";

/** Links to lists and charts with all awards of subsidiaries, with those signed while owned, or with none. */
export function SubsidiaryChoice({ path, query, found }: { path: Route; query: Query; found: WholeCompany }) {
  const choices = [
    { grouped: "yes", label: "with subsidiaries" },
    ...(found.owned ? [{ grouped: "owned", label: "with subsidiaries while owned" } as const] : []),
    { grouped: "no", label: "as recorded, without subsidiaries" },
  ] as const;
  return (
    <p className="no-print">
      Lists and charts{" "}
      {choices.map(({ grouped, label }, index) => (
        <span key={grouped}>
          {index > 0 && " · "}
          {query.grouped === grouped ? (
            <strong>{label}</strong>
          ) : (
            <Link href={href(path, change(query, { grouped }))} scroll={false}>
              {label}
            </Link>
          )}
        </span>
      ))}
    </p>
  );
}

/** Links to other agencies in the records with awards to the company. */
export function OtherAgencies({
  path,
  found,
  query,
  store,
}: {
  path: Route;
  found: WholeCompany;
  query: Query;
  store: Store;
}) {
  if (found.elsewhere.length === 0) return null;
  const { agency: names } = codeNames(store);
  return (
    <p>
      {found.elsewhere.map(({ agency, totals }) => (
        <span key={agency}>
          In these records, too:{" "}
          <Link href={href(path, change(query, { agency: [agency] }))}>
            {counted(totals.actions, "action")} of {lookUp(names, agency) ?? agency}
          </Link>
        </span>
      ))}
    </p>
  );
}
