"use client";

import type { Route } from "next";
import { type MouseEvent, type ReactNode, useRef, useSyncExternalStore } from "react";
import { Link } from "@/components/ui/link";

import { showModal } from "@/components/ui/modal";

import styles from "./filter-panel.module.css";

const id = "filters";
const narrow = "(max-width: 47.5rem)";

const watch = (changed: () => void) => {
  const media = window.matchMedia(narrow);
  media.addEventListener("change", changed);
  return () => media.removeEventListener("change", changed);
};

interface FilterSheetProps {
  /** How many filters are set, said where they are folded away. */
  active: number;
  /** What the selection holds: "39 actions". */
  found: string;
  /** The address without any filter. */
  cleared: Route;
  children: ReactNode;
}

/**
 * The frame of the filters: beside the results, folded above them where there is less room, and on a telephone a sheet
 * over the page, which stays open while one filter after the other is chosen.
 */
export function FilterSheet({ active, found, cleared, children }: FilterSheetProps) {
  const sheet = useRef<HTMLDialogElement>(null);
  const isNarrow = useSyncExternalStore(
    watch,
    () => window.matchMedia(narrow).matches,
    () => false,
  );
  if (!isNarrow) {
    return (
      <details id={id} className={styles.panel}>
        <summary className={styles.summary}>{filtersWords(active)}</summary>
        {children}
      </details>
    );
  }
  const close = () => sheet.current?.close();
  return (
    <dialog ref={sheet} id={id} className={styles.sheet} aria-labelledby={`${id}-title`}>
      <div className={styles.head}>
        <h2 id={`${id}-title`}>{filtersWords(active)}</h2>
        <button type="button" onClick={close}>
          Close
        </button>
      </div>
      <div className={styles.choices}>{children}</div>
      <div className={styles.foot}>
        <button type="button" className="primary" onClick={close}>
          Show {found}
        </button>
        {active > 0 && (
          <Link href={cleared} scroll={false}>
            Clear all
          </Link>
        )}
        <p role="status" className="visually-hidden">
          {found}
        </p>
      </div>
    </dialog>
  );
}

/** Opens the filters where they are a sheet. Without scripts it leads to where they are folded away. */
export function FiltersLink({ active, className = "" }: { active: number; className?: string | undefined }) {
  function open(event: MouseEvent) {
    const sheet = document.getElementById(id);
    if (!(sheet instanceof HTMLDialogElement)) return;
    event.preventDefault();
    showModal(sheet);
  }
  return (
    <a href={`#${id}`} aria-haspopup="dialog" className={`${className} no-print`} onClick={open}>
      {filtersWords(active)}
    </a>
  );
}

const filtersWords = (active: number) => (active > 0 ? `Filters (${active})` : "Filters");
