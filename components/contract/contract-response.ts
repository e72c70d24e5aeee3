import { type IsCents, parseDollars } from "@/lib/contracts/money";
import type { ContractAction, ContractRow } from "@/lib/contracts/rows";

/** The part of a `/api/contracts/<key>` response that the row panel shows, with money in cents. */
export interface ContractResponse {
  contract: ContractRow;
  actions: ContractAction[];
  brands: { slug: string; name: string; actions: number }[];
  /** The number of the agency's other orders under the vehicle. */
  siblings: number;
}

/** Every amount of a row by name: one that is missing here, or is no amount, does not compile. */
type Amounts<Row> = Record<
  { [Name in keyof Row]-?: IsCents<NonNullable<Row[Name]>> extends true ? Name : never }[keyof Row],
  true
>;

const contractAmounts: Amounts<ContractRow> = {
  net: true,
  added: true,
  taken_back: true,
  in_records: true,
  current_value: true,
  potential_value: true,
  obligated_lifetime: true,
  outlayed_lifetime: true,
};
const actionAmounts: Amounts<ContractAction> = { federal_action_obligation: true, running_total: true };

/** Converts a response, which has money in dollars. */
export function readContractResponse({
  contract,
  actions,
  brands,
  siblings,
}: Omit<ContractResponse, "siblings"> & { siblings: unknown[] }): ContractResponse {
  return {
    contract: inCents(contract, contractAmounts),
    actions: actions.map((action) => inCents(action, actionAmounts)),
    brands,
    siblings: siblings.length,
  };
}

function inCents<Row extends object>(row: Row, amounts: object): Row {
  const entries = Object.entries(row).map(([name, value]) => {
    if (value === null || !Object.hasOwn(amounts, name)) return [name, value];
    const cents = parseDollars(String(value));
    if (cents === null) throw new Error(`${value} is no amount in dollars`);
    return [name, cents];
  });
  return Object.fromEntries(entries) as Row;
}
