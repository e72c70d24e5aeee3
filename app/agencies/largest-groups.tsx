import type { Route } from "next";
import type { ReactNode } from "react";
import { addressFor } from "@/app/agencies/address";
import { LeadingGroups } from "@/components/charts/group-chart";
import { TotalsSentence } from "@/components/figures/records-link";
import { GroupedLink } from "@/components/ui/page-header";
import { Section, TwoColumns } from "@/components/ui/section";
import { SectionBoundary } from "@/components/ui/section-boundary";
import { type Tab, Tabs } from "@/components/ui/tabs";
import type { SnapshotInfo } from "@/lib/contracts/snapshots";
import { capitalize } from "@/lib/contracts/text";
import type { Group } from "@/lib/contracts/totals";
import type { Query } from "@/lib/query/query";
import { type Labels, windowText } from "@/lib/query/query-text";
import { fiscalYears, inYears, vehicleAgencies } from "@/lib/store/agencies";
import { type Groups, totals } from "@/lib/store/contracts";
import type { Store } from "@/lib/store/open";
import { largestGroups } from "@/lib/store/overview";

interface LargestGroupsProps {
  store: Store;
  path: Route;
  query: Query;
  /** The query of the page's address without its years. */
  grouping: Query;
  /** The name of the office. */
  names: Labels;
  /** The fiscal years in the address. */
  requestedYears: number[] | undefined;
  /** The address of the page. */
  page: Route;
  isOffice: boolean;
}

export async function LargestGroups({
  store,
  path,
  query,
  grouping,
  names,
  requestedYears,
  page,
  isOffice,
}: LargestGroupsProps) {
  const { info } = store;
  const years = await fiscalYears(store, query);
  const period = inYears(query, years, requestedYears);
  const span = periodText(period, info);
  // The charts start loading here, in parallel with the totals of the period.
  const chart = (
    by: "company" | "category" | "vehicle_agency" | "office",
    name: string,
    largest: Promise<Groups>,
    more?: ReactNode,
  ) =>
    SectionBoundary({
      name,
      children: async () => {
        const [found, { net }] = await Promise.all([largest, totals(store, period)]);
        const of = { span, query: period, whole: net, page, days: info, about: { names } };
        return (
          <LeadingGroups by={by} found={found} {...of}>
            {more}
          </LeadingGroups>
        );
      },
    });
  const companies = chart(
    "company",
    "The largest companies",
    largestGroups(store, period, "company"),
    <>
      {" · "}
      <GroupedLink
        query={grouping}
        address={(other) => addressFor(path, { ...grouping, ...other }, requestedYears)}
      />
    </>,
  );
  const categories = chart("category", "The categories", largestGroups(store, period, "category"));
  const vehicles = chart("vehicle_agency", "The vehicles", vehicleAgencies(store, period));
  const offices = isOffice ? null : chart("office", "The offices", largestGroups(store, period, "office"));
  const inPeriod = await totals(store, period);
  return (
    <>
      <Section
        id="period"
        title={`By company, category${isOffice ? " and vehicle" : ", vehicle and office"}`}
        subtitle={
          <>
            {capitalize(span)}: <TotalsSentence query={period} totals={inPeriod} />.
          </>
        }
      >
        <Tabs label="Period" tabs={periodTabs(years, period, path, grouping, info)} />
      </Section>
      {inPeriod.actions === 0 ? (
        <p>These records have no action in that period.</p>
      ) : (
        <TwoColumns>
          {companies}
          {categories}
          {vehicles}
          {offices}
        </TwoColumns>
      )}
    </>
  );
}

function periodTabs(years: Group[], period: Query, path: Route, query: Query, info: SnapshotInfo): Tab[] {
  const chosen = period.fy.join();
  const known = years.flatMap(({ key, actions }) => (actions > 0 ? [Number(key)] : [])).toReversed();
  return [
    ...known.map((year, index) => ({
      label: periodText({ ...period, fy: [year] }, info),
      href: addressFor(path, query, index === 0 ? undefined : [year]),
      current: chosen === String(year),
    })),
    { label: "All records", href: addressFor(path, query, []), current: chosen === "" },
  ];
}

/** The fiscal years of a query as text; an unfinished one has its last day. */
function periodText(period: Query, { data_from: from, data_through: through }: SnapshotInfo): string {
  const words = windowText(period, from, through);
  return period.fy.length === 0 ? `all records, ${words}` : words;
}
