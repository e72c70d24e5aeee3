"use client";

import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useRef } from "react";

import styles from "./column-choice.module.css";

/**
 * A menu over the table. Escape, a press outside and a menu in it close it, and the focus returns to its button.
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
    const closeOutside = ({ target }: PointerEvent) => {
      if (menu.current?.open && !menu.current.contains(target as Node)) menu.current.open = false;
    };
    document.addEventListener("pointerdown", closeOutside);
    return () => document.removeEventListener("pointerdown", closeOutside);
  }, []);

  return (
    <details
      ref={menu}
      className={styles.menu}
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
