import type { ReactNode } from "react";
import { notReported } from "@/lib/contracts/text";

import styles from "./facts.module.css";

export interface Fact {
  label: string;
  /** `null` is shown as "Not reported". */
  value: ReactNode;
  /** What a reader must know to understand the value. */
  note?: ReactNode;
}

/** Facts as a description list. */
export function Facts({ facts }: { facts: Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(({ label, value, note }) => (
        <div key={label} className={styles.fact}>
          <dt className={styles.label}>{label}</dt>
          <dd className={styles.value}>{value ?? notReported}</dd>
          {note && <dd className={styles.note}>{note}</dd>}
        </div>
      ))}
    </dl>
  );
}
