"use client";

import dynamic from "next/dynamic";
import { type ReactNode, useRef, useState } from "react";

import type { ChartGroup, Unfinished } from "@/components/charts/groups";
import { AsDrawn, useSeen } from "@/components/charts/in-view";
import { PeriodStops } from "@/components/charts/period-stops";

import styles from "./time-chart.module.css";

const TimeBars = dynamic(
  () =>
    import("@/components/charts/time-bars").then(
      (module) => module.TimeBars,
      () => AsDrawn,
    ),
  { ssr: false },
);

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
      <PeriodStops
        className={styles.chart}
        isCovered={ready}
        title={title}
        groups={groups}
        unfinished={unfinished}
      >
        {children}
        {seen && (
          <div className={styles.live} aria-hidden="true">
            <TimeBars groups={groups} unfinished={unfinished} onReady={setReady} />
          </div>
        )}
      </PeriodStops>
    </div>
  );
}
