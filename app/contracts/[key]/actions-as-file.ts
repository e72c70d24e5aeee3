import type { ContractRow } from "@/lib/contracts/facts";
import { change, defaults, type Query } from "@/lib/query/query";
import { totals } from "@/lib/store/contracts";
import type { Store } from "@/lib/store/open";

/**
 * The query that lists a contract's actions: a search for its PIID, narrowed where actions of other contracts
 * name that number too. `others` counts those that are left.
 */
export async function actionsAsFile(
  store: Store,
  contract: ContractRow,
): Promise<{ query: Query; others: number }> {
  const plain = change(defaults("actions"), {
    q: `"${contract.piid}"`,
    agency: [contract.agency],
    sort: "action_date",
  });
  const narrow = change(plain, {
    office: [contract.office],
    vehicle: [contract.vehicle ?? "unreported"],
    from: contract.first_action,
    to: contract.last_action,
  });
  const [found, narrowed] = await Promise.all([totals(store, plain), totals(store, narrow)]);
  if (found.contracts === 1) return { query: plain, others: 0 };
  return { query: narrow, others: narrowed.actions - contract.actions };
}
