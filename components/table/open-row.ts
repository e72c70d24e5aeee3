"use client";

import { useSyncExternalStore } from "react";

import { contractOf } from "./row-id";

/** The open row, which the fragment of the address names: it can be shared and needs no request. */
export interface OpenRow {
  id: string | null;
  open: (id: string) => void;
  /** Replaces the open row by another. */
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

function openRowId(): string | null {
  const id = window.location.hash.slice(1);
  return contractOf(id) === null ? null : id;
}

/** Marks the history entry that opened a row on this page. Closing the row then goes back. */
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

/** The open row of the address. Without scripts, the fragment scrolls to the row. */
export function useOpenRow(): OpenRow {
  const id = useSyncExternalStore(listen, openRowId, () => null);
  return { id, ...actions };
}
