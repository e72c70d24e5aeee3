"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { type RefObject, useEffect, useId, useRef } from "react";
import {
  Bar,
  BarChart,
  type BarShapeProps,
  CartesianGrid,
  Rectangle,
  ReferenceLine,
  Tooltip,
  useActiveTooltipDataPoints,
  XAxis,
  type XAxisTickContentProps,
  YAxis,
} from "recharts";

import { GroupTip } from "@/components/charts/group-tip";
import { barFill, type ChartGroup, fills, type Unfinished } from "@/components/charts/groups";
import { axisMoney, moneyAxis } from "@/components/charts/scale";
import { namedPeriods, periodName } from "@/components/charts/time";
import { tickClass } from "@/components/charts/time-plot";

interface TimeBarsProps {
  title: string;
  groups: ChartGroup[];
  unfinished: Unfinished | null;
  /** Told once the chart is drawn. */
  onReady: (ready: boolean) => void;
}

/**
 * Obligations over time: added above the zero line, taken back below. Arrow keys move from bar to bar; a click or
 * Enter opens the records behind one. Loads Recharts, so only through `TimeChart`.
 */
export function TimeBars({ title, groups, unfinished, onReady }: TimeBarsProps) {
  const router = useRouter();
  const hatch = useId();
  const active = useRef<ChartGroup | null>(null);
  const follow = (group: ChartGroup | null | undefined) => {
    if (group?.href) router.push(group.href as Route);
  };
  useEffect(() => onReady(true), [onReady]);
  const { low, high, ticks } = moneyAxis(groups);
  const named = namedPeriods(groups.map(({ key }) => key ?? ""));
  const labels = new Map(groups.map(({ key, label }) => [key, label]));
  const fill = (group: ChartGroup) => (group.key === unfinished?.key ? `url(#${hatch})` : barFill(group));
  const nameOf = ({ key, label }: ChartGroup) =>
    `${periodName(key ?? "", label)}${key === unfinished?.key ? `, through ${unfinished?.through}` : ""}`;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the chart inside takes the focus; its keys end here
    <div
      onKeyDown={(event) => {
        if (event.key === "Enter") follow(active.current);
      }}
    >
      <BarChart
        responsive
        style={{ width: "100%", height: 260 }}
        data={groups}
        stackOffset="sign"
        barCategoryGap="10%"
        margin={{ top: 10, right: 0, bottom: 0, left: 0 }}
        accessibilityLayer
        aria-label={`${title} Use the arrow keys to move from bar to bar, Enter to open its records.`}
        onClick={() => follow(active.current)}
      >
        <defs>
          <pattern
            id={hatch}
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="6" height="6" fill="var(--paper)" />
            <line x1="2" x2="2" y1="0" y2="6" strokeWidth="4" stroke={fills.added} />
          </pattern>
        </defs>
        <CartesianGrid syncWithTicks vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="key"
          height={30}
          axisLine={false}
          tickLine={false}
          tickMargin={8}
          interval={0}
          ticks={[...named.keys()]}
          tick={({ x, y, payload: { value } }: XAxisTickContentProps) => (
            <text className={tickClass(named.get(value))} x={x} y={y} dy="0.71em" textAnchor="middle">
              {periodName(value, labels.get(value) ?? value, "short")}
            </text>
          )}
        />
        <YAxis
          width={52}
          axisLine={false}
          tickLine={false}
          ticks={ticks}
          domain={[low, high]}
          interval={0}
          tickFormatter={axisMoney}
          tick={{ fill: "var(--soft)", fontSize: 12 }}
        />
        <ReferenceLine y={0} stroke="var(--edge)" />
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: "var(--ink)", fillOpacity: 0.07 }}
          content={({ active: shown, payload }) => {
            const group = payload?.[0]?.payload as ChartGroup | undefined;
            if (!shown || !group) return null;
            return (
              <div role="status">
                <GroupTip name={nameOf(group)} group={group} />
              </div>
            );
          }}
        />
        <Bar
          dataKey="added"
          stackId="sign"
          isAnimationActive={false}
          shape={(bar: BarShapeProps) => <Rectangle {...bar} fill={fill(bar.payload as ChartGroup)} />}
        />
        <Bar dataKey="taken_back" stackId="sign" isAnimationActive={false} fill={fills.back} />
        <Follow active={active} />
      </BarChart>
    </div>
  );
}

/** Keeps hold of the group that the pointer or the keyboard is on; drawn inside the chart, which alone knows. */
function Follow({ active }: { active: RefObject<ChartGroup | null> }) {
  const points = useActiveTooltipDataPoints<ChartGroup>();
  useEffect(() => {
    active.current = points?.[0] ?? null;
  });
  return null;
}
