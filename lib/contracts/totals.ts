import type { Cents } from "@/lib/contracts/money";

/**
 * The figures of a selection. `net` = `added` + `taken_back` (which carries its minus sign), all in cents;
 * `companies` counts distinct companies, or distinct recipients with `grouped=no`.
 */
export interface Totals {
  net: Cents;
  added: Cents;
  taken_back: Cents;
  actions: number;
  contracts: number;
  companies: number;
}

/** The figures of a selection without an action. */
export const noTotals: Totals = { net: 0, added: 0, taken_back: 0, actions: 0, contracts: 0, companies: 0 };

/** The figures of a group. */
export type Figures = Omit<Totals, "companies">;

/** The figures of a group without an action. */
export const noFigures: Figures = { net: 0, added: 0, taken_back: 0, actions: 0, contracts: 0 };

/** The figures alone of a row that has more. */
export const onlyFigures = ({ net, added, taken_back, actions, contracts }: Figures): Figures => ({
  net,
  added,
  taken_back,
  actions,
  contracts,
});

/** The figures of a row with the number of its companies. */
export const asTotals = (row: Figures, companies: number): Totals => ({ ...onlyFigures(row), companies });

/** Groups added together. A contract is counted once for each group it is in. */
export function addUp(parts: readonly Figures[]): Figures {
  const sum = { ...noFigures };
  for (const part of parts)
    for (const name of ["net", "added", "taken_back", "actions", "contracts"] as const)
      sum[name] += part[name];
  return sum;
}

/** One group of a selection; `key` is `null` if not reported. */
export interface Group extends Figures {
  key: string | null;
  label: string;
  /** The same by agency, if a period has several. */
  parts?: Omit<Group, "parts">[];
}

export interface TwoWayGroup extends Group {
  key2: string | null;
  label2: string;
}

/** A group by three groupings at once. */
export interface ThreeWayGroup extends TwoWayGroup {
  key3: string | null;
  label3: string;
}

/** The groups that are not listed: their number, and the sums of their figures. */
export interface Rest extends Figures {
  groups: number;
}
