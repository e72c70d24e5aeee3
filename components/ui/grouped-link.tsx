import type { Route } from "next";
import { Link } from "@/components/ui/link";

import type { Query } from "@/lib/query/query";

/** Switches between companies and recipients as recorded. */
export const otherGrouping = ({ grouped }: Query): Pick<Query, "grouped"> => ({
  grouped: grouped === "no" ? "yes" : "no",
});

/** Links to the same page by company, or by recipient as recorded. `href` is the page with {@link otherGrouping}. */
export function GroupedLink({ query, href }: { query: Query; href: Route }) {
  return (
    <Link href={href} scroll={false}>
      {query.grouped === "no" ? "group by company" : "as recorded"}
    </Link>
  );
}
