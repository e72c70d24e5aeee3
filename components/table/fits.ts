"use client";

import { type RefObject, useEffect, useState } from "react";

/**
 * Whether the table that a frame holds is no wider than the frame, as of its newest size; `null` before that is measured.
 * The frame learns how much of it the header and the first column take that stay (`--head`, `--first`), so that what is
 * focused is not scrolled behind them.
 */
export function useFits(element: RefObject<HTMLElement | null>): boolean | null {
  const [fits, setFits] = useState<boolean | null>(null);
  useEffect(() => {
    const frame = element.current;
    const content = frame?.firstElementChild;
    if (!frame || !content) return;
    const observer = new ResizeObserver(() => {
      const corner = frame.querySelector("th")?.getBoundingClientRect();
      setFits(frame.scrollWidth <= frame.clientWidth);
      frame.style.setProperty("--head", `${corner?.height ?? 0}px`);
      frame.style.setProperty("--first", `${corner?.width ?? 0}px`);
    });
    observer.observe(frame);
    observer.observe(content);
    return () => observer.disconnect();
  }, [element]);
  return fits;
}
