import type { ReactNode } from "react";
import type { TermName } from "@/lib/contracts/glossary";

import styles from "./term.module.css";

/** A word that opens its entry of the glossary, which `GlossaryEntries` holds once for a page. It needs no scripts. */
export const GlossaryTerm = ({
  name,
  className = "",
  children,
}: {
  name: TermName;
  className?: string | undefined;
  children: ReactNode;
}) => (
  <button type="button" className={`${styles.term} ${className}`} popoverTarget={`term-${name}`}>
    {children}
  </button>
);

/** A mark that opens the entry of a term, beside a header that is a link itself. */
export const TermMark = ({ name }: { name: TermName }) => (
  <>
    {" "}
    <GlossaryTerm name={name} className={styles.mark}>
      <span aria-hidden="true">?</span>
      <span className="visually-hidden">What this means</span>
    </GlossaryTerm>
  </>
);
