"use client";

import { useSyncExternalStore } from "react";

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
