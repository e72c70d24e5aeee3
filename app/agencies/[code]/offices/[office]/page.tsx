import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { keepToCode, readAsked } from "@/app/agencies/address";
import { AgencyView, described } from "@/app/agencies/agency-view";
import { pageMetadata } from "@/lib/http/page-metadata";
import { officePage } from "@/lib/query/pages";
import { defaults } from "@/lib/query/query";
import { findOffice } from "@/lib/store/agencies";
import { openStore } from "@/lib/store/open";

type Props = PageProps<"/agencies/[code]/offices/[office]">;

async function readOffice({ params, searchParams }: Props) {
  const [{ code, office }, search] = await Promise.all([params, searchParams]);
  const codes = [decodeURIComponent(code), decodeURIComponent(office)] as const;
  const store = await openStore(readAsked(search).query.snapshot);
  return { store, codes, search, found: await findOffice(store, ...codes) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return pageMetadata(async () => {
    const { store, search, found } = await readOffice(props);
    if (!found) notFound();
    const { agency, office } = found;
    const path = officePage(agency.code, office.code, defaults("contracts"));
    return described(store, path, search, agency, office);
  });
}

/** One office of an agency, as an agency's page shows the agency. */
export default async function OfficePage(props: Props) {
  const { store, codes, search, found } = await readOffice(props);
  if (!found) notFound();
  const { agency, office } = found;
  const path = officePage(agency.code, office.code, defaults("contracts"));
  keepToCode(codes, [agency.code, office.code], path, search);
  return <AgencyView store={store} path={path} search={search} agency={agency} office={office} />;
}
