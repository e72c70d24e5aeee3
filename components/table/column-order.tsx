"use client";

import { useLayoutEffect, useRef, useState } from "react";

import type { TableColumn } from "@/components/table/columns";

import styles from "./column-choice.module.css";

type Choice = Pick<TableColumn, "name" | "label" | "help" | "visible">;

/** The columns as boxes to tick; those that are shown can be moved up and down. */
export function ColumnOrder({ columns }: { columns: Choice[] }) {
  const [order, setOrder] = useState(columns);
  const [moved, setMoved] = useState<{ name: string; by: number } | null>(null);
  const list = useRef<HTMLOListElement>(null);

  // A node that changes its place loses the focus.
  useLayoutEffect(() => {
    if (moved) list.current?.querySelector<HTMLElement>(`[data-moves="${moved.name} ${moved.by}"]`)?.focus();
  }, [moved]);

  function move(name: string, by: -1 | 1) {
    const at = order.findIndex((column) => column.name === name);
    const other = order[at + by];
    const one = order[at];
    if (!one || !other) return;
    setOrder(order.with(at, other).with(at + by, one));
    setMoved({ name, by });
  }

  const place = order.findIndex(({ name }) => name === moved?.name);
  return (
    <>
      <ol ref={list} className={styles.columns}>
        {order.map(({ name, label, help, visible }, index) => (
          <li key={name}>
            <label title={help}>
              <input type="checkbox" name="cols" value={name} defaultChecked={visible} /> {label}
            </label>
            <span className={styles.moves}>
              {([-1, 1] as const).map((by) => (
                <button
                  key={by}
                  type="button"
                  data-moves={`${name} ${by}`}
                  aria-label={`Move ${label} ${by < 0 ? "up" : "down"}`}
                  aria-disabled={order[index + by] === undefined}
                  onClick={() => move(name, by)}
                >
                  {by < 0 ? "↑" : "↓"}
                </button>
              ))}
            </span>
          </li>
        ))}
      </ol>
      <p role="status" className="visually-hidden">
        {moved && `${order[place]?.label} is now ${place + 1} of ${order.length}`}
      </p>
    </>
  );
}
