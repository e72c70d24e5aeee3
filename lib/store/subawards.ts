import "server-only";

import type { CompanyName } from "@/lib/contracts/companies";
import type { Day } from "@/lib/contracts/days";
import type { Cents } from "@/lib/contracts/money";
import type { Subaward, SubawardCoverage, SubawardTotals, Subcontractor } from "@/lib/contracts/subawards";
import { defaults } from "@/lib/query/query";
import {
  reportedAwardSql,
  type SubawardSelection,
  subawardCoverageSql,
  subawardsSql,
  subawardTotalsSql,
  subcontractorsSql,
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

/** The subcontractors of a selection, from the largest amount. */
export async function listSubcontractors(
  store: Store,
  selection: SubawardSelection,
): Promise<Subcontractor[]> {
  type Row = Omit<Subcontractor, "company"> & { company: number };
  const rows = await store.rows<Row>(subcontractorsSql(selection));
  return rows.map(({ company, names, ...row }) => ({
    ...row,
    company: companyOf(store, company),
    names: names.toSorted(),
  }));
}

/** What the reports under one contract come to, and its subcontractors. */
export interface ContractSubawards {
  coverage: SubawardCoverage;
  totals: SubawardTotals;
  subcontractors: Subcontractor[];
  /** What the file of the reports has as obligated on the award, and through which of its actions. */
  award: { obligated: Cents | null; through: Day | null };
}

/** The reports under one contract; `null` where there is none. */
export async function contractSubawards(
  store: Store,
  { key, agency }: { key: string; agency: string },
): Promise<ContractSubawards | null> {
  const selection = {
    query: { ...defaults("contracts"), agency: [agency] },
    contract: key,
    prime: null,
  };
  const [coverage, totals] = await Promise.all([subawardCoverage(store), subawardTotals(store, selection)]);
  if (coverage === null || totals.reports === 0) return null;
  const [subcontractors, [award]] = await Promise.all([
    listSubcontractors(store, selection),
    store.rows<ContractSubawards["award"]>(reportedAwardSql(selection)),
  ]);
  return { coverage, totals, subcontractors, award: award ?? { obligated: null, through: null } };
}
