import "server-only";

import { findCompany } from "@/lib/store/company";
import { findContract } from "@/lib/store/contract";
import type { Store } from "@/lib/store/open";

/** What stands at an address: a page, nothing, or something that has moved to another path. */
export type Addressed = "known" | "unknown" | { movedTo: string };

type Reader = (store: Store, key: string) => Promise<Addressed>;

const known = (is: boolean): Addressed => (is ? "known" : "unknown");

/** The pages that are about one thing of the records, by the first part of their path. */
const readers: Record<string, Reader> = {
  contracts: async (store, key) => known((await findContract(store, key)) !== null),
  companies: async (store, slug) => {
    const found = await findCompany(store, slug);
    if (!found) return "unknown";
    return found.slug === slug ? "known" : { movedTo: `/companies/${found.slug}` };
  },
};

/** What stands at `/<kind>/<key>`; any other address is known to Next alone. */
export async function addressed(store: Store, path: string): Promise<Addressed> {
  const [, kind = "", key, ...more] = path.split("/").map(decodeURIComponent);
  const reader = Object.hasOwn(readers, kind) ? readers[kind] : undefined;
  return reader && key && more.length === 0 ? reader(store, key) : "known";
}
