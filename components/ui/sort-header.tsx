import type { Route } from "next";

import { Link } from "@/components/ui/link";

type Direction = "ascending" | "descending";

/** The addresses of the rows sorted by one column, and how they are sorted by it now. */
export interface SortLink {
  ascending?: Route;
  descending?: Route;
  sorted: Direction | null;
}

interface SortHeaderProps {
  header: string;
  link: SortLink;
  /** The first direction: figures and days from the largest, text from A. */
  largestFirst: boolean;
}

/** A header that links to its order. When sorted, it links to the opposite order if that has an address. */
export function SortHeader({ header, link, largestFirst }: SortHeaderProps) {
  const { sorted } = link;
  const first = largestFirst ? "descending" : "ascending";
  const wanted = sorted === null ? first : opposite[sorted];
  const next = link[wanted] === undefined ? opposite[wanted] : wanted;
  const href = link[next];
  if (href === undefined) return header;
  return (
    <Link href={href} scroll={false}>
      {header}
      {/* Screen readers hear `aria-sort` instead. */}
      {sorted && <span aria-hidden="true">{sorted === "descending" ? "\u00a0↓" : "\u00a0↑"}</span>}
    </Link>
  );
}

const opposite = { ascending: "descending", descending: "ascending" } as const;
