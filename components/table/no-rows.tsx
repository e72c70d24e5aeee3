import type { ComponentProps } from "react";
import { Ways } from "@/components/filters/ways";
import { Link } from "@/components/ui/link";
import { counted, formatCount } from "@/lib/contracts/money";
import { change, href, type Query } from "@/lib/query/query";

import styles from "./no-rows.module.css";

interface NothingFitsProps extends ComponentProps<typeof Ways> {
  /** What was asked of how many. */
  title: string;
}

/** What to ask instead where nothing fits. */
export function NothingFits({ title, ...ways }: NothingFitsProps) {
  return (
    <section aria-labelledby="nothing-fits" className={styles.nothing}>
      <h2 id="nothing-fits">{title}</h2>
      <Ways {...ways} />
    </section>
  );
}

/** What a page number beyond the last one shows. */
export function PastTheEnd({ query, pages }: { query: Query; pages: number }) {
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
