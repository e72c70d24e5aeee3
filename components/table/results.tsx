"use client";

import { type ReactNode, useEffect, useRef } from "react";

import type { Density } from "@/lib/query/density";

interface ResultsProps {
  /** The address of the page, and that of its selection regardless of order and page. */
  address: string;
  selection: string;
  className?: string | undefined;
  density: Density;
  children: ReactNode;
}

/**
 * The results of the workbench. A new selection scrolls them to their top, and the focus stays. On Back and Forward the
 * browser restores the scroll position.
 */
export function Results({ address, selection, className, density, children }: ResultsProps) {
  const results = useRef<HTMLDivElement>(null);
  const shown = useRef({ address, selection });
  const isReturn = useRef(false);
  const search = useRef("");

  useEffect(() => {
    const note = () => {
      // A new fragment opens or closes a row and selects nothing.
      isReturn.current = window.location.search !== search.current;
    };
    window.addEventListener("popstate", note);
    return () => window.removeEventListener("popstate", note);
  }, []);

  useEffect(() => {
    search.current = window.location.search;
    const last = shown.current;
    if (last.address === address) return;
    shown.current = { address, selection };
    const wasReturn = isReturn.current;
    isReturn.current = false;
    if (wasReturn || last.selection === selection || !results.current) return;
    if (results.current.getBoundingClientRect().top >= 0) return;
    const isStill = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    results.current.scrollIntoView({ behavior: isStill ? "instant" : "smooth" });
  }, [address, selection]);

  return (
    <div ref={results} id="results" tabIndex={-1} className={className} data-density={density}>
      {children}
    </div>
  );
}
