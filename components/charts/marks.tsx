import { type Mark, plot } from "@/components/charts/plot";
import { roomClass } from "@/components/charts/rooms";

import styles from "./marks.module.css";

/** What is written in a drawing over time, each where its width of chart has room for it. */
export function Marks({ marks }: { marks: Mark[] }) {
  return marks.map(({ text, at, dx, y, anchor, line, isInside, rooms }) => (
    <svg
      key={`${text} ${rooms.join()}`}
      className={roomClass(rooms)}
      x={`${(at * 100).toFixed(3)}%`}
      height={plot.height}
      overflow="visible"
      aria-hidden="true"
    >
      {line && <line className={styles.line} x1={line.from} x2={line.to} y1={y - 4} y2={y - 4} />}
      <text className={isInside ? styles.inside : styles.mark} x={dx} y={y} textAnchor={anchor}>
        {text}
      </text>
    </svg>
  ));
}
