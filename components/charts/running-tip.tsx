import type { StepDay } from "@/components/charts/running";
import { Money } from "@/components/ui/money";
import { formatDay } from "@/lib/contracts/days";
import { counted } from "@/lib/contracts/money";

import styles from "./group-tip.module.css";

/** The most actions of one day that a tip lists; the table has the others. */
const most = 4;

/** What a chart of a running total says of the day that the pointer or the keyboard is on. */
export function RunningTip({ day: { day, steps, total } }: { day: StepDay }) {
  return (
    <div className={styles.tip}>
      <p className={styles.name}>{formatDay(day)}</p>
      <table>
        <tbody>
          {steps.slice(0, most).map(({ modification, kind, amount }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the actions of a day are fixed
            <tr key={index}>
              <th scope="row">
                {modification}: {kind}
              </th>
              <td className="num">
                <Money cents={amount} exact />
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">Running total</th>
            <td className="num">
              <Money cents={total} exact />
            </td>
          </tr>
        </tbody>
      </table>
      {steps.length > most && (
        <p className="soft">and {counted(steps.length - most, "more action")} of that day</p>
      )}
    </div>
  );
}
