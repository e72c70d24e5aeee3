import "server-only";

import type { CompanyName } from "@/lib/contracts/companies";
import type { Subaward, SubawardCoverage, SubawardTotals } from "@/lib/contracts/subawards";
import {
  type SubawardSelection,
  subawardCoverageSql,
  subawardsSql,
  subawardTotalsSql,
} from "@/lib/sql/subawards";
import type { Store } from "@/lib/store/open";

/** How far the reports of subcontracts go; `null` in a snapshot without any. */
export async function subawardCoverage(store: Store): Promise<SubawardCoverage | null> {
  const [found] = await store.rows<SubawardCoverage>(subawardCoverageSql);
  return found ?? null;
}

export async function subawardTotals(store: Store, selection: SubawardSelection): Promise<SubawardTotals> {
  const [sums] = await store.rows<SubawardTotals>(subawardTotalsSql(selection));
  return sums as SubawardTotals;
}

function companyOf({ lookups }: Store, id: number): CompanyName {
  const found = lookups.company.get(id);
  return { slug: found?.slug ?? "", name: found?.name ?? "" };
}

/** Reports of subcontracts from the newest signature; all of them without a page. */
export async function listSubawards(
  store: Store,
  selection: SubawardSelection,
  page?: { size: number; number: number },
): Promise<Subaward[]> {
  type Row = Omit<Subaward, "prime" | "company" | "reported"> &
    Record<"prime" | "company", number> &
    Record<"year" | "month", number | null>;
  const rows = await store.rows<Row>(subawardsSql(selection, page));
  return rows.map(({ year, month, prime, company, ...row }) => ({
    ...row,
    prime: companyOf(store, prime),
    company: companyOf(store, company),
    reported: year === null || month === null ? null : `${year}-${String(month).padStart(2, "0")}`,
  }));
}
