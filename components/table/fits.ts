"use client";

import { type RefObject, useEffect, useState } from "react";

/**
 * Whether the table in a frame is no wider than the frame, as of its newest size; `null` before that is measured. The
 * frame also gets the height of the header (`--head`), the width of the pinned columns (`--first`), and where the second
 * and the third of them begin (`--pinned-1`, `--pinned-2`), so that focused cells are not scrolled under them.
 * `pinned` names these columns, with commas between them.
 */
export function useFits(element: RefObject<HTMLElement | null>, pinned: string): boolean | null {
  const [fits, setFits] = useState<boolean | null>(null);
  useEffect(() => {
    const frame = element.current;
    const content = frame?.firstElementChild;
    if (!frame || !content) return;
    const observer = new ResizeObserver(() => {
      const headers = [...frame.querySelectorAll<HTMLElement>("thead th")].slice(0, pinned.split(",").length);
      setFits(frame.scrollWidth <= frame.clientWidth);
      frame.style.setProperty("--head", `${headers[0]?.offsetHeight ?? 0}px`);
      let start = 0;
      for (const [place, { offsetWidth }] of headers.entries()) {
        if (place > 0) frame.style.setProperty(`--pinned-${place}`, `${start}px`);
        start += offsetWidth;
      }
      frame.style.setProperty("--first", `${start}px`);
    });
    observer.observe(frame);
    observer.observe(content);
    return () => observer.disconnect();
  }, [element, pinned]);
  return fits;
}
