import type { Metadata, Route } from "next";
import type { ReactNode } from "react";
import { DataNotes } from "@/app/data-notes";
import { readPage } from "@/app/read-page";
import { ChangesForm, KindChips } from "@/components/changes/changes-form";
import { ChangesList } from "@/components/changes/changes-list";
import { RetrievalsTable } from "@/components/changes/retrievals-table";
import { ActiveFilters } from "@/components/filters/active-filters";
import { Relaxations } from "@/components/filters/relaxations";
import { Pager, PastTheEnd } from "@/components/table/pager";
import { KeyFigures } from "@/components/ui/key-figures";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { Notice, ParameterNotice } from "@/components/ui/notice";
import { AgencyChoice, ChoiceLine, PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { SectionBoundary } from "@/components/ui/section-boundary";
import { goneAfter, lateAfterDays, newKinds } from "@/lib/contracts/changes";
import { type Day, formatDay } from "@/lib/contracts/days";
import { counted } from "@/lib/contracts/money";
import { pageMetadata } from "@/lib/http/page-metadata";
import { agencyNames } from "@/lib/query/agency-names";
import { changeRequest, changesOf } from "@/lib/query/changes";
import type { ParameterProblem } from "@/lib/query/parameters";
import { change, defaults, href, type Query, selectionOf } from "@/lib/query/query";
import { filterTexts } from "@/lib/query/query-text";
import { filterParts, needsSeveral, type Removable, relax, relaxedText } from "@/lib/query/relaxation";
import {
  type ChangesRequest,
  changesRequest,
  type WhatsNewRequest,
  whatsNewRequest,
} from "@/lib/query/requests";
import { tableSort } from "@/lib/query/table-sort";
import { type ChangeTotals, changeDays, changesSince, changeTotals, listChanges } from "@/lib/store/changes";
import { labels } from "@/lib/store/facets";
import type { Store } from "@/lib/store/open";
import { signedIn } from "@/lib/store/recent";

import styles from "./page.module.css";
import { daysOf, SignedHeader, SignedLists } from "./signed";

const address = (request: ChangesRequest, path = "/changes") => changesRequest.href(path as Route, request);

/** The request of the feed: without page and size. */
const feedRequest = (request: ChangesRequest): ChangesRequest => ({
  ...request,
  query: selectionOf(request.query),
});

export async function generateMetadata({ searchParams }: PageProps<"/changes">): Promise<Metadata> {
  return pageMetadata(async () => {
    const { days, table_sort: _, ...request } = (await readPage(whatsNewRequest, searchParams)).request;
    const all = feedRequest({ ...request, query: { ...request.query, snapshot: null } });
    const who = agencyNames(request.query);
    return {
      title: `What’s new in ${who} contracts`,
      description: `The newest contracts of ${who}, the largest additions, what was taken back, and what changed in the records after each update.`,
      address: whatsNewRequest.href("/changes", { ...all, days }),
      feeds: {
        "application/atom+xml": address(all, "/changes.atom"),
        "application/feed+json": address(all, "/changes.json"),
      },
    };
  });
}

export default async function ChangesPage({ searchParams }: PageProps<"/changes">) {
  const { store, request: whole, problems } = await readPage(whatsNewRequest, searchParams);
  const { days, table_sort, ...request } = whole;
  const { query, kind, since: first, until, administrative } = request;
  const [totals, { since }, names] = await Promise.all([
    changeTotals(store, request),
    changesSince(store),
    labels(store, query),
  ]);
  const hasHistory = since !== null || totals.entries > 0 || totals.administrative > 0;
  const isOfList =
    kind.length > 0 || first !== null || until !== null || administrative === "yes" || query.page > 1;
  const showsChanges = hasHistory && days === null;
  const showsSigned = !showsChanges || !isOfList;
  const found = showsSigned
    ? await signedIn(store, query, { days: daysOf(whole), shown: showsChanges ? 5 : 10 })
    : null;
  return (
    <>
      {found ? (
        <SignedHeader {...{ store, found, names, hasHistory }} request={whole} />
      ) : (
        <ChangesHeader request={request} since={since} />
      )}
      <ParameterNotice
        store={store}
        problems={problems}
        without={whatsNewRequest.href("/changes" as Route, whole)}
      />
      <DataNotes store={store} query={found?.query ?? query} />
      <ActiveFilters
        words={filterTexts(query, names).filter(({ name }) => name !== "agency")}
        address={(other) => whatsNewRequest.href("/changes" as Route, { ...whole, query: other })}
      />
      {found && <SignedLists store={store} request={whole} found={found} />}
      {showsChanges &&
        (found ? (
          <Section id="records" title="What changed in the records" subtitle={sinceText(since)}>
            <Follow request={request} />
            <RecordChanges {...{ store, request: whole, problems, totals, since }} />
          </Section>
        ) : (
          <RecordChanges {...{ store, request: whole, problems, totals, since }} />
        ))}
    </>
  );
}

const sinceText = (since: Day | null) =>
  since === null
    ? "What is new, changed or gone since the previous snapshot of the records."
    : `What is new, changed or gone in each retrieval of the records since ${formatDay(since)}.`;

function ChangesHeader({ request, since }: { request: ChangesRequest; since: Day | null }) {
  const { query } = request;
  return (
    <PageHeader title="What changed in the records" lede={sinceText(since)}>
      <ChoiceLine>
        <AgencyChoice
          path="/changes"
          query={query}
          address={(changed) => address(changeRequest(request, { query: changed }))}
        />
        <Follow request={request}>
          {" · "}
          <Link href={href("/contracts", selectionOf(query))}>Change filters in Contracts</Link>
          {" · "}
          <Link href={whatsNewRequest.href("/changes", { ...changesOf(query), days: 30 })}>
            What was signed in the last 30 days
          </Link>
        </Follow>
      </ChoiceLine>
    </PageHeader>
  );
}

const Follow = ({ request, children }: { request: ChangesRequest; children?: ReactNode }) => (
  <p className="no-print">
    Follow: <a href={address(feedRequest(request), "/changes.atom")}>Atom</a> ·{" "}
    <a href={address(feedRequest(request), "/changes.json")}>JSON Feed</a> ·{" "}
    <a href={address(feedRequest(request), "/api/changes")}>JSON</a>
    {children}
  </p>
);

/** The most retrievals that the table has. */
const mostRetrievals = 12;

interface RecordChangesProps {
  store: Store;
  request: WhatsNewRequest;
  problems: ParameterProblem[];
  totals: ChangeTotals;
  since: Day | null;
}

/** The list of what changed between retrievals, its form and its figures. */
function RecordChanges({ store, request: whole, problems, totals, since }: RecordChangesProps) {
  const { days: _, table_sort: __, ...request } = whole;
  const { query } = request;
  const list = {
    query,
    rows: totals.entries,
    address: (other: Query) => address({ ...request, query: other }),
  };
  const rejected = Object.fromEntries(
    problems.map(({ name, values }) => [name, (values[0] ?? "").slice(0, 300)]),
  );
  return (
    <>
      <SectionBoundary name="The retrievals">
        {async () => {
          const days = await changeDays(store, request, mostRetrievals);
          return (
            days.length > 1 && (
              <RetrievalsTable
                days={days}
                sort={tableSort(whatsNewRequest.href("/changes" as Route, whole), "retrievals", "-retrieved")}
                address={(day, kind) =>
                  address(changeRequest(request, { since: day, until: day, kind })) as Route
                }
              />
            )
          );
        }}
      </SectionBoundary>
      <ChangesForm request={request} rejected={rejected} />
      <div className={`${styles.chips} no-print`}>
        <KindChips request={request} kinds={totals.kinds} />
      </div>
      <ChangeFigures request={request} totals={totals} />
      {totals.entries === 0 ? (
        <NoChanges store={store} request={request} since={since} />
      ) : query.page > Math.ceil(totals.entries / query.size) ? (
        <PastTheEnd {...list} />
      ) : (
        <>
          <SectionBoundary name="The changes">
            {async () => <ChangesList changes={await listChanges(store, request)} query={query} />}
          </SectionBoundary>
          <Pager {...list} />
        </>
      )}
      <ChangeMethod />
    </>
  );
}

interface NoChangesProps {
  store: Store;
  request: ChangesRequest;
  since: Day | null;
}

async function NoChanges({ store, request, since }: NoChangesProps) {
  const { query } = request;
  const relaxed = await relax(request, removableParts(request), async (other) => {
    const { entries } = await changeTotals(store, other);
    return entries;
  });
  const all = changesOf(change(defaults("contracts"), { agency: query.agency }));
  const isAll = address(feedRequest(request)) === address(all);
  const scope = agencyNames(query);
  return (
    <Notice
      title={
        isAll ? `No changes in ${scope} records yet` : `No changes in ${scope} records match these filters`
      }
    >
      <Relaxations
        needsSeveral={needsSeveral(relaxed)}
        relaxations={relaxed.map((one) => ({
          words: relaxedText(one),
          href: address(one.request),
          count: one.count,
        }))}
        noun="change"
      />
      <p>
        {since !== null && `Every retrieval since ${formatDay(since)} was compared with the one before it. `}
        {!isAll && <Link href={address(all)}>All changes in {scope} records</Link>}
      </p>
    </Notice>
  );
}

/** What a relaxation can drop from a request: its own parameters, then the filters of its query. */
function removableParts(request: ChangesRequest): Removable<ChangesRequest>[] {
  const own = [
    request.kind.length > 0 && { words: "the kinds of change", patch: { kind: [] } },
    request.since !== null && { words: "the first day", patch: { since: null } },
    request.until !== null && { words: "the last day", patch: { until: null } },
    request.administrative === "no" && {
      words: "hiding administrative changes",
      patch: { administrative: "yes" as const },
    },
  ].filter((part) => part !== false);
  return [
    ...own.map(({ words, patch }) => ({
      words,
      without: (other: ChangesRequest) => changeRequest(other, patch),
    })),
    ...filterParts(request.query).map(({ words, without }) => ({
      words,
      without: (other: ChangesRequest) => changeRequest(other, { query: without(other.query) }),
    })),
  ];
}

/** The totals of the listed new actions, and the number of hidden administrative changes. */
function ChangeFigures({ request, totals }: { request: ChangesRequest; totals: ChangeTotals }) {
  const { entries, actions, net, added, taken_back, administrative } = totals;
  const isShown = request.administrative === "yes";
  const listedNew = newKinds.filter((kind) => request.kind.length === 0 || request.kind.includes(kind));
  const other = changeRequest(request, { administrative: isShown ? "no" : "yes" });
  return (
    <>
      {actions > 0 && (
        <KeyFigures
          figures={[
            {
              label: "Obligated (net) by the new actions listed",
              value: (
                <Link href={address(changeRequest(request, { kind: listedNew }))}>
                  <Money cents={net} />
                </Link>
              ),
              note: `${counted(actions, "action")}, as first recorded`,
            },
            { label: "Added", value: <Money cents={added} /> },
            { label: "Taken back", value: <Money cents={taken_back} /> },
          ]}
        />
      )}
      <p className={styles.folded}>
        <span role="status">{counted(entries, "change")} listed</span>
        {administrative > 0 && (
          <>
            {isShown ? ", including " : "; hidden: "}
            <Link href={address(other)} scroll={false}>
              {counted(administrative, "administrative change")}
            </Link>{" "}
            ($0 actions, spellings, spacing, classifications)
          </>
        )}
        .
      </p>
    </>
  );
}

function ChangeMethod() {
  return (
    <details className={styles.method}>
      <summary>How we find changes, and what is left out</summary>
      <p>
        We compare each retrieval of the records with the one before it, action by action. Two actions are the
        same if their transaction key is, or without one if contract and modification are. A contract that
        gets an award key stays the same contract. Our grouping of companies is not compared.
      </p>
      <p>
        Each date is that of the retrieval in which we noticed a change, not the day the record changed. An
        action that first appears more than {lateAfterDays} days after it was signed is marked as recorded
        late. We list an action as gone only if {goneAfter.retrievals} retrievals in a row lack it, or{" "}
        {goneAfter.apart.retrievals} at least {goneAfter.apart.days} days apart, or one that the source’s own
        count and sums prove complete. If it comes back, we take it off the list. A fact that was not reported
        before, or is no longer reported, is not a change. New actions are shown with the amounts they first
        had.
      </p>
      <p>
        The records come with some earlier retrievals of their latest year, so that there is a history from
        the first start. They are compared, and no figure counts them.
      </p>
    </details>
  );
}
