import type { ContractRow } from "@/lib/contracts/facts";
import { change, defaults, type Query } from "@/lib/query/query";
import { listContracts, totals } from "@/lib/store/contracts";
import type { Store } from "@/lib/store/open";

/** The most other contracts that the search names to leave out: the address has to stay short. */
const mostExcluded = 15;

/**
 * The query that lists a contract's actions: a search for its PIID, less the contracts whose descriptions name that
 * number too. `others` counts the actions of other contracts that are left.
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

  const naming = await listContracts(store, change(plain, { view: "contracts", size: mostExcluded + 1 }));
  const excluded = naming.filter((other) => other.piid !== piid).slice(0, mostExcluded);
  const less = search([`"${piid}"`, ...excluded.map((other) => `-"${other.piid}"`)].join(" "));
  const left = await totals(store, less);
  return left.contracts === 1 && left.actions === actions
    ? { query: less, others: 0 }
    : { query: plain, others: found.actions - actions };
}
