import { type Change, foldedKinds } from "@/lib/contracts/changes";
import type { Query } from "@/lib/query/query";
import type { ChangesRequest } from "@/lib/query/requests";

/** The same request with something changed, from its first page on. */
export function changeRequest(request: ChangesRequest, patch: Partial<ChangesRequest>): ChangesRequest {
  const { query, ...rest } = { ...request, ...patch };
  return { ...rest, query: patch.query ? query : { ...query, page: 1 } };
}

/** All changes of a query's actions, as other pages link to them. */
export const changesOf = (query: Query): ChangesRequest => ({
  query,
  kind: [],
  since: null,
  administrative: "no",
});

/** Whether the changes of a request include a kind: a folded kind only if it is requested. */
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
