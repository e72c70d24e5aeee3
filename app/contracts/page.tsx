import type { Metadata, Route } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { chartFinding } from "@/app/chart-finding";
import { DataNotes } from "@/app/data-notes";
import { readPage } from "@/app/read-page";
import { groupsFile } from "@/components/charts/links";
import { PeriodChoice } from "@/components/compare/period-choice";
import { NoComparison, PeriodsView } from "@/components/compare/periods-view";
import { ActiveFilters } from "@/components/filters/active-filters";
import { FilterPanel } from "@/components/filters/filter-panel";
import { OtherCategoryList } from "@/components/filters/other-category";
import { EmptyResult } from "@/components/filters/relaxations";
import type { LikelyName } from "@/components/search/did-you-mean";
import { ColumnChoice } from "@/components/table/column-choice";
import { type TableColumn, tableColumns } from "@/components/table/columns";
import { CompareButton } from "@/components/table/compare-button";
import { DensityChoice } from "@/components/table/density-choice";
import { Pager, PastTheEnd } from "@/components/table/pager";
import { RecordsTable } from "@/components/table/records-table";
import { ResultBar } from "@/components/table/result-bar";
import { Results } from "@/components/table/results";
import { shownRows } from "@/components/table/rows";
import { SortChoice } from "@/components/table/sort-choice";
import { ViewTabs } from "@/components/table/view-tabs";
import { Deferred } from "@/components/ui/deferred";
import { ParameterNotice } from "@/components/ui/notice";
import { AgencyChoice } from "@/components/ui/page-header";
import { SectionBoundary } from "@/components/ui/section-boundary";
import { agencyChoices } from "@/lib/contracts/agencies";
import { rowNoun } from "@/lib/contracts/columns";
import { howBought } from "@/lib/contracts/flow";
import { counted, roundedMoney } from "@/lib/contracts/money";
import type { ShownRow } from "@/lib/contracts/rows";
import { netText } from "@/lib/contracts/text";
import type { Totals } from "@/lib/contracts/totals";
import { pageMetadata, sumSentence } from "@/lib/http/page-metadata";
import { agencyNames } from "@/lib/query/agency-names";
import { comparedBy, comparedPeriods } from "@/lib/query/comparison";
import { densityCookie, densityOf } from "@/lib/query/density";
import { emptyResult } from "@/lib/query/empty-result";
import { filter } from "@/lib/query/filters";
import type { ParameterProblem } from "@/lib/query/parameters";
import { change, href, type Query, selectionOf, without, withoutFilters } from "@/lib/query/query";
import type { Labels } from "@/lib/query/query-text";
import { type FilterText, filterTexts } from "@/lib/query/query-text";
import { filterParts, needsSeveral, relax, relaxedText } from "@/lib/query/relaxation";
import { type WorkbenchRequest, workbenchRequest } from "@/lib/query/requests";
import { recordDaysOf } from "@/lib/query/windows";
import { nearestCompanies } from "@/lib/search/nearest";
import { currentClient } from "@/lib/store/client";
import { comparePeriods } from "@/lib/store/comparison";
import { listShown, recordedAs, selectsParts, totals } from "@/lib/store/contracts";
import { amountCounts, facets, labels } from "@/lib/store/facets";
import type { Store } from "@/lib/store/open";
import { contractsInOtherCategory } from "@/lib/store/other-category";

import { flowView } from "./flow-view";
import { groupView } from "./group-view";
import styles from "./page.module.css";

/** Whether the choice of agencies above the page shows those of a query; others are chips. */
const isAgencyChoice = ({ agency }: Query) =>
  agencyChoices().some((choice) => choice.agency.join() === agency.join());

export async function generateMetadata({ searchParams }: PageProps<"/contracts">): Promise<Metadata> {
  return pageMetadata(async () => {
    const { store, request } = await readPage(workbenchRequest, searchParams);
    const { query } = request;
    const isFlow = query.show === "flow";
    const by = query.show === null || query.show === "flow" ? "company" : query.show;
    const names = await labels(store, query);
    // The chart of agencies has all of them.
    const drawn = by === "agency" ? shownQuery(query, names) : query;
    const [words, found, seen] = await Promise.all([
      chipTexts(store, query),
      totals(store, query),
      currentClient()?.isNavigation
        ? undefined
        : chartFinding(store, drawn, by === "company" && query.grouped === "no" ? "recipient" : by, names),
    ]);
    const [first, second, ...more] = words.map(({ name, label, value }) =>
      filter(name).needsLabel ? `${label.toLowerCase()} ${value}` : value,
    );
    const title = `${agencyNames(query)} ${titleOf(query).toLowerCase()}`;
    const filters = [first, second].filter(Boolean).join(", ");
    return {
      title: `${title}: ${first ? `${filters}${more.length > 0 ? " …" : ""}` : "table and charts"}`,
      description: sumSentence(
        agencyNames(query),
        found,
        recordDaysOf(query, store.info),
        first && ` (${filters})`,
      ),
      address: href("/contracts", query),
      shared: query.show === null || isFlow ? undefined : seen,
      picture: groupsFile("png", selectionOf(drawn), isFlow ? [...howBought] : [by]),
      alt: isFlow ? undefined : seen,
    };
  });
}

/** The workbench: any selection of the records as rows or groups, with its totals always in view. */
export default async function ContractsPage({ searchParams }: PageProps<"/contracts">) {
  const { store, request, problems, params } = await readPage(workbenchRequest, searchParams);
  const { query } = request;
  const address = workbenchRequest.href("/contracts", request);
  const figures = Promise.all([labels(store, query), totals(store, query), chipTexts(store, query)]);
  const chosen = chooseColumns(store, query);
  const rows = SectionBoundary({
    name: query.show === null && query.vs === null ? "The rows" : "The chart",
    children: () => loadResults({ store, request, chosen, figures }),
  });
  const otherCategory =
    (query.category.length > 0 || query.show === "category") &&
    SectionBoundary({
      name: "Contracts under another category’s code",
      children: async () => (
        <OtherCategoryList
          contracts={await contractsInOtherCategory(store, query)}
          isOpen={query.category.length > 0}
        />
      ),
    });
  const density = densityOf(query.density, (await cookies()).get(densityCookie)?.value);
  const [columns, [names, found, words]] = await Promise.all([chosen, figures]);
  const notes = DataNotes({ store, query: shownQuery(query, names) });
  return (
    <>
      <ParameterNotice store={store} problems={problems} without={address} />
      <div className={styles.bench}>
        <Deferred
          className={styles.filters}
          content={SectionBoundary({
            name: "The filters",
            children: async () => {
              await Promise.all([rows, notes, otherCategory]); // what was requested comes first
              const [counts, amounts] = await Promise.all([facets(store, query), amountCounts(store, query)]);
              return (
                <FilterPanel
                  query={query}
                  facets={counts}
                  amounts={amounts}
                  days={{ from: store.info.data_from, to: store.info.data_through }}
                  has={store.info.has}
                  rejected={rejectedText(params, problems)}
                  active={words.length}
                  found={counted(found[query.view], rowNoun(query.view))}
                />
              );
            },
          })}
        />
        <Results
          address={address}
          selection={href("/contracts", { ...selectionOf(query), show: query.show })}
          className={styles.results}
          density={density}
        >
          <div className={styles.head}>
            <h1>{titleOf(query)}</h1>
            <AgencyChoice path="/contracts" query={query} />
          </div>
          <ActiveFilters
            words={words}
            cleared={withoutFilters(query)}
            address={(other) => href("/contracts", other)}
          />
          <ResultBar query={query} totals={found} active={words.length} />
          {notes}
          {otherCategory}
          <PeriodChoice query={query} days={store.info} />
          <ViewTabs query={query}>
            {query.show === null && query.vs === null && (
              <>
                <CompareButton />
                <DensityChoice
                  key={density}
                  chosen={density}
                  isNamed={query.density !== null}
                  hrefs={{
                    comfortable: href("/contracts", { ...query, density: "comfortable" }),
                    compact: href("/contracts", { ...query, density: "compact" }),
                  }}
                />
                <ColumnChoice query={query} columns={columns} />
                <SortChoice query={query} columns={columns} />
              </>
            )}
          </ViewTabs>
          <p role="status" className="visually-hidden">
            {liveAnnouncement(query, found, words, columns)}
          </p>
          {rows}
        </Results>
      </div>
    </>
  );
}

async function chooseColumns(store: Store, query: Query): Promise<TableColumn[]> {
  const isPartial = query.view === "contracts" && query.show === null && (await selectsParts(store, query));
  return tableColumns(query, isPartial, store.info.has);
}

/** The columns that the table may show. They are read before it is known whether the selection has parts of contracts. */
const readColumns = (query: Query, { info }: Store) =>
  tableColumns(query, true, info.has)
    .filter(({ visible }) => visible)
    .map(({ name }) => name);

interface LoadResultsProps {
  store: Store;
  request: WorkbenchRequest;
  chosen: Promise<TableColumn[]>;
  figures: Promise<[Labels, Totals, FilterText[]]>;
}

/** The rows or the chart of a selection, or relaxations if it is empty. Rows and totals load in parallel. */
async function loadResults({ store, request, chosen, figures }: LoadResultsProps): Promise<ReactNode> {
  const { query } = request;
  const [listed, columns, [names, found, words]] = await Promise.all([
    query.show === null && query.vs === null ? listShown(store, query, readColumns(query, store)) : null,
    chosen,
    figures,
  ]);
  if (query.vs !== null) return Periods({ store, query, names });
  const empty = found.actions === 0 ? await NoContracts({ store, query, names }) : null;
  if (listed) return empty ?? ContractRows({ store, query, found, names, columns, listed });
  return (
    <>
      {empty}
      {query.show === "flow"
        ? await flowView(store, request, names)
        : query.show !== null && (await groupView(store, request, query.show, { words, names }))}
    </>
  );
}

/** The selection in its period and in the one of `vs`. */
async function Periods({ store, query, names }: { store: Store; query: Query; names: Labels }) {
  const periods = comparedPeriods(query, store.info);
  if (typeof periods === "string") return <NoComparison reason={periods} />;
  const by = comparedBy(query);
  const compared = await comparePeriods(store, periods, by);
  return (
    <PeriodsView
      query={query}
      by={by}
      periods={periods}
      compared={compared}
      days={store.info}
      names={names}
    />
  );
}

/** The text announced to screen readers after a change: filters, totals, order and columns. */
function liveAnnouncement(
  { view, show, cols }: Query,
  totals: Totals,
  words: FilterText[],
  columns: TableColumn[],
): string {
  const { actions, contracts, net } = totals;
  const filters = words.map(({ label, value }) => `${label}: ${value}`);
  const order = columns.find(({ sorted }) => sorted !== null);
  const shown = columns.filter(({ visible }) => visible).map(({ label }) => label);
  return [
    filters.length > 0 ? filters.join(", ") : "No filters",
    `${counted(actions, "action")}, ${counted(contracts, "contract")}, ${netText(net, roundedMoney)}`,
    show === null &&
      order &&
      `${view === "contracts" ? "Contracts" : "Actions"} by ${order.label}, ${order.sorted}`,
    show === null && cols.length > 0 && `Columns: ${shown.join(", ")}`,
  ]
    .filter(Boolean)
    .join(". ");
}

const titleOf = ({ view }: Query) => (view === "contracts" ? "Contracts" : "Contract actions");

/** The texts of the filters, without the agency if `AgencyChoice` shows it. */
async function chipTexts(store: Store, query: Query): Promise<FilterText[]> {
  const words = filterTexts(query, await labels(store, query));
  return isAgencyChoice(query) ? words.filter(({ name }) => name !== "agency") : words;
}

function rejectedText(params: URLSearchParams, problems: ParameterProblem[]): Record<string, string> {
  return Object.fromEntries(problems.map(({ name }) => [name, (params.get(name) ?? "").slice(0, 300)]));
}

/** The query that the page shows: a chart ignores the filter of its own grouping. */
function shownQuery(query: Query, names: Labels): Query {
  if (query.show === "agency") return { ...query, agency: Object.keys(names.agency ?? {}) };
  return query.show === "fiscal_year" ? { ...query, fy: [] } : query;
}

interface ContractRowsProps {
  store: Store;
  query: Query;
  found: Totals;
  names: Labels;
  columns: TableColumn[];
  listed: ShownRow[];
}

async function ContractRows({ store, query, found, names, columns, listed }: ContractRowsProps) {
  const rows = found[query.view];
  const pages = Math.ceil(rows / query.size);
  const list = { query, rows, address: (other: Query) => href("/contracts", other) };
  if (query.page > pages) return <PastTheEnd {...list} />;
  const keys = listed.flatMap((row) => ("piid" in row ? [row.key] : []));
  return (
    <>
      <RecordsTable
        caption={`${titleOf(query)} of this selection: ${counted(rows, "row")}, page ${query.page} of ${pages}`}
        columns={columns}
        rows={shownRows(query, columns, listed, names, await recordedAs(store, query, keys))}
        snapshot={query.snapshot}
      />
      <Pager {...list} />
    </>
  );
}

/** What the names of a query may mean that no company or recipient has: each company in the place of what was typed. */
async function likelyFilters(store: Store, query: Query): Promise<LikelyName[]> {
  const { company, recipient } = store.lookups;
  const slugs = new Set([...company.values()].map(({ slug }) => slug));
  const recorded = new Set([...recipient.values()].map(({ name }) => name?.toLowerCase()));
  const typed = [
    ...query.company
      .filter((slug) => !slugs.has(slug))
      .map((slug) => ({
        text: slug.replaceAll("-", " "),
        rest: without(query, "company", slug),
        isWords: false,
      })),
    ...query.recipient
      .filter((name) => !recorded.has(name.toLowerCase()))
      .map((name) => ({ text: name, rest: without(query, "recipient", name), isWords: false })),
    // A name that is spelled right was looked for.
    ...(query.q ? [{ text: query.q, rest: change(query, { q: "" }), isWords: true }] : []),
  ];
  const names = await Promise.all(
    typed.map(async ({ text, rest, isWords }) =>
      (await nearestCompanies(store, text, query.agency))
        .filter(({ fit }) => fit === "misspelled" || !isWords)
        .map(({ slug, name, reason }) => ({
          name,
          href: href("/contracts", change(rest, { company: [...rest.company, slug].toSorted() })) as Route,
          reason,
        })),
    ),
  );
  return names.flat();
}

const maxRecipients = 3;

async function NoContracts({ store, query, names }: { store: Store; query: Query; names: Labels }) {
  const rows = async (other: Query) => (await totals(store, other))[query.view];
  const agencies = names.agency ?? {};
  const instead = [
    // The agency is a filter without a chip.
    ...Object.entries(agencies)
      .filter(([code]) => !query.agency.includes(code))
      .map(([code, name]) => ({ words: `for ${name} instead`, query: change(query, { agency: [code] }) })),
    // `grouped=owned` leaves out actions, but is no filter and has no chip.
    ...(query.grouped === "owned"
      ? [
          {
            words: "with actions signed before an acquisition",
            query: change(query, { grouped: "yes" }),
          },
        ]
      : []),
    // The filter matches whole names. A user who types a part of one needs a search for words.
    ...query.recipient.slice(0, maxRecipients).map((name) => ({
      words: `with “${name}” as search words, not a recipient’s full name`,
      query: change(without(query, "recipient", name), {
        q: `${query.q} "${name.replaceAll('"', "")}"`.trim(),
      }),
    })),
  ];
  const [relaxed, others] = await Promise.all([
    relax(query, filterParts(query), rows),
    Promise.all(instead.map(async (one) => ({ ...one, count: await rows(one.query) }))),
  ]);
  const left = relaxed.map((one) => ({ ...one, words: relaxedText(one), query: one.request }));
  return (
    <EmptyResult
      title={emptyResult(query, names, relaxed)}
      names={await likelyFilters(store, query)}
      needsSeveral={needsSeveral(relaxed)}
      relaxations={[...left, ...others].map((one) => ({
        ...one,
        href: href("/contracts", one.query) as Route,
      }))}
      noun={rowNoun(query.view)}
    />
  );
}
