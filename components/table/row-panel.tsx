"use client";

import dynamic from "next/dynamic";
import { type KeyboardEvent, useEffect, useId, useRef } from "react";

import type { OpenRow } from "@/components/table/open-row";
import { contractOf } from "@/components/table/row-id";
import type { TableRow } from "@/components/table/rows";
import { showModal } from "@/components/ui/modal";
import { formatCount } from "@/lib/contracts/money";

import styles from "./row-panel.module.css";

const ContractBrief = dynamic(
  () =>
    import("@/components/contract/contract-brief").then(
      (module) => module.ContractBrief,
      () => PanelScriptFailed,
    ),
  { ssr: false, loading: () => <p role="status">Loading the contract…</p> },
);

/** Shown if the script of the panel cannot be loaded. After a reload, the address opens the row again. */
const PanelScriptFailed = () => (
  <div role="alert">
    <p>We could not load the contract.</p>
    <button type="button" onClick={() => window.location.reload()}>
      Try again
    </button>
  </div>
);

interface RowPanelProps {
  rows: TableRow[];
  id: string;
  row: OpenRow;
  snapshot: string | null;
}

/**
 * A dialog over the list with the contract of a row, and buttons to the rows before and after. On closing, the focus
 * returns to the row.
 */
export function RowPanel({ rows, id, row: { move, close }, snapshot }: RowPanelProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const heading = useId();
  const index = rows.findIndex((row) => row.id === id);
  const opens = rows[index]?.opens;
  const contract = contractOf(id) ?? "";
  const before = rows[index - 1]?.id;
  const after = index < 0 ? undefined : rows[index + 1]?.id;
  const last = useRef(id);
  last.current = id;

  useEffect(() => {
    if (dialog.current) showModal(dialog.current);
    title.current?.focus();
    return () => {
      // After the browser restored the scroll position.
      requestAnimationFrame(() => openerOf(last.current)?.focus());
    };
  }, []);

  function walk(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const to = event.key === "ArrowLeft" ? before : event.key === "ArrowRight" ? after : undefined;
    if (to !== undefined) move(to);
  }

  const step = (label: string, to: string | undefined, shortcut: string) => (
    <button
      type="button"
      aria-disabled={to === undefined}
      aria-keyshortcuts={shortcut}
      onClick={() => to !== undefined && move(to)}
    >
      {label}
    </button>
  );
  return (
    <dialog
      ref={dialog}
      className={styles.panel}
      aria-labelledby={heading}
      onKeyDown={walk}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) close();
      }}
    >
      <div className={styles.head}>
        <div className={styles.steps}>
          {step("← Previous", before, "ArrowLeft")}
          {step("Next →", after, "ArrowRight")}
          <p role="status" className={styles.place}>
            {index < 0 ? (
              "not in this list"
            ) : (
              <>
                Row {formatCount(index + 1)} of {formatCount(rows.length)}
                <span className={styles.where}> on this page</span>
                <span className="visually-hidden">
                  : {opens?.piid}, {opens?.company}
                </span>
              </>
            )}
          </p>
          <button type="button" className={styles.close} onClick={close}>
            Close
          </button>
        </div>
        <h2 id={heading} ref={title} tabIndex={-1}>
          {opens ? `${opens.piid}, ${opens.company}` : contract}
        </h2>
      </div>
      <div className={styles.body}>
        <ContractBrief
          contract={contract}
          snapshot={snapshot}
          office={opens?.office ?? null}
          modification={opens?.modification ?? null}
        />
      </div>
    </dialog>
  );
}

/** The link that opens a row. */
const openerOf = (id: string) => document.getElementById(id)?.querySelector<HTMLElement>("a[aria-haspopup]");
