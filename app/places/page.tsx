import type { Metadata, Route } from "next";
import { Fragment } from "react";
import { DataNotes } from "@/app/data-notes";
import { listLink, readPage } from "@/app/read-page";
import { RecordsSum } from "@/components/figures/records-link";
import { type MapDot, PlacesMap } from "@/components/places/places-map";
import { NotNamedList, PlacesTable, StatesTable } from "@/components/places/places-table";
import { Joined } from "@/components/ui/joined";
import { Link } from "@/components/ui/link";
import { Notice, ParameterNotice } from "@/components/ui/notice";
import { AgencyChoice, ChoiceLine, PageHeader } from "@/components/ui/page-header";
import { Disclosure, Section } from "@/components/ui/section";
import { SectionBoundary } from "@/components/ui/section-boundary";
import { formatDay } from "@/lib/contracts/days";
import { facilityLists } from "@/lib/contracts/facilities";
import { counted, formatCount, formatShare, shortMoney } from "@/lib/contracts/money";
import { pageMetadata } from "@/lib/http/page-metadata";
import { agencyNames } from "@/lib/query/agency-names";
import { placePage } from "@/lib/query/pages";
import { change, type Query } from "@/lib/query/query";
import { placesRequest } from "@/lib/query/requests";
import { tableSort } from "@/lib/query/table-sort";
import { groups, totals } from "@/lib/store/contracts";
import { type FacilityTotals, listFacilities, namingAny } from "@/lib/store/facilities";
import type { Store } from "@/lib/store/open";
import { mapSize, placeOnMap, usMap } from "./us-map";

const path = "/places" as Route;

export async function generateMetadata({ searchParams }: PageProps<"/places">): Promise<Metadata> {
  return pageMetadata(async () => {
    const { store, request } = await readPage(placesRequest, searchParams);
    const { query } = request;
    const { rows } = await listFacilities(store, query);
    const named = rows.filter(({ totals: sum }) => sum.actions > 0).length;
    return {
      title: `Detention facilities named in descriptions of ${agencyNames(query)} awards`,
      description: `${formatCount(named)} of ${counted(rows.length, "detention facility", "detention facilities")} are named, by reviewed rules, in descriptions of ${agencyNames(query)} awards signed from ${formatDay(store.info.data_from)}, through ${formatDay(store.info.data_through)}.`,
      address: placesRequest.href(path, request),
    };
  });
}

export default async function Places({ searchParams }: PageProps<"/places">) {
  const { store, request, list, problems } = await readPage(placesRequest, searchParams);
  const { query } = request;
  const page = placesRequest.href(path, request);
  return (
    <>
      <PageHeader
        title="Detention facilities named in descriptions of awards"
        lede={
          <SectionBoundary name="How many facilities are named" inline>
            {() => PlacesLede({ store, query })}
          </SectionBoundary>
        }
      >
        <ChoiceLine>
          <AgencyChoice path="/places" query={query} />
          <p className="no-print">
            <Link href={"/places.csv" as Route}>All facilities (CSV)</Link> ·{" "}
            <Link href="/method">How we calculate this</Link>
          </p>
        </ChoiceLine>
      </PageHeader>
      <ParameterNotice store={store} problems={problems} without={page} list={listLink(list, query)} />
      {/* What is missing from the records of detention is missing from the map. */}
      <DataNotes store={store} query={change(query, { category: ["detention"] })} />
      <SectionBoundary name="The places">{() => PlacesView({ store, query, page })}</SectionBoundary>
    </>
  );
}

interface PlacesProps {
  store: Store;
  query: Query;
}

async function PlacesLede({ store, query }: PlacesProps) {
  const [{ rows }, named, guards] = await Promise.all([
    listFacilities(store, query),
    namingAny(store, query),
    Promise.all(query.agency.map((agency) => guardShare(store, change(query, { agency: [agency] })))),
  ]);
  const { data_from: from, data_through: through } = store.info;
  const count = rows.filter(({ totals: sum }) => sum.actions > 0).length;
  return (
    <>
      {counted(named.actions, "contract action")} of {agencyNames(query)} from {formatDay(from)}, through{" "}
      {formatDay(through)},{" "}
      {named.actions === 1 ? "has a description that names" : "have descriptions that name"}{" "}
      {formatCount(count)} of {counted(rows.length, "facility", "facilities")} that we look for. {guards} A
      description that names several counts under each with its whole amount, so sums over places overlap.
    </>
  );
}

/** What part of one agency's money for detention and guards names a facility. Renders nothing without such money. */
async function guardShare(store: Store, query: Query) {
  const guards = change(query, { category: ["detention"] });
  const [named, all] = await Promise.all([namingAny(store, guards), totals(store, guards)]);
  return (
    all.net > 0 && (
      <Fragment key={agencyNames(query)}>
        Of <RecordsSum query={guards} cents={all.net} /> that {agencyNames(query)} obligated in the category
        Detention and guards, {formatShare(named.net, all.net)} is in actions that name one.{" "}
      </Fragment>
    )
  );
}

async function PlacesView({ store, query, page }: PlacesProps & { page: Route }) {
  const [{ rows }, { groups: states }] = await Promise.all([
    listFacilities(store, query),
    groups(store, query, "place_state"),
  ]);
  const named = rows
    .filter(({ totals: sum }) => sum.actions > 0)
    .toSorted((one, other) => other.totals.net - one.totals.net);
  const others = rows.filter(({ totals: sum }) => sum.actions === 0);
  const outside = named.filter(({ latitude, longitude }) => placeOnMap(latitude, longitude) === null);
  if (named.length === 0) {
    return (
      <Notice title={`No description of an action by ${agencyNames(query)} names a facility`}>
        <p>
          We look for {counted(rows.length, "facility", "facilities")}.
          {rows.length === 0 && " This snapshot was made before they were matched."}
        </p>
      </Notice>
    );
  }
  return (
    <>
      <PlacesMap size={mapSize} {...usMap()} dots={named.flatMap((row) => dotOf(row, query))} />
      {outside.length > 0 && (
        <p className="soft">
          Not on the map:{" "}
          <Joined
            parts={outside.map(({ slug, name, totals: sum }) => (
              <span key={slug}>
                <Link href={placePage(slug, query)}>{name}</Link> ({shortMoney(sum.net)})
              </span>
            ))}
          />
          .
        </p>
      )}
      <Section
        id="list"
        title="The facilities"
        subtitle="Names and types are those of ICE’s detention statistics. A mention says what the description says, and not who was held there."
      >
        <PlacesTable
          query={query}
          rows={named}
          sort={tableSort(page, "places", "-net")}
          caption="Exact U.S. dollars obligated, by action: the whole amount of each action whose own description names the facility. The rows do not add up to a total."
        />
      </Section>
      <Section
        id="states"
        title="By state"
        subtitle="An action that names two places in a state counts once there."
      >
        <StatesTable
          query={query}
          rows={states.filter(({ key }) => key !== null)}
          sort={tableSort(page, "states", "-net")}
        />
      </Section>
      <Section
        id="left-out"
        title="What is not here"
        subtitle={`${counted(others.length, "facility", "facilities")} on ${facilityLists.count} of ICE’s lists, from ${formatDay(facilityLists.first)}, to ${formatDay(facilityLists.last)}, ${others.length === 1 ? "is" : "are"} named in no description.`}
      >
        <p>
          Agreements between governments, under which most listed facilities are used, are not contracts:
          their money is mostly not in these records. A facility without a contract here is not one without
          money.
        </p>
        <Disclosure title="Facilities that no description names">
          <NotNamedList query={query} rows={others} />
        </Disclosure>
      </Section>
    </>
  );
}

function dotOf(
  { slug, name, city, state, latitude, longitude, totals: sum }: FacilityTotals,
  query: Query,
): MapDot[] {
  const point = placeOnMap(latitude, longitude);
  return point === null
    ? []
    : [
        {
          ...point,
          key: slug,
          name,
          label: `${name}, ${city}, ${state}`,
          href: placePage(slug, query),
          net: sum.net,
          actions: counted(sum.actions, "action"),
        },
      ];
}
