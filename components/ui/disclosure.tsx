import type { ReactNode } from "react";

import styles from "./disclosure.module.css";

/** What only some readers want, folded away under its title. */
export function Disclosure({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className={styles.disclosure}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}
