import "server-only";

import { findAgency, findOffice } from "@/lib/store/agencies";
import { findBrand } from "@/lib/store/brands";
import { findCompany } from "@/lib/store/company";
import { findContract } from "@/lib/store/contract";
import { facilityNamed, findFacility } from "@/lib/store/facilities";
import type { Store } from "@/lib/store/open";
import { findVehicle } from "@/lib/store/vehicles";
import { hasWeek } from "@/lib/store/week";

/** What an address leads to: a page, nothing, or another path that it has moved to. */
export type Addressed = "known" | "unknown" | { movedTo: string };

type AddressReader = (store: Store, key: string, below: string[]) => Promise<Addressed>;

const known = (is: boolean): Addressed => (is ? "known" : "unknown");

/** The pages that are about one thing of the records, by the first part of their path. */
const readers: Record<string, AddressReader> = {
  contracts: async (store, key, below) =>
    known(below.length > 0 || (await findContract(store, key)) !== null),
  companies: async (store, slug, below) => {
    const [page, ...more] = below;
    if (more.length > 0 || (page !== undefined && page !== "brief")) return "known";
    const found = await findCompany(store, slug.toLowerCase());
    if (!found) return "unknown";
    const path = ["/companies", found.slug, ...below].join("/");
    return found.slug === slug ? "known" : { movedTo: path };
  },
  agencies: async (store, code, [kind, office, ...more]) => {
    if (kind === undefined) return known((await findAgency(store, code)) !== null);
    if (kind !== "offices" || office === undefined || more.length > 0) return "known";
    return known((await findOffice(store, code, office)) !== null);
  },
  changes: async (store, week, below) => {
    const plain = week.toUpperCase();
    if (below.length > 0 || !hasWeek(store, plain)) return known(below.length > 0);
    return plain === week ? "known" : { movedTo: `/changes/${plain}` };
  },
  brands: async (store, slug, below) =>
    known(below.length > 0 || (await findBrand(store, slug.toLowerCase())) !== null),
  places: async (store, slug, below) => {
    if (below.length > 0 || (await findFacility(store, slug.toLowerCase()))) return "known";
    const named = await facilityNamed(store, slug.replaceAll("-", " "));
    return named === null ? "unknown" : { movedTo: `/places/${named}` };
  },
  vehicles: async (store, id, below) => known(below.length > 0 || findVehicle(store, id).length > 0),
};

/** What the address of one contract, company ... leads to; Next alone knows every other address. */
export async function addressed(store: Store, path: string): Promise<Addressed> {
  const [, kind = "", key, ...below] = path.split("/").map(decodeURIComponent);
  const reader = Object.hasOwn(readers, kind) ? readers[kind] : undefined;
  return reader && key ? reader(store, key, below) : "known";
}
