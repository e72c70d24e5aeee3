import type { Route } from "next";
import { Link } from "@/components/ui/link";

import { changesHref, changesOf } from "@/lib/query/changes";
import { change, type Query } from "@/lib/query/query";

/** From a page about some actions to what changed in them, and to the same as a feed. */
export function ChangesLink({ query }: { query: Query }) {
  const request = changesOf(change(query, { view: "contracts", show: null }));
  return (
    <>
      <Link href={changesHref(request) as Route}>What changed</Link> (
      <a href={changesHref(request, "/changes.atom")}>feed</a>)
    </>
  );
}
