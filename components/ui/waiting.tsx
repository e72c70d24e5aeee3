"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useEffect } from "react";

/** Where a click or a submission leads within this site; `null` where it leads elsewhere or nowhere. */
function destination(event: Event): URL | null {
  const { target } = event;
  if (!(target instanceof Element)) return null;
  if (event.type === "submit") {
    const form = target as HTMLFormElement;
    const url = new URL(form.action, location.href);
    for (const [name, value] of new FormData(form)) if (value) url.searchParams.append(name, String(value));
    return url;
  }
  const { button, metaKey, ctrlKey, shiftKey, altKey } = event as MouseEvent;
  const link = target.closest("a");
  if (button !== 0 || metaKey || ctrlKey || shiftKey || altKey) return null;
  if (!link?.href || link.target || link.hasAttribute("download")) return null;
  return new URL(link.href);
}

/** What is answered with a file leaves the page as it is. */
const isFile = (path: string) => path.startsWith("/api/") || /\.\w+$/.test(path);

/**
 * Marks what is shown as old from the moment that something else is asked for until it is there: the sheet greys it, in
 * its place and with its figures. It never empties and never moves.
 */
export function Waiting() {
  const path = usePathname();
  const params = useSearchParams().toString();

  // biome-ignore lint/correctness/useExhaustiveDependencies: another address means that what was asked for is there
  useEffect(() => {
    const main = document.getElementById("main");
    main?.removeAttribute("aria-busy");
    const mark = (event: Event) => {
      const url = destination(event);
      if (url?.origin !== location.origin || isFile(url.pathname)) return;
      if (url.pathname === location.pathname && url.search === location.search) return;
      main?.setAttribute("aria-busy", "true");
    };
    const unmark = () => main?.removeAttribute("aria-busy");
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
