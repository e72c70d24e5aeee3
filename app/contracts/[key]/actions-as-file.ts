import type { ContractRow } from "@/lib/contracts/rows";
import { change, defaults, type Query } from "@/lib/query/query";
import { listContracts, totals } from "@/lib/store/contracts";
import type { Store } from "@/lib/store/open";

/** The maximum number of excluded contracts, so that the address stays short. */
const maxExcluded = 15;

/**
 * The query that lists a contract's actions: a search for its PIID without the contracts whose descriptions contain it. `others`
 * counts the actions of other contracts that remain.
 */
export async function actionsAsFile(
  store: Store,
  { piid, agency, actions }: ContractRow,
): Promise<{ query: Query; others: number }> {
  const search = (q: string) =>
    change(defaults("actions"), { q, agency: [agency], sort: "action_date", snapshot: store.named });
  const plain = search(`"${piid}"`);
  const found = await totals(store, plain);
  if (found.contracts === 1) return { query: plain, others: 0 };

  const naming = await listContracts(store, change(plain, { view: "contracts", size: maxExcluded + 1 }));
  const excluded = naming.filter((other) => other.piid !== piid).slice(0, maxExcluded);
  const less = search([`"${piid}"`, ...excluded.map((other) => `-"${other.piid}"`)].join(" "));
  const left = await totals(store, less);
  return left.contracts === 1 && left.actions === actions
    ? { query: less, others: 0 }
    : { query: plain, others: found.actions - actions };
}
