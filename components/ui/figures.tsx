import type { ReactNode } from "react";

import styles from "./figures.module.css";

/** One figure with its measure in words; `note` says what it is of, or what it stands beside. */
export interface Figure {
  label: string;
  value: ReactNode;
  note?: ReactNode;
}

/** The leading figures of a page. */
export function Figures({ figures }: { figures: Figure[] }) {
  return (
    <dl className={styles.figures}>
      {figures.map(({ label, value, note }) => (
        <div key={label} className={styles.figure}>
          <dt className={styles.label}>{label}</dt>
          <dd className={styles.value}>{value}</dd>
          {note && <dd className={styles.note}>{note}</dd>}
        </div>
      ))}
    </dl>
  );
}
