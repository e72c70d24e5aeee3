import type { Route } from "next";

import { DataChart } from "@/components/charts/data-chart";
import { shortDay } from "@/lib/contracts/days";
import type { EndingWeek } from "@/lib/contracts/ending";

/** A bar chart of contracts by week of their end. Each bar links to the first row of its week. */
export function EndingWeeks({ weeks }: { weeks: (EndingWeek & { href: Route | null })[] }) {
  const counts = weeks.map(({ from, to, contracts, href }) => ({
    key: from,
    name: from === to ? shortDay(from) : `${shortDay(from)} – ${shortDay(to)}`,
    count: contracts,
    href,
  }));
  return (
    <DataChart
      title="Contracts that end, by seven days"
      data={{ kind: "counts", noun: "contract", counts }}
    />
  );
}
