import "server-only";

import { defaults } from "@/lib/query/query";
import { type FoundContract, findContract } from "@/lib/store/contract";
import { listContracts } from "@/lib/store/contracts";
import type { Store } from "@/lib/store/open";

/** A contract that readers know from the news. */
const known = "70CTD022FR0000170";

/** The contract whose sum the method page works out: a known one or, in other records, the largest with an award key. */
export async function exampleContract(store: Store): Promise<(FoundContract & { awardKey: string }) | null> {
  const largest = await listContracts(store, { ...defaults("contracts"), size: 20 });
  for (const key of [known, ...largest.map((row) => row.key)]) {
    const found = await findContract(store, key);
    if (!found || !("actions" in found)) continue;
    const awardKey = found.actions.find(
      (action) => action.contract_award_unique_key,
    )?.contract_award_unique_key;
    if (awardKey) return { ...found, awardKey };
  }
  return null;
}
