import type { Route } from "next";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";

import styles from "./chip.module.css";

export function Chips({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className={styles.chips} aria-label={label}>
      {children}
    </ul>
  );
}

interface ChipProps {
  href: Route;
  /** Plain text. Screen readers hear "Remove" before it if the chip `removes`. */
  text: string;
  removes?: boolean;
  current?: boolean;
}

/** A link that sets a choice or, if it `removes`, drops a filter. */
export function Chip({ href, text, removes = false, current = false }: ChipProps) {
  return (
    <li>
      <Link
        href={href}
        scroll={false}
        className={removes ? `${styles.chip} ${styles.remove}` : styles.chip}
        aria-current={current ? "true" : undefined}
      >
        {removes && <span className="visually-hidden">Remove </span>}
        <span className={styles.text}>{text}</span>
        {removes && <span aria-hidden="true">×</span>}
      </Link>
    </li>
  );
}
