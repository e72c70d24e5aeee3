"use client";

import dynamic from "next/dynamic";
import { type ReactNode, useRef } from "react";

import { useSeen } from "@/components/charts/in-view";
import type { StepDay } from "@/components/charts/running";

import styles from "./time-chart.module.css";

const RunningLine = dynamic(
  () => import("@/components/charts/running-line").then((module) => module.RunningLine),
  { ssr: false },
);

interface RunningChartProps {
  title: string;
  days: StepDay[];
  /** The drawing that the server made. It stays; over it lies what follows the pointer and the keyboard. */
  children: ReactNode;
}

/** A running total that says what happened on a day, once it comes into view. */
export function RunningChart({ title, days, children }: RunningChartProps) {
  const frame = useRef<HTMLDivElement>(null);
  const seen = useSeen(frame);
  return (
    <div ref={frame} className={styles.chart}>
      {children}
      {seen && (
        <div className={styles.live}>
          <RunningLine title={title} days={days} />
        </div>
      )}
    </div>
  );
}
