import { type ReactNode, useId } from "react";

import { formatCount } from "@/lib/contracts/money";

import styles from "./section.module.css";

interface SectionProps {
  title: ReactNode;
  /** The measure and the window, or what the section leaves out. */
  subtitle?: ReactNode;
  /** The anchor of links to the section. */
  id?: string;
  children: ReactNode;
}

export function Section({ title, subtitle, id, children }: SectionProps) {
  const heading = useId();
  return (
    <section className={styles.section} id={id} aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      {subtitle && <p className={styles.subtitle}>{subtitle}</p>}
      <div className={styles.body}>{children}</div>
    </section>
  );
}

/** Lays charts out two in a row where they fit. */
export function TwoColumns({ children }: { children: ReactNode }) {
  return <div className={styles.columns}>{children}</div>;
}

interface FoldedOnPhoneProps {
  title: string;
  isOpen?: boolean;
  children: ReactNode;
}

/** What phones fold under a title. It is in view on wider screens and on paper. */
export function FoldedOnPhone({ title, isOpen = false, children }: FoldedOnPhoneProps) {
  return (
    <details className={styles.phone} open={isOpen} data-prints>
      <summary>{title}</summary>
      {children}
    </details>
  );
}

interface FirstOnPhoneProps {
  items: ReactNode[];
  /** How many of them phones show before the others are unfolded. */
  shown: number;
  /** Puts some of the items into a list. */
  list?: (items: ReactNode[]) => ReactNode;
}

/** Items of which phones show the first, and fold the others. */
export function FirstOnPhone({ items, shown, list = (some) => some }: FirstOnPhoneProps) {
  if (items.length <= shown + 1) return list(items);
  return (
    <>
      {list(items.slice(0, shown))}
      <FoldedOnPhone title={`Show ${formatCount(items.length - shown)} more`}>
        {list(items.slice(shown))}
      </FoldedOnPhone>
    </>
  );
}

/** Details that few readers need, collapsed under a title. */
export function Disclosure({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className={styles.disclosure}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}
