import type { ReactNode } from "react";
import { countHolders } from "@/components/figures/records-link";
import { Link } from "@/components/ui/link";

import { Money } from "@/components/ui/money";
import type { CompanyList } from "@/lib/contracts/companies";
import { formatCount } from "@/lib/contracts/money";
import { netMeasure } from "@/lib/contracts/text";
import { change, href, type Query, selectionOf } from "@/lib/query/query";
import { type CompaniesRequest, companiesApiRequest } from "@/lib/query/requests";

import styles from "./list-summary.module.css";

/** An address can name this many companies. */
const maxCompanies = 40;

/** The totals of the listed companies, announced again when the filter changes. */
export function ListSummary({ list, query, name }: CompaniesRequest & { list: CompanyList }) {
  const { rows, totals, all } = list;
  const total = countHolders(all, query);
  const records = recordsOf(list, { query, name });
  const link = (children: ReactNode, patch: Partial<Query> = {}) =>
    records ? <Link href={href("/contracts", change(records, patch))}>{children}</Link> : children;
  const file = { query: { ...selectionOf(query), sort: query.sort }, name };
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
  if (rows.length === 0 || rows.length > maxCompanies) return null;
  return query.grouped === "no"
    ? change(selection, { recipient: rows.flatMap(({ name: recipient }) => recipient ?? []) })
    : change(selection, { company: rows.map(({ slug }) => slug) });
}
