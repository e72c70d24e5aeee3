import type { Route } from "next";
import { DataChart } from "@/components/charts/data-chart";
import { formatDay } from "@/lib/contracts/days";
import type { EndingWeek } from "@/lib/contracts/expiring";

export function EndingWeeks({ weeks }: { weeks: (EndingWeek & { href: Route | null })[] }) {
  const counts = weeks.map(({ from, to, contracts, href }) => ({
    key: from,
    name: from === to ? formatDay(from) : `${formatDay(from)} – ${formatDay(to)}`,
    count: contracts,
    href,
  }));
  return (
    <DataChart
      title="Contracts that end in each seven days"
      data={{ kind: "counts", noun: "contract", counts }}
    />
  );
}
