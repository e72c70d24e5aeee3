"use client";

import { type ReactNode, startTransition, use, useEffect, useState } from "react";

import { answersAtOnceMs, regainFocus } from "@/components/ui/navigation";

import styles from "./later.module.css";

interface LaterProps {
  /** What is shown, once it is there. */
  content: Promise<ReactNode>;
  className?: string | undefined;
}

/**
 * A part of a page whose answer takes longer than the rest. When something else is asked for, the rest does not wait for
 * it: the part keeps what it showed, greyed and out of reach, until its own answer is there. At first all comes together.
 */
export function Later({ content, className = "" }: LaterProps) {
  const [shown, setShown] = useState(content);
  const [isOld, setOld] = useState(false);
  const isWaiting = shown !== content;

  useEffect(() => {
    let isLast = true;
    // Not before it is there: React draws all that is under way at once, and Back would wait for what it leaves.
    const show = () => isLast && startTransition(() => setShown(content));
    content.then(show, show);
    return () => {
      isLast = false;
    };
  }, [content]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was pressed may be gone from what is shown now
  useEffect(regainFocus, [shown]);
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setTimeout(() => setOld(true), answersAtOnceMs);
    return () => {
      clearTimeout(timer);
      setOld(false);
    };
  }, [isWaiting]);

  return (
    <div className={`${styles.later} ${className}`} aria-busy={isWaiting} data-old={isOld ? "" : undefined}>
      {use(shown)}
    </div>
  );
}
