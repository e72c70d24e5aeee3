import { answer } from "@/lib/http/answer";
import { aboutSnapshot } from "@/lib/http/json";
import { readRequest } from "@/lib/http/problem";
import { route } from "@/lib/http/route";
import { searchApiRequest } from "@/lib/query/requests";
import { openStore } from "@/lib/store/open";
import { search } from "@/lib/store/search";

/** The search box: matches by kind, with their figures for each agency. */
export const GET = route(async ({ request, params }) => {
  const { query } = readRequest(searchApiRequest, params, (read) =>
    read.query.q ? [] : [{ name: "q", detail: "must be given: a name, a number or words to look for" }],
  );
  const store = await openStore(query.snapshot);
  return answer("/api/search", request, store.info, query, async () => {
    const groups = await search(store, query.q);
    return {
      snapshot: aboutSnapshot(store.info, query),
      query: { q: query.q },
      groups: groups.map(({ kind, total, hits }) => ({ kind, total, hits })),
    };
  });
});
