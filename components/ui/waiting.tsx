"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useEffect } from "react";

/**
 * Where a click or a submission leads; `null` where it leads nowhere, and for a form that makes its own address: that
 * calls {@link showWaiting} itself.
 */
function destination(event: Event): URL | null {
  const { target } = event;
  if (!(target instanceof Element)) return null;
  if (event.type === "submit") {
    const form = target as HTMLFormElement;
    if (form.dataset.ownAddress !== undefined) return null;
    const url = new URL(form.action, location.href);
    for (const [name, value] of new FormData(form)) if (value) url.searchParams.append(name, String(value));
    return url;
  }
  const { button, metaKey, ctrlKey, shiftKey, altKey } = event as MouseEvent;
  const link = target.closest<HTMLAnchorElement | SVGAElement>("a[href]");
  if (button !== 0 || metaKey || ctrlKey || shiftKey || altKey) return null;
  if (!link || ["target", "download", "aria-haspopup"].some((name) => link.hasAttribute(name))) return null;
  return new URL(link.getAttribute("href") ?? "", location.href);
}

/** What is answered with a file leaves the page as it is. */
const isFile = (path: string) => path.startsWith("/api/") || /\.\w+$/.test(path);

const parameters = ({ search }: URL | Location) => new URLSearchParams(search).toString();

/** Marks what is shown as old when an address is asked for that is another page of this site. */
export function showWaiting(url: URL): void {
  if (url.origin !== location.origin || isFile(url.pathname)) return;
  if (url.pathname === location.pathname && parameters(url) === parameters(location)) return;
  document.getElementById("main")?.setAttribute("aria-busy", "true");
}

/**
 * Marks what is shown as old from the moment that something else is asked for until it is there: the sheet greys it, in
 * its place and with its figures. It never empties and never moves.
 */
export function Waiting() {
  const path = usePathname();
  const params = useSearchParams().toString();

  // biome-ignore lint/correctness/useExhaustiveDependencies: another address means that what was asked for is there
  useEffect(() => {
    const mark = (event: Event) => {
      const url = destination(event);
      if (url) showWaiting(url);
    };
    const unmark = () => document.getElementById("main")?.removeAttribute("aria-busy");
    unmark();
    document.addEventListener("click", mark);
    document.addEventListener("submit", mark);
    window.addEventListener("pageshow", unmark); // Back, to a page that the browser has kept as it was left
    return () => {
      document.removeEventListener("click", mark);
      document.removeEventListener("submit", mark);
      window.removeEventListener("pageshow", unmark);
    };
  }, [path, params]);
  return null;
}
