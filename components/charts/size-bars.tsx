"use client";

import { useEffect } from "react";
import { Bar, BarChart, type BarShapeProps, XAxis, YAxis } from "recharts";
import { barFill, type ChartGroup, fills } from "@/components/charts/groups";
import { moneySpan } from "@/components/charts/scale";
import { Link } from "@/components/ui/link";

import rows from "./bar-list.module.css";

interface SizeBarsProps {
  groups: ChartGroup[];
  /** Told once the chart is drawn. */
  onReady: (ready: boolean) => void;
}

/**
 * The bars of groups by size: added to the right of zero, taken back to the left, each a link to its records. Left
 * out of the tab order, for the label beside is the same link. Loads Recharts, so only through `SizeChart`.
 */
export function SizeBars({ groups, onReady }: SizeBarsProps) {
  useEffect(() => onReady(true), [onReady]);
  const { low, high } = moneySpan(groups);
  return (
    <BarChart
      responsive
      style={{ width: "100%", height: "100%" }}
      layout="vertical"
      data={groups}
      stackOffset="sign"
      barCategoryGap={0}
      margin={{ top: 0, right: 0, bottom: 0, left: 0 }}
      accessibilityLayer={false}
    >
      <XAxis type="number" domain={[low, high]} hide />
      <YAxis type="category" hide />
      <Bar
        dataKey="added"
        stackId="sign"
        isAnimationActive={false}
        shape={(bar: BarShapeProps) => <Lane {...bar} fill={barFill(bar.payload as ChartGroup)} />}
      />
      <Bar
        dataKey="taken_back"
        stackId="sign"
        isAnimationActive={false}
        shape={(bar: BarShapeProps) => <Lane {...bar} fill={fills.back} />}
      />
    </BarChart>
  );
}

/** A bar in its row's lane. What was taken back has a negative width, from zero leftwards. */
function Lane({ x, y, width, height, payload, fill }: BarShapeProps) {
  const { href } = payload as ChartGroup;
  const bar = (
    <svg y={y} height={height} overflow="visible" aria-hidden="true">
      <rect className={rows.lane} fill={fill} x={Math.min(x, x + width)} width={Math.abs(width)} />
    </svg>
  );
  return href ? (
    <Link href={href} tabIndex={-1}>
      {bar}
    </Link>
  ) : (
    bar
  );
}
