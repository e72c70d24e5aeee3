import type { ReactNode } from "react";
import { NewContractList, NewestActionList } from "@/components/figures/newest-actions";
import { RecordsLink } from "@/components/figures/records-link";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { Section } from "@/components/ui/section";
import { type Day, formatDay } from "@/lib/contracts/days";
import type { Cents } from "@/lib/contracts/money";
import { counted, formatCount } from "@/lib/contracts/money";
import type { ActionRow, ContractRow } from "@/lib/contracts/rows";
import { notReported } from "@/lib/contracts/text";
import { companyPage } from "@/lib/query/pages";
import { change, type Query } from "@/lib/query/query";

import styles from "./recent.module.css";

interface RecentActionsProps {
  title: string;
  /** The link to all of them. */
  all: string;
  actions: ActionRow[];
  query: Query;
  from: Day;
  to: Day;
  /** Whether actions of these days are still being reported. */
  isFillingIn?: boolean;
  /** Follows the link to all. */
  children?: ReactNode;
}

/** Some actions of some days of the records. Renders nothing without one. */
export function RecentActions({
  title,
  all,
  actions,
  query,
  from,
  to,
  isFillingIn = true,
  children,
}: RecentActionsProps) {
  if (actions.length === 0) return null;
  return (
    <Section
      title={title}
      subtitle={
        <>
          Signed {formatDay(from)} – {formatDay(to)}.{" "}
          {isFillingIn && "The newest two weeks were still being reported. "}
          <RecordsLink query={query}>{all}</RecordsLink> {children}
        </>
      }
    >
      <NewestActionList actions={actions} query={query} />
    </Section>
  );
}

interface NewContractsProps extends Pick<RecentActionsProps, "query" | "from" | "to" | "children"> {
  title: string;
  contracts: ContractRow[];
  /** How many there are in all. */
  count: number;
}

/** The largest contracts awarded in some days of the records. Renders nothing without one. */
export function NewContracts({ title, contracts, count, query, from, to, children }: NewContractsProps) {
  if (contracts.length === 0) return null;
  return (
    <Section
      title={title}
      subtitle={
        <>
          Their award (modification 0) was signed {formatDay(from)} – {formatDay(to)}; with what their actions
          of these days obligated (net).{" "}
          <RecordsLink query={query}>
            {count > contracts.length ? `All ${formatCount(count)}, from the largest` : "As a table"}
          </RecordsLink>{" "}
          {children}
        </>
      }
    >
      <NewContractList contracts={contracts} query={query} />
    </Section>
  );
}

interface NewCompaniesProps {
  title: string;
  companies: {
    slug: string;
    name: string | null;
    first_action: Day;
    net: Cents;
    actions: number;
  }[];
  /** How many there are in all. */
  count: number;
  query: Query;
  /** Who obligates, and the first day of the records. */
  who: string;
  from: Day;
  to: Day;
  began: Day;
}

/** The largest companies of which the records have no earlier action. Renders nothing without one. */
export function NewCompanies({ title, companies, count, query, who, from, to, began }: NewCompaniesProps) {
  if (companies.length === 0) return null;
  return (
    <Section
      title={title}
      subtitle={`First action with ${who} signed ${formatDay(from)} – ${formatDay(to)}; there is no earlier one in these records, which begin ${formatDay(began)}. ${
        count > companies.length
          ? `The ${companies.length} largest of ${counted(count, "company", "companies")}`
          : counted(count, "company", "companies")
      }, by net obligations of these days.`}
    >
      <ol className={styles.list}>
        {companies.map(({ slug, name, first_action, net, actions }) => (
          <li key={`${slug} ${name}`} className={styles.company}>
            <time className={styles.first} dateTime={first_action}>
              {formatDay(first_action)}
            </time>
            <span className={styles.name}>
              <Link href={companyPage(slug, query)}>{name ?? notReported}</Link>
            </span>
            <span className={styles.count}>
              <RecordsLink query={recordsOf(query, slug, name)}>{counted(actions, "action")}</RecordsLink>
            </span>
            <span className={styles.money}>
              <Money cents={net} exact />
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** The actions of a company, or of a recipient as recorded. */
const recordsOf = (query: Query, slug: string, name: string | null) =>
  change(query, {
    view: "actions",
    ...(query.grouped === "no" ? { recipient: name === null ? [] : [name] } : { company: [slug] }),
  });
