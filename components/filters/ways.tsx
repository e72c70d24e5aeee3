import type { Route } from "next";
import { Link } from "@/components/ui/link";

import { counted } from "@/lib/contracts/money";

import styles from "./ways.module.css";

/** Another way to ask, in words, and how many rows it has. */
export interface Way {
  words: string;
  href: Route;
  count: number;
}

interface WaysProps {
  ways: Way[];
  /** Whether more than one filter has to be left out for any row. */
  isTangled: boolean;
  /** What is counted: one of it and, where an s does not make it, several. */
  noun: string;
  nouns?: string;
}

/** The ways from a list without rows to one with some. Nothing where there are none. */
export function Ways({ ways, isTangled, noun, nouns }: WaysProps) {
  if (ways.length === 0) return null;
  return (
    <>
      <p>
        {isTangled
          ? "To leave out one filter is not enough. With more than one changed there would be:"
          : "With one thing changed there would be:"}
      </p>
      <ul className={styles.ways}>
        {ways.map(({ words, href, count }) => (
          <li key={words}>
            <Link href={href}>{words}</Link>: {counted(count, noun, nouns)}
          </li>
        ))}
      </ul>
    </>
  );
}
