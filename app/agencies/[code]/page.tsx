import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { redirectToRecordedCode } from "@/app/agencies/address";
import { AgencyView, agencyMetadata } from "@/app/agencies/agency-view";
import { readPage, type SearchParams } from "@/app/read-page";
import { pageMetadata } from "@/lib/http/page-metadata";
import { agencyPage, officePage } from "@/lib/query/pages";
import { defaults } from "@/lib/query/query";
import { agencyRequest } from "@/lib/query/requests";
import { findAgency, findOffice } from "@/lib/store/agencies";

interface AgencyPageProps {
  /** The codes as requested; the office on the page of one. */
  params: Promise<{ code: string; office?: string }>;
  searchParams: SearchParams;
}

async function loadAgency({ params, searchParams }: AgencyPageProps) {
  const segments = await params;
  const code = decodeURIComponent(segments.code);
  const page = await readPage(agencyRequest, searchParams);
  const query = defaults("contracts");
  if (segments.office === undefined) {
    const agency = await findAgency(page.store, code);
    if (!agency) notFound();
    return { page, agency, requested: [code], recorded: [agency.code], path: agencyPage(agency.code, query) };
  }
  const requested = [code, decodeURIComponent(segments.office)] as const;
  const found = await findOffice(page.store, ...requested);
  if (!found) notFound();
  const recorded = [found.agency.code, found.office.code] as const;
  return { page, ...found, requested, recorded, path: officePage(...recorded, query) };
}

export const generateMetadata = (props: AgencyPageProps): Promise<Metadata> =>
  pageMetadata(async () => agencyMetadata(await loadAgency(props)));

/** The page of an agency or of an awarding office: years, months, largest groups of a period, and newest actions. */
export default async function AgencyPage(props: AgencyPageProps) {
  const { requested, recorded, ...view } = await loadAgency(props);
  redirectToRecordedCode(requested, recorded, view.path, view.page.params);
  return <AgencyView {...view} />;
}
