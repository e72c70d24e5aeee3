import { useMemo, useSyncExternalStore } from "react";

/*
 * Replaces `next/navigation` in component tests. The address is that of the window. A requested page is shown at once or,
 * after `hold`, by `arrive`.
 */

/** A call of `push` or `replace`. */
interface RouterCall {
  address: string;
  scroll: boolean;
  replace: boolean;
}

const listeners = new Set<() => void>();
let calls: RouterCall[] = [];
let isHeld = false;
let refreshes = 0;

function listen(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function notify() {
  for (const listener of listeners) listener();
}

// After other listeners of the event, like the framework.
window.addEventListener("popstate", () => setTimeout(notify));

function show({ address, replace }: RouterCall) {
  if (replace) window.history.replaceState(null, "", address);
  else window.history.pushState(null, "", address);
  notify();
}

function request(address: string, replace: boolean, scroll = true) {
  const call = { address, scroll, replace };
  calls.push(call);
  if (!isHeld) show(call);
}

/** Opens an address as a page load does, and clears the recorded calls. */
export function openAt(address: string) {
  calls = [];
  isHeld = false;
  refreshes = 0;
  window.history.replaceState(null, "", address);
  notify();
}

/** The pages requested since {@link openAt}, in order. */
export const requests = (): readonly RouterCall[] => calls;

/** The addresses of {@link requests}. */
export const addresses = (): string[] => calls.map(({ address }) => address);

/** How often `refresh` was called. */
export const refreshCount = (): number => refreshes;

/** The current address without its origin. */
export const shownAddress = (): string =>
  window.location.pathname + window.location.search + window.location.hash;

/** Holds back all pages requested from now on. */
export function hold() {
  isHeld = true;
}

/** Shows the latest requested page, or the one at an index of {@link requests}. */
export function arrive(index = -1) {
  const call = calls.at(index);
  if (call) show(call);
}

const router = {
  push: (address: string, { scroll = true } = {}) => request(address, false, scroll),
  replace: (address: string, { scroll = true } = {}) => request(address, true, scroll),
  refresh: () => {
    refreshes += 1;
  },
};

/**
 * The router is a stable object, like the framework's.
 * @public imported as `next/navigation`
 */
export const useRouter = () => router;

export const usePathname = () => useSyncExternalStore(listen, () => window.location.pathname);

export function useSearchParams() {
  const search = useSyncExternalStore(listen, () => window.location.search);
  return useMemo(() => new URLSearchParams(search), [search]);
}

/**
 * Rethrows nothing, because the framework throws nothing here.
 * @public imported as `next/navigation`
 */
export const unstable_rethrow = () => {};
