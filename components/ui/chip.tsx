import type { Route } from "next";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";

import styles from "./chip.module.css";

/** A row of chips. */
export function Chips({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className={styles.chips} aria-label={label}>
      {children}
    </ul>
  );
}

interface ChipProps {
  href: Route;
  /** What the chip says, plain text: a screen reader hears "Remove" before it when it `removes`. */
  text: string;
  removes?: boolean;
  current?: boolean;
}

/** One chip: a link that sets a choice, or that takes a filter away when it `removes`. */
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
