"use client";

import dynamic from "next/dynamic";
import { type RefObject, useEffect, useId, useMemo, useRef, useState } from "react";

import { type ChartData, describe } from "@/components/charts/describe";
import { Drawing } from "@/components/charts/drawing";
import { Legend } from "@/components/charts/legend";

import styles from "./data-chart.module.css";

/** Where a chart cannot be loaded, the drawing stays until the page is loaded again. */
const stays = () => () => null;

const RechartsChart = dynamic(
  () => import("@/components/charts/recharts-chart").then((module) => module.RechartsChart, stays),
  { ssr: false },
);

const RechartsFlow = dynamic(
  () => import("@/components/charts/recharts-flow").then((module) => module.RechartsFlow, stays),
  { ssr: false },
);

interface DataChartProps {
  /** What the chart is called by screen readers. */
  title: string;
  data: ChartData;
  /** Loads the live chart when the pointer is on the drawing: for a control, which is always in view. */
  isControl?: boolean;
}

/**
 * A chart of any kind: a drawing, which the server makes too, and in its place a live chart of the same size, which is
 * loaded when the drawing comes near the view. The drawing stays for paper.
 */
export function DataChart({ title, data, isControl = false }: DataChartProps) {
  const id = useId();
  const chart = useMemo(() => describe(data), [data]);
  const frame = useRef<HTMLDivElement>(null);
  const isNear = useNear(frame);
  const [isPointed, setPointed] = useState(false);
  const [isLive, setLive] = useState(false);
  const replace = () => {
    const element = frame.current;
    if (!element?.contains(document.activeElement)) return setLive(true);
    // A link of the drawing has the focus: it stays until the focus leaves the drawing.
    const leave = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget instanceof Node && element.contains(relatedTarget)) return;
      element.removeEventListener("focusout", leave);
      setLive(true);
    };
    element.addEventListener("focusout", leave);
  };
  return (
    <div
      ref={frame}
      className={styles.frame}
      data-live={isLive || undefined}
      onPointerEnter={() => setPointed(true)}
    >
      <div className={styles.drawing}>
        <Legend entries={chart.legend} />
        <Drawing chart={chart} id={id} label={title} />
      </div>
      {(isControl ? isPointed : isNear) && (
        <div className={styles.live}>
          {data.kind === "flow" ? (
            <RechartsFlow title={title} data={data} onReady={replace} />
          ) : (
            <RechartsChart title={title} data={data} onReady={replace} />
          )}
        </div>
      )}
    </div>
  );
}

/** Whether an element has come near the view at least once. */
function useNear(element: RefObject<HTMLElement | null>): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    if (!element.current) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setNear(true);
      },
      { rootMargin: "200px" },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return isNear;
}
