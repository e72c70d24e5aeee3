"use client";

import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useState } from "react";

import type { ChartGroup } from "@/components/charts/groups";
import { plot } from "@/components/charts/plot";
import { useNavigate } from "@/components/ui/navigation";

import styles from "./chart-stops.module.css";

/** One bar or point of a chart, as the pointer and the keyboard find it. */
export interface Stop {
  /** Its middle, and how far it reaches to both sides: parts of the width of the plot. */
  at: number;
  reach: number;
  /** How far from the top its point lies, in pixels, where it is one. */
  point?: number;
  /** What is announced of it: its name and its exact figures. */
  words: string;
  /** The records behind it. */
  href?: ChartGroup["href"];
}

interface ChartStopsProps {
  /** What the chart is, and how to walk it. */
  label: string;
  stops: Stop[];
  /** What is shown of a stop beside it. */
  tip: (index: number) => ReactNode;
  className?: string | undefined;
  isCovered?: boolean;
  /** Whether it is one of several small drawings: without room for an axis, its figures below it. */
  isSmall?: boolean;
  children: ReactNode;
}

/**
 * Makes the bars or points of a drawing reachable: by the pointer, and as one stop of the Tab key by the arrow keys,
 * Home and End. Each is announced in words and shown beside it; Enter opens its records, Escape puts the figures away.
 */
export function ChartStops({
  label,
  stops,
  tip,
  className = "",
  isCovered,
  isSmall = false,
  children,
}: ChartStopsProps) {
  const left = leftOf(isSmall);
  const navigate = useNavigate();
  const [index, setIndex] = useState(0);
  const [isShown, setShown] = useState(false);
  const [isLive, setLive] = useState(false);
  useEffect(() => setLive(true), []); // without scripts it is a drawing, and no stop of the Tab key

  const show = (next: number) => {
    setIndex(next);
    setShown(true);
  };
  const point = ({ clientX, currentTarget }: PointerEvent) => {
    const box = currentTarget.getBoundingClientRect();
    const at = (clientX - box.left - left) / (box.width - left);
    show(nearest(stops, at));
  };
  const press = (event: KeyboardEvent) => {
    const next = keys[event.key]?.(index, stops.length - 1);
    if (next !== undefined) {
      event.preventDefault();
      show(next);
    } else if (event.key === "Escape") {
      setShown(false);
    } else if (event.key === "Enter") {
      const href = stops[index]?.href;
      if (href) navigate(new URL(href, location.href));
    }
  };
  const stop = stops[index];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it has a role where scripts run, and without them no handler
    <div
      className={`${styles.stops} ${className}`}
      data-covered={isCovered || undefined}
      data-small={isSmall || undefined}
      {...(isLive && { role: "application", tabIndex: 0, "aria-label": label })}
      onPointerMove={point}
      onPointerLeave={() => setShown(false)}
      onFocus={({ target }) => {
        if (target.matches(":focus-visible")) setShown(true);
      }}
      onBlur={() => setShown(false)}
      onKeyDown={press}
    >
      {children}
      {stop && isShown && (
        <Beside stop={stop} isSmall={isSmall}>
          {tip(index)}
        </Beside>
      )}
      <p className="visually-hidden" role="status">
        {isShown && stop?.words}
      </p>
    </div>
  );
}

/** The room for an axis, in pixels. */
const leftOf = (isSmall: boolean) => (isSmall ? 0 : plot.left);

/** Where each key leads, from a stop and the last of them. */
const keys: Record<string, (index: number, last: number) => number> = {
  ArrowLeft: (index) => Math.max(index - 1, 0),
  ArrowRight: (index, last) => Math.min(index + 1, last),
  Home: () => 0,
  End: (_, last) => last,
};

const nearest = (stops: Stop[], at: number) =>
  stops.reduce(
    (best, stop, index) => (Math.abs(stop.at - at) < Math.abs((stops[best]?.at ?? 0) - at) ? index : best),
    0,
  );

/**
 * The stop itself, marked, and its figures: to the right of it in the left half of the chart, else to the left; where the
 * drawing is small the sheet says.
 */
function Beside({
  stop: { at, reach, point },
  isSmall,
  children,
}: {
  stop: Stop;
  isSmall: boolean;
  children: ReactNode;
}) {
  const left = leftOf(isSmall);
  const place = (part: number) => `(${left}px + (100% - ${left}px) * ${part})`;
  const isLeft = at < 0.5;
  const from = isLeft ? place(at + reach) : `100% - ${place(at - reach)}`;
  return (
    <>
      <span
        className={styles.band}
        style={{ left: `calc${place(at - reach)}`, width: `calc((100% - ${left}px) * ${2 * reach})` }}
      />
      {point !== undefined && (
        <span className={styles.point} style={{ left: `calc${place(at)}`, top: point }} />
      )}
      <div
        className={styles.tip}
        aria-hidden="true"
        data-tip=""
        style={
          isSmall
            ? undefined
            : { [isLeft ? "left" : "right"]: `clamp(0px, ${from} + 0.5rem, max(0px, 100% - 17rem))` }
        }
      >
        {children}
      </div>
    </>
  );
}
