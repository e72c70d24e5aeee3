import type { ReactNode } from "react";
import { GlossaryTerm } from "@/components/ui/term";
import type { TermName } from "@/lib/contracts/glossary";
import { notReported } from "@/lib/contracts/text";

import styles from "./facts.module.css";

export interface Fact {
  label: string;
  /** The anchor of links to the fact. */
  id?: string;
  /** The term that the label opens. */
  term?: TermName;
  /** `null` is shown as "Not reported". */
  value: ReactNode;
  /** What a reader must know to understand the value. */
  note?: ReactNode;
  /** Whether it is only of use on a screen, and not on paper: a file to download. */
  isFile?: boolean;
}

/** Facts as a description list. One that is `false` or `null` is left out. */
export function Facts({ facts }: { facts: (Fact | false | null)[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(
        (fact) =>
          fact && (
            <div
              key={fact.label}
              id={fact.id}
              className={fact.isFile ? `${styles.fact} no-print` : styles.fact}
            >
              <dt className={styles.label}>
                {fact.term ? <GlossaryTerm name={fact.term}>{fact.label}</GlossaryTerm> : fact.label}
              </dt>
              <dd className={styles.value}>{fact.value ?? notReported}</dd>
              {fact.note && <dd className={styles.note}>{fact.note}</dd>}
            </div>
          ),
      )}
    </dl>
  );
}
