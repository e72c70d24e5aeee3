"use client";

import type { ReactNode } from "react";

import { ChartStops } from "@/components/charts/chart-stops";
import { GroupTip } from "@/components/charts/group-tip";
import type { ChartGroup, Unfinished } from "@/components/charts/groups";
import { periodTitle, periodWords } from "@/components/charts/words";

interface PeriodStopsProps {
  title: string;
  groups: ChartGroup[];
  unfinished: Unfinished | null;
  className?: string | undefined;
  isCovered?: boolean;
  /** Whether it is one of several small drawings: without room for an axis, its figures below it. */
  isSmall?: boolean;
  /** The drawing. */
  children: ReactNode;
}

/** Makes the bars of a drawing over time reachable; all of them are as wide as each other. */
export function PeriodStops({ title, groups, unfinished, ...rest }: PeriodStopsProps) {
  const walk = "Use the arrow keys to move from bar to bar";
  return (
    <ChartStops
      {...rest}
      label={`${title} ${walk}${groups.some(({ href }) => href) ? ", Enter to open its records." : "."}`}
      stops={groups.map((group, index) => ({
        at: (index + 0.5) / groups.length,
        reach: 0.5 / groups.length,
        words: periodWords(group, unfinished),
        href: group.href,
      }))}
      tip={(index) => {
        const group = groups[index];
        return group && <GroupTip name={periodTitle(group, unfinished)} group={group} />;
      }}
    />
  );
}
