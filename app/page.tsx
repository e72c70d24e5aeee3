import type { Metadata } from "next";
import type { ReactNode } from "react";
import { KnownProblems } from "@/app/known-problems";
import { listLink, readPage } from "@/app/read-page";
import { NewestChanges } from "@/components/changes/changes-list";
import { LeadingGroups, MonthsChart } from "@/components/charts/group-chart";
import { groupsFile } from "@/components/charts/links";
import { EndingCounts } from "@/components/ending/ending-options";
import { IncompleteYearNote } from "@/components/figures/incomplete-year-note";
import { NewestSection } from "@/components/figures/newest-actions";
import { YearToDateFigures, YearToDateSentence } from "@/components/figures/year-to-date";
import { EntryPoints } from "@/components/home/entry-points";
import { Link } from "@/components/ui/link";
import { Notice, ParameterNotice } from "@/components/ui/notice";
import {
  AgencyChoice,
  ChoiceLine,
  GroupedLink,
  otherGrouping,
  PageHeader,
} from "@/components/ui/page-header";
import { TwoColumns } from "@/components/ui/section";
import { SectionBoundary } from "@/components/ui/section-boundary";
import { trackedAgency } from "@/lib/contracts/agencies";
import { formatDay, washingtonDay } from "@/lib/contracts/days";
import { withins } from "@/lib/contracts/ending";
import type { KnownProblem } from "@/lib/contracts/known-problems";
import type { RecordDays } from "@/lib/findings/scope";
import { pageMetadata, sumSentence } from "@/lib/http/page-metadata";
import { agencyNames } from "@/lib/query/agency-names";
import { changesOf } from "@/lib/query/changes";
import { endingDays } from "@/lib/query/ending";
import { agencyPage, companyPage } from "@/lib/query/pages";
import { change, href, type Query } from "@/lib/query/query";
import { comparisonProblems } from "@/lib/query/relevant-problems";
import { subjectRequest } from "@/lib/query/requests";
import { listChanges } from "@/lib/store/changes";
import { totals } from "@/lib/store/contracts";
import { countEndings, hasEnds } from "@/lib/store/ending";
import type { Store } from "@/lib/store/open";
import { type Overview, overview, overviewQueries } from "@/lib/store/overview";

function overviewTitle(query: Query): string {
  const agency = trackedAgency(query.agency.join());
  return agency ? `${agency.name} contracts` : `Contracts of ${agencyNames(query)}`;
}

export async function generateMetadata({ searchParams }: PageProps<"/">): Promise<Metadata> {
  return pageMetadata(async () => {
    const { store, request } = await readPage(subjectRequest, searchParams);
    const { query } = request;
    const { current, from, to } = overviewQueries(query, store.info.data_through);
    return {
      title: overviewTitle(query),
      description: sumSentence(agencyNames(query), await totals(store, current), {
        data_from: from,
        data_through: to,
      }),
      address: href("/", query),
      picture: groupsFile("png", current, ["company"], 10),
    };
  });
}

export default async function HomePage({ searchParams }: PageProps<"/">) {
  const { store, request, list, problems } = await readPage(subjectRequest, searchParams);
  const { query } = request;
  const found = await overview(store, query);
  const [agency = "", ...others] = query.agency;

  return (
    <>
      <PageHeader
        title={overviewTitle(query)}
        lede={<YearToDateSentence name={agencyNames(query)} year={found} />}
      >
        <ChoiceLine>
          <AgencyChoice path="/" query={query} />
          <p>
            Fiscal year {found.fiscalYear} to date ({formatDay(found.from)} – {formatDay(found.to)}) ·{" "}
            <Link href="/data#method">How a figure here is made</Link> ·{" "}
            <Link href={others.length === 0 ? agencyPage(agency, query) : href("/agencies", query)}>
              By year, office and vehicle
            </Link>
          </p>
        </ChoiceLine>
        <EntryPoints
          query={query}
          current={found.current}
          fiscalYear={found.fiscalYear}
          through={found.to}
          companies={companyLinks(store, query)}
        />
      </PageHeader>

      <ParameterNotice
        store={store}
        problems={problems}
        without={href("/", query)}
        list={listLink(list, query)}
      />
      <KnownProblems store={store} query={found.current} />

      {found.actions.length === 0 ? (
        <Notice title={`These records hold no contract action of ${agencyNames(query)}`} />
      ) : (
        <OverviewContent
          overview={found}
          days={store.info}
          query={query}
          problems={comparisonProblems(store.info.problems, found.current)}
        >
          <SectionBoundary name="The newest changes">
            {async () => <NewestChanges changes={await loadNewestChanges(store, query)} query={query} />}
          </SectionBoundary>
          {hasEnds(store) && (
            <SectionBoundary name="What ends soon">{() => loadEndingCounts(store, query)}</SectionBoundary>
          )}
        </OverviewContent>
      )}
    </>
  );
}

interface OverviewContentProps {
  overview: Overview;
  days: RecordDays;
  query: Query;
  /** The known problems of the comparison with the year before. */
  problems: KnownProblem[];
  /** Content before the newest actions. */
  children: ReactNode;
}

function OverviewContent({ overview: found, days, query, problems, children }: OverviewContentProps) {
  const { current, now } = found;
  const span = `FY${found.fiscalYear} through ${formatDay(found.to)}`;
  const page = href("/", query);
  const of = { span, query: current, whole: now.net, page, days };
  return (
    <>
      <YearToDateFigures year={found} largest={found.companies.groups} />
      {found.then && <IncompleteYearNote problems={problems} />}
      <TwoColumns>
        <LeadingGroups by="company" found={found.companies} {...of}>
          {" · "}
          <GroupedLink query={query} href={href("/", change(query, otherGrouping(query)))} />
        </LeadingGroups>
        <MonthsChart query={found.months} page={page} groups={found.byMonth} days={days} />
        <LeadingGroups by="category" found={found.categories} {...of} />
        <LeadingGroups by="office" found={found.offices} {...of} />
      </TwoColumns>
      {children}
      <NewestSection actions={found.actions} query={found.newest} fillingInFrom={found.fillingInFrom} />
    </>
  );
}

const maxChanges = 5;

const loadNewestChanges = (store: Store, query: Query) =>
  listChanges(store, changesOf({ ...query, size: maxChanges }));

async function loadEndingCounts(store: Store, query: Query) {
  const today = washingtonDay(new Date());
  const counts = await Promise.all(
    withins.map(async (within) => ({
      within,
      contracts: await countEndings(store, query, endingDays({ within, end: "current" }, today)),
    })),
  );
  return <EndingCounts counts={counts} query={query} today={today} />;
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
  [...store.explanations.company.values()].flatMap(({ slug, name }) =>
    slug && name && prominentCompanies.includes(slug) ? [{ name, href: companyPage(slug, query) }] : [],
  );
