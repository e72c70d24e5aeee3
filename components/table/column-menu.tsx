"use client";

import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useRef } from "react";

import styles from "./column-choice.module.css";

/**
 * What folds out over the table. Escape, a press beside it and a choice made in it fold it up again, and the focus goes
 * back to what unfolded it.
 */
export function ColumnMenu({ summary, children }: { summary: ReactNode; children: ReactNode }) {
  const menu = useRef<HTMLDetailsElement>(null);

  function close() {
    if (!menu.current?.open) return;
    const hadFocus = menu.current.contains(document.activeElement);
    menu.current.open = false;
    if (hadFocus) menu.current.querySelector("summary")?.focus();
  }

  useEffect(() => {
    const pressed = ({ target }: PointerEvent) => {
      if (menu.current?.open && !menu.current.contains(target as Node)) menu.current.open = false;
    };
    document.addEventListener("pointerdown", pressed);
    return () => document.removeEventListener("pointerdown", pressed);
  }, []);

  return (
    <details
      ref={menu}
      className={styles.choice}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === "Escape") close();
      }}
      onSubmit={close}
      onClick={(event: MouseEvent) => {
        if ((event.target as Element).closest("a")) close();
      }}
    >
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
