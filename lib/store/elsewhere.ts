import "server-only";

import type { Category } from "@/lib/contracts/categories";
import type { Totals } from "@/lib/contracts/facts";
import { parseQuery } from "@/lib/query/parse";
import { change, type Query } from "@/lib/query/query";
import { groups, totals } from "@/lib/store/contracts";
import type { Store } from "@/lib/store/open";
import { readElsewhere } from "@/lib/store/report";

/** Contracts that their code leaves out of a category, what they come to, and the categories that hold them instead. */
export interface LeftElsewhere {
  category: Category;
  title: string;
  query: Query;
  totals: Totals;
  within: string[];
}

/** What is left out of some categories, of all where none is named, for the agencies of a query: of all records, from the largest. */
export async function leftElsewhere(
  store: Store,
  { agency, category, snapshot }: Query,
): Promise<LeftElsewhere[]> {
  const rules = (await readElsewhere(store)).filter(
    (rule) => category.length === 0 || category.includes(rule.category),
  );
  const asked = rules
    .map((rule) => ({
      ...rule,
      query: change(parseQuery(new URLSearchParams(rule.query)).query, { snapshot }),
    }))
    .filter(({ query }) => query.agency.some((code) => agency.includes(code)));
  const found = await Promise.all(
    asked.map(async (rule) => ({
      ...rule,
      totals: await totals(store, rule.query),
      within: (await groups(store, rule.query, "category")).groups.map(({ label }) => label),
    })),
  );
  return found
    .filter(({ totals: { actions } }) => actions > 0)
    .sort((one, other) => other.totals.net - one.totals.net);
}
