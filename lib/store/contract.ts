import "server-only";

import type { ActionRow, ContractAction, ContractRow } from "@/lib/contracts/facts";
import { readKind } from "@/lib/contracts/kinds";
import type { Sql } from "@/lib/query/fragments";
import {
  contractActionsSql,
  contractByKeySql,
  contractsNamedSql,
  contractsSql,
  siblingsSql,
} from "@/lib/query/sql";
import { explained } from "@/lib/store/explained";
import type { Store } from "@/lib/store/open";

/** A contract whole: its actions from the first, with running totals, and the orders beside it under one vehicle. */
export interface WholeContract {
  contract: ContractRow;
  actions: ContractAction[];
  siblings: Sibling[];
}
type Sibling = Pick<ContractRow, "key" | "piid" | "company" | "net">;

/**
 * Finds a contract by award key, by `<sub-agency>-<PIID>` or by PIID. `choices` where several contracts share the
 * PIID; `null` where none is in the snapshot.
 */
export async function findContract(
  store: Store,
  key: string,
): Promise<WholeContract | { choices: ContractRow[] } | null> {
  const ids = (statement: Sql) =>
    store.rows<{ id: number }>(statement).then((found) => found.map(({ id }) => id));
  const exact = await ids(contractByKeySql(key));
  const found = exact.length > 0 ? exact : await ids(contractsNamedSql(key));
  const [id] = found;
  if (id === undefined) return null;
  const contracts = store.rows<object>(contractsSql(found));
  if (found.length > 1) return { choices: explained(store, "contracts", await contracts) };

  const [[contract], rows, siblings] = await Promise.all([
    contracts,
    store.rows<object>(contractActionsSql(id)),
    store.rows<object>(siblingsSql(id)),
  ]);
  let running = 0;
  const actions = explained<ActionRow>(store, "actions", rows).map((row): ContractAction => {
    running += row.federal_action_obligation;
    const { kind, from, words } = readKind({
      modification: row.modification_number,
      description: row.transaction_description,
      amount: row.federal_action_obligation,
    });
    return { ...row, running_total: running, kind, kind_from: from, kind_words: words };
  });
  return {
    contract: explained<ContractRow>(store, "contracts", [contract as object])[0] as ContractRow,
    actions,
    siblings: explained<Sibling>(store, "contracts", siblings),
  };
}
