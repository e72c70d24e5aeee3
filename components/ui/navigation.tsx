"use client";

import type { Route } from "next";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useEffect, useRef } from "react";

import { keepsScroll } from "@/components/ui/link";

/** Whether this site answers with a page. The browser opens files and other sites. */
const isPage = ({ origin, pathname }: URL) =>
  origin === location.origin && !pathname.startsWith("/api/") && !/\.\w+$/.test(pathname);

const parameters = ({ search }: URL | Location) => new URLSearchParams(search).toString();

const isSame = (one: URL | Location, other: URL | Location) =>
  one.pathname === other.pathname && parameters(one) === parameters(other);

const addressOf = (link: HTMLAnchorElement | SVGAElement) =>
  new URL(link.getAttribute("href") ?? "", location.href);

const isShown = (url: URL) => isSame(url, location);

/** The address that a form submits to, with its filled fields only. */
export function formAddress(form: HTMLFormElement): URL {
  const url = new URL(form.action, location.href);
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && value.trim()) url.searchParams.append(name, value.trim());
  }
  return url;
}

/** How long a navigation takes before the old content is dimmed. */
export const dimDelayMs = 150;

let dimTimer: number | undefined;

/** The address with a value of a parameter added or, if it has it, removed; at the first page of its list. */
function toggled({ href }: URL, toggle: string): URL {
  const url = new URL(href);
  const [name = "", value = ""] = toggle.split("=", 2);
  if (url.searchParams.has(name, value)) url.searchParams.delete(name, value);
  else url.searchParams.append(name, value);
  url.searchParams.delete("page");
  return url;
}

/** The address that was requested last. */
const newest = () => (latest && isPending() ? latest.url : new URL(location.href));

/** Shows the box of a link as the requested page has it. React does not know the attribute and leaves it. */
function showTicked(link: Element, toggle: string, url: URL) {
  const [name = "", value = ""] = toggle.split("=", 2);
  link.setAttribute(ticked, String(url.searchParams.has(name, value)));
}

const ticked = "data-ticked";

/** Marks the page as busy, and dims it after a delay. */
function markBusy() {
  const main = document.getElementById("main");
  main?.setAttribute("aria-busy", "true");
  window.clearTimeout(dimTimer);
  // A timer, because a CSS transition delay makes the browser repaint the whole page at once.
  dimTimer = window.setTimeout(() => main?.setAttribute("data-stale", ""), dimDelayMs);
}

function clearBusy() {
  window.clearTimeout(dimTimer);
  for (const name of ["aria-busy", "data-stale"]) document.getElementById("main")?.removeAttribute(name);
}

/** Leaves the boxes to the page that has arrived, unless a later one is on its way. */
function clearTicked() {
  if (isPending()) return;
  for (const link of document.querySelectorAll(`[${ticked}]`)) link.removeAttribute(ticked);
}

/** A navigation by a link or form: its target, the page it left, and the ancestors of the element that had the focus. */
interface NavigationRequest {
  url: URL;
  from: { path: string; ancestors: HTMLElement[] };
}

/** The latest navigation; `null` after Back or Forward. */
let latest: NavigationRequest | null = null;

/** Whether the latest navigation has not arrived. Pages that arrive meanwhile belong to earlier ones. */
export const isPending = () => latest !== null && !isShown(latest.url);

/** The ancestors of an element below the body, nearest first. Without a focus, the active element is the body. */
function ancestorsOf(element: Element | null): HTMLElement[] {
  const parent = element === document.body ? null : element?.parentElement;
  return !parent || parent === document.body ? [] : [parent, ...ancestorsOf(parent)];
}

/** Focuses an element, so that Tab continues from it. If it is not focusable, it becomes so until it loses the focus. */
function focusOn(element: HTMLElement) {
  if (element.tabIndex < 0 && !element.hasAttribute("tabindex")) {
    element.tabIndex = -1;
    element.addEventListener("blur", () => element.removeAttribute("tabindex"), { once: true });
  }
  element.focus({ preventScroll: true });
}

/** If the focused element is gone, focuses its nearest ancestor that is left. */
export function regainFocus() {
  if (!latest?.from.ancestors.length || document.activeElement !== document.body) return;
  const left =
    latest.from.ancestors.find(({ isConnected }) => isConnected) ?? document.getElementById("main");
  if (left) focusOn(left);
}

/** Opens the details that hide the place of a fragment, as browsers do when they open an address themselves. */
function unfold(place: HTMLElement) {
  if (place.checkVisibility()) return;
  for (let fold = place.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null)
    fold.open = true;
  place.scrollIntoView();
}

/** Escape closes a menu that has the focus, and its button keeps the focus. */
function closeMenu({ key }: KeyboardEvent) {
  const menu = document.activeElement?.closest<HTMLDetailsElement>("details[data-escapes][open]");
  if (key !== "Escape" || !menu) return;
  menu.open = false;
  menu.querySelector("summary")?.focus();
}

/**
 * Moves the focus after a navigation: to the target of the fragment, or to the content of another page. On the same page
 * the focus stays.
 */
function moveFocus({ url, from }: NavigationRequest) {
  const place = document.getElementById(url.hash.slice(1));
  const isElsewhere = from.path !== location.pathname;
  if (place) unfold(place);
  const to = place ?? (isElsewhere ? document.getElementById("main") : null);
  if (to) focusOn(to);
  else regainFocus();
}

/** After Back, focuses the link to the page that was left, or else the content, unless something in it has the focus. */
function returnFocus(left: URL) {
  const main = document.getElementById("main");
  if (isShown(left) || !main || ![document.body, main].includes(document.activeElement as HTMLElement))
    return;
  const links = [...main.querySelectorAll<HTMLAnchorElement>("a[href]:not(svg a, [aria-haspopup])")];
  focusOn(links.find((link) => link.checkVisibility() && isSame(addressOf(link), left)) ?? main);
}

/** Navigates within the site. The current page is dimmed until the next one is ready. */
export function useNavigate() {
  const router = useRouter();
  return (url: URL, { scroll = true, replace = false } = {}) => {
    const address = `${url.pathname}${url.search}${url.hash}` as Route;
    latest = { url, from: { path: location.pathname, ancestors: ancestorsOf(document.activeElement) } };
    if (isPending()) markBusy();
    if (replace) router.replace(address, { scroll });
    else router.push(address, { scroll });
  };
}

/** The target of a plain click on a link, or of a GET form; `null` for everything that is left to the browser. */
function destination(event: MouseEvent | SubmitEvent): { url: URL; scroll: boolean } | null {
  const { target } = event;
  if (event.defaultPrevented || !(target instanceof Element)) return null;
  if (target instanceof HTMLFormElement) {
    return target.method === "get" ? { url: formAddress(target), scroll: true } : null;
  }
  const { button, metaKey, ctrlKey, shiftKey, altKey } = event as MouseEvent;
  if (button !== 0 || metaKey || ctrlKey || shiftKey || altKey) return null;
  const link = target.closest<HTMLAnchorElement | SVGAElement>("a[href]");
  if (!link || link.hasAttribute("target") || link.hasAttribute("download")) return null;
  const toggle = link.dataset.toggles;
  // The address of a link in old content is that of an earlier page.
  const url = toggle && link.closest("[aria-busy=true]") ? toggled(newest(), toggle) : addressOf(link);
  if (url.hash !== "" && isShown(url)) return null; // a place on this page
  if (toggle) showTicked(link, toggle, url);
  const scroll = !link.hasAttribute(keepsScroll);
  if (!scroll) url.hash = ""; // the place to open without scripts; with them, nothing moves
  return { url, scroll };
}

/**
 * Follows every link and form of the site without a page load. They are plain HTML: one delegated listener hydrates
 * faster than hundreds of `<Link>`s. Until the next page is ready, the current one is dimmed. It never empties or moves.
 */
export function Navigation() {
  const navigate = useNavigate();
  const path = usePathname();
  const params = useSearchParams().toString();
  const shown = useRef<URL>(null);

  useEffect(() => {
    const follow = (event: MouseEvent | SubmitEvent) => {
      const to = destination(event);
      if (!to || !isPage(to.url)) return;
      event.preventDefault();
      navigate(to.url, { scroll: to.scroll });
    };
    document.addEventListener("click", follow);
    document.addEventListener("submit", follow);
    document.addEventListener("keydown", closeMenu);
    return () => {
      document.removeEventListener("keydown", closeMenu);
      document.removeEventListener("click", follow);
      document.removeEventListener("submit", follow);
    };
  }, [navigate]);

  useEffect(() => {
    const forget = () => {
      latest = null;
    };
    // Before the router, which renders the previous page in its own handler of this event.
    window.addEventListener("popstate", forget, { capture: true });
    window.addEventListener("pageshow", clearBusy); // a page from the back/forward cache
    return () => {
      window.removeEventListener("popstate", forget, { capture: true });
      window.removeEventListener("pageshow", clearBusy);
    };
  }, []);

  // A new address means that the page has arrived.
  useEffect(() => {
    clearBusy();
    clearTicked();
    if (latest) moveFocus(latest);
    else if (shown.current) returnFocus(shown.current);
    shown.current = new URL(`${path}?${params}`, location.href);
  }, [path, params]);
  return null;
}
