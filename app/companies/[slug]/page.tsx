import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { chartFinding } from "@/app/chart-finding";
import {
  CompanyLede,
  Lookalikes,
  OtherAgencies,
  ownedText,
  recipientText,
  recordDays,
  SubsidiaryChoice,
} from "@/app/companies/[slug]/company-lede";
import { DataNotes } from "@/app/data-notes";
import { Breadcrumbs, Colophon } from "@/app/page-frame";
import { readPage } from "@/app/read-page";
import { ChangesLink } from "@/components/changes/changes-list";
import { groupsFile } from "@/components/charts/links";
import { CompanyFigures } from "@/components/company/company-figures";
import { SummaryContracts } from "@/components/company/contract-lists";
import { NotCovered } from "@/components/company/not-covered";
import { WindowForm } from "@/components/company/window-form";
import { ParameterNotice } from "@/components/ui/notice";
import { AgencyChoice, ChoiceLine, PageHeader } from "@/components/ui/page-header";
import { SectionBoundary } from "@/components/ui/section-boundary";
import { pageMetadata, sumSentence } from "@/lib/http/page-metadata";
import { agencyNames } from "@/lib/query/agency-names";
import { companyPage } from "@/lib/query/pages";
import { change, href, isSet } from "@/lib/query/query";
import { companyRequest } from "@/lib/query/requests";
import { tableSort } from "@/lib/query/table-sort";
import { findCompany, readCompany } from "@/lib/store/company";
import { CompanyMentionHolders, CompanyRecipients, CompanyRecords } from "./company-records";
import styles from "./page.module.css";

type CompanyPageProps = PageProps<"/companies/[slug]">;

async function loadCompany({ params, searchParams }: CompanyPageProps) {
  const slug = (await params).slug.toLowerCase();
  const { store, request, problems } = await readPage(companyRequest, searchParams);
  const { query } = request;
  const company = await findCompany(store, slug);
  if (!company) notFound();
  const page = companyRequest.href(`/companies/${company.slug}` as Route, request);
  return { store, query, problems, page, found: await readCompany(store, company, query) };
}

export async function generateMetadata(props: CompanyPageProps): Promise<Metadata> {
  return pageMetadata(async () => {
    const { store, found, query } = await loadCompany(props);
    const { company, total } = found;
    const agency = agencyNames(query);
    const own = change(query, { company: [company.slug] });
    const has = total.totals.actions > 0;
    const names = { company: { [company.slug]: company.name } };
    const seen = has ? await chartFinding(store, own, "fiscal_year", names) : undefined;
    return {
      shared: seen,
      alt: seen,
      title: isSet(query, "agency") ? `${company.name}, ${agency} contracts` : company.name,
      description: has
        ? sumSentence(agency, total.totals, store.info, ` to ${recipientText(found)}${ownedText(found)}`)
        : found.summarized.length > 0
          ? `Known only from award summaries: no action by ${agency} on a contract with ${company.name} is in the records, ${recordDays(store.info)}.`
          : `No award by ${agency} to a recipient known as ${company.name} is in the records, ${recordDays(store.info)}.`,
      address: companyPage(company.slug, query),
      ...(has && { picture: groupsFile("png", own, ["fiscal_year"]) }),
    };
  });
}

export default async function CompanyPage(props: CompanyPageProps) {
  const { store, found, query, problems, page } = await loadCompany(props);
  const { company, total, selected } = found;
  const path = `/companies/${company.slug}` as Route;
  const has = total.totals.actions > 0;
  const crumbs = [{ label: "Companies", href: href("/companies", query) }];
  return (
    <article className={styles.company}>
      <Breadcrumbs crumbs={crumbs} title={company.name} />
      <PageHeader crumbs={crumbs} title={company.name}>
        <Lookalikes notes={found.lookalikes} query={query} />
        <p className={styles.sentence}>
          <CompanyLede found={found} query={query} info={store.info} />
        </p>
        <ChoiceLine>
          <AgencyChoice path={path} query={query} />
          {has && found.subsidiaries && <SubsidiaryChoice path={path} query={query} found={found} />}
          <OtherAgencies path={path} found={found} query={query} store={store} />
          {has && (
            <p className="no-print">
              <ChangesLink query={query} />
            </p>
          )}
          {has && (
            <WindowForm
              query={total.query}
              days={{ from: store.info.data_from, to: store.info.data_through }}
            />
          )}
        </ChoiceLine>
      </PageHeader>
      <ParameterNotice store={store} problems={problems} without={page} />
      <CompanyFigures {...found} />
      <DataNotes store={store} query={selected.query} />
      {has ? (
        <SectionBoundary name="The records of this company">
          {() => CompanyRecords({ store, found, query, page })}
        </SectionBoundary>
      ) : (
        <>
          <SummaryContracts
            contracts={found.summarized}
            snapshot={query.snapshot}
            sort={tableSort(page, "summaries")}
          />
          <CompanyMentionHolders found={found} store={store} page={page} />
          <NotCovered
            info={store.info}
            name={company.name}
            address={href("/contracts", selected.query)}
            isSummarized={found.summarized.length > 0}
          />
          <CompanyRecipients found={found} page={page} />
        </>
      )}
      <Colophon address={companyPage(company.slug, query)} info={store.info} />
    </article>
  );
}
