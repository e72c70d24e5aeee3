import type { LegendEntry } from "@/components/charts/description";
import styles from "./legend.module.css";

interface LegendProps {
  entries: LegendEntry[];
  /** The series that are switched off, and what switches one; without it the legend only explains. */
  hidden?: readonly string[];
  onSwitch?: (series: string) => void;
}

/** What the colors of a chart mean. In the browser a series can be switched off, as long as one is left. */
export function Legend({ entries, hidden = [], onSwitch }: LegendProps) {
  const switchable = new Set(entries.flatMap(({ series }) => series ?? []));
  return (
    entries.length > 0 && (
      <ul className={styles.legend}>
        {entries.map((entry) => (
          <li key={entry.text}>
            {onSwitch && entry.series !== null && switchable.size > 1 ? (
              <button
                type="button"
                className={styles.switch}
                aria-pressed={!hidden.includes(entry.series)}
                onClick={() => onSwitch(entry.series ?? "")}
              >
                <Sample {...entry} />
                {entry.text}
              </button>
            ) : (
              <>
                <Sample {...entry} />
                {entry.text}
              </>
            )}
          </li>
        ))}
      </ul>
    )
  );
}

/** The side of a sample of a color, in pixels. */
export const sampleSize = 12;

/** A sample of the color of a legend entry, as SVG of `sampleSize`. */
export function Sample({ fill, isHatched, symbol, ...place }: LegendEntry & { x?: number; y?: number }) {
  if (!fill) return null;
  return (
    <svg
      aria-hidden="true"
      width={sampleSize}
      height={sampleSize}
      x={place.x}
      y={place.y}
      viewBox="0 0 12 12"
    >
      {symbol === "dashes" ? (
        <line x2="12" y1="6" y2="6" stroke={fill} strokeWidth="2" strokeDasharray="3 3" />
      ) : symbol ? (
        <circle
          cx="6"
          cy="6"
          r="4.5"
          stroke={fill}
          strokeWidth="1.5"
          fill={symbol === "ring" ? "var(--paper)" : fill}
        />
      ) : isHatched ? (
        <path d="M-1 7 7 -1M1 13 13 1M7 13 13 7" stroke={fill} strokeWidth="2" />
      ) : (
        <rect width="12" height="12" fill={fill} />
      )}
    </svg>
  );
}

export const Swatch = ({ fill }: { fill: string }) => (
  <svg className={styles.swatch} aria-hidden="true">
    <rect fill={fill} width="100%" height="100%" />
  </svg>
);
