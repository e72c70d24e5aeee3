import type { Route } from "next";
import { addressFor, readAsked } from "@/app/agencies/address";
import { Breadcrumbs } from "@/app/breadcrumbs";
import { ChangesLink } from "@/components/changes/changes-link";
import { linked } from "@/components/charts/doors";
import { GroupChart } from "@/components/charts/group-chart";
import { LeadingGroups } from "@/components/charts/leading-groups";
import { MonthsChart } from "@/components/charts/months-chart";
import { questionOf } from "@/components/charts/questions";
import { unfinishedPeriod } from "@/components/charts/time";
import { Newest } from "@/components/figures/newest";
import { TotalsSaid } from "@/components/figures/totals-said";
import { YearToDateFigures, YearToDateSaid } from "@/components/figures/year-to-date";
import { Columns } from "@/components/ui/columns";
import { GroupedLink, otherGrouping } from "@/components/ui/grouped-link";
import { Link } from "@/components/ui/link";
import { ParameterNotice, ProblemNotices } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { type Tab, Tabs } from "@/components/ui/tabs";
import { formatDay, shortDay } from "@/lib/contracts/days";
import type { SnapshotInfo } from "@/lib/contracts/facts";
import { capitalised } from "@/lib/contracts/text";
import { sumSaid } from "@/lib/http/page-metadata";
import { agencyPage } from "@/lib/query/pages";
import { defaults, href, type Query } from "@/lib/query/query";
import { otherSnapshot, touching } from "@/lib/query/touching";
import { type AgencyOverview, agencyOverview, type Named, ofAgency } from "@/lib/store/agencies";
import { totals } from "@/lib/store/contracts";
import type { Store } from "@/lib/store/open";

import styles from "./agencies.module.css";

interface AgencyViewProps {
  store: Store;
  /** The address of the page without its parameters. */
  path: Route;
  search: Record<string, string | string[] | undefined>;
  agency: Named;
  /** The office of the agency that the page is of; without one it is of the whole agency. */
  office?: Named;
}

/** What is said of the page where it is not seen. */
export async function described(
  store: Store,
  path: Route,
  search: AgencyViewProps["search"],
  agency: Named,
  office?: Named,
) {
  const { query, years } = readAsked(search);
  const own = ofAgency({ ...query, fy: [] }, agency.code, office?.code);
  const by = office ? `${officeTitle(office)} of ${agency.name}` : agency.name;
  return {
    title: office ? `${officeTitle(office)}, ${agency.name}` : agency.name,
    description: sumSaid(by, await totals(store, own), store.info),
    address: addressFor(path, query, years),
  };
}

/** The page of an agency or of one of its offices. */
export async function AgencyView({ store, path, search, agency, office }: AgencyViewProps) {
  const { query: named, years, list, problems } = readAsked(search);
  const { info } = store;
  const grouping = { ...named, fy: [], snapshot: store.named };
  const query = ofAgency(grouping, agency.code, office?.code);
  const found = await agencyOverview(store, query, years);
  const asList = href("/contracts", {
    ...ofAgency(list, agency.code, office?.code),
    snapshot: store.named,
  });
  const tabs = periods(found, path, grouping, info);
  const here = tabs.find(({ current }) => current)?.href ?? addressFor(path, grouping, years);
  const switched = addressFor(path, { ...grouping, ...otherGrouping(grouping) }, years);
  const title = office ? officeTitle(office) : agency.name;
  const crumbs = [
    { label: "Agencies", href: href("/agencies", { ...defaults("contracts"), snapshot: store.named }) },
    ...(office ? [{ label: agency.name, href: agencyPage(agency.code, query) }] : []),
  ];
  return (
    <>
      <Breadcrumbs crumbs={crumbs} title={title} />
      <PageHeader crumbs={crumbs} title={title} lede={<Lede found={found} agency={agency} office={office} />}>
        <p className={styles.aside}>
          {office ? (
            <>
              Awarding office {office.code} of {agency.name} (agency {agency.code}). These records have no
              column for the office: its code is read from the first six characters of the contract number
              (PIID).
              {office.name === office.code && " No name for it is known here."}
            </>
          ) : (
            <>Awarding sub-agency {agency.code}.</>
          )}{" "}
          Fiscal year {found.fiscalYear} to date: {shortDay(found.from)} – {shortDay(found.to)} ·{" "}
          <Link href={href("/contracts", query)}>All its contracts</Link> · <ChangesLink query={query} /> ·{" "}
          <Link href="/data#method">How a figure here is made</Link>
        </p>
      </PageHeader>
      <ParameterNotice
        store={store}
        problems={[...problems, ...otherSnapshot(named, info.id)]}
        without={here}
        list={asList === href("/contracts", query) ? null : asList}
      />
      <ProblemNotices problems={touching(info.problems, query)} />
      {found.now.actions + (found.then?.actions ?? 0) > 0 && <YearToDateFigures year={found} />}
      <OverTime found={found} query={query} info={info} page={here} />
      <Largest
        found={found}
        info={info}
        page={here}
        tabs={tabs}
        switched={switched}
        isOffice={office !== undefined}
      />
      <Newest actions={found.actions} query={found.newest} fillingInFrom={found.fillingInFrom} />
      <LeftOut agency={agency} office={office} info={info} />
    </>
  );
}

const officeTitle = ({ code, name }: Named) => (name === code ? `Office ${code}` : name);

interface LedeProps {
  found: AgencyOverview;
  agency: Named;
  office: Named | undefined;
}

function Lede({ found, agency, office }: LedeProps) {
  const name = office ? `this office of ${agency.name}` : agency.name;
  if (found.now.actions > 0) return <YearToDateSaid name={name} year={found} />;
  const last = found.actions[0]?.action_date;
  return (
    <>
      These records hold no contract action that {name} signed from {formatDay(found.from)} through{" "}
      {formatDay(found.to)}
      {last && `; the newest is of ${formatDay(last)}`}.
    </>
  );
}

interface OverTimeProps {
  found: AgencyOverview;
  query: Query;
  info: SnapshotInfo;
  page: Route;
}

function OverTime({ found, query, info, page }: OverTimeProps) {
  const through = info.data_through;
  const hasMonths = found.byMonth.some(({ actions }) => actions > 0);
  return (
    <>
      <Columns>
        <GroupChart
          by="fiscal_year"
          title={questionOf("fiscal_year")}
          subtitle={`Net obligations by fiscal year (1 October to 30 September), all records, ${shortDay(info.data_from)} – ${shortDay(through)}`}
          groups={linked(found.years, query, "fiscal_year")}
          query={query}
          page={page}
          through={through}
        />
        {hasMonths && (
          <MonthsChart query={found.months} page={page} groups={found.byMonth} through={through} />
        )}
      </Columns>
      {!hasMonths && (
        <p>
          These records hold no action of the last {found.byMonth.length} months, so there is no chart of
          months.
        </p>
      )}
    </>
  );
}

interface LargestProps {
  found: AgencyOverview;
  info: SnapshotInfo;
  page: Route;
  /** The periods to choose from. */
  tabs: Tab[];
  /** The same page, with companies grouped or not. */
  switched: Route;
  isOffice: boolean;
}

/** The largest groups of the chosen period. */
function Largest({ found, info, page, tabs, switched, isOffice }: LargestProps) {
  const { period, inPeriod } = found;
  const span = periodWords(period, info);
  const of = { span, query: period, whole: inPeriod.net, page, through: info.data_through };
  return (
    <>
      <Section
        id="period"
        title={`By company, category${isOffice ? " and vehicle" : ", vehicle and office"}`}
        subtitle={
          <>
            {capitalised(span)}: <TotalsSaid query={period} totals={inPeriod} />.
          </>
        }
      >
        <Tabs label="Period" tabs={tabs} />
      </Section>
      {inPeriod.actions === 0 ? (
        <p>These records hold no action of that period.</p>
      ) : (
        <Columns>
          <LeadingGroups by="company" found={found.companies} {...of}>
            {" · "}
            <GroupedLink query={period} href={switched} />
          </LeadingGroups>
          <LeadingGroups by="category" found={found.categories} {...of} />
          <LeadingGroups by="vehicle_agency" found={found.vehicles} {...of} />
          {!isOffice && <LeadingGroups by="office" found={found.offices} {...of} />}
        </Columns>
      )}
    </>
  );
}

/** The periods to choose from, the latest first: every fiscal year with an action, and all of them. */
function periods({ years, period }: AgencyOverview, path: Route, query: Query, info: SnapshotInfo): Tab[] {
  const chosen = period.fy.join();
  const known = years.flatMap(({ key, actions }) => (actions > 0 ? [Number(key)] : [])).toReversed();
  return [
    ...known.map((year, index) => ({
      label: periodWords({ ...period, fy: [year] }, info),
      href: addressFor(path, query, index === 0 ? undefined : [year]),
      current: chosen === String(year),
    })),
    { label: "All records", href: addressFor(path, query, []), current: chosen === "" },
  ];
}

/** The fiscal years of a query in words, the unfinished one with its last day. */
function periodWords({ fy }: Query, { data_from, data_through }: SnapshotInfo): string {
  if (fy.length === 0) return `all records, ${shortDay(data_from)} – ${shortDay(data_through)}`;
  const unfinished = unfinishedPeriod("fiscal_year", data_through);
  return fy
    .map((year) => `FY${year}${String(year) === unfinished?.key ? ` through ${unfinished.through}` : ""}`)
    .join(", ");
}

interface LeftOutProps {
  agency: Named;
  office: Named | undefined;
  info: SnapshotInfo;
}

function LeftOut({ agency, office, info }: LeftOutProps) {
  return (
    <Section id="left-out" title="What does this leave out?">
      <p>
        These are contract actions (award types A to D) that {agency.name} awarded, signed from{" "}
        {formatDay(info.data_from)} to {formatDay(info.data_through)}. Orders that other agencies placed for
        it are recorded under those agencies. Subcontracts, purchase cards and micro-purchases, grants, and
        the agreements under which orders are placed are not among them.
        {office &&
          " An office is known from contract numbers alone: whether another office administers a contract now is not among the columns."}{" "}
        <Link href="/data#left-out">More about what is left out</Link>
      </p>
    </Section>
  );
}
