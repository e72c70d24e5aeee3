"use client";

import type { Route } from "next";
import { useEffect, useRef, useState } from "react";
import { DataChart } from "@/components/charts/data-chart";
import type { BinData } from "@/components/charts/describe";
import { Link } from "@/components/ui/link";
import { isPending } from "@/components/ui/navigation";
import {
  type AmountBounds,
  amountBins,
  boundAt,
  nearestEdges,
  overlap,
  type Side,
  spokenBound,
  zeroBin,
} from "@/lib/query/amount-bins";
import { shortAmount } from "@/lib/query/amounts";

import styles from "./amount-range.module.css";

interface AmountBar {
  /** The range and its count as text. */
  name: string;
  count: number;
  /** The address that selects the range or, if it is selected, clears it. */
  href: Route | null;
  isCurrent: boolean;
}

interface AmountRangeProps extends AmountBounds {
  /** One for each of {@link amountBins}. */
  bars: AmountBar[];
  /** The count of a bar of full height. A larger one is cut off. */
  tallest: number;
  /** Explains the heights. */
  summary: string;
}

/** The pause after the last move of a handle before the form is submitted. */
const submitDelayMs = 400;

const ticks = [
  ...["-1000000000", "-1000000"].map((max) => ({ bound: max, edge: nearestEdges({ min: null, max }).max })),
  { bound: "0", edge: zeroBin + 0.5 },
  ...["1000000", "1000000000"].map((min) => ({ bound: min, edge: nearestEdges({ min, max: null }).min })),
];

const percent = (share: number) => `${(100 * share).toFixed(2)}%`;
const across = (edge: number) => percent(edge / amountBins.length);

/**
 * Bars of amounts and the selected range. With scripts, two handles move the range: they fill the fields of the form at
 * once, and submit it when they rest.
 */
export function AmountRange({ min, max, bars, tallest, summary }: AmountRangeProps) {
  /** The range of the handles until it is in the address. */
  const [moved, setMoved] = useState<AmountBounds | null>(null);
  const bounds = moved ?? { min, max };
  const edges = nearestEdges(bounds);
  const handles = useRef<HTMLDivElement>(null);
  const latest = useRef<AmountBounds | null>(null);
  const arrived = useRef<AmountBounds>({ min, max });
  const requested = useRef<AmountBounds>({ min, max });
  useEffect(() => {
    arrived.current = { min, max };
    // While a later request is pending, an earlier one has arrived.
    if (!isPending()) requested.current = arrived.current;
  }, [min, max]);

  useEffect(() => {
    const own = handles.current;
    const form = own?.closest("form");
    if (!own || !form) return;
    let rest: number | undefined;
    const settle = () => {
      window.clearTimeout(rest);
      rest = window.setTimeout(() => {
        rest = undefined;
        const next = latest.current;
        if (!next || (next.min === requested.current.min && next.max === requested.current.max)) return;
        requested.current = next;
        form.requestSubmit();
      }, submitDelayMs);
    };
    // The form is reset to the requested address or, while a handle still moves, to an earlier one.
    const reset = () => {
      if (rest !== undefined || isPending())
        return queueMicrotask(() => writeBounds(form, latest.current ?? {}));
      latest.current = null;
      requested.current = arrived.current;
      setMoved(null);
    };
    own.addEventListener("change", settle);
    form.addEventListener("reset", reset);
    return () => {
      window.clearTimeout(rest);
      own.removeEventListener("change", settle);
      form.removeEventListener("reset", reset);
    };
  }, []);

  function move(side: Side, to: number) {
    const edge = side === "min" ? Math.min(to, edges.max - 1) : Math.max(to, edges.min + 1);
    if (edge === edges[side]) return;
    const next = { ...bounds, [side]: boundAt(side, edge) };
    setMoved(next);
    latest.current = next;
    const form = handles.current?.closest("form");
    if (form) writeBounds(form, { [side]: next[side] });
  }

  const data: BinData = {
    kind: "bins",
    bins: amountBins.flatMap((bin, place) => {
      const bar = bars[place];
      return bar ? { ...bar, isChosen: overlap(bin, bounds) } : [];
    }),
    tallest,
  };
  return (
    <div className={styles.range}>
      <div className={styles.bars}>
        <DataChart title={summary} data={data} isControl />
      </div>
      <svg className={styles.line} aria-hidden="true">
        <rect x="0" width="100%" y="0" height="1" />
        <rect
          className={styles.chosen}
          x={across(edges.min)}
          width={across(edges.max - edges.min)}
          height="3"
        />
      </svg>
      <p className={styles.values} aria-hidden="true">
        <span>{spokenBound("min", bounds.min)}</span>
        <span>{spokenBound("max", bounds.max)}</span>
      </p>
      <div ref={handles} className={styles.handles}>
        {(["min", "max"] as const).map((side) => (
          <input
            key={side}
            type="range"
            className={`${styles.handle} ${styles[side]}`}
            aria-label={side === "min" ? "Minimum amount" : "Maximum amount"}
            aria-valuetext={spokenBound(side, bounds[side])}
            min={0}
            max={amountBins.length}
            value={edges[side]}
            autoComplete="off"
            onChange={(event) => move(side, event.target.valueAsNumber)}
          />
        ))}
      </div>
      <svg className={styles.ticks} aria-hidden="true">
        {ticks.map(({ bound, edge }) => (
          <text key={bound} x={across(edge)} y="1em">
            {shortAmount(bound).replace("-", "−")}
          </text>
        ))}
      </svg>
      <details className={styles.numbers}>
        <summary>{summary}</summary>
        <ul>
          {bars.map(
            ({ name, href, isCurrent }, place) =>
              href && (
                <li key={amountBins[place]?.name}>
                  <Link href={href} scroll={false} aria-current={isCurrent ? "true" : undefined}>
                    {name}
                  </Link>
                </li>
              ),
          )}
        </ul>
        <p>Each bar includes its bound nearer to $0.</p>
      </details>
    </div>
  );
}

function writeBounds(form: HTMLFormElement, bounds: Partial<AmountBounds>) {
  for (const [side, bound] of Object.entries(bounds)) {
    const box = form.elements.namedItem(side);
    if (box instanceof HTMLInputElement) box.value = bound === null ? "" : shortAmount(bound);
  }
}
