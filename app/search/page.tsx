import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { DataNotes } from "@/app/data-notes";
import { listLink, readPage } from "@/app/read-page";
import { HiddenFields } from "@/components/filters/hidden-fields";
import { DidYouMean } from "@/components/search/did-you-mean";
import { countHits, HitGroups } from "@/components/search/hit-groups";
import { SuggestField } from "@/components/search/suggest-field";
import { Link } from "@/components/ui/link";
import { Notice, ParameterNotice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { SectionBoundary } from "@/components/ui/section-boundary";
import { formatDay } from "@/lib/contracts/days";
import { counted } from "@/lib/contracts/money";
import type { HitGroup, HitKind } from "@/lib/contracts/search-results";
import { pageMetadata } from "@/lib/http/page-metadata";
import { agencyName } from "@/lib/query/agency-names";
import { change, defaults, href } from "@/lib/query/query";
import { searchRequest } from "@/lib/query/requests";
import { type TableSort, tableSort } from "@/lib/query/table-sort";
import { likelyNames } from "@/lib/search/nearest";
import { slightlyWrong } from "@/lib/search/search-index";
import { figureSuggestion } from "@/lib/search/suggest";
import type { Store } from "@/lib/store/open";
import { awardingAgencies, companyNamed, contractNamed, search } from "@/lib/store/search";

import styles from "./page.module.css";

const path = "/search";

export async function generateMetadata({ searchParams }: PageProps<"/search">): Promise<Metadata> {
  return pageMetadata(async () => {
    const { query } = (await readPage(searchRequest, searchParams)).request;
    return {
      title: query.q ? `Search: ${query.q}` : "Search",
      description:
        "Companies, recipients, brands, contract numbers, vehicles, offices and words of contract actions.",
      address: href(path, query),
    };
  });
}

/** Search results by kind. The exact number of a contract redirects to its page. */
export default async function SearchPage({ searchParams }: PageProps<"/search">) {
  const { store, request, list, problems } = await readPage(searchRequest, searchParams);
  const { query, all } = request;
  const page = searchRequest.href(path as Route, request);
  return (
    <>
      <PageHeader title={query.q ? `Search: ${query.q}` : "Search"}>
        <search aria-label="Search again">
          <form action={path} className={styles.form}>
            <HiddenFields query={{ ...query, q: "" }} />
            <SuggestField
              picks="page"
              name="q"
              maxLength={500}
              aria-label="Company, recipient, contract number (PIID), vehicle, office, brand or words"
              defaultValue={query.q}
            />
            <button type="submit">Search</button>
          </form>
        </search>
      </PageHeader>
      <ParameterNotice store={store} problems={problems} without={page} list={listLink(list, query)} />
      <DataNotes store={store} query={query} />
      {query.q ? (
        <SectionBoundary name="What was found">
          {() => SearchResults({ store, q: query.q, all, sortOf: (kind) => tableSort(page, kind) })}
        </SectionBoundary>
      ) : (
        <p>
          Search by company, recipient or brand name, contract or vehicle number, office name or code, or any
          words in the records. A full contract number opens its contract.
        </p>
      )}
    </>
  );
}

interface SearchResultsProps {
  store: Store;
  q: string;
  /** Whether every result is requested, also where one company has exactly this name. */
  all: "yes" | null;
  sortOf: (kind: HitKind) => TableSort;
}

async function SearchResults({ store, q, all, sortOf }: SearchResultsProps) {
  const exact = (await contractNamed(store, q)) ?? (all === null ? companyNamed(store, q) : null);
  if (exact) redirect(exact as Route);
  const agencies = awardingAgencies(store);
  const groups = await search(store, q);
  const instead = await insteadOf(store, q, groups, agencies);
  if (groups.length === 0) {
    return (
      <>
        {instead}
        <NoSearchHits q={q} agencies={agencies} />
      </>
    );
  }
  return (
    <>
      {instead}
      <HitCounts groups={groups} />
      <p className="soft">
        Figures are of all records: contract actions signed {formatDay(store.info.data_from)} –{" "}
        {formatDay(store.info.data_through)}.
      </p>
      <HitGroups groups={groups} agencies={agencies} sortOf={sortOf} />
    </>
  );
}

/** The companies and brands that a misspelled name may mean, and the search for an amount. */
async function insteadOf(store: Store, q: string, groups: HitGroup[], agencies: string[]) {
  const query = change(defaults("contracts"), { snapshot: store.named });
  const isOneLetter = ({ fit, wrong }: { fit: string; wrong: number }) =>
    fit === "misspelled" && wrong <= slightlyWrong;
  const likely = await likelyNames(store, q, agencies, query);
  // Where something has the words, only a name that is one letter away.
  const meant = groups.length === 0 ? likely : likely.filter(isOneLetter);
  const figure = await figureSuggestion(store, q, query);
  return (
    <>
      {figure && (
        <p>
          <Link href={figure.href as Route}>{figure.label}</Link>: {figure.detail}
        </p>
      )}
      <DidYouMean names={meant} />
    </>
  );
}

/** The number of hits by kind, as links. Words link to the list of their contracts. */
function HitCounts({ groups }: { groups: HitGroup[] }) {
  return (
    <ul className={styles.overview} aria-label="Found">
      {groups.map((group) => {
        const [words] = group.kind === "words" ? group.hits : [];
        const contracts = words?.agencies.reduce((sum, { totals }) => sum + totals.contracts, 0) ?? 0;
        return (
          <li key={group.kind}>
            {words ? (
              <Link href={words.href as Route}>{counted(contracts, "contract")} with these words</Link>
            ) : (
              <a href={`#${group.kind}`}>{countHits(group)}</a>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function NoSearchHits({ q, agencies }: { q: string; agencies: string[] }) {
  return (
    <Notice title={`No results for “${q}” in these records`}>
      <p>
        We searched the names of companies, recipients and brands, the numbers of contracts and vehicles,
        agencies and offices, and the text of every contract action by{" "}
        {agencies.map(agencyName).join(" and ")}. These records leave out subcontracts, purchase cards, and
        orders that other agencies placed.
      </p>
      <p>
        <Link href="/method#left-out">What these records leave out</Link>
        {" · "}
        <Link href={href("/contracts", change(defaults("contracts"), {}))}>All contracts</Link>
        {" · "}
        <Link href="/companies">All companies</Link>
      </p>
    </Notice>
  );
}
