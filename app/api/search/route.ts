import { endpoint } from "@/lib/http/endpoint";
import { aboutSnapshot } from "@/lib/http/json";
import { search } from "@/lib/store/search";

/** The search box: matches by kind, with their figures for each agency. */
export const GET = endpoint(
  "/api/search",
  ({ query, store, json }) =>
    json(async () => {
      const groups = await search(store, query.q);
      return {
        snapshot: aboutSnapshot(store.info, query),
        query: { q: query.q },
        groups: groups.map(({ kind, total, hits }) => ({ kind, total, hits })),
      };
    }),
  {
    check: ({ query }) =>
      query.q ? [] : [{ name: "q", detail: "must be given: a name, a number or words to look for" }],
  },
);
