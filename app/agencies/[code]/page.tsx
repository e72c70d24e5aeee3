import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { keepToCode } from "@/app/agencies/address";
import { AgencyView } from "@/app/agencies/agency-view";
import { agencyPage } from "@/lib/query/pages";
import { defaults } from "@/lib/query/query";
import { findAgency } from "@/lib/store/agencies";
import { openStore } from "@/lib/store/open";

type Props = PageProps<"/agencies/[code]">;

async function readAgency(params: Props["params"]) {
  const code = decodeURIComponent((await params).code);
  const store = await openStore();
  return { store, code, agency: await findAgency(store, code) };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { agency } = await readAgency(params);
  return { title: agency?.name ?? "No such agency" };
}

/** One agency: its years and months, the largest groups of a period, and its newest actions. */
export default async function AgencyPage({ params, searchParams }: Props) {
  const [{ store, code, agency }, search] = await Promise.all([readAgency(params), searchParams]);
  if (!agency) notFound();
  const path = agencyPage(agency.code, defaults("contracts"));
  keepToCode([code], [agency.code], path, search);
  return <AgencyView store={store} path={path} search={search} agency={agency} />;
}
