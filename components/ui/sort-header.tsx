import type { Route } from "next";
import type { MouseEvent } from "react";

import { Link } from "@/components/ui/link";

export type Direction = "ascending" | "descending";

/** The addresses of the rows sorted by one column, and how they are sorted by it now. */
export interface SortLink {
  ascending?: Route;
  descending?: Route;
  sorted: Direction | null;
}

interface SortHeaderProps {
  header: string;
  link: SortLink;
  sorted: Direction | null;
  /** The first direction: figures and days from the largest, text from A. */
  largestFirst: boolean;
  /** Called with the new direction when the link is followed in this window. */
  onSort?: (direction: Direction) => void;
}

/** A header that links to its order. When sorted, it links to the opposite order if that has an address. */
export function SortHeader({ header, link, sorted, largestFirst, onSort }: SortHeaderProps) {
  const first = largestFirst ? "descending" : "ascending";
  const wanted = sorted === null ? first : opposite[sorted];
  const next = link[wanted] === undefined ? opposite[wanted] : wanted;
  const href = link[next];
  if (href === undefined) return header;
  return (
    <Link
      href={href}
      scroll={false}
      {...(onSort && {
        onClick: ({ metaKey, ctrlKey, shiftKey, altKey }: MouseEvent) => {
          if (!metaKey && !ctrlKey && !shiftKey && !altKey) onSort(next);
        },
      })}
    >
      {header}
      <SortMark sorted={sorted} />
    </Link>
  );
}

const opposite = { ascending: "descending", descending: "ascending" } as const;

/** The arrow of a sorted column. Screen readers hear `aria-sort` instead. */
export const SortMark = ({ sorted }: { sorted: Direction | null }) =>
  sorted && <span aria-hidden="true">{sorted === "descending" ? "\u00a0↓" : "\u00a0↑"}</span>;
