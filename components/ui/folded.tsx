import type { ReactNode } from "react";

import styles from "./folded.module.css";

/** What only some readers want, folded away under a line that says what it is. */
export function Folded({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className={styles.folded}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}
