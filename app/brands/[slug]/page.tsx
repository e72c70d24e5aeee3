import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { DataNotes } from "@/app/data-notes";
import { Breadcrumbs } from "@/app/page-frame";
import { listLink, readPage } from "@/app/read-page";
import { ExcludedActions } from "@/components/brands/excluded-actions";
import { RuleFacts, WrongMatch } from "@/components/brands/rule-facts";
import { RecordsLink } from "@/components/figures/records-link";
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
import type { Brand, BrandRule } from "@/lib/contracts/brands";
import { formatDay } from "@/lib/contracts/days";
import { counted } from "@/lib/contracts/money";
import { pageMetadata, sumSentence } from "@/lib/http/page-metadata";
import { agencyNames } from "@/lib/query/agency-names";
import { brandPage, companyPage } from "@/lib/query/pages";
import { change, href, type Query } from "@/lib/query/query";
import { brandRequest } from "@/lib/query/requests";
import { excludedActions, findBrand } from "@/lib/store/brands";
import { totals } from "@/lib/store/contracts";
import type { Store } from "@/lib/store/open";
import { Mentions } from "./mentions";

type BrandPageProps = PageProps<"/brands/[slug]">;

const findBrandOnce = cache(findBrand);

async function loadBrand({ params, searchParams }: BrandPageProps) {
  const { slug } = await params;
  const page = await readPage(brandRequest, searchParams);
  return { ...page, brand: await findBrandOnce(page.store, slug.toLowerCase()) };
}

const brandTitle = ({ name }: Brand) => `${name}, named in the description of other companies’ awards`;

export async function generateMetadata(props: BrandPageProps): Promise<Metadata> {
  return pageMetadata(async () => {
    const { store, brand, request } = await loadBrand(props);
    const { query } = request;
    if (!brand) notFound();
    const found = await totals(store, change(query, { brand: [brand.slug] }));
    return {
      title: `${brand.name}, named in the description of ${agencyNames(query)} awards to other companies`,
      description: sumSentence(
        agencyNames(query),
        found,
        store.info,
        ` to companies other than ${brand.owner.name} on awards whose descriptions name ${brand.name}, by our rule,`,
      ),
      address: brandPage(brand.slug, query),
    };
  });
}

export default async function BrandPage(props: BrandPageProps) {
  const { store, brand, request, list, problems } = await loadBrand(props);
  if (!brand) notFound();
  const query = change(request.query, { brand: [brand.slug] });
  const page = brandRequest.href(`/brands/${brand.slug}` as Route, request);
  const isRecorded = query.grouped === "no";
  const crumbs = [{ label: "Brands", href: href("/brands", { ...query, brand: [] }) }];
  return (
    <>
      <Breadcrumbs crumbs={crumbs} title={brandTitle(brand)} />
      <PageHeader
        crumbs={crumbs}
        title={brandTitle(brand)}
        lede={
          <SectionBoundary name="How many actions name it" inline>
            {() => BrandLede({ store, brand, query })}
          </SectionBoundary>
        }
      >
        <ChoiceLine>
          <AgencyChoice path={`/brands/${brand.slug}`} query={{ ...query, brand: [] }} />
          <p>
            {isRecorded ? "By recipient as recorded" : "By company"} ·{" "}
            <GroupedLink query={query} href={brandPage(brand.slug, { ...query, ...otherGrouping(query) })} />{" "}
            · <a href="#rule">The rule</a>
          </p>
        </ChoiceLine>
      </PageHeader>
      <ParameterNotice
        store={store}
        problems={problems}
        without={page}
        list={listLink({ ...list, brand: [brand.slug] }, query)}
      />
      <DataNotes store={store} query={query} />
      <SectionBoundary name="The mentions">
        {async () => {
          const found = await totals(store, query);
          if (found.actions > 0) return Mentions({ store, brand, query, page, mentionTotals: found });
          const { totals: excluded } = await excludedActions(store, query);
          return (
            <Notice
              title={
                excluded.actions > 0
                  ? `By its rule, no action by ${agencyNames(query)} names ${brand.name}`
                  : `No description of an action by ${agencyNames(query)} names ${brand.name}`
              }
            >
              <p>
                In these records, from {formatDay(store.info.data_from)}, through{" "}
                {formatDay(store.info.data_through)}, without awards to {brand.owner.name} itself.
              </p>
            </Notice>
          );
        }}
      </SectionBoundary>
      <Section
        id="rule"
        title="The rule"
        subtitle="What counts as a mention. The rule is a row of data/brands.csv, and its examples run as tests."
      >
        <RuleFacts brand={brand} ownerHref={companyPage(brand.owner.slug, query)} />
      </Section>
      <Section
        id="wrong-match"
        title="Report a wrong match"
        subtitle="Copy this text, add the award and what the words mean there, and send it to the people who run this site or to the project."
      >
        <WrongMatch brand={brand} snapshot={store.info.id} />
      </Section>
    </>
  );
}

interface BrandLedeProps {
  store: Store;
  brand: Brand & { rule: BrandRule };
  query: Query;
}

async function BrandLede({ store, brand: { name, owner, rule }, query }: BrandLedeProps) {
  const { info } = store;
  const { actions } = await totals(store, query);
  const excluded = await excludedActions(store, query);
  const whose = owner.name === name ? name : `${name}, a brand of ${owner.name}`;
  const isPart = excluded.totals.actions > 0;
  return (
    <>
      {agencyNames(query)} signed{" "}
      <RecordsLink query={change(query, { view: "actions" })}>
        {counted(actions, "contract action")}
      </RecordsLink>{" "}
      {isPart ? ruleVerb(actions) : nameVerb(actions)} {whose}
      {isPart && " by the rule below"}, from {formatDay(info.data_from)}, through{" "}
      {formatDay(info.data_through)}.
      <ExcludedActions excluded={excluded} words={matchedWords(rule)} rule="the rule leaves" /> We do not
      count awards to {owner.name} itself. A mention is not an award to {owner.name}, and it does not say how
      much of the amount is for the brand.
    </>
  );
}

const ruleVerb = (actions: number) => `that ${actions === 1 ? "names" : "name"}`;

const nameVerb = (actions: number) => `whose ${actions === 1 ? "description names" : "descriptions name"}`;

/** What the rule looks for: the word itself if it is only one. */
function matchedWords({ pattern: [first = "", ...others] }: BrandRule): string {
  const isWord = others.length === 0 && /^[^ *]+$/.test(first);
  return isWord ? `the word “${first}”` : "words that the rule looks for";
}
