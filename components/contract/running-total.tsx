import { stepDays } from "@/components/charts/running";
import { RunningChart } from "@/components/charts/running-chart";
import { RunningPlot } from "@/components/charts/running-plot";
import { Section } from "@/components/ui/section";
import type { ContractAction } from "@/lib/contracts/facts";

import styles from "./running-total.module.css";

/** A contract's running total as steps over its days. Nothing where all its actions are of one day. */
export function RunningTotal({
  actions,
  baseIncluded,
}: {
  actions: ContractAction[];
  baseIncluded: boolean;
}) {
  const days = stepDays(
    actions.map((action) => ({
      day: action.action_date,
      modification: action.modification_number,
      kind: action.kind,
      amount: action.federal_action_obligation,
      total: action.running_total,
    })),
  );
  if (days.length < 2) return null;
  const title = "Running total in these records";
  return (
    <Section
      id="running-total"
      title={title}
      subtitle={
        baseIncluded
          ? "U.S. dollars obligated by the actions up to each day, money taken back subtracted. The table below has the same actions."
          : "U.S. dollars obligated by the actions in these records up to each day, money taken back subtracted. Earlier actions are not in these records, so the line does not begin with the contract. The table below has the same actions."
      }
    >
      <ul className={styles.legend}>
        <li className={styles.up}>money added</li>
        {days.some(({ change }) => change < 0) && <li className={styles.down}>money taken back</li>}
        {days.some(({ change }) => change === 0) && <li className={styles.level}>no money</li>}
        {!baseIncluded && <li className={styles.before}>earlier actions are not in these records</li>}
      </ul>
      <RunningChart title={title} days={days}>
        <RunningPlot days={days} begins={baseIncluded} />
      </RunningChart>
    </Section>
  );
}
