"use client";

import type { ReactNode } from "react";

import { ChartStops } from "@/components/charts/chart-stops";
import { type StepDay, stepPlaces } from "@/components/charts/running";
import { RunningTip } from "@/components/charts/running-tip";
import { dayWords } from "@/components/charts/words";

import styles from "./time-chart.module.css";

interface RunningChartProps {
  title: string;
  days: StepDay[];
  /** The drawing that the server made. */
  children: ReactNode;
}

/** The drawing of a running total, whose days can be walked. */
export function RunningChart({ title, days, children }: RunningChartProps) {
  const { x, y } = stepPlaces(days);
  return (
    <div className={styles.room}>
      <ChartStops
        className={styles.chart}
        label={`${title} Use the arrow keys to move from day to day.`}
        stops={days.map((day) => ({ at: x(day.at), reach: 0, point: y(day.total), words: dayWords(day) }))}
        tip={(index) => {
          const day = days[index];
          return day && <RunningTip day={day} />;
        }}
      >
        {children}
      </ChartStops>
    </div>
  );
}
