import "server-only";

import type { ActionRow, ContractAction, ContractRow } from "@/lib/contracts/facts";
import { actionKind } from "@/lib/contracts/kinds";
import { contractActionsSql, contractSql, siblingsSql } from "@/lib/query/sql";
import { type Companied, withCompany } from "@/lib/store/contracts";
import type { Store } from "@/lib/store/open";

/** A contract whole: its actions from the first, with running totals, and the orders beside it under one vehicle. */
export interface WholeContract {
  contract: ContractRow;
  actions: ContractAction[];
  siblings: Pick<ContractRow, "key" | "piid" | "company" | "net">[];
}

/**
 * Finds a contract by award key, by `<sub-agency>-<PIID>` or by PIID. `choices` where several contracts share the
 * PIID; `null` where none is in the snapshot.
 */
export async function findContract(
  store: Store,
  key: string,
): Promise<WholeContract | { choices: ContractRow[] } | null> {
  const found = (await store.rows<Omit<ContractRow, "company"> & Companied>(contractSql(key))).map(
    withCompany,
  );
  const [contract] = found;
  if (!contract) return null;
  if (found.length > 1 && contract.key !== key) return { choices: found };

  const [rows, siblings] = await Promise.all([
    store.rows<Omit<ActionRow, "company"> & Companied>(contractActionsSql(contract.key)),
    store.rows<Omit<ContractRow, "company"> & Companied>(siblingsSql(contract.key)),
  ]);
  let running = 0;
  const actions = rows.map(withCompany).map((row): ContractAction => {
    running += row.federal_action_obligation;
    const kind = actionKind({
      modification: row.modification_number,
      description: row.transaction_description,
      amount: row.federal_action_obligation,
    });
    return { ...row, running_total: running, kind };
  });
  return {
    contract,
    actions,
    siblings: siblings
      .map(withCompany)
      .map(({ key: other, piid, company, net }) => ({ key: other, piid, company, net })),
  };
}
