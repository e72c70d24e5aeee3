import type { ReactNode } from "react";

import styles from "./table-region.module.css";

/** A wide table that scrolls inside itself, also by keyboard. `label` names it to a screen reader. */
export function TableRegion({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={styles.region} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
