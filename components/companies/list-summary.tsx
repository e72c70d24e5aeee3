import type { Route } from "next";
import type { ComponentProps, ReactNode } from "react";
import { countHolders } from "@/components/figures/records-link";
import { Relaxations } from "@/components/filters/relaxations";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { Notice } from "@/components/ui/notice";
import type { CompanyList } from "@/lib/contracts/companies";
import { formatCount } from "@/lib/contracts/money";
import { netMeasure } from "@/lib/contracts/text";
import { agencyNames } from "@/lib/query/agency-names";
import { companyPage } from "@/lib/query/pages";
import { change, defaults, href, type Query, selectionOf } from "@/lib/query/query";
import {
  type CompaniesRequest,
  companiesApiRequest,
  pageOnlyCompanySorts,
  searchRequest,
} from "@/lib/query/requests";
import { columnOfSort } from "@/lib/query/table-sort";

import styles from "./list-summary.module.css";

/** An address can name this many companies. */
const maxInAddress = 40;

export function ListSummary({ list, query, name }: CompaniesRequest & { list: CompanyList }) {
  const { rows, totals, all } = list;
  const total = countHolders(all, query);
  const records = recordsOf(list, { query, name });
  const link = (children: ReactNode, patch: Partial<Query> = {}) =>
    records ? <Link href={href("/contracts", change(records, patch))}>{children}</Link> : children;
  const { sort } = pageOnlyCompanySorts.includes(columnOfSort(query.sort).column)
    ? defaults(query.view)
    : query;
  const file = { query: { ...selectionOf(query), sort }, name };
  return (
    <div className={styles.summary}>
      <p>
        <strong role="status">
          {name ? `${formatCount(rows.length)} of ${total} named “${name}”` : total}
        </strong>
        {rows.length > 0 && (
          <>
            {" · "}
            {link(<Money cents={totals.net} unsigned />)} {netMeasure(totals.net)}:{" "}
            {link(<Money cents={totals.added} />, { sign: ["pos"] })} added,{" "}
            {link(<Money cents={totals.taken_back} />, { sign: ["neg"] })} taken back
          </>
        )}
      </p>
      <p>
        <a href={companiesApiRequest.href("/companies.csv", file)}>CSV</a>
        {" · "}
        <a href={companiesApiRequest.href("/companies.json", file)}>JSON</a>
      </p>
    </div>
  );
}

/** The query of the records of all listed companies; `null` if an address cannot name them all. */
function recordsOf({ rows }: CompanyList, { query, name }: CompaniesRequest): Query | null {
  const selection = selectionOf(query);
  if (!name) return selection;
  if (rows.length === 0 || rows.length > maxInAddress) return null;
  return query.grouped === "no"
    ? change(selection, { recipient: rows.flatMap(({ name: recipient }) => recipient ?? []) })
    : change(selection, { company: rows.map(({ slug }) => slug) });
}

const maxCompanies = 20;

interface WithoutActionProps extends CompaniesRequest {
  list: CompanyList;
  relaxations: ComponentProps<typeof Relaxations>;
}

/** Explains an empty list, and names companies without an action here that match the filter, with links to look further. */
export function WithoutAction({ list, query, name, relaxations }: WithoutActionProps) {
  const { rows, without } = list;
  if (rows.length > 0 && without.length === 0) return null;
  const where = `by ${agencyNames(query)} ${query.fy.length > 0 ? "in the chosen fiscal year" : "in these records"}`;
  return (
    <Notice
      title={
        rows.length > 0
          ? `Also by that name, without a contract action ${where}`
          : `No company${name && " or recipient by that name"} has a contract action ${where}`
      }
    >
      {without.length > 0 && (
        <ul className={styles.companies} aria-label="Companies by that name">
          {without.slice(0, maxCompanies).map((company) => (
            <li key={company.slug}>
              <Link href={companyPage(company.slug, query)}>{company.name}</Link>
            </li>
          ))}
          {without.length > maxCompanies && <li>and {formatCount(without.length - maxCompanies)} more</li>}
        </ul>
      )}
      <Relaxations {...relaxations} />
      <p>
        {name && (
          <>
            <Link
              href={searchRequest.href("/search" as Route, {
                query: { ...defaults("contracts"), q: name, snapshot: query.snapshot },
                all: "yes",
              })}
            >
              Search everything for “{name}”
            </Link>
            {" · "}
          </>
        )}
        <Link href="/method#left-out">What these records leave out</Link>
      </p>
    </Notice>
  );
}
