"use client";

import { useState, useSyncExternalStore } from "react";
import styles from "./copy-text.module.css";

const noUpdates = () => () => {};

/** Whether scripts run: not on the server, and not before the page is hydrated. */
export const useHasScripts = () =>
  useSyncExternalStore(
    noUpdates,
    () => true,
    () => false,
  );

interface CopyTextProps {
  text: string;
  label: string;
  /** Makes the copied text from `text`, in the browser. */
  resolve?: (text: string) => string;
  className?: string | undefined;
}

/** A button that copies a text. It needs scripts and is hidden without them. */
export function CopyText({ text, label, resolve = (own) => own, className }: CopyTextProps) {
  const hasScripts = useHasScripts();
  const [copied, setCopied] = useState<string | null>(null);

  async function copy() {
    // Only pages served over HTTPS have a clipboard.
    if (navigator.clipboard) await navigator.clipboard.writeText(resolve(text));
    else window.prompt(label, resolve(text));
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

const toAbsolute = (path: string) => new URL(path, window.location.href).href;

interface CopyLinkProps {
  path: string;
  className?: string | undefined;
}

/** A button that copies an address of this site as an absolute URL. */
export const CopyLink = ({ path, className = styles.plain }: CopyLinkProps) => (
  <CopyText text={path} label="Copy link" resolve={toAbsolute} className={className} />
);
