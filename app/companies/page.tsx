import type { Metadata, Route } from "next";
import { DataNotes } from "@/app/data-notes";
import { listLink, readPage } from "@/app/read-page";
import { CompaniesTable, OnlyNamed } from "@/components/companies/companies-table";
import { FiscalYearTabs, Letters, ListOptions, lettersOf } from "@/components/companies/list-options";
import { ListSummary, WithoutAction } from "@/components/companies/list-summary";
import { NameFilter } from "@/components/companies/name-filter";
import { IncompleteYearNote } from "@/components/figures/incomplete-year-note";
import { countHolders } from "@/components/figures/records-link";
import { HiddenFields } from "@/components/filters/hidden-fields";
import { DidYouMean } from "@/components/search/did-you-mean";
import { Pager, PastTheEnd } from "@/components/table/pager";
import { Link } from "@/components/ui/link";
import { ParameterNotice } from "@/components/ui/notice";
import { AgencyChoice, ChoiceLine, PageHeader } from "@/components/ui/page-header";
import { SectionBoundary } from "@/components/ui/section-boundary";
import { type CompanyList, unfinishedYear } from "@/lib/contracts/companies";
import { formatDay } from "@/lib/contracts/days";
import type { SnapshotInfo } from "@/lib/contracts/snapshots";
import { pageMetadata, sumSentence } from "@/lib/http/page-metadata";
import { agencyNames } from "@/lib/query/agency-names";
import { comparisonOf } from "@/lib/query/comparison";
import { change, defaults, type Query, selectionOf } from "@/lib/query/query";
import { filterParts, needsSeveral, type Removable, relax, relaxedText } from "@/lib/query/relaxation";
import { comparisonProblems } from "@/lib/query/relevant-problems";
import { type CompaniesRequest, companiesRequest, pageOnlyCompanySorts } from "@/lib/query/requests";
import { columnOfSort, tableSort } from "@/lib/query/table-sort";
import { recordDaysOf } from "@/lib/query/windows";
import { likelyNames } from "@/lib/search/nearest";
import { companyHistories, listCompanies } from "@/lib/store/companies";
import { totals } from "@/lib/store/contracts";
import { codeNames } from "@/lib/store/facets";
import type { Store } from "@/lib/store/open";
import styles from "./page.module.css";

const path = "/companies" as Route;

export async function generateMetadata({ searchParams }: PageProps<"/companies">): Promise<Metadata> {
  return pageMetadata(async () => {
    const { store, request } = await readPage(companiesRequest, searchParams);
    const { query, name } = request;
    const years = query.fy.map((year) => ` FY${year}`).join(",");
    const found = await totals(store, query);
    return {
      title: `${name ? `Companies named “${name}”` : "Companies"} with ${agencyNames(query)} contracts${years}`,
      description: sumSentence(
        agencyNames(query),
        found,
        recordDaysOf(query, store.info),
        ` to ${countHolders(found.companies, query)}`,
      ),
      address: companiesRequest.href(path, request),
    };
  });
}

/** Every company with an action in a selection, by size or name, with its fiscal years. */
export default async function CompaniesPage({ searchParams }: PageProps<"/companies">) {
  const { store, request, list: contracts, problems } = await readPage(companiesRequest, searchParams);
  const { query, name } = request;
  const list = await listCompanies(store, request);
  const address = (other: Query) => companiesRequest.href(path, { ...request, query: other });
  return (
    <>
      <PageHeader title="Companies" lede={<CompaniesLede query={query} info={store.info} />}>
        <ChoiceLine>
          <AgencyChoice path={path} query={query} address={address} />
          <p>
            <Link href="/method">How we calculate this</Link>
          </p>
        </ChoiceLine>
      </PageHeader>
      <ParameterNotice
        store={store}
        problems={problems}
        without={address(query)}
        list={listLink(selectionOf(contracts), selectionOf(query))}
      />
      <DataNotes store={store} query={query} />
      <FiscalYearTabs query={query} address={address} info={store.info} />
      <div className={styles.choices}>
        <NameFilter
          action={path}
          name={name}
          label={query.grouped === "no" ? "Recipient name" : "Company or recipient name"}
          className={styles.filter}
        >
          <HiddenFields query={query} />
        </NameFilter>
        <ListOptions query={query} address={address} />
      </div>
      <ListSummary list={list} query={query} name={name} />
      {list.rows.length > 0 && (
        <SectionBoundary name="The companies">
          {() => CompanyRows({ store, list, query, address })}
        </SectionBoundary>
      )}
      {query.page === 1 && (
        <OnlyNamed
          companies={list.only_named}
          query={query}
          sort={tableSort(address(query), "only_named", "-named_in")}
        />
      )}
      {name && list.rows.length === 0 && list.without.length === 0 && (
        <DidYouMean names={await likelyNames(store, name, query.agency, query, ["company"])} />
      )}
      <WithoutAction
        list={list}
        query={query}
        name={name}
        relaxations={await relaxationsOf(store, list, { query, name })}
      />
    </>
  );
}

function CompaniesLede({ query, info }: { query: Query; info: SnapshotInfo }) {
  const who = query.grouped === "no" ? "Every recipient as recorded" : "Every company";
  return `${who} with contract actions by ${agencyNames(query)} ${windowText(query, info)}, and the net amount obligated to each.`;
}

function windowText({ fy }: Query, { data_from: began, data_through: through }: SnapshotInfo): string {
  if (fy.length === 0) return `from ${formatDay(began)}, through ${formatDay(through)}`;
  const isUnfinished = fy.includes(unfinishedYear(through)?.year ?? 0);
  return `in ${fy.map((year) => `FY${year}`).join(", ")}${isUnfinished ? ` through ${formatDay(through)}` : ""}`;
}

/** Relaxations of an empty list: without the name or the year, or for another agency. */
async function relaxationsOf(store: Store, { rows }: CompanyList, request: CompaniesRequest) {
  const noun = request.query.grouped === "no" ? "recipient" : "company";
  const nouns = { noun, nouns: noun === "company" ? "companies" : "recipients" };
  if (rows.length > 0) return { ...nouns, needsSeveral: false, relaxations: [] };
  const count = async (other: CompaniesRequest) => (await listCompanies(store, other)).rows.length;
  const parts: Removable<CompaniesRequest>[] = filterParts(request.query).map(({ words, without }) => ({
    words,
    without: ({ query, name }) => ({ query: without(query), name }),
  }));
  if (request.name) parts.unshift({ words: "the name", without: ({ query }) => ({ query, name: "" }) });
  const { agency } = codeNames(store);
  const others = Object.entries(agency).filter(([code]) => !request.query.agency.includes(code));
  const [relaxed, instead] = await Promise.all([
    relax(request, parts, count),
    Promise.all(
      others.map(async ([code, label]) => {
        const other = { ...request, query: change(request.query, { agency: [code] }) };
        return { words: `for ${label} instead`, request: other, count: await count(other) };
      }),
    ),
  ]);
  const left = relaxed.map((one) => ({ ...one, words: relaxedText(one) }));
  const relaxations = [...instead, ...left].map((one) => ({
    ...one,
    href: companiesRequest.href(path, one.request),
  }));
  return { ...nouns, needsSeveral: needsSeveral(relaxed), relaxations };
}

interface CompanyRowsProps {
  query: Query;
  address: (query: Query) => Route;
  store: Store;
  list: CompanyList;
}

async function CompanyRows({ store, list: { rows }, query, address }: CompanyRowsProps) {
  const pages = Math.ceil(rows.length / query.size);
  if (query.page > pages) return <PastTheEnd query={query} rows={rows.length} address={address} />;
  const slice: [number, number] = [(query.page - 1) * query.size, query.page * query.size];
  const comparison = comparisonOf(query, store.info);
  const { column } = columnOfSort(query.sort);
  const histories = await companyHistories(
    store,
    query,
    // A column of the table alone sorts all companies by what it shows.
    (pageOnlyCompanySorts.includes(column) ? rows : rows.slice(...slice)).map(({ id }) => id),
    comparison,
  );
  const unfinished = unfinishedYear(store.info.data_through);
  const { letters, anchors } = lettersOf(rows, query, address);
  return (
    <>
      {comparison?.through && (
        <IncompleteYearNote problems={comparisonProblems(store.info.problems, comparison.current)} />
      )}
      {letters.length > 1 && <Letters letters={letters} />}
      <CompaniesTable
        query={query}
        caption={`${query.grouped === "no" ? "Recipients" : "Companies"}, page ${query.page} of ${pages}`}
        rows={rows}
        histories={histories}
        comparison={comparison}
        unfinished={unfinished}
        anchors={anchors}
        sort={{
          table: "companies",
          by: query.sort,
          given: pageOnlyCompanySorts.includes(column) ? null : query.sort,
          href: (sort) => address(change(query, { sort: sort ?? defaults(query.view).sort })),
          isNamed: false,
        }}
        slice={slice}
      />
      <Pager query={query} rows={rows.length} address={address} />
      <p className={styles.foot}>
        Bars show net obligations by fiscal year in all these records, each row on its own scale. A bar points
        down where more was taken back than added.{" "}
        {unfinished && `Striped: FY${unfinished.year}, through ${formatDay(unfinished.through)}. `}Contracts
        and last action are for the period chosen above.
      </p>
    </>
  );
}
