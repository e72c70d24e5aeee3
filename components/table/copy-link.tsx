"use client";

import { CopyText } from "@/components/ui/copy-text";

import styles from "./result-bar.module.css";

const absolute = (path: string) => new URL(path, window.location.href).href;

/** Copies the address of what is shown. */
export function CopyLink({
  path,
  className = styles.plain,
}: {
  path: string;
  className?: string | undefined;
}) {
  return <CopyText text={path} label="Copy link" read={absolute} className={className} />;
}
