import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { redirectToRecordedCode } from "@/app/agencies/address";
import { AgencyView, agencyMetadata } from "@/app/agencies/agency-view";
import { readPage } from "@/app/read-page";
import { pageMetadata } from "@/lib/http/page-metadata";
import { officePage } from "@/lib/query/pages";
import { defaults } from "@/lib/query/query";
import { agencyRequest } from "@/lib/query/requests";
import { findOffice } from "@/lib/store/agencies";

type OfficePageProps = PageProps<"/agencies/[code]/offices/[office]">;

async function loadOffice({ params, searchParams }: OfficePageProps) {
  const { code, office } = await params;
  const codes = [decodeURIComponent(code), decodeURIComponent(office)] as const;
  const page = await readPage(agencyRequest, searchParams);
  return { page, codes, found: await findOffice(page.store, ...codes) };
}

export async function generateMetadata(props: OfficePageProps): Promise<Metadata> {
  return pageMetadata(async () => {
    const { page, found } = await loadOffice(props);
    if (!found) notFound();
    const { agency, office } = found;
    const path = officePage(agency.code, office.code, defaults("contracts"));
    return agencyMetadata({ page, path, agency, office });
  });
}

/** The page of an awarding office, in the layout of an agency's page. */
export default async function OfficePage(props: OfficePageProps) {
  const { page, codes, found } = await loadOffice(props);
  if (!found) notFound();
  const { agency, office } = found;
  const path = officePage(agency.code, office.code, defaults("contracts"));
  redirectToRecordedCode(codes, [agency.code, office.code], path, page.params);
  return <AgencyView page={page} path={path} agency={agency} office={office} />;
}
