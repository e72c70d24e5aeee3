import type { Route } from "next";
import { type ReactNode, useId } from "react";
import { Carried } from "@/components/filters/carried";
import { Link } from "@/components/ui/link";
import { addMonths, type Day, formatMonth, monthDays } from "@/lib/contracts/days";
import { changesOf } from "@/lib/query/changes";
import { change, defaults, href, type Query } from "@/lib/query/query";
import { changesRequest } from "@/lib/query/requests";

import styles from "./ways-in.module.css";

interface WaysInProps {
  /** What the page is of, and its current fiscal year. */
  query: Query;
  current: Query;
  fiscalYear: number;
  /** The newest day of the records. */
  through: Day;
  /** Companies that many look for. */
  companies: { name: string; href: Route }[];
}

/** Three ways into the records for who has not been here: find a company, browse the largest, see what changed. */
export function WaysIn({ query, current, fiscalYear, through, companies }: WaysInProps) {
  const field = useId();
  const month = addMonths(through.slice(0, 7), -1);
  const newest = change(query, { view: "actions" });
  return (
    <div className={styles.ways}>
      <Way title="Find a company">
        <search aria-label="Find a company">
          <form action="/search" className={styles.form}>
            <Carried query={{ ...defaults("contracts"), snapshot: query.snapshot }} />
            <label htmlFor={field} className="visually-hidden">
              Company or brand
            </label>
            <input id={field} type="search" name="q" maxLength={500} placeholder="A company or brand" />
            <button type="submit">Find</button>
          </form>
        </search>
        <p>
          As recipient, through a subsidiary, or named in others’ awards:{" "}
          {companies.map((company) => (
            <span key={company.href}>
              <Link href={company.href}>{company.name}</Link>
              {", "}
            </span>
          ))}
          <Link href={href("/companies", query)}>any other</Link>
        </p>
      </Way>
      <Way title="Browse the largest">
        <Links
          links={[
            { label: "Companies by what was obligated", href: href("/companies", query) },
            { label: `Contracts of FY${fiscalYear}`, href: href("/contracts", current) },
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
      </Way>
      <Way title="See what changed">
        <Links
          links={[
            {
              label: "Changes since the last retrieval",
              href: changesRequest.href("/changes", changesOf(query)),
            },
            { label: "Newest actions", href: href("/contracts", newest) },
            {
              label: `Taken back in ${formatMonth(month)}`,
              // The largest first: what was taken back is below zero.
              href: href(
                "/contracts",
                change(newest, { sign: ["neg"], ...monthDays(month), sort: "federal_action_obligation" }),
              ),
            },
          ]}
        />
      </Way>
    </div>
  );
}

function Way({ title, children }: { title: string; children: ReactNode }) {
  const heading = useId();
  return (
    <section aria-labelledby={heading} className={styles.way}>
      <h2 id={heading}>{title}</h2>
      {children}
    </section>
  );
}

const Links = ({ links }: { links: { label: string; href: Route }[] }) => (
  <ul className={styles.links}>
    {links.map(({ label, href: to }) => (
      <li key={to}>
        <Link href={to}>{label}</Link>
      </li>
    ))}
  </ul>
);
