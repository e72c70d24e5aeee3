import type { Metadata, Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";

import { CompaniesTable } from "@/components/companies/companies-table";
import { type Letter, Letters } from "@/components/companies/letters";
import { NameFilter } from "@/components/companies/name-filter";
import { Carried } from "@/components/filters/carried";
import { pageLinks } from "@/components/table/page-links";
import { Pager } from "@/components/table/pager";
import { Money } from "@/components/ui/money";
import { Notice, ParameterNotice, ProblemNotices } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Scope } from "@/components/ui/scope";
import { Tabs } from "@/components/ui/tabs";
import type { CompanyRow } from "@/lib/contracts/company-list";
import { fiscalYear, fiscalYearDays, formatDay, shortDay } from "@/lib/contracts/days";
import type { CompanyName, SnapshotInfo } from "@/lib/contracts/facts";
import { counted, formatCount } from "@/lib/contracts/money";
import { type CompaniesQuery, companiesHref, comparisonOf, readCompaniesPage } from "@/lib/query/companies";
import { fromPage } from "@/lib/query/parse";
import { change, href, type Query, selectionOf } from "@/lib/query/query";
import { scopeName } from "@/lib/query/scope";
import { otherSnapshot, touching } from "@/lib/query/touching";
import { type CompanyList, companyHistories, listCompanies } from "@/lib/store/companies";
import { openStore, type Store } from "@/lib/store/open";

import styles from "./page.module.css";

const path = "/companies";
/** The parameters that this list keeps to, beside the name; the others are for the list of contracts. */
const kept = ["agency", "grouped", "fy", "sort", "page", "size", "snapshot"] as const;

export async function generateMetadata({ searchParams }: PageProps<"/companies">): Promise<Metadata> {
  const { query, name } = readCompaniesPage(fromPage(await searchParams), kept);
  const years = query.fy.map((year) => ` FY${year}`).join(",");
  return {
    title: `${name ? `Companies named “${name}”` : "Companies"} with ${scopeName(query)} contracts${years}`,
    alternates: { canonical: companiesHref(path as Route, { query: { ...query, snapshot: null }, name }) },
  };
}

/** Every company with an action in a selection: ranked or from A to Z, each with its years. */
export default async function CompaniesPage({ searchParams }: PageProps<"/companies">) {
  const {
    query: read,
    name,
    asked,
    problems: unread,
  } = readCompaniesPage(fromPage(await searchParams), kept);
  const store = await openStore();
  const problems = [...unread, ...otherSnapshot(read, store.info.id)];
  const query = { ...read, snapshot: null };
  const list = await listCompanies(store, { query, name });
  const address = (other: Query) => companiesHref(path as Route, { query: other, name });
  const elsewhere = href("/contracts", { ...asked, sort: query.sort, page: 1, snapshot: null });
  return (
    <>
      <PageHeader title="Companies" lede={<Lede query={query} info={store.info} />}>
        <div className={styles.scope}>
          <Scope path={path as Route} query={query} />
          <p>
            <Link href="/data#method" prefetch={false}>
              How a figure here is made
            </Link>
          </p>
        </div>
      </PageHeader>
      <ParameterNotice
        problems={problems}
        without={address(query)}
        list={elsewhere === href("/contracts", query) ? null : elsewhere}
      />
      <ProblemNotices problems={touching(store.info.problems, query)} />
      <Windows query={query} name={name} info={store.info} />
      <div className={styles.choices}>
        <NameFilter
          action={path as Route}
          name={name}
          label={query.grouped === "no" ? "Recipient named" : "Company or recipient named"}
          className={styles.filter}
        >
          <Carried query={query} />
        </NameFilter>
        <Choices query={query} address={address} />
      </div>
      <Summary list={list} query={query} name={name} />
      {list.rows.length > 0 && <Rows store={store} list={list} query={query} address={address} />}
      <Without list={list} query={query} name={name} />
    </>
  );
}

function Lede({ query, info }: { query: Query; info: SnapshotInfo }) {
  const who = query.grouped === "no" ? "Every recipient as recorded" : "Every company";
  return `${who} with contract actions of ${scopeName(query)} ${windowWords(query, info)}, and what was obligated to it. A name opens its page, a figure the records behind it.`;
}

function windowWords({ fy }: Query, { data_from: began, data_through: through }: SnapshotInfo): string {
  if (fy.length === 0) return `from ${formatDay(began)} through ${formatDay(through)}`;
  const isUnfinished = fy.includes(fiscalYear(through)) && through < fiscalYearDays(fiscalYear(through)).to;
  return `in ${fy.map((year) => `FY${year}`).join(", ")}${isUnfinished ? ` through ${formatDay(through)}` : ""}`;
}

/** The fiscal years of the records as views of the list. */
function Windows({ query, name, info }: CompaniesQuery & { info: SnapshotInfo }) {
  const [first, last] = [fiscalYear(info.data_from), fiscalYear(info.data_through)];
  const isUnfinished = info.data_through < fiscalYearDays(last).to;
  const windows = [
    { label: "All records", fy: [] },
    ...Array.from({ length: last - first + 1 }, (_, index) => ({
      label: `FY${last - index}${isUnfinished && index === 0 ? " to date" : ""}`,
      fy: [last - index],
    })),
  ];
  return (
    <Tabs
      label="Fiscal year"
      tabs={windows.map(({ label, fy }) => ({
        label,
        href: companiesHref(path as Route, { query: change(query, { fy }), name }),
        current: fy.join() === query.fy.join(),
      }))}
    />
  );
}

interface AddressProps {
  query: Query;
  /** The address of this list with another query. */
  address: (query: Query) => Route;
}

const orders = [
  { sort: "-net", label: "Largest first" },
  { sort: "company", label: "A–Z" },
  { sort: "-last_action", label: "Latest action" },
];
const groupings = [
  { grouped: "yes", label: "By company" },
  { grouped: "no", label: "As recorded" },
] as const;

/** The order of the list, and whether recipients count as the companies that they are grouped under. */
function Choices({ query, address }: AddressProps) {
  return (
    <>
      <Choice
        label="Order"
        links={orders.map(({ sort, label }) => ({
          label,
          href: address(change(query, { sort })),
          current: query.sort === sort,
        }))}
      />
      <Choice
        label="Recipients"
        links={groupings.map(({ grouped, label }) => ({
          label,
          href: address(change(query, { grouped })),
          current: query.grouped === grouped,
        }))}
      />
    </>
  );
}

function Choice({
  label,
  links,
}: {
  label: string;
  links: { label: string; href: Route; current: boolean }[];
}) {
  return (
    <nav aria-label={label}>
      <ul className={styles.choice}>
        {links.map((link) => (
          <li key={link.label}>
            <Link
              href={link.href}
              prefetch={false}
              scroll={false}
              aria-current={link.current ? "true" : undefined}
            >
              {link.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The most companies whose records one address can hold. */
const mostNamed = 40;

/** What the listed companies come to together, told again whenever the filter changes it. */
function Summary({ list, query, name }: { list: CompanyList; query: Query; name: string }) {
  const { rows, totals, all } = list;
  const total = query.grouped === "no" ? counted(all, "recipient") : counted(all, "company", "companies");
  const records = recordsOf(list, query, name);
  const door = (children: ReactNode, patch: Partial<Query> = {}) =>
    records ? (
      <Link href={href("/contracts", change(records, patch))} prefetch={false}>
        {children}
      </Link>
    ) : (
      children
    );
  const files = { query: selectionOf(query), name };
  return (
    <div className={styles.summary}>
      <p role="status">
        <strong>{name ? `${formatCount(rows.length)} of ${total} named “${name}”` : total}</strong>
        {rows.length > 0 && (
          <>
            {" · "}
            {door(<Money cents={totals.net} />)} obligated (net):{" "}
            {door(<Money cents={totals.added} />, { sign: ["pos"] })} added,{" "}
            {door(<Money cents={totals.taken_back} />, { sign: ["neg"] })} taken back
          </>
        )}
      </p>
      <p>
        <a href={companiesHref("/companies.csv", { ...files, query: { ...files.query, sort: query.sort } })}>
          CSV
        </a>
        {" · "}
        <a href={companiesHref("/companies.json", { ...files, query: { ...files.query, sort: query.sort } })}>
          JSON
        </a>
      </p>
    </div>
  );
}

/** The records of the listed companies, where an address can name them all. */
function recordsOf({ rows }: CompanyList, query: Query, name: string): Query | null {
  const selection = selectionOf(query);
  if (!name) return selection;
  if (rows.length === 0 || rows.length > mostNamed) return null;
  return query.grouped === "no"
    ? change(selection, { recipient: rows.flatMap(({ name: recipient }) => recipient ?? []) })
    : change(selection, { company: rows.map(({ slug }) => slug) });
}

interface RowsProps extends AddressProps {
  store: Store;
  list: CompanyList;
}

async function Rows({ store, list: { rows }, query, address }: RowsProps) {
  const pages = Math.ceil(rows.length / query.size);
  if (query.page > pages) {
    return (
      <Notice title={`Page ${formatCount(query.page)} is past the end`}>
        <p>
          This list has {counted(pages, "page")}.{" "}
          <Link href={address(change(query, {}))} prefetch={false}>
            Go to the first page
          </Link>
        </p>
      </Notice>
    );
  }
  const shown = rows.slice((query.page - 1) * query.size, query.page * query.size);
  const comparison = comparisonOf(query, store.info);
  const histories = await companyHistories(
    store,
    query,
    shown.map(({ id }) => id),
    comparison,
  );
  const through = store.info.data_through;
  const year = fiscalYear(through);
  const unfinished = through < fiscalYearDays(year).to ? { year, through } : null;
  const { letters, anchors } = lettersOf(rows, query, address);
  return (
    <>
      {letters.length > 1 && <Letters letters={letters} />}
      <CompaniesTable
        query={query}
        caption={`${query.grouped === "no" ? "Recipients" : "Companies"}, page ${query.page} of ${pages}`}
        rows={shown}
        histories={histories}
        comparison={comparison}
        unfinished={unfinished}
        anchors={anchors}
      />
      <Pager
        number={query.page}
        pages={pages}
        size={query.size}
        rows={rows.length}
        links={pageLinks(query, pages, address)}
      />
      <p className={styles.foot}>
        Bars: net of each fiscal year in all these records, every row to its own scale, downward where more
        was taken back than added
        {unfinished && `; striped: FY${year}, through ${shortDay(through)}`}. Contracts and last action are of
        the time chosen above.
      </p>
    </>
  );
}

/** The letters of an alphabetical list, and the rows with which they begin. */
function lettersOf(rows: CompanyRow[], query: Query, address: (query: Query) => Route) {
  const letters: Letter[] = [];
  const anchors = new Map<number, string>();
  if (query.sort === "company") {
    for (const [index, { id, name }] of rows.entries()) {
      const letter = letterOf(name);
      if (letters.at(-1)?.letter === letter) continue;
      const page = Math.floor(index / query.size) + 1;
      const anchor = letter === "0–9" ? "digits" : letter;
      anchors.set(id, anchor);
      letters.push({ letter, href: `${address({ ...query, page })}#${anchor}` as Route });
    }
  }
  return { letters, anchors };
}

const letterOf = (name: string | null): string => {
  const [first = ""] = (name ?? "").normalize("NFKD").toUpperCase();
  return /[A-Z]/.test(first) ? first : "0–9";
};

/** The most companies without an action that are named. */
const mostWithout = 20;

/** What else is known of that name: companies without an action here, and where to look on. */
function Without({
  list: { rows, without },
  query,
  name,
}: {
  list: CompanyList;
  query: Query;
  name: string;
}) {
  if (!name || (rows.length > 0 && without.length === 0)) return null;
  const where = `${scopeName(query)}${query.fy.length > 0 ? " in the fiscal year chosen" : ""}`;
  return (
    <Notice
      title={
        without.length > 0
          ? `Of that name, without a contract action of ${where} in these records`
          : `No company or recipient of that name has a contract action of ${where} in these records`
      }
    >
      {without.length > 0 && (
        <ul className={styles.without}>
          {without.slice(0, mostWithout).map((company) => (
            <CompanyLink key={company.slug} {...company} />
          ))}
          {without.length > mostWithout && <li>and {formatCount(without.length - mostWithout)} more</li>}
        </ul>
      )}
      <p>
        <Link href={`/search?${new URLSearchParams({ q: name })}` as Route} prefetch={false}>
          Search everything for “{name}”
        </Link>
        {" · "}
        <Link href="/data#left-out" prefetch={false}>
          What these records leave out
        </Link>
      </p>
    </Notice>
  );
}

function CompanyLink({ slug, name }: CompanyName) {
  return (
    <li>
      <Link href={`/companies/${slug}` as Route} prefetch={false}>
        {name}
      </Link>
    </li>
  );
}
