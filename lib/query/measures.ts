import type { RecordedName } from "@/lib/contracts/recorded";

/** An amount that `min` and `max` can limit, with its texts. */
interface Measure {
  /** Its name in the list of choices. */
  choice: string;
  /** After a bound: "At least: $1,000,000 (per action)". */
  note: string;
  /** The sentence of an empty result after the number of actions, and after the number of contracts. */
  sentence: (range: string) => [ofActions: string, ofContracts: string];
  /** The column of `contracts` that holds it; `null` if it is a sum of the selected actions. */
  column: "in_records_cents" | "current_value_cents" | "potential_value_cents" | null;
  /** The recorded column that it needs, if some snapshots lack it. */
  needs?: RecordedName;
}

/** The measures in the order of the choices. `action` limits the amount of each action, the others an amount of the contract. */
export const measures = {
  period: {
    choice: "total per contract (this selection)",
    note: "per contract, this selection",
    sentence: (range) => [
      `belong to a contract ${range} (obligated by its selected actions)`,
      `are ${range} (obligated by the selected actions)`,
    ],
    column: null,
  },
  action: {
    choice: "single action",
    note: "per action",
    sentence: (range) => [`are ${range}`, `have an action ${range}`],
    column: null,
  },
  in_records: {
    choice: "total per contract (all records)",
    note: "per contract, all records",
    sentence: (range) => [
      `belong to a contract ${range} (obligated by all its actions in these records)`,
      `are ${range} (obligated by all their actions in these records)`,
    ],
    column: "in_records_cents",
  },
  current: {
    choice: "current value (options exercised)",
    note: "current value",
    sentence: (range) => [
      `belong to a contract with a current value ${range}`,
      `have a current value ${range}`,
    ],
    column: "current_value_cents",
    needs: "current_total_value_of_award",
  },
  potential: {
    choice: "potential value (all options)",
    note: "potential value",
    sentence: (range) => [
      `belong to a contract with a potential value ${range}`,
      `have a potential value ${range}`,
    ],
    column: "potential_value_cents",
    needs: "potential_total_value_of_award",
  },
} as const satisfies Record<string, Measure>;

export type AmountMeasure = keyof typeof measures;
export const amountMeasures = Object.keys(measures) as [AmountMeasure, ...AmountMeasure[]];
export const measure = (name: AmountMeasure): Measure => measures[name];
