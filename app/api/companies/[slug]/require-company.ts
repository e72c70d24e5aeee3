import { Problem } from "@/lib/http/problem";
import { findCompany } from "@/lib/store/company";
import type { Store } from "@/lib/store/open";

/** @throws {Problem} 404 where the snapshot has no company with a slug, now or before. */
export async function requireCompany(store: Store, slug: string) {
  const company = await findCompany(store, slug.toLowerCase());
  if (company) return company;
  throw new Problem(404, "No such company", "This snapshot has no company with that slug, now or before.");
}
