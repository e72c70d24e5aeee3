import type { Route } from "next";
import { Link } from "@/components/ui/link";
import { counted, formatCount } from "@/lib/contracts/money";
import { change, type Query } from "@/lib/query/query";

import styles from "./pager.module.css";

const sizes = [25, 50, 100, 500];

interface PagerProps {
  query: Query;
  /** The rows of the whole list. */
  rows: number;
  /** The address of the list for a query. */
  address: (query: Query) => Route;
}

/** The position in a list, with links to the first and last page, to those near the current one, and to page sizes. */
export function Pager({ query, rows, address }: PagerProps) {
  const { page, size } = query;
  const pages = Math.ceil(rows / size);
  const around = [-2, -1, 0, 1, 2].map((step) => page + step);
  const numbers = [...new Set([1, ...around, pages])]
    .filter((number) => number >= 1 && number <= pages)
    .toSorted((one, other) => one - other);
  const step = (number: number, rel: "prev" | "next", text: string) =>
    numbers.includes(number) && (
      <li>
        <Link href={address({ ...query, page: number })} rel={rel}>
          {text}
        </Link>
      </li>
    );
  return (
    <div className={styles.pager}>
      <p>
        Rows {formatCount((page - 1) * size + 1)}–{formatCount(Math.min(page * size, rows))} of{" "}
        {formatCount(rows)}
      </p>
      {pages > 1 && (
        <nav aria-label="Pages">
          <ul>
            {step(page - 1, "prev", "Previous")}
            {numbers.map((number, index) => (
              <li key={number}>
                {number - (numbers[index - 1] ?? 0) > 1 && <span aria-hidden="true">… </span>}
                <Link
                  href={address({ ...query, page: number })}
                  aria-label={`Page ${number}`}
                  aria-current={number === page ? "page" : undefined}
                >
                  {formatCount(number)}
                </Link>
              </li>
            ))}
            {step(page + 1, "next", "Next")}
          </ul>
        </nav>
      )}
      <ul aria-label="Rows per page">
        {sizes.map((rowsOnPage) => (
          <li key={rowsOnPage}>
            <Link
              href={address(change(query, { size: rowsOnPage }))}
              scroll={false}
              aria-label={`${rowsOnPage} rows per page`}
              aria-current={rowsOnPage === size ? "true" : undefined}
            >
              {rowsOnPage}
            </Link>
          </li>
        ))}
        <li>a page</li>
      </ul>
    </div>
  );
}

/** Says that a page number is beyond the last page. */
export function PastTheEnd({ query, rows, address }: PagerProps) {
  return (
    <section aria-labelledby="past-the-end">
      <h2 id="past-the-end">Page {formatCount(query.page)} is past the end</h2>
      <p>
        This list has {counted(Math.ceil(rows / query.size), "page")}.{" "}
        <Link href={address(change(query, {}))}>Go to the first page</Link>
      </p>
    </section>
  );
}
