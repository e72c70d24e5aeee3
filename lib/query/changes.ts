import { type Change, foldedKinds } from "@/lib/contracts/changes";
import type { Query } from "@/lib/query/query";
import type { ChangesRequest } from "@/lib/query/requests";

/** The request with a change, at its first page. */
export function changeRequest(request: ChangesRequest, patch: Partial<ChangesRequest>): ChangesRequest {
  const { query, ...rest } = { ...request, ...patch };
  return { ...rest, query: patch.query ? query : { ...query, page: 1 } };
}

/** The request of all changes to a query's actions, for links from other pages. */
export const changesOf = (query: Query): ChangesRequest => ({
  query,
  kind: [],
  since: null,
  until: null,
  administrative: "no",
});

/** Whether a request lists a change. An administrative change is listed only if it is requested. */
export function isListed(
  { kind: kinds, administrative }: Pick<ChangesRequest, "kind" | "administrative">,
  { kind, administrative: isFolded }: Pick<Change, "kind" | "administrative">,
): boolean {
  const isChosen = kinds.length === 0 || kinds.includes(kind);
  return (
    isChosen &&
    (!isFolded || administrative === "yes" || (kinds.includes(kind) && foldedKinds.includes(kind)))
  );
}
