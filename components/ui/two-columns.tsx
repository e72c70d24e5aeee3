import type { ReactNode } from "react";

import styles from "./two-columns.module.css";

/** Lays charts out two in a row where they fit. */
export function TwoColumns({ children }: { children: ReactNode }) {
  return <div className={styles.columns}>{children}</div>;
}
