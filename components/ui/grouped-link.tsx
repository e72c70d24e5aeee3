import type { Route } from "next";
import { Link } from "@/components/ui/link";

import type { Query } from "@/lib/query/query";

/** The other choice between companies and their recipients. */
export const otherGrouping = ({ grouped }: Query): Pick<Query, "grouped"> => ({
  grouped: grouped === "no" ? "yes" : "no",
});

/** The switch between companies and their recipients as recorded; `href` is the page with {@link otherGrouping}. */
export function GroupedLink({ query, href }: { query: Query; href: Route }) {
  return (
    <Link href={href} scroll={false}>
      {query.grouped === "no" ? "group by company" : "as recorded"}
    </Link>
  );
}
