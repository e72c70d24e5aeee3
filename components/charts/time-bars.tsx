"use client";

import { useEffect, useId } from "react";
import { Bar, BarChart, type BarShapeProps, CartesianGrid, Rectangle, XAxis, YAxis } from "recharts";

import { barFill, type ChartGroup, fills, seriesOf, type Unfinished } from "@/components/charts/groups";
import { hatches } from "@/components/charts/hatch";
import { plot } from "@/components/charts/plot";
import { timeLayout } from "@/components/charts/time-layout";

import drawing from "./time-plot.module.css";

interface TimeBarsProps {
  groups: ChartGroup[];
  unfinished: Unfinished | null;
  /** Told once the chart is drawn. */
  onReady: (ready: boolean) => void;
}

/**
 * The bars of groups over time on the scales of the server's drawing, which lies over them: added above the zero line,
 * taken back below, each series on the one before. Loads Recharts, so only through `TimeChart`.
 */
export function TimeBars({ groups, unfinished, onReady }: TimeBarsProps) {
  useEffect(() => onReady(true), [onReady]);
  const { axis, y, bottom } = timeLayout(groups, unfinished);
  const series = seriesOf(groups);
  const { patterns, fillOf } = hatches(
    useId(),
    series.length > 0 ? series.map(({ fill }) => fill) : [fills.added],
  );
  const shape = (colour: (group: ChartGroup) => string) => (bar: BarShapeProps) => {
    const group = bar.payload as ChartGroup;
    const fill = colour(group);
    return (
      <Rectangle
        {...bar}
        className={drawing.piece ?? ""}
        fill={group.key === unfinished?.key ? fillOf(fill) : fill}
      />
    );
  };
  const bars =
    series.length > 0
      ? series.map(({ key, fill }) => ({ key, of: partOf(key), added: () => fill, back: () => fill }))
      : [{ key: "all", of: (group: ChartGroup) => group, added: barFill, back: () => fills.back }];
  return (
    <BarChart
      responsive
      style={{ width: "100%", height: plot.height }}
      data={groups}
      stackOffset="sign"
      barCategoryGap={`${plot.gap * 100}%`}
      margin={{ top: plot.top, right: 0, bottom: 0, left: 0 }}
      accessibilityLayer={false}
    >
      <defs>{patterns}</defs>
      <CartesianGrid vertical={false} horizontalPoints={axis.ticks.map(y)} stroke="var(--line)" />
      <XAxis dataKey="key" height={bottom} tick={false} axisLine={false} tickLine={false} />
      <YAxis
        width={plot.left}
        domain={[axis.low, axis.high]}
        ticks={axis.ticks}
        interval={0}
        tick={false}
        axisLine={false}
        tickLine={false}
      />
      {bars.flatMap(({ key, of, added, back }) => [
        <Bar
          key={`${key} added`}
          dataKey={(group: ChartGroup) => of(group)?.added ?? 0}
          stackId="sign"
          isAnimationActive={false}
          shape={shape(added)}
        />,
        <Bar
          key={`${key} taken back`}
          dataKey={(group: ChartGroup) => of(group)?.taken_back ?? 0}
          stackId="sign"
          isAnimationActive={false}
          shape={shape(back)}
        />,
      ])}
    </BarChart>
  );
}

const partOf =
  (key: string | null) =>
  ({ parts = [] }: ChartGroup) =>
    parts.find((part) => part.key === key);
