import Link from "next/link";

import { counted, formatCount } from "@/lib/contracts/money";
import { change, href, type Query } from "@/lib/query/query";
import type { FilterWords } from "@/lib/query/words";

/** One filter of an empty selection, and how many actions there would be without it. */
export interface Relaxed {
  words: FilterWords;
  actions: number;
}

/** What to relax where nothing fits. */
export function NothingFits({ relaxed }: { relaxed: Relaxed[] }) {
  return (
    <section aria-labelledby="nothing-fits">
      <h2 id="nothing-fits">No action in these records fits all of these filters</h2>
      {relaxed.length === 0 ? (
        <p>There is no filter to take away.</p>
      ) : (
        <>
          <p>Without one of them there would be:</p>
          <ul>
            {relaxed.map(({ words: { name, label, value, removed }, actions }) => (
              <li key={`${name}=${value}`}>
                <Link href={href("/contracts", removed)} prefetch={false}>
                  without {label}: {value}
                </Link>{" "}
                – {counted(actions, "action")}
              </li>
            ))}
          </ul>
        </>
      )}
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
        <Link href={href("/contracts", change(query, {}))} prefetch={false}>
          Go to the first page
        </Link>
      </p>
    </section>
  );
}
