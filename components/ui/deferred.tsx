"use client";

import { type ReactNode, startTransition, use, useEffect, useState } from "react";

import { dimDelayMs, regainFocus } from "@/components/ui/navigation";

import styles from "./deferred.module.css";

interface DeferredProps {
  content: Promise<ReactNode>;
  className?: string | undefined;
}

/**
 * A part of a page that loads more slowly than the rest. On deferred navigations the rest does not wait for it: the part
 * keeps its old content, dimmed and inert, until the new content is ready. The first load waits for everything.
 */
export function Deferred({ content, className = "" }: DeferredProps) {
  const [shown, setShown] = useState(content);
  const [isStale, setStale] = useState(false);
  const isWaiting = shown !== content;

  useEffect(() => {
    let isLast = true;
    // Wait for the content first. React commits pending transitions together, so Back would wait for a page it leaves.
    const show = () => isLast && startTransition(() => setShown(content));
    content.then(show, show);
    return () => {
      isLast = false;
    };
  }, [content]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: new content may lack the element that had the focus
  useEffect(regainFocus, [shown]);
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setTimeout(() => setStale(true), dimDelayMs);
    return () => {
      clearTimeout(timer);
      setStale(false);
    };
  }, [isWaiting]);

  return (
    <div
      className={`${styles.deferred} ${className}`}
      aria-busy={isWaiting}
      data-stale={isStale ? "" : undefined}
    >
      {use(shown)}
    </div>
  );
}
