import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { citationOf } from "@/app/citation";
import { DataNotes } from "@/app/data-notes";
import { NamingContracts } from "@/app/naming-contracts";
import { Breadcrumbs } from "@/app/page-frame";
import { listLink, readPage, type SearchParams } from "@/app/read-page";
import { GroupChart, LeadingGroups } from "@/components/charts/group-chart";
import { withLinks } from "@/components/charts/links";
import { WindowChoice } from "@/components/company/window-choice";
import { CompareLinks } from "@/components/compare/compare-links";
import { NewestActionList } from "@/components/figures/newest-actions";
import { addedFigure, RecordsLink, RecordsSum } from "@/components/figures/records-link";
import { CopyText } from "@/components/ui/copy-text";
import { KeyFigures } from "@/components/ui/key-figures";
import { Link } from "@/components/ui/link";
import { Notice, ParameterNotice } from "@/components/ui/notice";
import { AgencyChoice, ChoiceLine, GroupedLink, PageHeader } from "@/components/ui/page-header";
import { Section, TwoColumns } from "@/components/ui/section";
import { SectionBoundary } from "@/components/ui/section-boundary";
import { counted, formatCount } from "@/lib/contracts/money";
import type { Totals } from "@/lib/contracts/totals";
import { beyondRecords, daysText, spanText } from "@/lib/findings/scope";
import { pageMetadata, sumSentence } from "@/lib/http/page-metadata";
import { agencyNames } from "@/lib/query/agency-names";
import { changesOf } from "@/lib/query/changes";
import { change, href } from "@/lib/query/query";
import { endingRequest, namedRequest, whatsNewRequest } from "@/lib/query/requests";
import { isWindowed, periodOfWindow } from "@/lib/query/window-presets";
import { recordDaysOf, windowOf } from "@/lib/query/windows";
import { groups, listActions, periods, totals } from "@/lib/store/contracts";
import { canExpire } from "@/lib/store/expiring";
import type { Store } from "@/lib/store/open";
import { sameDates } from "@/lib/store/overview";

/** The lists of what descriptions name, by the filter that selects the actions that name one of it. */
const lists = { brand: { path: "/brands", label: "Brands" }, place: { path: "/places", label: "Places" } };

const allDays = { from: null, to: null };
const limits = { holders: 20, contracts: 20, newest: 10 };

interface Named {
  slug: string;
  name: string;
}

/** What the page of a brand or a facility is made from. */
export type LoadedNamed<Subject extends Named = Named> = Awaited<ReturnType<typeof loadNamed<Subject>>>;

/** Reads the address of a page and finds its subject; without one, the page is not found. */
export async function loadNamed<Subject extends Named>(
  by: keyof typeof lists,
  find: (store: Store, slug: string) => Promise<Subject | null>,
  { params, searchParams }: { params: Promise<{ slug: string }>; searchParams: SearchParams },
) {
  const { store, request, list, problems } = await readPage(namedRequest, searchParams);
  const subject = await find(store, (await params).slug.toLowerCase());
  if (!subject) notFound();
  const own = { [by]: [subject.slug] };
  const path = `${lists[by].path}/${subject.slug}` as Route;
  const query = change(request.query, own);
  return {
    by,
    store,
    subject,
    problems,
    path,
    /** The parameters of the page. */
    scope: request.query,
    /** What selects the actions that name the subject. */
    query,
    page: namedRequest.href(path, request),
    list: listLink({ ...list, ...own }, query),
  };
}

/** The metadata of a page; `what` follows the sum of the actions that name its subject. */
export const namedMetadata = <Subject extends Named>(
  loading: Promise<LoadedNamed<Subject>>,
  describe: (loaded: LoadedNamed<Subject>) => { title: string; what: string },
): Promise<Metadata> =>
  pageMetadata(async () => {
    const loaded = await loading;
    const { store, query, scope, path } = loaded;
    const { title, what } = describe(loaded);
    const found = await totals(store, query);
    return {
      title: isWindowed(query) ? `${title}, ${daysText(query, store.info)}` : title,
      description: sumSentence(agencyNames(query), found, recordDaysOf(query, store.info), what),
      address: href(path, scope),
    };
  });

interface NamedPageProps {
  loaded: LoadedNamed;
  title: string;
  /** How many actions name it, in sentences. */
  lede: () => Promise<ReactNode>;
  /** How the page says that actions name it: each follows "action" or "actions". */
  words: Record<"figure" | "chart" | "contract" | "cited", string>;
  /** What the other actions of a listed contract may not name. */
  caption: string;
  /** The page where no action names it: its title, if it has a better one, and what follows the days of the records. */
  none: { title?: () => Promise<string | null>; caveat: string };
  /** What the companies of these actions are not. */
  companies?: string;
  /** Whether the titles of the charts say what is to be seen in them: not where most of the money is elsewhere. */
  hasFindings?: boolean;
  /** What only this kind of page has: below the number of contracts, and before the charts. */
  more?: () => Promise<{ contracts: ReactNode; remark: ReactNode }>;
  /** What is known of it, and the rule that finds it. */
  children: ReactNode;
}

/** The page of something that descriptions name: the actions that do, and the rule that finds them. */
export function NamedPage(props: NamedPageProps) {
  const { by, store, subject, query, scope, path, page, problems, list } = props.loaded;
  const { title, lede, words, none, children } = props;
  const crumbs = [{ label: lists[by].label, href: href(lists[by].path as Route, change(scope, allDays)) }];
  return (
    <>
      <Breadcrumbs crumbs={crumbs} title={title} />
      <PageHeader
        crumbs={crumbs}
        title={title}
        lede={
          <SectionBoundary name="How many actions name it" inline>
            {lede}
          </SectionBoundary>
        }
      >
        <ChoiceLine>
          <AgencyChoice path={path} query={scope} />
          <WindowChoice path={path} query={scope} days={store.info} />
        </ChoiceLine>
        <ChoiceLine>
          <p>
            {query.grouped === "no" ? "By recipient as recorded" : "By company"} ·{" "}
            <GroupedLink query={query} address={(other) => href(path, change(scope, other))} /> ·{" "}
            <a href="#rule">The rule</a>
          </p>
          <SectionBoundary name="How to cite and compare it" inline>
            {async () => {
              const found = await totals(store, query);
              if (found.actions === 0) return null;
              const actions = `contract actions ${words.cited}`;
              const always = change(query, allDays);
              const { text, address } = await citationOf(store, {
                path,
                query: scope,
                totals: found,
                actions,
              });
              return (
                <>
                  <p className="no-print">
                    <CopyText text={`${text} ${address}`} label="Copy citation" />
                  </p>
                  <CompareLinks query={query} by={by} days={store.info} />
                  <p className="no-print">
                    <Link href={whatsNewRequest.href("/changes", { ...changesOf(always), days: null })}>
                      What’s new
                    </Link>
                    {(await canExpire(store)) && (
                      <>
                        {" · "}
                        <Link href={endingRequest.href("/expiring", { query: always, within: 365 })}>
                          Contracts ending soon
                        </Link>
                      </>
                    )}
                  </p>
                </>
              );
            }}
          </SectionBoundary>
        </ChoiceLine>
      </PageHeader>
      <ParameterNotice store={store} problems={problems} without={page} list={list} />
      <DataNotes store={store} query={query} />
      <SectionBoundary name="The mentions">
        {async () => {
          const found = await totals(store, query);
          if (found.actions > 0) return NamingActions({ ...props, found });
          const all = isWindowed(query) ? await totals(store, change(query, allDays)) : found;
          const beyond = beyondRecords(query, store.info);
          const plain = `No description of an action by ${agencyNames(query)} names ${subject.name}`;
          const title = `${(await none.title?.()) ?? plain}${isWindowed(query) ? " in this window" : ""}`;
          return (
            <Notice title={beyond ?? title}>
              <p>
                {!beyond && `In these records, ${daysText(query, store.info)}${none.caveat}`}
                {all.actions > 0 && (
                  <>
                    {" "}
                    All records have{" "}
                    <Link href={href(path, change(scope, allDays))}>{counted(all.actions, "action")}</Link>.
                  </>
                )}
              </p>
            </Notice>
          );
        }}
      </SectionBoundary>
      {children}
    </>
  );
}

/** The actions that name something: totals, holders, fiscal years, contracts and newest descriptions. */
async function NamingActions({
  loaded,
  words,
  caption,
  companies,
  hasFindings = true,
  more,
  found,
}: NamedPageProps & { found: Totals }) {
  const { by, store, subject, query, page } = loaded;
  const newest = change(query, { view: "actions" });
  const names = { [by]: { [subject.slug]: subject.name } };
  const period = periodOfWindow(windowOf(query, store.info));
  const [times, dates, holders, contracts, actions, extras] = await Promise.all([
    periods(store, query, period),
    sameDates(store, query),
    groups(store, query, "company", { top: limits.holders }),
    NamingContracts({
      store,
      query,
      page,
      table: "contracts",
      most: limits.contracts,
      of: found.contracts,
      caption: `Exact U.S. dollars obligated. Other actions of a contract may ${caption}.`,
    }),
    listActions(store, { ...newest, size: limits.newest }),
    more?.(),
  ]);
  const span = spanText(query, store.info);
  const chart = { query, page, days: store.info, hasFinding: hasFindings };
  return (
    <>
      <KeyFigures
        figures={[
          {
            label: `Obligated (net) by actions ${words.figure}`,
            value: <RecordsSum query={query} cents={found.net} />,
            note: `${span}; the whole amount of each action`,
          },
          addedFigure({
            query,
            totals: found,
            note: (
              <>
                in <RecordsLink query={newest}>{counted(found.actions, "contract action")}</RecordsLink>
              </>
            ),
          }),
          {
            label: "Contracts",
            value: <RecordsLink query={query}>{formatCount(found.contracts)}</RecordsLink>,
            note: extras?.contracts,
          },
          {
            label: query.grouped === "no" ? "Recipients as recorded" : "Companies that hold them",
            value: (
              <RecordsLink query={change(query, { show: "company" })}>
                {formatCount(found.companies)}
              </RecordsLink>
            ),
          },
        ]}
      />
      {extras?.remark}
      <TwoColumns>
        <GroupChart
          by={period}
          subtitle={`Net obligations of actions ${words.chart}, by date signed`}
          groups={withLinks(times, query, period)}
          about={{ names, sameDates: dates }}
          {...chart}
        />
        <LeadingGroups
          by="company"
          span={span}
          found={holders}
          whole={found.net}
          about={{ names }}
          {...chart}
        >
          , of actions {words.chart}
          {companies && `. ${companies}`}
        </LeadingGroups>
      </TwoColumns>
      <Section
        id="contracts"
        title="Contracts"
        subtitle={
          <>
            Shown: {found.contracts > limits.contracts && `the ${limits.contracts} largest of `}
            <RecordsLink query={query}>{counted(found.contracts, "contract")}</RecordsLink> with an action{" "}
            {words.contract}.
          </>
        }
      >
        {contracts}
      </Section>
      <Section
        id="newest"
        title={`Latest descriptions that name ${subject.name}`}
        subtitle={
          <>
            As recorded, by date signed.{" "}
            <RecordsLink query={newest}>See all actions, newest first</RecordsLink>
          </>
        }
      >
        <NewestActionList actions={actions} query={query} />
      </Section>
    </>
  );
}

interface NamingSentenceProps {
  loaded: LoadedNamed;
  actions: number;
  /** What they name, in the sentence. */
  name: string;
  isByRule?: boolean;
}

/** How many actions name something and when they were signed, as a sentence without its period. */
export function NamingSentence({ loaded, actions, name, isByRule = false }: NamingSentenceProps) {
  const { query, store } = loaded;
  return (
    beyondRecords(query, store.info) ?? (
      <>
        {agencyNames(query)} signed{" "}
        <RecordsLink query={change(query, { view: "actions" })}>
          {counted(actions, "contract action")}
        </RecordsLink>{" "}
        {isByRule
          ? `that ${actions === 1 ? "names" : "name"} ${name} by the rule below`
          : `whose ${actions === 1 ? "description names" : "descriptions name"} ${name}`}
        , {daysText(query, store.info)}
      </>
    )
  );
}
