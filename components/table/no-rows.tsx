import Link from "next/link";

import { counted, formatCount } from "@/lib/contracts/money";
import { change, href, type Query } from "@/lib/query/query";

/** A query near an empty one, in words, and how many actions it has. */
export interface Nearby {
  words: string;
  query: Query;
  actions: number;
}

/** What to ask instead where nothing fits. */
export function NothingFits({ agencies, nearby }: { agencies: string; nearby: Nearby[] }) {
  return (
    <section aria-labelledby="nothing-fits">
      <h2 id="nothing-fits">No action of {agencies} in these records fits all of these filters</h2>
      {nearby.length === 0 ? (
        <p>There is no filter to take away.</p>
      ) : (
        <>
          <p>With one thing changed there would be:</p>
          <ul>
            {nearby.map(({ words, query, actions }) => (
              <li key={words}>
                <Link href={href("/contracts", query)} prefetch={false}>
                  {words}
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
