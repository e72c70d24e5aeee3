"use client";

import { CopyText } from "@/components/ui/copy-text";

import styles from "./copy-text.module.css";

const toAbsolute = (path: string) => new URL(path, window.location.href).href;

interface CopyLinkProps {
  path: string;
  className?: string | undefined;
}

/** A button that copies an address of this site as an absolute URL. */
export const CopyLink = ({ path, className = styles.plain }: CopyLinkProps) => (
  <CopyText text={path} label="Copy link" resolve={toAbsolute} className={className} />
);
