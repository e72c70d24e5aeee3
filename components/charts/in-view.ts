"use client";

import { type RefObject, useEffect, useState } from "react";

/** Whether an element has come near the view, from then on for good: what it needs is loaded no sooner. */
export function useSeen(element: RefObject<HTMLElement | null>): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (!element.current) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setSeen(true);
      },
      { rootMargin: "200px" },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return seen;
}

/** In the place of what was needed and could not be loaded: the chart stays as the server drew it until the page is loaded anew. */
export const AsDrawn = () => null;
