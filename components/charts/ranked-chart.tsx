import { BarList } from "@/components/charts/bar-list";
import type { ChartGroup } from "@/components/charts/groups";
import { Legend } from "@/components/charts/legend";
import { SizeChart } from "@/components/charts/size-chart";
import type { Cents } from "@/lib/contracts/money";

interface RankedChartProps {
  groups: ChartGroup[];
  /** What is not among `groups`, added together; drawn last. */
  rest: ChartGroup | null;
  /** The net obligations that shares are of. */
  whole: Cents;
}

/** Groups ranked by size as horizontal bars: drawn by the server, interactive where scripts run. */
export function RankedChart({ groups, rest, whole }: RankedChartProps) {
  const rows = rest ? [...groups, rest] : groups;
  return (
    <>
      <Legend groups={groups} past="outside the filter" />
      <SizeChart groups={rows}>
        <BarList groups={rows} whole={whole} />
      </SizeChart>
    </>
  );
}
