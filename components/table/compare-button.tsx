"use client";

import { useComparing } from "@/components/table/comparing";

import styles from "./compare.module.css";

/** Starts and ends choosing rows to compare. It needs scripts and is hidden without them. */
export function CompareButton() {
  const [isComparing, setComparing] = useComparing();
  return (
    <button
      type="button"
      className={styles.toggle}
      aria-pressed={isComparing}
      onClick={() => setComparing(!isComparing)}
    >
      Compare rows
    </button>
  );
}
