import type { ReactNode } from "react";

import { GlossaryTerm } from "@/components/ui/term";
import type { TermName } from "@/lib/contracts/glossary";

import styles from "./key-figures.module.css";

/** A figure, its measure as the label, and a note on its scope or what it compares with. */
export interface KeyFigure {
  label: string;
  /** The term that the label opens. */
  term?: TermName | undefined;
  value: ReactNode;
  note?: ReactNode;
  /** The sign in front of the figure: `+` or `=`. */
  sign?: string;
}

interface KeyFiguresProps {
  figures: KeyFigure[];
  className?: string | undefined;
}

export function KeyFigures({ figures, className = styles.figures }: KeyFiguresProps) {
  return (
    <dl className={className}>
      {figures.map(({ label, term, value, note, sign }) => (
        <div key={label} className={styles.figure} data-sign={sign}>
          <dt className={styles.label}>{term ? <GlossaryTerm name={term}>{label}</GlossaryTerm> : label}</dt>
          <dd className={styles.value}>{value}</dd>
          {note && <dd className={styles.note}>{note}</dd>}
        </div>
      ))}
    </dl>
  );
}
