import type { Route } from "next";

import { DataChart } from "@/components/charts/data-chart";
import { ChartFrame } from "@/components/charts/frame";
import { stepDaysOf } from "@/components/charts/running";
import type { Day } from "@/lib/contracts/days";
import type { ContractAction, ContractRow } from "@/lib/contracts/rows";
import { runningFinding } from "@/lib/findings/contract";
import { agencyName } from "@/lib/query/agency-names";
import { contractPage } from "@/lib/query/pages";
import { defaults, href } from "@/lib/query/query";

interface RunningTotalProps {
  contract: ContractRow;
  actions: ContractAction[];
  table: `#${string}`;
  through: Day;
  snapshot: string | null;
}

export function RunningTotal({ contract, actions, table, through, snapshot }: RunningTotalProps) {
  const days = stepDaysOf(actions);
  if (days.length < 2) return null;
  const { key, base_included: isWhole } = contract;
  const name = "Running total in these records";
  const who = agencyName(contract.agency);
  const title = runningFinding({ who, company: contract.company.name, days, begins: isWhole }) ?? name;
  const file = href(`/api/contracts/${encodeURIComponent(key)}`, { ...defaults("contracts"), snapshot });
  return (
    <ChartFrame
      name={name}
      title={title}
      subtitle={
        isWhole
          ? "U.S. dollars obligated by the actions up to each day, money taken back subtracted"
          : "U.S. dollars obligated by the actions in these records up to each day, money taken back subtracted. Earlier actions are not in these records, so the line does not begin with the contract."
      }
      numbers={table}
      links={{
        csv: `${file}${file.includes("?") ? "&" : "?"}format=csv`,
        chart: `${contractPage(key, { snapshot })}#running-total` as Route,
      }}
      through={through}
    >
      <DataChart title={title} data={{ kind: "running", days, begins: isWhole }} />
    </ChartFrame>
  );
}
