import { type Cents, parseDollars } from "@/lib/contracts/money";
import type { ContractAction, ContractRow } from "@/lib/contracts/rows";

/** What the panel of a row shows of the answer of `/api/contracts/<key>`, money in cents. */
export interface ContractAnswer {
  contract: ContractRow;
  actions: ContractAction[];
  brands: { slug: string; name: string; actions: number }[];
  /** How many other orders of the agency are under its vehicle. */
  siblings: number;
}

/** Reads an answer, whose money is in dollars. */
export function readAnswer({
  contract,
  actions,
  brands,
  siblings,
}: Omit<ContractAnswer, "siblings"> & { siblings: unknown[] }): ContractAnswer {
  return {
    contract: {
      ...contract,
      in_records: cents(contract.in_records),
      added: cents(contract.added),
      taken_back: cents(contract.taken_back),
    },
    actions: actions.map((action) => ({
      ...action,
      federal_action_obligation: cents(action.federal_action_obligation),
      running_total: cents(action.running_total),
    })),
    brands,
    siblings: siblings.length,
  };
}

function cents(dollars: number): Cents {
  const found = parseDollars(String(dollars));
  if (found === null) throw new Error(`${dollars} is no amount in dollars`);
  return found;
}
