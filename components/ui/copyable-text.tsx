"use client";

import { CopyText } from "@/components/ui/copy-text";

import styles from "./copyable-text.module.css";

/** A text to read and to copy as a whole. */
export function CopyableText({ label, text }: { label: string; text: string }) {
  return (
    <div className={styles.copyable}>
      <textarea
        className={styles.text}
        readOnly
        rows={text.split("\n").length}
        aria-label={label}
        value={text}
      />
      <CopyText text={text} label="Copy this text" />
    </div>
  );
}
