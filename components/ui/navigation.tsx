"use client";

import type { Route } from "next";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useEffect, useRef } from "react";

import { keepsPlace } from "@/components/ui/link";

/** What is answered with a file, or from elsewhere, is the browser's to open. */
const isPage = ({ origin, pathname }: URL) =>
  origin === location.origin && !pathname.startsWith("/api/") && !/\.\w+$/.test(pathname);

const parameters = ({ search }: URL | Location) => new URLSearchParams(search).toString();

const isSame = (one: URL | Location, other: URL | Location) =>
  one.pathname === other.pathname && parameters(one) === parameters(other);

const addressOf = (link: HTMLAnchorElement | SVGAElement) =>
  new URL(link.getAttribute("href") ?? "", location.href);

const isShown = (url: URL) => isSame(url, location);

/** The address that a form asks for: what is filled in of it, and nothing else. */
export function formAddress(form: HTMLFormElement): URL {
  const url = new URL(form.action, location.href);
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && value.trim()) url.searchParams.append(name, value.trim());
  }
  return url;
}

/** An answer that takes no longer greys nothing. */
export const answersAtOnceMs = 150;

let greying: number | undefined;

/** Says of what is shown that it is old, and soon greys it. */
function mark() {
  const main = document.getElementById("main");
  main?.setAttribute("aria-busy", "true");
  window.clearTimeout(greying);
  // By a timer: to wait within the sheet would have the browser draw all of it anew at once.
  greying = window.setTimeout(() => main?.setAttribute("data-old", ""), answersAtOnceMs);
}

function unmark() {
  window.clearTimeout(greying);
  for (const name of ["aria-busy", "data-old"]) document.getElementById("main")?.removeAttribute(name);
}

/** What was asked for by this page's own links and forms, and from where: the page, and what the focus was in. */
interface Asked {
  url: URL;
  from: { path: string; within: HTMLElement[] };
}

/** What was asked for last; nothing once the browser has gone back or forward. */
let asked: Asked | null = null;

/** Whether what was asked for last is still to come: what arrives meanwhile was asked for before it. */
export const isAwaited = () => asked !== null && !isShown(asked.url);

/** What an element is in, from the nearest on; nothing where the focus is on nothing, which a browser calls the body. */
function ancestors(element: Element | null): HTMLElement[] {
  const parent = element === document.body ? null : element?.parentElement;
  return !parent || parent === document.body ? [] : [parent, ...ancestors(parent)];
}

/** Puts the focus on an element, also on one that cannot have it else, for as long as it stays there: Tab goes on from it. */
function focusOn(element: HTMLElement) {
  if (element.tabIndex < 0 && !element.hasAttribute("tabindex")) {
    element.tabIndex = -1;
    element.addEventListener("blur", () => element.removeAttribute("tabindex"), { once: true });
  }
  element.focus({ preventScroll: true });
}

/** Where what had the focus is gone with what was there before, it goes to the nearest of what that was in. */
export function regainFocus() {
  if (!asked?.from.within.length || document.activeElement !== document.body) return;
  const kept = asked.from.within.find(({ isConnected }) => isConnected) ?? document.getElementById("main");
  if (kept) focusOn(kept);
}

/**
 * Leaves nobody who goes by keyboard at the top of the document, or behind what is read: another page is begun at its
 * content, a place on a page at that place. On the same page the focus stays where it is.
 */
function carryFocus({ url, from }: Asked) {
  const place = document.getElementById(url.hash.slice(1));
  const isElsewhere = from.path !== location.pathname;
  const to = place ?? (isElsewhere ? document.getElementById("main") : null);
  if (to) focusOn(to);
  else regainFocus();
}

/** Who goes back is on the link that led to what was left, where the focus is on nothing smaller; else at the content. */
function returnFocus(left: URL) {
  const main = document.getElementById("main");
  if (isShown(left) || !main || ![document.body, main].includes(document.activeElement as HTMLElement))
    return;
  const links = [...main.querySelectorAll<HTMLAnchorElement>("a[href]:not(svg a, [aria-haspopup])")];
  focusOn(links.find((link) => link.checkVisibility() && isSame(addressOf(link), left)) ?? main);
}

/** Opens a page of this site in the place of the one that is shown, which is greyed until the other is there. */
export function useNavigate() {
  const router = useRouter();
  return (url: URL, { scroll = true, replace = false } = {}) => {
    const address = `${url.pathname}${url.search}${url.hash}` as Route;
    asked = { url, from: { path: location.pathname, within: ancestors(document.activeElement) } };
    if (isAwaited()) mark();
    if (replace) router.replace(address, { scroll });
    else router.push(address, { scroll });
  };
}

/** Where a click leads that is meant for this window, or a form that is sent by its address; else `null`. */
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
  const url = addressOf(link);
  const isPlaceOnPage = url.hash !== "" && isShown(url);
  return isPlaceOnPage ? null : { url, scroll: !link.hasAttribute(keepsPlace) };
}

/**
 * Follows every link and form of the site without loading the page anew: they are plain HTML, and one listener is less
 * to bring to life than hundreds of links. From the moment that something else is asked for until it is there, what is
 * shown is marked as old: the sheet greys it, in its place and with its figures. It never empties and never moves.
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
    return () => {
      document.removeEventListener("click", follow);
      document.removeEventListener("submit", follow);
    };
  }, [navigate]);

  useEffect(() => {
    const forget = () => {
      asked = null;
    };
    // Ahead of the router, which has the page before drawn within its own answer to the same event.
    window.addEventListener("popstate", forget, { capture: true });
    window.addEventListener("pageshow", unmark); // Back, to a page that the browser has kept as it was left
    return () => {
      window.removeEventListener("popstate", forget, { capture: true });
      window.removeEventListener("pageshow", unmark);
    };
  }, []);

  // Another address means that what was asked for is there.
  useEffect(() => {
    unmark();
    if (asked) carryFocus(asked);
    else if (shown.current) returnFocus(shown.current);
    shown.current = new URL(`${path}?${params}`, location.href);
  }, [path, params]);
  return null;
}
