"use client";

import { type ReactNode, useState } from "react";

interface FoldProps {
  className?: string | undefined;
  summary: ReactNode;
  /** Whether it is open at first. Then the reader decides: dropping its last choice closes nothing. */
  open: boolean;
  children: ReactNode;
}

/** A part of the filters that few readers need. */
export function Fold({ className, summary, open, children }: FoldProps) {
  const [isOpen] = useState(open);
  return (
    <details className={className} open={isOpen}>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
