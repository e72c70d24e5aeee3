import type { ReactNode } from "react";

import styles from "./columns.module.css";

/** Charts side by side, two in a row where there is room. */
export function Columns({ children }: { children: ReactNode }) {
  return <div className={styles.columns}>{children}</div>;
}
