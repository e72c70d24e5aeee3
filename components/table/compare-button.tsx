"use client";

import { useSyncExternalStore } from "react";
import styles from "./compare.module.css";

let isComparing = false;
const listeners = new Set<() => void>();

function listen(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether rows can be chosen to compare. Shared, because the button is outside the table. */
export function useComparing(): [boolean, (value: boolean) => void] {
  const value = useSyncExternalStore(
    listen,
    () => isComparing,
    () => false,
  );
  return [
    value,
    (next) => {
      isComparing = next;
      for (const listener of listeners) listener();
    },
  ];
}

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
