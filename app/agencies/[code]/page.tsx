import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { keepToCode } from "@/app/agencies/address";
import { AgencyView, agencyMetadata } from "@/app/agencies/agency-view";
import { readPage } from "@/app/read-page";
import { pageMetadata } from "@/lib/http/page-metadata";
import { agencyPage } from "@/lib/query/pages";
import { defaults } from "@/lib/query/query";
import { agencyRequest } from "@/lib/query/requests";
import { findAgency } from "@/lib/store/agencies";

type Props = PageProps<"/agencies/[code]">;

async function readAgency({ params, searchParams }: Props) {
  const code = decodeURIComponent((await params).code);
  const page = await readPage(agencyRequest, searchParams);
  return { page, code, agency: await findAgency(page.store, code) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return pageMetadata(async () => {
    const { page, agency } = await readAgency(props);
    if (!agency) notFound();
    return agencyMetadata({ page, path: agencyPage(agency.code, defaults("contracts")), agency });
  });
}

/** One agency: its years and months, the largest groups of a period, and its newest actions. */
export default async function AgencyPage(props: Props) {
  const { page, code, agency } = await readAgency(props);
  if (!agency) notFound();
  const path = agencyPage(agency.code, defaults("contracts"));
  keepToCode([code], [agency.code], path, page.params);
  return <AgencyView page={page} path={path} agency={agency} />;
}
