import { type Cents, parseDollars } from "@/lib/contracts/money";
import type { ContractAction, ContractRow } from "@/lib/contracts/rows";

/** The part of a `/api/contracts/<key>` response that the row panel shows, with money in cents. */
export interface ContractResponse {
  contract: ContractRow;
  actions: ContractAction[];
  brands: { slug: string; name: string; actions: number }[];
  /** The number of the agency's other orders under the vehicle. */
  siblings: number;
}

/** Converts a response, which has money in dollars. */
export function readContractResponse({
  contract,
  actions,
  brands,
  siblings,
}: Omit<ContractResponse, "siblings"> & { siblings: unknown[] }): ContractResponse {
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
  const parsed = parseDollars(String(dollars));
  if (parsed === null) throw new Error(`${dollars} is no amount in dollars`);
  return parsed;
}
