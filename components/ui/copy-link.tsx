"use client";

import { CopyText } from "@/components/ui/copy-text";

import styles from "./copy-text.module.css";

const absolute = (path: string) => new URL(path, window.location.href).href;

interface CopyLinkProps {
  path: string;
  /** How it looks where it is not to look like a link. */
  className?: string | undefined;
}

/** Copies the address of what is shown. */
export const CopyLink = ({ path, className = styles.plain }: CopyLinkProps) => (
  <CopyText text={path} label="Copy link" read={absolute} className={className} />
);
