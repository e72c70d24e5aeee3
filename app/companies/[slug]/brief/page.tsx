import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs, Colophon } from "@/app/page-frame";
import { readPage } from "@/app/read-page";
import { WindowChoice } from "@/components/company/window-choice";
import { BriefArticle } from "@/components/ui/brief-article";
import { CopyBrief } from "@/components/ui/copy-brief";
import { ParameterNotice } from "@/components/ui/notice";
import { AgencyChoice, ChoiceLine, PageHeader } from "@/components/ui/page-header";
import { daysText } from "@/lib/findings/scope";
import { pageMetadata } from "@/lib/http/page-metadata";
import { agencyNames } from "@/lib/query/agency-names";
import { companyBrief, companyPage } from "@/lib/query/pages";
import { href } from "@/lib/query/query";
import { briefApiRequest, briefRequest } from "@/lib/query/requests";
import { findCompany } from "@/lib/store/company";
import { readBrief } from "./read-brief";

type BriefPageProps = PageProps<"/companies/[slug]/brief">;

async function loadCompanyName({ params, searchParams }: BriefPageProps) {
  const slug = (await params).slug.toLowerCase();
  const { store, request, problems } = await readPage(briefRequest, searchParams);
  const company = await findCompany(store, slug);
  if (!company) notFound();
  return { store, company, query: request.query, problems };
}

export async function generateMetadata(props: BriefPageProps): Promise<Metadata> {
  return pageMetadata(async () => {
    const { store, company, query } = await loadCompanyName(props);
    return {
      title: `${company.name} in ${agencyNames(query)} contracts: brief`,
      description: `One page on ${company.name} in ${agencyNames(query)} contract actions signed ${daysText(query, store.info)}: figures, what the contracts are for, the latest and largest actions.`,
      address: companyBrief(company.slug, query),
    };
  });
}

export default async function BriefPage(props: BriefPageProps) {
  const { store, company, query, problems } = await loadCompanyName(props);
  const { brief } = await readBrief(store, company, query);
  const path = `/companies/${company.slug}/brief` as Route;
  const crumbs = [
    { label: "Companies", href: href("/companies" as Route, { ...query, from: null, to: null }) },
    { label: company.name, href: href(companyPage(company.slug, { agency: [], snapshot: null }), query) },
  ];
  const file = (format: "md" | "txt") => briefApiRequest.href(`/api${path}`, { query, format });
  return (
    <BriefArticle
      brief={brief}
      header={
        <>
          <Breadcrumbs crumbs={crumbs} title="Brief" />
          <PageHeader crumbs={crumbs} title={brief.title}>
            <ChoiceLine>
              <AgencyChoice path={path} query={query} />
              <WindowChoice path={path} query={query} days={store.info} />
            </ChoiceLine>
            <ChoiceLine>
              <CopyBrief brief={brief} />
              <p className="no-print">
                Prints on one page · <a href={file("md")}>Markdown</a> · <a href={file("txt")}>Text</a>
              </p>
            </ChoiceLine>
          </PageHeader>
          <ParameterNotice store={store} problems={problems} without={href(path, query)} />
        </>
      }
    >
      <Colophon address={companyBrief(company.slug, query)} info={store.info} />
    </BriefArticle>
  );
}
