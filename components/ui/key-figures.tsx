import type { ReactNode } from "react";

import styles from "./key-figures.module.css";

/** A figure, its measure as the label, and a note on its scope or what it compares with. */
export interface KeyFigure {
  label: string;
  value: ReactNode;
  note?: ReactNode;
}

/** The main figures of a page. */
export function KeyFigures({ figures }: { figures: KeyFigure[] }) {
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
