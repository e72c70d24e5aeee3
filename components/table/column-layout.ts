"use client";

import {
  type ColumnPinningState,
  type ColumnSizingState,
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  functionalUpdate,
  metaHelper,
} from "@tanstack/react-table";
import { type RefObject, useEffect, useState, useSyncExternalStore } from "react";
import type { TableColumn } from "@/components/table/columns";

/*
 * Widths and pinned columns are stored in this browser, in local storage under `columns`, and are in no address. Visible
 * columns and their order are in the address.
 */

interface ColumnLayout {
  /** The pinned columns, without the first, which is always pinned. */
  pinned: string[];
  /** Widths in CSS pixels by column. Other columns fit their content. */
  widths: ColumnSizingState;
}

const storageKey = "columns";
const automatic: ColumnLayout = { pinned: [], widths: {} };

/** How many columns can be pinned after the first. */
export const maxPinned = 2;

/** The least and the most width of a column, in CSS pixels. */
export const widthLimits = { minSize: 64, maxSize: 960 };

export const clamped = (width: number) => Math.min(Math.max(width, widthLimits.minSize), widthLimits.maxSize);

/** The id of a column's header. The menu of columns measures it. */
export const headerId = (name: string) => `column-${name}`;

/** What the table and the menu of its columns can do with columns. */
export const columnFeatures = {
  columnVisibilityFeature,
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnMeta: metaHelper<TableColumn>(),
};

let layout: ColumnLayout | null = null;
const listeners = new Set<() => void>();

function listen(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The stored layout. Storage may be refused, and its text may be anything. */
function stored(): ColumnLayout {
  try {
    const text = localStorage.getItem(storageKey);
    // The same object as on the server: another one would render all rows again after hydration.
    if (text === null) return automatic;
    const value = JSON.parse(text) as Partial<ColumnLayout>;
    const widths = Object.entries(value.widths ?? {}).filter(([, width]) => Number.isFinite(width));
    const pinned = Array.isArray(value.pinned) ? value.pinned.filter((name) => typeof name === "string") : [];
    return { pinned: pinned.slice(0, maxPinned), widths: Object.fromEntries(widths) };
  } catch {
    return automatic;
  }
}

function read(): ColumnLayout {
  layout ??= stored();
  return layout;
}

function write(next: ColumnLayout) {
  layout = next;
  for (const listener of listeners) listener();
  try {
    if (next === automatic) localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, JSON.stringify(next));
  } catch {
    // Storage is refused or full. The layout lasts until the page is closed.
  }
}

/** The state of the columns of a table, shared by the table and the menu of its columns. `first` is always pinned. */
export function useColumnLayout(columns: TableColumn[]) {
  const first = columns.find(({ visible }) => visible)?.name;
  const { pinned, widths } = useSyncExternalStore(listen, read, () => automatic);
  const columnPinning: ColumnPinningState = {
    start: [...(first === undefined ? [] : [first]), ...pinned.filter((name) => name !== first)],
    end: [],
  };
  return {
    first,
    state: {
      columnPinning,
      columnSizing: widths,
      columnVisibility: Object.fromEntries(columns.map(({ name, visible }) => [name, visible])),
    },
    isAutomatic: pinned.length === 0 && Object.keys(widths).length === 0,
    reset: () => write(automatic),
    onColumnPinningChange: (next: ColumnPinningState | ((old: ColumnPinningState) => ColumnPinningState)) => {
      const { start } = functionalUpdate(next, columnPinning);
      write({ ...read(), pinned: start.filter((name) => name !== first).slice(0, maxPinned) });
    },
    onColumnSizingChange: (next: ColumnSizingState | ((old: ColumnSizingState) => ColumnSizingState)) =>
      write({ ...read(), widths: functionalUpdate(next, read().widths) }),
  };
}

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
