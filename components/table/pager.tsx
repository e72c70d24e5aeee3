import type { Route } from "next";
import { Link } from "@/components/ui/link";

import { formatCount } from "@/lib/contracts/money";

import styles from "./pager.module.css";

/** Links to other pages and page sizes. */
export interface PageLinks {
  pages: { number: number; href: string }[];
  sizes: { size: number; href: string }[];
}

interface PagerProps {
  number: number;
  pages: number;
  size: number;
  rows: number;
  links: PageLinks;
}

/** The position in the list, with links to other pages and page sizes. */
export function Pager({ number, pages, size, rows, links }: PagerProps) {
  const first = (number - 1) * size + 1;
  const hrefOf = (page: number) => links.pages.find((link) => link.number === page)?.href;
  return (
    <div className={styles.pager}>
      <p>
        Rows {formatCount(first)}–{formatCount(Math.min(number * size, rows))} of {formatCount(rows)}
      </p>
      {pages > 1 && (
        <nav aria-label="Pages">
          <ul>
            <PageStep href={hrefOf(number - 1)} rel="prev">
              Previous
            </PageStep>
            {links.pages.map((link, index) => (
              <li key={link.number}>
                {link.number - (links.pages[index - 1]?.number ?? 0) > 1 && (
                  <span aria-hidden="true">… </span>
                )}
                <Link
                  href={link.href as Route}
                  aria-label={`Page ${link.number}`}
                  aria-current={link.number === number ? "page" : undefined}
                >
                  {formatCount(link.number)}
                </Link>
              </li>
            ))}
            <PageStep href={hrefOf(number + 1)} rel="next">
              Next
            </PageStep>
          </ul>
        </nav>
      )}
      <ul aria-label="Rows on a page">
        {links.sizes.map((link) => (
          <li key={link.size}>
            <Link
              href={link.href as Route}
              scroll={false}
              aria-label={`${link.size} rows on a page`}
              aria-current={link.size === size ? "true" : undefined}
            >
              {link.size}
            </Link>
          </li>
        ))}
        <li>a page</li>
      </ul>
    </div>
  );
}

function PageStep({
  href,
  rel,
  children,
}: {
  href: string | undefined;
  rel: "prev" | "next";
  children: string;
}) {
  if (href === undefined) return null;
  return (
    <li>
      <Link href={href as Route} rel={rel}>
        {children}
      </Link>
    </li>
  );
}
