"use client";

import dynamic from "next/dynamic";
import { type ReactNode, useRef, useState } from "react";

import type { ChartGroup, Unfinished } from "@/components/charts/groups";
import { useSeen } from "@/components/charts/in-view";

import styles from "./time-chart.module.css";

const TimeBars = dynamic(() => import("@/components/charts/time-bars").then((module) => module.TimeBars), {
  ssr: false,
});

interface TimeChartProps {
  title: string;
  groups: ChartGroup[];
  unfinished: Unfinished | null;
  /** The drawing that the server made; it stays until the interactive chart covers it, or for good without scripts. */
  children: ReactNode;
}

/** A drawing that becomes an interactive chart once it comes into view. */
export function TimeChart({ title, groups, unfinished, children }: TimeChartProps) {
  const frame = useRef<HTMLDivElement>(null);
  const seen = useSeen(frame);
  const [ready, setReady] = useState(false);
  return (
    <div ref={frame} className={ready ? `${styles.chart} ${styles.covered}` : styles.chart}>
      {children}
      {seen && (
        <div className={styles.live}>
          <TimeBars title={title} groups={groups} unfinished={unfinished} onReady={setReady} />
        </div>
      )}
    </div>
  );
}
