import "server-only";

import { headers } from "next/headers";
import { sumCitation } from "@/lib/findings/sum-citation";
import { originOf } from "@/lib/http/origin";
import { href, type Query } from "@/lib/query/query";
import { codeNamer } from "@/lib/store/facets";
import type { Store } from "@/lib/store/open";

interface Cited extends Pick<Parameters<typeof sumCitation>[0], "actions" | "totals" | "split"> {
  /** The address of the page that has the sum. */
  path: string;
  query: Query;
}

/** The citation of a sum, and the address of its page in this snapshot. */
export async function citationOf(
  store: Store,
  { path, query, ...sum }: Cited,
): Promise<{ text: string; address: string }> {
  const name = codeNamer(store);
  const agency = query.agency.map((code) => name("agency", code)).join(" and ");
  const address = href(path, { ...query, snapshot: store.info.id });
  return {
    text: sumCitation({ ...sum, query, agency, info: store.info }),
    address: `${originOf(await headers())}${address}`,
  };
}
