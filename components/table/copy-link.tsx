"use client";

import { useState, useSyncExternalStore } from "react";

import styles from "./result-bar.module.css";

const never = () => () => {};

/** Copies the address of what is shown. There only with scripts, because it needs them. */
export function CopyLink({ path }: { path: string }) {
  const hasScripts = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const [copied, setCopied] = useState<string | null>(null);

  async function copy() {
    const address = new URL(path, window.location.href).href;
    // Browsers give the clipboard to secure pages only.
    if (navigator.clipboard) await navigator.clipboard.writeText(address);
    else window.prompt("Copy this address", address);
    setCopied(path);
  }

  return (
    <span className={hasScripts ? undefined : styles.waiting}>
      <button type="button" className={styles.plain} onClick={copy}>
        Copy link
      </button>
      <span role="status">{copied === path && " ✓ copied"}</span>
    </span>
  );
}
