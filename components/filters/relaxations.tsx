import type { Route } from "next";
import type { ComponentProps } from "react";
import { DidYouMean, type LikelyName } from "@/components/search/did-you-mean";
import { Link } from "@/components/ui/link";
import { counted } from "@/lib/contracts/money";

import styles from "./relaxations.module.css";

/** A change of the query, and how many rows it gives. */
interface Relaxation {
  words: string;
  href: Route;
  count: number;
}

interface RelaxationsProps {
  relaxations: Relaxation[];
  /** Whether several filters must go before there is a row. */
  needsSeveral: boolean;
  /** What is counted, and its plural if that is not formed with an s. */
  noun: string;
  nouns?: string;
}

/** Changes that give rows. One that gives none is left out, and without any the list is. */
export function Relaxations({ relaxations, needsSeveral, noun, nouns }: RelaxationsProps) {
  const helpful = relaxations.filter(({ count }) => count > 0);
  if (helpful.length === 0) return null;
  return (
    <>
      <p>{needsSeveral ? "No single change is enough. Try one of these:" : "Try one of these:"}</p>
      <ul className={styles.relaxations}>
        {helpful.map(({ words, href, count }) => (
          <li key={words}>
            <Link href={href}>{words}</Link>: {counted(count, noun, nouns)}
          </li>
        ))}
      </ul>
    </>
  );
}

interface EmptyResultProps extends ComponentProps<typeof Relaxations> {
  /** Says that nothing fits the query. */
  title: string;
  /** What a misspelled filter may mean. */
  names?: readonly LikelyName[];
}

/** An empty result, with relaxations of the query. */
export function EmptyResult({ title, names = [], ...relaxations }: EmptyResultProps) {
  return (
    <section aria-labelledby="nothing-fits" className={styles.empty}>
      <h2 id="nothing-fits">{title}</h2>
      <DidYouMean names={names} />
      <Relaxations {...relaxations} />
    </section>
  );
}
