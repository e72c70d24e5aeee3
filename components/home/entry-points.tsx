import type { Route } from "next";
import { type ReactNode, useId } from "react";
import { Link } from "@/components/ui/link";
import { addMonths, type Day, formatMonth, monthDays } from "@/lib/contracts/days";
import { changesOf } from "@/lib/query/changes";
import { change, href, type Query } from "@/lib/query/query";
import { changesRequest } from "@/lib/query/requests";

import styles from "./entry-points.module.css";

interface EntryPointsProps {
  /** The query of the page, and the same for the current fiscal year. */
  query: Query;
  current: Query;
  fiscalYear: number;
  through: Day;
  /** Companies that many users look for. */
  companies: { name: string; href: Route }[];
}

export function EntryPoints({ query, current, fiscalYear, through, companies }: EntryPointsProps) {
  const month = addMonths(through.slice(0, 7), -1);
  const newest = change(query, { view: "actions" });
  return (
    <div className={`${styles.entries} no-print`}>
      <EntryPoint title="Find a company">
        <p>
          Look up a company:{" "}
          {companies.map((company) => (
            <span key={company.href}>
              <Link href={company.href}>{company.name}</Link>
              {", "}
            </span>
          ))}
          <Link href={href("/companies", query)}>all companies</Link>
        </p>
      </EntryPoint>
      <EntryPoint title="Browse the largest">
        <LinkList
          links={[
            { label: "Companies, ranked", href: href("/companies", query) },
            { label: `Contracts with activity in FY${fiscalYear}`, href: href("/contracts", current) },
            {
              label: "Contracts over $50 million, all years",
              href: href("/contracts", change(query, { min: "50000000" })),
            },
            {
              label: `Contracts over $50 million in FY${fiscalYear}`,
              href: href("/contracts", change(current, { min: "50000000" })),
            },
          ]}
        />
      </EntryPoint>
      <EntryPoint title="See what changed">
        <LinkList
          links={[
            {
              label: "What changed in the last update",
              href: changesRequest.href("/changes", changesOf(query)),
            },
            { label: "Latest actions", href: href("/contracts", newest) },
            {
              label: `Taken back in ${formatMonth(month)}`,
              // De-obligations are negative, so ascending order puts the largest first.
              href: href(
                "/contracts",
                change(newest, { sign: ["neg"], ...monthDays(month), sort: "federal_action_obligation" }),
              ),
            },
          ]}
        />
      </EntryPoint>
    </div>
  );
}

function EntryPoint({ title, children }: { title: string; children: ReactNode }) {
  const heading = useId();
  return (
    <section aria-labelledby={heading} className={styles.entry}>
      <h2 id={heading}>{title}</h2>
      {children}
    </section>
  );
}

const LinkList = ({ links }: { links: { label: string; href: Route }[] }) => (
  <ul className={styles.links}>
    {links.map(({ label, href: to }) => (
      <li key={to}>
        <Link href={to}>{label}</Link>
      </li>
    ))}
  </ul>
);
