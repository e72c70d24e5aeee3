import { Link } from "@/components/ui/link";

import { changesOf } from "@/lib/query/changes";
import { change, type Query } from "@/lib/query/query";
import { changesRequest } from "@/lib/query/requests";

/** Links to the changes of a selection, as a page and as a feed. */
export function ChangesLink({ query }: { query: Query }) {
  const request = changesOf(change(query, { view: "contracts", show: null }));
  return (
    <>
      <Link href={changesRequest.href("/changes", request)}>What changed</Link> (
      <a href={changesRequest.href("/changes.atom", request)}>feed</a>)
    </>
  );
}
