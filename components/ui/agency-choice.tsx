import type { Route } from "next";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";

import { agencyChoices } from "@/lib/contracts/agencies";
import { change, href, type Query } from "@/lib/query/query";

import styles from "./agency-choice.module.css";

interface AgencyChoiceProps<Path extends string> {
  path: Route<Path>;
  query: Query;
  /** Writes the address if it is more than path and query. */
  address?: (query: Query) => Route;
  /** Names the choice on a page with several. */
  label?: string;
}

/** Links to the same page for each agency, or all of them. */
export function AgencyChoice<Path extends string>({
  path,
  query,
  address = (other) => href(path as Route, other),
  label: name = "Agency",
}: AgencyChoiceProps<Path>) {
  return (
    <nav aria-label={name}>
      <ul className={styles.scope}>
        {agencyChoices().map(({ label, agency }) => (
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

/** The line below a page's title, with {@link AgencyChoice} and remarks. */
export const ChoiceLine = ({ children }: { children: ReactNode }) => (
  <div className={styles.line}>{children}</div>
);
