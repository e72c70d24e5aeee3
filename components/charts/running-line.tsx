"use client";

import { Line, LineChart, Tooltip, XAxis, YAxis } from "recharts";

import { type StepDay, stepFrame } from "@/components/charts/running";
import { RunningTip } from "@/components/charts/running-tip";
import { plot } from "@/components/charts/time-plot";

/**
 * What follows the pointer and the arrow keys over the drawing of a running total, on the same scales; it draws no line
 * of its own. Loads Recharts, so only through `RunningChart`.
 */
export function RunningLine({ title, days }: { title: string; days: StepDay[] }) {
  const { money, from, to } = stepFrame(days);
  return (
    <LineChart
      responsive
      style={{ width: "100%", height: plot.height }}
      data={days}
      margin={{ top: plot.top, right: 0, bottom: 0, left: 0 }}
      accessibilityLayer
      aria-label={`${title} Use the arrow keys to move from action to action.`}
    >
      <XAxis
        dataKey="at"
        type="number"
        domain={[from, to]}
        height={plot.bottom}
        tick={false}
        axisLine={false}
        tickLine={false}
      />
      <YAxis
        width={plot.left}
        domain={[money.low, money.high]}
        tick={false}
        axisLine={false}
        tickLine={false}
      />
      <Tooltip
        isAnimationActive={false}
        cursor={{ stroke: "var(--edge)" }}
        content={({ active, payload }) => {
          const day = payload?.[0]?.payload as StepDay | undefined;
          if (!active || !day) return null;
          return (
            <div role="status">
              <RunningTip day={day} />
            </div>
          );
        }}
      />
      <Line
        dataKey="total"
        type="stepAfter"
        stroke="none"
        dot={false}
        activeDot={{ r: 6, fill: "var(--ink)", stroke: "var(--paper)" }}
        isAnimationActive={false}
      />
    </LineChart>
  );
}
