import { useMemo, useSyncExternalStore } from "react";

/*
 * Stands in for `next/navigation` in component tests. The address is the window's own. A page that is asked for is
 * shown at once or, after `hold`, when `arrive` says so.
 */

/** A page that the router was asked for. */
interface Asked {
  address: string;
  scroll: boolean;
  replace: boolean;
}

const listeners = new Set<() => void>();
let asked: Asked[] = [];
let isHeld = false;
let refreshes = 0;

function listen(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Has all components draw the address, at once as the framework does. */
function tell() {
  for (const listener of listeners) listener();
}

// Later than who listens for the same event, as the framework does.
window.addEventListener("popstate", () => setTimeout(tell));

function show({ address, replace }: Asked) {
  if (replace) window.history.replaceState(null, "", address);
  else window.history.pushState(null, "", address);
  tell();
}

function ask(address: string, replace: boolean, scroll = true) {
  const one = { address, scroll, replace };
  asked.push(one);
  if (!isHeld) show(one);
}

/** Opens an address as if a page had been loaded there, and forgets what was asked for before. */
export function openAt(address: string) {
  asked = [];
  isHeld = false;
  refreshes = 0;
  window.history.replaceState(null, "", address);
  tell();
}

/** Every page that was asked for since the address was opened, in order. */
export const askedFor = (): readonly Asked[] => asked;

/** The addresses of {@link askedFor}. */
export const addresses = (): string[] => asked.map(({ address }) => address);

/** How often the router was asked to load the page again. */
export const refreshed = (): number => refreshes;

/** The address that is shown, without its origin. */
export const shownAddress = (): string =>
  window.location.pathname + window.location.search + window.location.hash;

/** Lets no page arrive from now on. */
export function hold() {
  isHeld = true;
}

/** Shows the page that was asked for last, or the one at a place in {@link askedFor}. */
export function arrive(place = -1) {
  const one = asked.at(place);
  if (one) show(one);
}

const router = {
  push: (address: string, { scroll = true } = {}) => ask(address, false, scroll),
  replace: (address: string, { scroll = true } = {}) => ask(address, true, scroll),
  refresh: () => {
    refreshes += 1;
  },
};

/**
 * A router that never changes, as the framework's.
 * @public imported as `next/navigation`
 */
export const useRouter = () => router;

/** The path that is shown. */
export const usePathname = () => useSyncExternalStore(listen, () => window.location.pathname);

/** The parameters that are shown. */
export function useSearchParams() {
  const search = useSyncExternalStore(listen, () => window.location.search);
  return useMemo(() => new URLSearchParams(search), [search]);
}

/**
 * Lets every error be an error: the framework throws none here.
 * @public imported as `next/navigation`
 */
export const unstable_rethrow = () => {};
