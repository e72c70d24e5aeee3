import type { ComponentProps } from "react";
import { Relaxations } from "@/components/filters/relaxations";
import { Link } from "@/components/ui/link";
import { counted, formatCount } from "@/lib/contracts/money";
import { change, href, type Query } from "@/lib/query/query";

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

/** A page number beyond the last page. */
export function PageOutOfRange({ query, pages }: { query: Query; pages: number }) {
  return (
    <section aria-labelledby="past-the-end">
      <h2 id="past-the-end">Page {formatCount(query.page)} is past the end</h2>
      <p>
        This selection has {counted(pages, "page")}.{" "}
        <Link href={href("/contracts", change(query, {}))}>Go to the first page</Link>
      </p>
    </section>
  );
}
