import type { ComponentProps } from "react";
import { Relaxations } from "@/components/filters/relaxations";

import styles from "./empty-result.module.css";

interface EmptyResultProps extends ComponentProps<typeof Relaxations> {
  /** Says that nothing fits the query. */
  title: string;
}

/** An empty result, with relaxations of the query. */
export function EmptyResult({ title, ...relaxations }: EmptyResultProps) {
  return (
    <section aria-labelledby="nothing-fits" className={styles.empty}>
      <h2 id="nothing-fits">{title}</h2>
      <Relaxations {...relaxations} />
    </section>
  );
}
