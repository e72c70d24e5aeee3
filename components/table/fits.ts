"use client";

import { type RefObject, useEffect, useState } from "react";

/** Whether what an element holds is no wider than the element, as of its newest size; `null` before that is measured. */
export function useFits(element: RefObject<HTMLElement | null>): boolean | null {
  const [fits, setFits] = useState<boolean | null>(null);
  useEffect(() => {
    const frame = element.current;
    const content = frame?.firstElementChild;
    if (!frame || !content) return;
    const observer = new ResizeObserver(() => setFits(frame.scrollWidth <= frame.clientWidth));
    observer.observe(frame);
    observer.observe(content);
    return () => observer.disconnect();
  }, [element]);
  return fits;
}
