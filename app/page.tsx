import type { Metadata, Route } from "next";
import type { ReactNode } from "react";
import { DataNotes } from "@/app/data-notes";
import { listLink, readPage } from "@/app/read-page";
import { NewestChanges } from "@/components/changes/changes-list";
import { LeadingGroups, MonthsChart } from "@/components/charts/group-chart";
import { yearToDateFile } from "@/components/charts/links";
import { IncompleteYearNote } from "@/components/figures/incomplete-year-note";
import { NewCompanies, RecentActions } from "@/components/figures/recent";
import { YearToDateFigures } from "@/components/figures/year-to-date";
import { EntryPoints } from "@/components/home/entry-points";
import { YearsChart } from "@/components/home/years-chart";
import { Link } from "@/components/ui/link";
import { Notice, ParameterNotice } from "@/components/ui/notice";
import { AgencyChoice, ChoiceLine, GroupedLink, PageHeader } from "@/components/ui/page-header";
import { Section, TwoColumns } from "@/components/ui/section";
import { SectionBoundary } from "@/components/ui/section-boundary";
import { trackedAgency } from "@/lib/contracts/agencies";
import { formatDay, washingtonDay } from "@/lib/contracts/days";
import { withins } from "@/lib/contracts/expiring";
import type { KnownProblem } from "@/lib/contracts/known-problems";
import { counted } from "@/lib/contracts/money";
import { runningYears } from "@/lib/contracts/running-years";
import { weekDays, weekText } from "@/lib/contracts/weeks";
import { plainRunningYears, runningYearsFinding } from "@/lib/findings/running-years";
import { scopeOf } from "@/lib/findings/scope";
import { headlineFinding } from "@/lib/findings/year-to-date";
import { pageMetadata, sumSentence } from "@/lib/http/page-metadata";
import { agencyNames } from "@/lib/query/agency-names";
import { changesOf } from "@/lib/query/changes";
import { endingDays } from "@/lib/query/expiring";
import { companyPage, weekPage } from "@/lib/query/pages";
import { change, href, type Query } from "@/lib/query/query";
import { comparisonProblems } from "@/lib/query/relevant-problems";
import { endingRequest, homeRequest } from "@/lib/query/requests";
import type { RecordDays } from "@/lib/query/windows";
import { listChanges } from "@/lib/store/changes";
import { dailyTotals } from "@/lib/store/contracts";
import { countEndings, hasEnds } from "@/lib/store/expiring";
import type { Store } from "@/lib/store/open";
import { type Overview, overview, type YearToDate, yearToDate } from "@/lib/store/overview";
import { latestWeeks } from "@/lib/store/week";

function overviewTitle(query: Query): string {
  const agency = trackedAgency(query.agency.join());
  return agency ? `${agency.name} contracts` : `${agencyNames(query)} contracts`;
}

/** What was obligated in the fiscal year to date, as the title of the page. */
const headline = (query: Query, { info }: Store, { from, now, then }: YearToDate) =>
  now.actions === 0
    ? overviewTitle(query)
    : headlineFinding(scopeOf(query, info, {}), from, { now: now.net, earlier: then?.net ?? null });

export async function generateMetadata({ searchParams }: PageProps<"/">): Promise<Metadata> {
  return pageMetadata(async () => {
    const { store, request } = await readPage(homeRequest, searchParams);
    const { query } = request;
    const [year, daily] = await Promise.all([yearToDate(store, query), dailyTotals(store, query)]);
    const { info } = store;
    return {
      title: overviewTitle(query),
      shared: headline(query, store, year),
      description: sumSentence(agencyNames(query), year.now, { data_from: year.from, data_through: year.to }),
      address: href("/", query),
      picture: yearToDateFile("png", query),
      alt:
        runningYearsFinding(scopeOf(query, info, {}), runningYears(daily, info), info) ?? plainRunningYears,
    };
  });
}

/** The overview: the fiscal year to date and the years before, by company, month and office, and what is new. */
export default async function HomePage({ searchParams }: PageProps<"/">) {
  const { store, request, list, problems } = await readPage(homeRequest, searchParams);
  const { query } = request;
  const found = await overview(store, query);
  const page = homeRequest.href("/" as Route, request);
  return (
    <>
      <PageHeader title={headline(query, store, found)}>
        <ChoiceLine>
          <AgencyChoice path="/" query={query} />
          <p>
            Obligated (net) on contracts, {formatDay(found.from)} – {formatDay(found.to)} ·{" "}
            <Link href="/method">How we calculate this</Link>
            <NewestWeek store={store} query={query} />
          </p>
        </ChoiceLine>
      </PageHeader>

      <ParameterNotice store={store} problems={problems} without={page} list={listLink(list, query)} />
      <DataNotes store={store} query={query} />

      {found.isEmpty ? (
        <Notice title={`These records have no contract actions by ${agencyNames(query)}`} />
      ) : (
        <OverviewContent
          overview={found}
          days={store.info}
          query={query}
          page={page}
          problems={comparisonProblems(store.info.problems, found.current)}
        >
          <SectionBoundary name="The latest changes">
            {async () => <NewestChanges changes={await loadNewestChanges(store, query)} query={query} />}
          </SectionBoundary>
          {hasEnds(store) && (
            <SectionBoundary name="Contracts ending soon">
              {() => EndingCounts({ store, query })}
            </SectionBoundary>
          )}
        </OverviewContent>
      )}
      <EntryPoints
        query={query}
        current={found.current}
        fiscalYear={found.fiscalYear}
        through={found.to}
        companies={companyLinks(store, query)}
      />
    </>
  );
}

/** A link to the newest week that the records have all days of. */
function NewestWeek({ store, query }: { store: Store; query: Query }) {
  const [week = ""] = latestWeeks(store);
  const days = weekDays(week);
  return (
    days && (
      <>
        {" · "}
        <Link href={weekPage(week, query)}>The week of {weekText(days)}</Link>
      </>
    )
  );
}

interface OverviewContentProps {
  overview: Overview;
  days: RecordDays;
  query: Query;
  /** The address of the page. */
  page: Route;
  /** The known problems of the comparison with the year before. */
  problems: KnownProblem[];
  /** Content before the directory. */
  children: ReactNode;
}

function OverviewContent({ overview: found, days, query, page, problems, children }: OverviewContentProps) {
  const { current, now, recent } = found;
  const span = `FY${found.fiscalYear} through ${formatDay(found.to)}`;
  const of = { span, query: current, whole: now.net, page, days };
  const { from, to } = recent;
  return (
    <>
      <YearsChart query={query} running={found.running} days={days} page={page} />
      <YearToDateFigures year={found} largest={found.companies.groups} />
      {found.then && <IncompleteYearNote problems={problems} />}
      <TwoColumns>
        <LeadingGroups by="company" found={found.companies} {...of}>
          {" · "}
          <GroupedLink query={query} address={(other) => href("/", change(query, other))} />
        </LeadingGroups>
        <MonthsChart query={found.months} page={page} groups={found.byMonth} days={days} />
      </TwoColumns>
      <RecentActions
        title="Largest actions of the last 30 days"
        all="All, from the largest"
        actions={recent.largest}
        query={recent.largestQuery}
        {...{ from, to }}
      />
      <NewCompanies
        title="New companies of the last 30 days"
        companies={recent.companies}
        count={recent.newCompanies}
        query={query}
        who={agencyNames(query)}
        began={days.data_from}
        {...{ from, to }}
      />
      <RecentActions
        title="Most taken back in the last 30 days"
        all="All that was taken back"
        actions={recent.takenBack}
        query={recent.takenBackQuery}
        {...{ from, to }}
      />
      <TwoColumns>
        <LeadingGroups by="category" found={found.categories} {...of} />
        <LeadingGroups by="office" found={found.offices} {...of} />
      </TwoColumns>
      {children}
    </>
  );
}

const maxChanges = 5;

const loadNewestChanges = (store: Store, query: Query) =>
  listChanges(store, changesOf({ ...query, size: maxChanges }));

async function EndingCounts({ store, query }: { store: Store; query: Query }) {
  const today = washingtonDay(new Date());
  const counts = await Promise.all(
    withins.map(async (within) => ({
      within,
      contracts: await countEndings(store, query, endingDays({ within, end: "current" }, today)),
    })),
  );
  return (
    <Section
      id="ending"
      title="Contracts ending soon"
      subtitle={`By recorded current end (with the options exercised so far), counted from ${formatDay(today)}.`}
    >
      <ul>
        {counts.map(({ within, contracts }) => (
          <li key={within}>
            <Link href={endingRequest.href("/expiring", { query, within })}>
              {counted(contracts, "contract")}
            </Link>{" "}
            in the next {within} days
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Slugs of companies that public lists and letters about ICE contracts name, with or without an award. */
const prominentCompanies = [
  "amazon",
  "att",
  "deloitte",
  "google",
  "meta",
  "microsoft",
  "motorola-solutions",
  "openai",
  "palantir",
  "salesforce",
  "thomson-reuters",
];

const companyLinks = (store: Store, query: Query) =>
  [...store.lookups.company.values()].flatMap(({ slug, name }) =>
    slug && name && prominentCompanies.includes(slug) ? [{ name, href: companyPage(slug, query) }] : [],
  );
