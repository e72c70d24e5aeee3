import type { Route } from "next";
import { Link } from "@/components/ui/link";

import type { CompanyRow } from "@/lib/contracts/companies";
import type { Query } from "@/lib/query/query";

import styles from "./letters.module.css";

export interface Letter {
  letter: string;
  /** The first name with the letter. */
  href: Route;
}

/** Links to the letters of an alphabetical list. */
export function Letters({ letters }: { letters: Letter[] }) {
  return (
    <nav aria-label="Letters">
      <ul className={styles.letters}>
        {letters.map(({ letter, href }) => (
          <li key={letter}>
            <Link href={href}>{letter}</Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The letters of an alphabetical list, and anchors for their first rows by row ID. */
export function lettersOf(rows: CompanyRow[], query: Query, address: (query: Query) => Route) {
  const letters: Letter[] = [];
  const anchors = new Map<number, string>();
  if (query.sort === "company") {
    for (const [index, { id, name }] of rows.entries()) {
      const letter = letterOf(name);
      if (letters.some((known) => known.letter === letter)) continue;
      const page = Math.floor(index / query.size) + 1;
      const anchor = letter === "0–9" ? "digits" : letter;
      anchors.set(id, anchor);
      letters.push({ letter, href: `${address({ ...query, page })}#${anchor}` as Route });
    }
  }
  return { letters, anchors };
}

const letterOf = (name: string | null): string => {
  const [first = ""] = (name ?? "").normalize("NFKD").toUpperCase();
  return /[A-Z]/.test(first) ? first : "0–9";
};
