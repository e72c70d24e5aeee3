import type { ChartGroup } from "@/components/charts/groups";
import { Money } from "@/components/ui/money";
import { counted } from "@/lib/contracts/money";

import styles from "./group-tip.module.css";

const figures = [
  { label: "Obligated (net)", of: "net" },
  { label: "Added", of: "added" },
  { label: "Taken back", of: "taken_back" },
] as const;

/** What a chart says of the group that the pointer or the keyboard is on: its whole name and its exact figures. */
export function GroupTip({ name, group }: { name: string; group: ChartGroup }) {
  return (
    <div className={styles.tip}>
      <p className={styles.name}>{name}</p>
      <table>
        <tbody>
          {figures.map(({ label, of }) => (
            <tr key={of}>
              <th scope="row">{label}</th>
              <td className="num">
                <Money cents={group[of]} exact />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="soft">
        {counted(group.actions, "action")} on {counted(group.contracts, "contract")}
      </p>
    </div>
  );
}
