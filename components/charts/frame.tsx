import { type ReactNode, useId } from "react";
import type { ChartDoors } from "@/components/charts/doors";
import { sourceWords } from "@/components/charts/words";
import { CopyLink } from "@/components/ui/copy-link";
import { Link } from "@/components/ui/link";
import type { Day } from "@/lib/contracts/days";

import styles from "./frame.module.css";
import palette from "./palette.module.css";

interface ChartFrameProps {
  /** The question that it answers. */
  title: string;
  /** The measure and the window in words. */
  subtitle: ReactNode;
  /** The rank of its heading; 3 inside a part of a page that has one of its own. */
  level?: 2 | 3;
  /** The drawing. */
  children: ReactNode;
  /** Its numbers as a table, and whether that is open at first; or the anchor of a table that the page has anyhow. */
  numbers: ReactNode;
  open?: boolean;
  doors: ChartDoors;
  /** The newest day of the records. */
  through: Day;
}

/** What every chart has around its drawing: question, measure and window above; numbers, ways out and source below. */
export function ChartFrame({
  title,
  subtitle,
  level = 2,
  children,
  numbers,
  open = false,
  doors,
  through,
}: ChartFrameProps) {
  const heading = useId();
  const Heading = `h${level}` as const;
  const [, anchor] = doors.chart.split("#");
  return (
    <figure className={`${styles.frame} ${palette.palette}`} id={anchor} aria-labelledby={heading}>
      <figcaption>
        <Heading id={heading}>{title}</Heading>
        <p className={styles.subtitle}>{subtitle}</p>
      </figcaption>
      {children}
      <div className={styles.foot}>
        <p className={styles.source}>
          {sourceWords(through)}. Without subcontracts; <Link href="/data#left-out">what is left out</Link>
        </p>
        <a href={doors.csv}>Numbers as CSV</a>
        {doors.picture && <a href={doors.picture}>Picture (PNG)</a>}
        {doors.records && <Link href={doors.records}>Records</Link>}
        {doors.all && <Link href={doors.all.href}>{doors.all.label}</Link>}
        <span className={styles.address}>
          <Link href={doors.chart}>Link to this chart</Link>
          <CopyLink path={doors.chart} className={styles.copy} />
        </span>
        {typeof numbers === "string" ? (
          <a href={numbers}>Numbers as a table</a>
        ) : (
          <details className={styles.numbers} open={open}>
            <summary>Numbers as a table</summary>
            {numbers}
          </details>
        )}
      </div>
    </figure>
  );
}
