import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";

import { href, type Query } from "@/lib/query/query";

/** A figure that links to its records. */
export function Records({ query, children }: { query: Query; children: ReactNode }) {
  return <Link href={href("/contracts", query)}>{children}</Link>;
}
