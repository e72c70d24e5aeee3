import { headers } from "next/headers";

import { ownedSplitText } from "@/components/company/owned-split";
import { companyCitation } from "@/lib/findings/company-citation";
import { originOf } from "@/lib/http/origin";
import { href, type Query } from "@/lib/query/query";
import type { WholeCompany } from "@/lib/store/company";
import { codeNamer } from "@/lib/store/facets";
import type { Store } from "@/lib/store/open";

/** How a figure treats the awards of subsidiaries. */
const leftOutOf: Record<Query["grouped"], string> = {
  yes: "",
  owned: ", without actions signed before an acquisition where the day is known",
  no: ", without its subsidiaries",
};

/** The citation of what the page of a company shows, and its address in this snapshot. */
export async function citationOf(
  store: Store,
  { company, selected, subsidiaries, owned }: WholeCompany,
  query: Query,
): Promise<{ text: string; address: string }> {
  const { info } = store;
  const name = codeNamer(store);
  const text = companyCitation({
    company: company.name,
    totals: selected.totals,
    query,
    agency: query.agency.map((code) => name("agency", code)).join(" and "),
    info,
    leftOut: subsidiaries === null ? "" : leftOutOf[query.grouped],
    split: owned && query.grouped === "yes" ? ownedSplitText(owned) : null,
  });
  const path = href(`/companies/${company.slug}`, { ...query, snapshot: info.id });
  return { text, address: `${originOf(await headers())}${path}` };
}
