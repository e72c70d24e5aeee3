import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { keepToCode } from "@/app/agencies/address";
import { AgencyView } from "@/app/agencies/agency-view";
import { officePage } from "@/lib/query/pages";
import { defaults } from "@/lib/query/query";
import { findOffice } from "@/lib/store/agencies";
import { openStore } from "@/lib/store/open";

type Props = PageProps<"/agencies/[code]/offices/[office]">;

async function readOffice(params: Props["params"]) {
  const { code, office } = await params;
  const codes = [decodeURIComponent(code), decodeURIComponent(office)] as const;
  const store = await openStore();
  return { store, codes, found: await findOffice(store, ...codes) };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { found } = await readOffice(params);
  if (!found) return { title: "No such office" };
  const { agency, office } = found;
  return { title: `${office.name === office.code ? `Office ${office.code}` : office.name}, ${agency.name}` };
}

/** One office of an agency, as an agency's page shows the agency. */
export default async function OfficePage({ params, searchParams }: Props) {
  const [{ store, codes, found }, search] = await Promise.all([readOffice(params), searchParams]);
  if (!found) notFound();
  const { agency, office } = found;
  const path = officePage(agency.code, office.code, defaults("contracts"));
  keepToCode(codes, [agency.code, office.code], path, search);
  return <AgencyView store={store} path={path} search={search} agency={agency} office={office} />;
}
