"use client";

import { useSyncExternalStore } from "react";

import { contractOf } from "./row-id";

/** Which row is open: the address says it after the `#`, where it asks the server nothing and can be shared. */
export interface OpenRow {
  id: string | null;
  open: (id: string) => void;
  /** Goes to another row while one is open. */
  move: (id: string) => void;
  close: () => void;
}

const listeners = new Set<() => void>();
const notify = () => {
  for (const listener of listeners) listener();
};

function listen(listener: () => void) {
  listeners.add(listener);
  window.addEventListener("popstate", listener);
  window.addEventListener("hashchange", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("popstate", listener);
    window.removeEventListener("hashchange", listener);
  };
}

function shown(): string | null {
  const id = window.location.hash.slice(1);
  return contractOf(id) === null ? null : id;
}

/** Marks the entry of the history that opened a row here: closing it is going back. */
const opened = { openedRow: true };
const isOpenedHere = () => (window.history.state as Partial<typeof opened> | null)?.openedRow === true;

const actions = {
  open(id: string) {
    window.history.pushState(opened, "", `#${id}`);
    notify();
  },
  move(id: string) {
    window.history.replaceState(isOpenedHere() ? opened : null, "", `#${id}`);
    notify();
  },
  close() {
    if (isOpenedHere()) return window.history.back();
    window.history.replaceState(null, "", window.location.pathname + window.location.search);
    notify();
  },
};

/** The open row of the list at this address. Without scripts the address leads to the row itself. */
export function useOpenRow(): OpenRow {
  const id = useSyncExternalStore(listen, shown, () => null);
  return { id, ...actions };
}
