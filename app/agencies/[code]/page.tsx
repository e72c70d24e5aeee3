import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { redirectToRecordedCode } from "@/app/agencies/address";
import { AgencyView, agencyMetadata } from "@/app/agencies/agency-view";
import { readPage } from "@/app/read-page";
import { pageMetadata } from "@/lib/http/page-metadata";
import { agencyPage } from "@/lib/query/pages";
import { defaults } from "@/lib/query/query";
import { agencyRequest } from "@/lib/query/requests";
import { findAgency } from "@/lib/store/agencies";

type AgencyPageProps = PageProps<"/agencies/[code]">;

async function loadAgency({ params, searchParams }: AgencyPageProps) {
  const code = decodeURIComponent((await params).code);
  const page = await readPage(agencyRequest, searchParams);
  return { page, code, agency: await findAgency(page.store, code) };
}

export async function generateMetadata(props: AgencyPageProps): Promise<Metadata> {
  return pageMetadata(async () => {
    const { page, agency } = await loadAgency(props);
    if (!agency) notFound();
    return agencyMetadata({ page, path: agencyPage(agency.code, defaults("contracts")), agency });
  });
}

/** The page of an agency: years, months, largest groups of a period, and newest actions. */
export default async function AgencyPage(props: AgencyPageProps) {
  const { page, code, agency } = await loadAgency(props);
  if (!agency) notFound();
  const path = agencyPage(agency.code, defaults("contracts"));
  redirectToRecordedCode([code], [agency.code], path, page.params);
  return <AgencyView page={page} path={path} agency={agency} />;
}
