"use client";

import dynamic from "next/dynamic";
import { type FocusEvent, type PointerEvent, type ReactNode, useRef, useState } from "react";

import { GroupTip } from "@/components/charts/group-tip";
import type { ChartGroup } from "@/components/charts/groups";
import { AsDrawn, useSeen } from "@/components/charts/in-view";

import styles from "./size-chart.module.css";

const SizeBars = dynamic(
  () =>
    import("@/components/charts/size-bars").then(
      (module) => module.SizeBars,
      () => AsDrawn,
    ),
  { ssr: false },
);

interface SizeChartProps {
  groups: ChartGroup[];
  /** The rows that the server made. They stay, for readers and for the keyboard; the chart covers only their bars. */
  children: ReactNode;
}

/** A row that the pointer or the keyboard is on, and how far from the left its figures begin. */
interface BarRow {
  index: number;
  from: number;
}

/**
 * Ranked rows whose bars become an interactive chart once they come into view. The figures of the row that the
 * pointer or the keyboard is on are shown beside it; Escape puts them away.
 */
export function SizeChart({ groups, children }: SizeChartProps) {
  const frame = useRef<HTMLDivElement>(null);
  const seen = useSeen(frame);
  const [ready, setReady] = useState(false);
  const [row, setRow] = useState<BarRow | null>(null);
  const point = ({ clientX, clientY, currentTarget }: PointerEvent) => {
    const box = currentTarget.getBoundingClientRect();
    const index = Math.floor(((clientY - box.top) / box.height) * groups.length);
    setRow((last) => (last?.index === index ? last : { index, from: clientX - box.left }));
  };
  const focus = ({ target, currentTarget }: FocusEvent<HTMLElement>) => {
    const index = [...currentTarget.querySelectorAll("li")].findIndex((item) => item.contains(target));
    if (index < 0 || !target.matches(":focus-visible")) return;
    setRow({
      index,
      from: target.getBoundingClientRect().right - currentTarget.getBoundingClientRect().left,
    });
  };
  const group = row && groups[row.index];
  return (
    <div className={styles.room}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: shows what the links inside are about, and does nothing */}
      <div
        ref={frame}
        className={styles.chart}
        data-covered={ready || undefined}
        onPointerMove={point}
        onPointerLeave={() => setRow(null)}
        onFocus={focus}
        onBlur={() => setRow(null)}
        onKeyDown={({ key }) => {
          if (key === "Escape") setRow(null);
        }}
      >
        {children}
        {seen && (
          <div className={styles.live} aria-hidden="true">
            <SizeBars groups={groups} onReady={setReady} />
          </div>
        )}
        {group && <Beside row={row} rows={groups.length} group={group} />}
      </div>
    </div>
  );
}

/** The row itself, marked, and its figures: below it in the upper half of the chart, else above it. */
function Beside({ row, rows, group }: { row: BarRow; rows: number; group: ChartGroup }) {
  const percent = (count: number) => `${(count / rows) * 100}%`;
  const isUpper = row.index < rows / 2;
  return (
    <>
      <span className={styles.row} style={{ top: percent(row.index), height: percent(1) }} />
      <div
        className={styles.tip}
        aria-hidden="true"
        style={{
          left: `clamp(0px, ${row.from}px, 100% - 17rem)`,
          ...(isUpper ? { top: percent(row.index + 1) } : { bottom: percent(rows - row.index) }),
        }}
      >
        <GroupTip name={group.label} group={group} />
      </div>
    </>
  );
}
