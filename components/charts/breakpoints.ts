import styles from "./breakpoints.module.css";

/** The least width of a chart of each kind, in pixels; the style sheet has the same limits. */
const limits = { tight: 0, narrow: 352, middling: 512, wide: 880 } as const;

/** A range of widths of a chart, by which it decides what it has space for. */
export type Breakpoint = keyof typeof limits;

export const breakpoints = Object.keys(limits) as Breakpoint[];

/** The width to plan for: what fits in the narrowest chart of a breakpoint fits in all of them. */
export const narrowest: Record<Breakpoint, number> = { ...limits, tight: 284 };

export const breakpointOf = (width: number): Breakpoint =>
  breakpoints.findLast((name) => width >= limits[name]) ?? "tight";

/** Shows an element in charts of these breakpoints only. */
export const breakpointClass = (names: Breakpoint[]) =>
  names.length === breakpoints.length
    ? undefined
    : [styles.only, ...names.map((name) => styles[name])].join(" ");
