import type { ReactNode } from "react";

import styles from "./disclosure.module.css";

/** Details that few readers need, collapsed under a title. */
export function Disclosure({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className={styles.disclosure}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}
