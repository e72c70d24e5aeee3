"use client";

import type { Route } from "next";
import { type MouseEvent, type ReactNode, useRef, useSyncExternalStore } from "react";
import { Link } from "@/components/ui/link";
import { showModal } from "@/components/ui/modal";

import styles from "./filter-panel.module.css";

const id = "filters";
const narrow = "(max-width: 75rem)";

const watch = (changed: () => void) => {
  const media = window.matchMedia(narrow);
  media.addEventListener("change", changed);
  return () => media.removeEventListener("change", changed);
};

interface FilterSheetProps {
  /** The number of filters in use, for the collapsed panel. */
  active: number;
  /** The size of the selection: "39 actions". */
  found: string;
  cleared: Route;
  children: ReactNode;
}

/**
 * The container of the filters: beside the results on wide screens, and on smaller ones a modal sheet that stays open while
 * several filters are chosen. Without scripts it is collapsed above the results.
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
        <summary className={styles.summary}>{filtersLabel(active)}</summary>
        {children}
      </details>
    );
  }
  const close = () => sheet.current?.close();
  return (
    <dialog ref={sheet} id={id} className={styles.sheet} aria-labelledby={`${id}-title`}>
      <div className={styles.head}>
        <h2 id={`${id}-title`}>{filtersLabel(active)}</h2>
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

/** Opens the sheet of filters. Without scripts it links to the collapsed panel. */
export function FiltersLink({ active, className = "" }: { active: number; className?: string | undefined }) {
  function open(event: MouseEvent) {
    const sheet = document.getElementById(id);
    if (!(sheet instanceof HTMLDialogElement)) return;
    event.preventDefault();
    showModal(sheet);
  }
  return (
    <a href={`#${id}`} aria-haspopup="dialog" className={`${className} no-print`} onClick={open}>
      {filtersLabel(active)}
    </a>
  );
}

const filtersLabel = (active: number) => (active > 0 ? `Filters (${active})` : "Filters");
