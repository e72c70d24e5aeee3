"use client";

import dynamic from "next/dynamic";
import { type ReactNode, useRef, useState } from "react";

import { ChartStops } from "@/components/charts/chart-stops";
import { GroupTip } from "@/components/charts/group-tip";
import type { ChartGroup, Unfinished } from "@/components/charts/groups";
import { useSeen } from "@/components/charts/in-view";
import { periodTitle, periodWords } from "@/components/charts/words";

import styles from "./time-chart.module.css";

const TimeBars = dynamic(() => import("@/components/charts/time-bars").then((module) => module.TimeBars), {
  ssr: false,
});

interface TimeChartProps {
  title: string;
  groups: ChartGroup[];
  unfinished: Unfinished | null;
  /** The drawing that the server made; of it all stays but its bars and grid, which the chart draws again below it. */
  children: ReactNode;
}

/** A drawing whose bars become a chart once it comes into view, and can be walked. */
export function TimeChart({ title, groups, unfinished, children }: TimeChartProps) {
  const frame = useRef<HTMLDivElement>(null);
  const seen = useSeen(frame);
  const [ready, setReady] = useState(false);
  return (
    <div ref={frame} className={styles.room}>
      <ChartStops
        className={styles.chart}
        isCovered={ready}
        label={`${title} Use the arrow keys to move from bar to bar, Enter to open its records.`}
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
      >
        {children}
        {seen && (
          <div className={styles.live} aria-hidden="true">
            <TimeBars groups={groups} unfinished={unfinished} onReady={setReady} />
          </div>
        )}
      </ChartStops>
    </div>
  );
}
