import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { DataNotes } from "@/app/data-notes";
import { Breadcrumbs } from "@/app/page-frame";
import { listLink, readPage } from "@/app/read-page";
import { RecordsLink } from "@/components/figures/records-link";
import { FacilityFacts, FacilityRuleFacts } from "@/components/places/facility-facts";
import { Notice, ParameterNotice } from "@/components/ui/notice";
import {
  AgencyChoice,
  ChoiceLine,
  GroupedLink,
  otherGrouping,
  PageHeader,
} from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { SectionBoundary } from "@/components/ui/section-boundary";
import { formatDay } from "@/lib/contracts/days";
import type { FacilityRule } from "@/lib/contracts/facilities";
import { counted } from "@/lib/contracts/money";
import { placeName } from "@/lib/contracts/places";
import { pageMetadata, sumSentence } from "@/lib/http/page-metadata";
import { agencyNames } from "@/lib/query/agency-names";
import { placePage } from "@/lib/query/pages";
import { change, href, type Query } from "@/lib/query/query";
import { placeRequest } from "@/lib/query/requests";
import { totals } from "@/lib/store/contracts";
import { findFacility } from "@/lib/store/facilities";
import type { Store } from "@/lib/store/open";
import { PlaceRecords } from "./place-records";

type PlacePageProps = PageProps<"/places/[slug]">;

const findFacilityOnce = cache(findFacility);

async function loadPlace({ params, searchParams }: PlacePageProps) {
  const { slug } = await params;
  const page = await readPage(placeRequest, searchParams);
  return { ...page, place: await findFacilityOnce(page.store, slug.toLowerCase()) };
}

export async function generateMetadata(props: PlacePageProps): Promise<Metadata> {
  return pageMetadata(async () => {
    const { store, place, request } = await loadPlace(props);
    const { query } = request;
    if (!place) notFound();
    const found = await totals(store, change(query, { place: [place.slug] }));
    return {
      title: `${place.name}, named in the description of ${agencyNames(query)} awards`,
      description: sumSentence(
        agencyNames(query),
        found,
        store.info,
        ` by actions whose descriptions name ${place.name}, ${whereIs(place)},`,
      ),
      address: placePage(place.slug, query),
    };
  });
}

const whereIs = ({ city, state }: FacilityRule) => (state ? `${city}, ${placeName(state)}` : city);

export default async function PlacePage(props: PlacePageProps) {
  const { store, place, request, list, problems } = await loadPlace(props);
  if (!place) notFound();
  const query = change(request.query, { place: [place.slug] });
  const page = placeRequest.href(`/places/${place.slug}` as Route, request);
  const isRecorded = query.grouped === "no";
  const title = `${place.name}, named in descriptions`;
  const crumbs = [{ label: "Places", href: href("/places", { ...query, place: [] }) }];
  return (
    <>
      <Breadcrumbs crumbs={crumbs} title={title} />
      <PageHeader
        crumbs={crumbs}
        title={title}
        lede={
          <SectionBoundary name="How many actions name it" inline>
            {() => PlaceLede({ store, place, query })}
          </SectionBoundary>
        }
      >
        <ChoiceLine>
          <AgencyChoice path={`/places/${place.slug}`} query={{ ...query, place: [] }} />
          <p>
            {isRecorded ? "By recipient as recorded" : "By company"} ·{" "}
            <GroupedLink query={query} href={placePage(place.slug, { ...query, ...otherGrouping(query) })} />{" "}
            · <a href="#rule">The rule</a>
          </p>
        </ChoiceLine>
      </PageHeader>
      <ParameterNotice
        store={store}
        problems={problems}
        without={page}
        list={listLink({ ...list, place: [place.slug] }, query)}
      />
      <DataNotes store={store} query={query} />
      <SectionBoundary name="The actions that name it">
        {async () => {
          const found = await totals(store, query);
          if (found.actions > 0) return PlaceRecords({ store, place, query, page, found });
          return (
            <Notice title={`No description of an action by ${agencyNames(query)} names ${place.name}`}>
              <p>
                In these records, from {formatDay(store.info.data_from)}, through{" "}
                {formatDay(store.info.data_through)}. Money under agreements between governments is mostly not
                in them.
              </p>
            </Notice>
          );
        }}
      </SectionBoundary>
      <Section
        id="listed"
        title="What ICE calls it"
        subtitle="From ICE’s own detention statistics. The days are those of lists, and not of opening or closing."
      >
        <FacilityFacts place={place} query={request.query} />
      </Section>
      <Section
        id="left-out"
        title="What is not here"
        subtitle="Agreements between governments are not contracts: what is obligated under them is mostly not in these records. A description can leave out where the work is."
      >
        {null}
      </Section>
      <Section
        id="rule"
        title="The rule"
        subtitle="What counts as naming it. The rule is a row of data/facilities.csv, and its examples run as tests."
      >
        <FacilityRuleFacts place={place} />
      </Section>
    </>
  );
}

interface PlaceLedeProps {
  store: Store;
  place: FacilityRule;
  query: Query;
}

async function PlaceLede({ store, place, query }: PlaceLedeProps) {
  const { info } = store;
  const { actions } = await totals(store, query);
  return (
    <>
      In {whereIs(place)}. {agencyNames(query)} signed{" "}
      <RecordsLink query={change(query, { view: "actions" })}>
        {counted(actions, "contract action")}
      </RecordsLink>{" "}
      whose {actions === 1 ? "description names" : "descriptions name"} it, from {formatDay(info.data_from)},
      through {formatDay(info.data_through)}. A mention does not say how much of the amount is for the
      facility.
    </>
  );
}
