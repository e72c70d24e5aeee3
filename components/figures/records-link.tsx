import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";

import { href, type Query } from "@/lib/query/query";

/** Links a figure to the records behind it. */
export function RecordsLink({ query, children }: { query: Query; children: ReactNode }) {
  return <Link href={href("/contracts", query)}>{children}</Link>;
}
