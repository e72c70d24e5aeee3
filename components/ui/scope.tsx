import type { Route } from "next";
import Link from "next/link";

import { change, href, type Query } from "@/lib/query/query";

import styles from "./scope.module.css";

const scopes = [
  { label: "ICE", agency: ["7012"], name: "ICE" },
  { label: "CBP", agency: ["7014"], name: "CBP" },
  { label: "Both", agency: ["7012", "7014"], name: "ICE and CBP together" },
];

/** The agencies of a query as a sentence says them: "ICE", "ICE and CBP together". */
export const scopeName = ({ agency }: Query): string =>
  scopes.find((scope) => scope.agency.join() === agency.join())?.name ?? `agency ${agency.join(", ")}`;

/** ICE, CBP or both, as links to the same page with the same query. */
export function Scope<Path extends string>({ path, query }: { path: Route<Path>; query: Query }) {
  return (
    <nav aria-label="Agency">
      <ul className={styles.scope}>
        {scopes.map(({ label, agency }) => (
          <li key={label}>
            <Link
              href={href(path, change(query, { agency }))}
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
