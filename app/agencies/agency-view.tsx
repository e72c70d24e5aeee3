import type { Route } from "next";
import { addressFor, yearsOf } from "@/app/agencies/address";
import { DataNotes } from "@/app/data-notes";
import { Breadcrumbs } from "@/app/page-frame";
import { listLink, type ReadPage } from "@/app/read-page";
import { ChangesLink } from "@/components/changes/changes-list";
import { GroupChart, MonthsChart } from "@/components/charts/group-chart";
import { withLinks } from "@/components/charts/links";
import { IncompleteYearNote } from "@/components/figures/incomplete-year-note";
import { NewestSection } from "@/components/figures/newest-actions";
import { YearToDateFigures, YearToDateSentence } from "@/components/figures/year-to-date";
import { Link } from "@/components/ui/link";
import { ParameterNotice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Section, TwoColumns } from "@/components/ui/section";
import { SectionBoundary } from "@/components/ui/section-boundary";
import { formatDay } from "@/lib/contracts/days";
import type { SnapshotInfo } from "@/lib/contracts/snapshots";
import { capitalize } from "@/lib/contracts/text";
import { sumSentence } from "@/lib/http/page-metadata";
import { agencyPage } from "@/lib/query/pages";
import { defaults, href, type Query } from "@/lib/query/query";
import type { Labels } from "@/lib/query/query-text";
import { comparisonProblems } from "@/lib/query/relevant-problems";
import type { AgencyRequest } from "@/lib/query/requests";
import { type CodeName, fiscalYears, type Office, ofAgency } from "@/lib/store/agencies";
import { totals } from "@/lib/store/contracts";
import type { Store } from "@/lib/store/open";
import { latestMonths, newestActions, overviewQueries, sameDates, yearToDate } from "@/lib/store/overview";
import styles from "./agencies.module.css";
import { LargestGroups } from "./largest-groups";

interface AgencyViewProps {
  page: ReadPage<AgencyRequest>;
  /** The address of the page without its parameters. */
  path: Route;
  agency: CodeName;
  office?: Office;
}

export async function agencyMetadata({ page: { store, request }, path, agency, office }: AgencyViewProps) {
  const { query } = request;
  const own = ofAgency({ ...query, fy: [] }, agency.code, office?.code);
  const by = office ? `${officeTitle(office)} of ${agency.name}` : agency.name;
  return {
    title: office ? `${officeTitle(office)}, ${agency.name}` : agency.name,
    description: sumSentence(by, await totals(store, own), store.info),
    address: addressFor(path, query, yearsOf(request)),
  };
}

/** The page of an agency or one of its offices. Its parts run their queries in parallel. */
export function AgencyView({ page, path, agency, office }: AgencyViewProps) {
  const { store, request, list, problems } = page;
  const years = yearsOf(request);
  const { info } = store;
  const grouping = { ...request.query, fy: [] };
  const query = ofAgency(grouping, agency.code, office?.code);
  const { fiscalYear, from, to, newest, fillingInFrom } = overviewQueries(query, info.data_through);
  const address = addressFor(path, grouping, years, request.table_sort);
  const title = office ? officeTitle(office) : agency.name;
  const names: Labels = office ? { office: { [office.code]: officeTitle(office) } } : {};
  const crumbs = [
    { label: "Agencies", href: href("/agencies", { ...defaults("contracts"), snapshot: store.named }) },
    ...(office ? [{ label: agency.name, href: agencyPage(agency.code, query) }] : []),
  ];
  return (
    <>
      <Breadcrumbs crumbs={crumbs} title={title} />
      <PageHeader
        crumbs={crumbs}
        title={title}
        lede={
          <SectionBoundary name="The sum of the fiscal year to date" inline>
            {() => AgencyLede({ store, query, agency, office })}
          </SectionBoundary>
        }
      >
        <p className={styles.aside}>
          {office ? (
            <>
              Awarding office {office.code} of {agency.name} (agency {agency.code}). These records have no
              column for the office. We read its code from the first six characters of the contract number
              (PIID).
              {office.name === office.code && " No source that we have names it."}
              {office.basis !== null && ` Its name: ${office.basis}`}
            </>
          ) : (
            <>Awarding sub-agency {agency.code}.</>
          )}{" "}
          Fiscal year {fiscalYear} to date: {formatDay(from)} – {formatDay(to)} ·{" "}
          <Link href={href("/contracts", query)}>All contracts</Link> · <ChangesLink query={query} /> ·{" "}
          <Link href="/method">How we calculate this</Link>
        </p>
      </PageHeader>
      <ParameterNotice
        store={store}
        problems={problems}
        without={address}
        list={listLink(ofAgency(list, agency.code, office?.code), query)}
      />
      <DataNotes store={store} query={query} />
      <SectionBoundary name="The figures of the fiscal year to date">
        {async () => {
          const year = await yearToDate(store, query);
          if (year.now.actions + (year.then?.actions ?? 0) === 0) return null;
          return (
            <>
              <YearToDateFigures year={year} />
              {year.then && <IncompleteYearNote problems={comparisonProblems(info.problems, year.current)} />}
            </>
          );
        }}
      </SectionBoundary>
      <TwoColumns>
        <SectionBoundary name="The fiscal years">
          {() => AgencyYears({ store, query, page: address, names })}
        </SectionBoundary>
        <SectionBoundary name="The months">
          {() => AgencyMonths({ store, query, page: address, names })}
        </SectionBoundary>
      </TwoColumns>
      <SectionBoundary name="The largest groups">
        {() =>
          LargestGroups({
            store,
            path,
            query,
            grouping,
            names,
            requestedYears: years,
            page: address,
            isOffice: office !== undefined,
          })
        }
      </SectionBoundary>
      <SectionBoundary name="The newest actions">
        {async () => (
          <NewestSection
            actions={await newestActions(store, query)}
            query={newest}
            fillingInFrom={fillingInFrom}
          />
        )}
      </SectionBoundary>
      <AgencyExclusions agency={agency} office={office} info={info} />
    </>
  );
}

const officeTitle = ({ code, name }: CodeName) => (name === code ? `Office ${code}` : name);

interface AgencyLedeProps {
  store: Store;
  query: Query;
  agency: CodeName;
  office: Office | undefined;
}

async function AgencyLede({ store, query, agency, office }: AgencyLedeProps) {
  const year = await yearToDate(store, query);
  const name = office ? `this office of ${agency.name}` : agency.name;
  if (year.now.actions > 0) return <YearToDateSentence name={capitalize(name)} year={year} />;
  const [newest] = await newestActions(store, query);
  return (
    <>
      These records have no contract action signed by {name} from {formatDay(year.from)}, through{" "}
      {formatDay(year.to)}
      {newest && `; the latest is from ${formatDay(newest.action_date)}`}.
    </>
  );
}

interface ChartProps {
  store: Store;
  query: Query;
  page: Route;
  names: Labels;
}

async function AgencyYears({ store, query, page, names }: ChartProps) {
  const [years, dates] = await Promise.all([fiscalYears(store, query), sameDates(store, query)]);
  const { data_from: from, data_through: through } = store.info;
  return (
    <GroupChart
      by="fiscal_year"
      subtitle={`Net obligations by fiscal year (Oct. 1 to Sept. 30), all records, ${formatDay(from)} – ${formatDay(through)}`}
      groups={withLinks(years, query, "fiscal_year")}
      query={query}
      page={page}
      days={store.info}
      about={{ names, sameDates: dates }}
    />
  );
}

async function AgencyMonths({ store, query, page, names }: ChartProps) {
  const months = await latestMonths(store, query);
  const through = store.info.data_through;
  if (months.every(({ actions }) => actions === 0)) {
    return (
      <p>These records have no action in the last {months.length} months, so there is no monthly chart.</p>
    );
  }
  return (
    <MonthsChart
      query={overviewQueries(query, through).months}
      page={page}
      groups={months}
      days={store.info}
      about={{ names }}
    />
  );
}

interface AgencyExclusionsProps {
  agency: CodeName;
  office: Office | undefined;
  info: SnapshotInfo;
}

function AgencyExclusions({ agency, office, info }: AgencyExclusionsProps) {
  return (
    <Section id="left-out" title="What this leaves out">
      <p>
        These are contract actions (award types A to D) that {agency.name} awarded, signed from{" "}
        {formatDay(info.data_from)}, through {formatDay(info.data_through)}. Orders that other agencies placed
        for it are recorded under those agencies. Subcontracts, purchase cards and micro-purchases, grants and
        ordering agreements are not included.
        {office &&
          " We know the office only from contract numbers. These records do not say whether another office now administers a contract."}{" "}
        <Link href="/method#left-out">More about what is left out</Link>
      </p>
    </Section>
  );
}
