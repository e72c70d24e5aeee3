"use client";

import { createColumnHelper, tableFeatures, useTable } from "@tanstack/react-table";
import { type ReactNode, useLayoutEffect, useMemo, useRef, useState } from "react";

import {
  clamped,
  columnFeatures,
  headerId,
  maxPinned,
  useColumnLayout,
  widthLimits,
} from "@/components/table/column-layout";
import type { TableColumn } from "@/components/table/columns";

import styles from "./column-choice.module.css";

const features = tableFeatures(columnFeatures);
const helper = createColumnHelper<typeof features, never>();
const noRows: never[] = [];

/** The change of width by one press, in CSS pixels. */
const widthStep = 32;

/**
 * Checkboxes for the visible columns and buttons for their order, which the form around them writes into the address.
 * Pins and widths change at once, in this browser only.
 */
export function ColumnOrder({ columns }: { columns: TableColumn[] }) {
  const { first, ...layout } = useColumnLayout(columns);
  const [columnOrder, setColumnOrder] = useState<string[]>(() => columns.map(({ name }) => name));
  const definitions = useMemo(
    () =>
      helper.columns(
        columns.map((column) => helper.display({ id: column.name, meta: column, ...widthLimits })),
      ),
    [columns],
  );
  const table = useTable({
    features,
    columns: definitions,
    data: noRows,
    state: { columnOrder, ...layout.state },
    onColumnOrderChange: setColumnOrder,
    onColumnPinningChange: layout.onColumnPinningChange,
    onColumnSizingChange: layout.onColumnSizingChange,
  });
  const [moved, setMoved] = useState<{ name: string; by: number } | null>(null);
  const list = useRef<HTMLOListElement>(null);

  // A node that changes its place loses the focus.
  useLayoutEffect(() => {
    if (moved) list.current?.querySelector<HTMLElement>(`[data-moves="${moved.name} ${moved.by}"]`)?.focus();
  }, [moved]);

  function move(name: string, by: -1 | 1) {
    table.setColumnOrder((order) => {
      const at = order.indexOf(name);
      const other = order[at + by];
      return other === undefined ? order : order.with(at, other).with(at + by, name);
    });
    setMoved({ name, by });
  }

  /** Changes the width, starting from the drawn one, because a column without a stored width fits its content. */
  function widen(name: string, by: number) {
    const width = document.getElementById(headerId(name))?.offsetWidth ?? widthLimits.minSize;
    table.setColumnSizing((old) => ({ ...old, [name]: clamped((old[name] ?? width) + by) }));
  }

  const pinnedCount = layout.state.columnPinning.start.filter((name) => name !== first).length;
  const place = columnOrder.indexOf(moved?.name ?? "");
  const label = columns.find(({ name }) => name === moved?.name)?.label;
  return (
    <>
      <ol ref={list} className={styles.columns}>
        <li aria-hidden="true" className={styles.heads}>
          <span>Width</span>
          <span>Order</span>
        </li>
        {table.getAllLeafColumns().map((column, index, all) => {
          const { meta } = column.columnDef;
          if (!meta) return null;
          const { name, label, help } = meta;
          const isPinned = column.getIsPinned() !== false;
          const isShown = column.getIsVisible();
          return (
            <li key={name}>
              <label title={help}>
                <input type="checkbox" name="cols" value={name} defaultChecked={isShown} /> {label}
              </label>
              <span className={styles.moves}>
                {isShown && (
                  <>
                    <Press
                      label={`Pin ${label}`}
                      title="Keeps the column in view while the table scrolls sideways"
                      isPressed={isPinned}
                      isDisabled={name === first || (!isPinned && pinnedCount >= maxPinned)}
                      onPress={() => column.pin(isPinned ? false : "start")}
                    >
                      Pin
                    </Press>
                    <Press label={`Make ${label} narrower`} onPress={() => widen(name, -widthStep)}>
                      −
                    </Press>
                    <Press label={`Make ${label} wider`} onPress={() => widen(name, widthStep)}>
                      +
                    </Press>
                  </>
                )}
                {([-1, 1] as const).map((by) => (
                  <Press
                    key={by}
                    moves={`${name} ${by}`}
                    label={`Move ${label} ${by < 0 ? "up" : "down"}`}
                    isDisabled={all[index + by] === undefined}
                    onPress={() => move(name, by)}
                  >
                    {by < 0 ? "↑" : "↓"}
                  </Press>
                ))}
              </span>
            </li>
          );
        })}
      </ol>
      {!layout.isAutomatic && (
        <button type="button" onClick={layout.reset}>
          Reset widths and pins
        </button>
      )}
      <p role="status" className="visually-hidden">
        {moved && `${label} is now ${place + 1} of ${columnOrder.length}`}
      </p>
    </>
  );
}

interface PressProps {
  label: string;
  title?: string;
  /** Finds the button again when its row has moved. */
  moves?: string;
  isPressed?: boolean;
  isDisabled?: boolean;
  onPress: () => void;
  children: ReactNode;
}

/** A small button of a column. When disabled it keeps its place and the focus. */
function Press({ label, title, moves, isPressed, isDisabled = false, onPress, children }: PressProps) {
  return (
    <button
      type="button"
      data-moves={moves}
      aria-label={label}
      title={title}
      aria-pressed={isPressed}
      aria-disabled={isDisabled}
      onClick={() => !isDisabled && onPress()}
    >
      {children}
    </button>
  );
}
