import type { Route } from "next";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { LinkRow } from "@/components/ui/tabs";
import { agencyChoices } from "@/lib/contracts/agencies";
import { unbroken } from "@/lib/contracts/text";
import { agencyNames } from "@/lib/query/agency-names";
import { change, href, type Query } from "@/lib/query/query";
import styles from "./page-header.module.css";

interface PageHeaderProps {
  title: ReactNode;
  /** The page's main statement in a sentence. */
  lede?: ReactNode;
  /** The pages above this one, outermost first. */
  crumbs?: { label: string; href: Route }[];
  children?: ReactNode;
}

export function PageHeader({ title, lede, crumbs = [], children }: PageHeaderProps) {
  return (
    <div className={styles.header}>
      {crumbs.length > 0 && (
        <nav aria-label="Breadcrumb">
          <ol className={styles.crumbs}>
            {crumbs.map(({ label, href }) => (
              <li key={href}>
                <Link href={href}>{label}</Link>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <h1>{typeof title === "string" ? unbroken(title) : title}</h1>
      {lede && <p className={styles.lede}>{lede}</p>}
      {children}
    </div>
  );
}

interface AgencyChoiceProps<Path extends string> {
  path: Route<Path>;
  query: Query;
  /** Writes the address if it is more than path and query. */
  address?: (query: Query) => Route;
  /** Names the choice on a page with several. */
  label?: string;
}

export function AgencyChoice<Path extends string>({
  path,
  query,
  address = (other) => href(path as Route, other),
  label: name = "Agency",
}: AgencyChoiceProps<Path>) {
  const links = agencyChoices().map(({ label, agency }) => ({
    label,
    href: address(change(query, { agency })),
    current: agency.join() === query.agency.join(),
  }));
  return (
    <>
      <LinkRow label={name} className={styles.scope} links={links} />
      <span className={styles.printed} aria-hidden="true">
        {agencyNames(query)}
      </span>
    </>
  );
}

/** The line below a page's title, with {@link AgencyChoice} and remarks. */
export const ChoiceLine = ({ children }: { children: ReactNode }) => (
  <div className={styles.line}>{children}</div>
);

interface GroupedLinkProps {
  query: Query;
  /** Writes the address of the page with the other grouping. */
  address: (other: Pick<Query, "grouped">) => Route;
}

/** Links to the same page by company, or by recipient as recorded. */
export function GroupedLink({ query: { grouped }, address }: GroupedLinkProps) {
  return (
    <Link href={address({ grouped: grouped === "no" ? "yes" : "no" })} scroll={false}>
      {grouped === "no" ? "group by company" : "as recorded"}
    </Link>
  );
}
