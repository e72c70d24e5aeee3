import type { ReactNode } from "react";

import { notReported } from "@/lib/contracts/groupings";

import styles from "./facts.module.css";

/** One fact: what it is, what the record says, and what a reader must know beside it. */
export interface Fact {
  label: string;
  /** `null` where the record does not say. */
  value: ReactNode;
  note?: ReactNode;
}

/** Facts as a list of terms. A missing one says so. */
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
