"use client";

import { useState, useSyncExternalStore } from "react";

import styles from "./copy-text.module.css";

const never = () => () => {};

interface CopyTextProps {
  text: string;
  /** What the button says. */
  label: string;
  /** What is copied in the place of the text, when that is known in the browser only. */
  read?: (text: string) => string;
  className?: string | undefined;
}

/** Copies a text. There only with scripts, because it needs them. */
export function CopyText({ text, label, read = (own) => own, className }: CopyTextProps) {
  const hasScripts = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const [copied, setCopied] = useState<string | null>(null);

  async function copy() {
    // Browsers give the clipboard to secure pages only.
    if (navigator.clipboard) await navigator.clipboard.writeText(read(text));
    else window.prompt(label, read(text));
    setCopied(text);
  }

  return (
    <span className={hasScripts ? undefined : styles.waiting}>
      <button type="button" className={className} onClick={copy}>
        {label}
      </button>
      <span role="status">{copied === text && " ✓ copied"}</span>
    </span>
  );
}
