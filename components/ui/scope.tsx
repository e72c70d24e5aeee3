import type { Route } from "next";
import Link from "next/link";

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
  /** The address of the page with its query changed, where that says more than the query. */
  address?: (patch: Partial<Query>) => Route;
}

/** ICE, CBP or both, as links to the same page with the same query. */
export function Scope<Path extends string>({
  path,
  query,
  address = (patch) => href(path, change(query, patch)) as Route,
}: ScopeProps<Path>) {
  return (
    <nav aria-label="Agency">
      <ul className={styles.scope}>
        {scopes.map(({ label, agency }) => (
          <li key={label}>
            <Link
              href={address({ agency })}
              prefetch={false}
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
