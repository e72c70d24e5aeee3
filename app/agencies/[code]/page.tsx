import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { keepToCode, readAsked } from "@/app/agencies/address";
import { AgencyView, described } from "@/app/agencies/agency-view";
import { pageMetadata } from "@/lib/http/page-metadata";
import { agencyPage } from "@/lib/query/pages";
import { defaults } from "@/lib/query/query";
import { findAgency } from "@/lib/store/agencies";
import { openStore } from "@/lib/store/open";

type Props = PageProps<"/agencies/[code]">;

async function readAgency({ params, searchParams }: Props) {
  const [{ code: text }, search] = await Promise.all([params, searchParams]);
  const code = decodeURIComponent(text);
  const store = await openStore(readAsked(search).query.snapshot);
  return { store, code, search, agency: await findAgency(store, code) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return pageMetadata(async () => {
    const { store, search, agency } = await readAgency(props);
    if (!agency) notFound();
    return described(store, agencyPage(agency.code, defaults("contracts")), search, agency);
  });
}

/** One agency: its years and months, the largest groups of a period, and its newest actions. */
export default async function AgencyPage(props: Props) {
  const { store, code, search, agency } = await readAgency(props);
  if (!agency) notFound();
  const path = agencyPage(agency.code, defaults("contracts"));
  keepToCode([code], [agency.code], path, search);
  return <AgencyView store={store} path={path} search={search} agency={agency} />;
}
