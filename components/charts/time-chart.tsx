"use client";

import dynamic from "next/dynamic";
import { type ReactNode, useEffect, useRef, useState } from "react";

import type { ChartGroup, Unfinished } from "@/components/charts/groups";

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
  const [seen, setSeen] = useState(false);
  const [ready, setReady] = useState(false);
  useEffect(() => {
    if (!frame.current) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setSeen(true);
      },
      { rootMargin: "200px" },
    );
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, []);
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
