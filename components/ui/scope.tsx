import type { Route } from "next";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";

import { change, href, type Query } from "@/lib/query/query";

import styles from "./scope.module.css";

const scopes = [
  { label: "ICE", agency: ["7012"] },
  { label: "CBP", agency: ["7014"] },
  { label: "Both", agency: ["7012", "7014"] },
];

interface ScopeProps<Path extends string> {
  path: Route<Path>;
  query: Query;
  /** The address of the page with another query, where it is more than the path and the query. */
  address?: (query: Query) => Route;
  /** What the choice is called, where a page has several. */
  label?: string;
}

/** ICE, CBP or both, as links to the same page with the same query. */
export function Scope<Path extends string>({
  path,
  query,
  address = (other) => href(path as Route, other),
  label: name = "Agency",
}: ScopeProps<Path>) {
  return (
    <nav aria-label={name}>
      <ul className={styles.scope}>
        {scopes.map(({ label, agency }) => (
          <li key={label}>
            <Link
              href={address(change(query, { agency }))}
              scroll={false}
              aria-current={agency.join() === query.agency.join() ? "true" : undefined}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The line of choices below a page's title: {@link Scope}, and what is said beside it. */
export const ScopeLine = ({ children }: { children: ReactNode }) => (
  <div className={styles.line}>{children}</div>
);
