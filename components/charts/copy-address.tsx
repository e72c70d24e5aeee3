"use client";

import { CopyText } from "@/components/ui/copy-text";

import styles from "./copy-address.module.css";

const absolute = (path: string) => new URL(path, window.location.href).href;

/** Copies the address of a chart. */
export const CopyAddress = ({ path }: { path: string }) => (
  <CopyText text={path} label="Copy link" read={absolute} className={styles.copy} />
);
