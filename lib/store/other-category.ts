import "server-only";

import type { Category } from "@/lib/contracts/categories";
import type { Totals } from "@/lib/contracts/totals";
import { parseQuery } from "@/lib/query/parse";
import { change, type Query } from "@/lib/query/query";
import { groups, totals } from "@/lib/store/contracts";
import type { Store } from "@/lib/store/open";
import { storedOtherCategory } from "@/lib/store/report";

/** Contracts that their code leaves out of a category, what they come to, and the categories that hold them instead. */
export interface ContractsInOtherCategory {
  category: Category;
  title: string;
  query: Query;
  totals: Totals;
  within: string[];
}

/** The contracts left out of a query's categories, or of any where it names none, for its agencies and over all records, the largest first. */
export async function contractsInOtherCategory(
  store: Store,
  { agency, category, snapshot }: Query,
): Promise<ContractsInOtherCategory[]> {
  const rules = (await storedOtherCategory(store)).filter(
    (rule) => category.length === 0 || category.includes(rule.category),
  );
  const selected = rules
    .map((rule) => ({
      ...rule,
      query: change(parseQuery(new URLSearchParams(rule.query)).query, { snapshot }),
    }))
    .filter(({ query }) => query.agency.some((code) => agency.includes(code)));
  const found = await Promise.all(
    selected.map(async (rule) => {
      const [sums, within] = await Promise.all([
        totals(store, rule.query),
        groups(store, rule.query, "category"),
      ]);
      return { ...rule, totals: sums, within: within.groups.map(({ label }) => label) };
    }),
  );
  return found
    .filter(({ totals: { actions } }) => actions > 0)
    .sort((one, other) => other.totals.net - one.totals.net);
}
