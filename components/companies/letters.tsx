import type { Route } from "next";
import Link from "next/link";

import styles from "./letters.module.css";

/** A letter with which names begin, and where the first of them is listed. */
export interface Letter {
  letter: string;
  href: Route;
}

/** The letters of an alphabetical list as links into it. */
export function Letters({ letters }: { letters: Letter[] }) {
  return (
    <nav aria-label="Letters">
      <ul className={styles.letters}>
        {letters.map(({ letter, href }) => (
          <li key={letter}>
            <Link href={href} prefetch={false}>
              {letter}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
