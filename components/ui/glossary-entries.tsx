import { Link } from "@/components/ui/link";
import { glossary, termNames } from "@/lib/contracts/glossary";

import styles from "./term.module.css";

/** The entries that the terms of a page open. */
export const GlossaryEntries = () => (
  <div className={styles.entries}>
    {termNames.map((name) => {
      const { term, meaning, example } = glossary[name];
      return (
        <aside key={name} id={`term-${name}`} popover="auto" className={styles.entry} aria-label={term}>
          <strong>{term}</strong>
          <p>{meaning}</p>
          <p className="soft">Example: {example}</p>
          <Link href={`/method#${name}`}>All terms</Link>
        </aside>
      );
    })}
  </div>
);
