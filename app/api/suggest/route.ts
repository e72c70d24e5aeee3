import { answer } from "@/lib/http/answer";
import { readRequest } from "@/lib/http/problem";
import { route } from "@/lib/http/route";
import { suggestRequest } from "@/lib/query/requests";
import { suggest } from "@/lib/search/suggest";
import { openStore } from "@/lib/store/open";

/** What a search box suggests while a user types. */
export const GET = route(async ({ request, params }) => {
  const { query, kind } = readRequest(suggestRequest, params, (read) =>
    read.query.q ? [] : [{ name: "q", detail: "must be given: the beginning of a name or a number" }],
  );
  const store = await openStore(query.snapshot);
  return answer(
    "/api/suggest",
    request,
    store.info,
    query,
    async () => ({
      snapshot: { id: store.info.id, data_through: store.info.data_through },
      query: { q: query.q, agency: query.agency },
      hits: await suggest(store, query, kind),
    }),
    suggestRequest.ownParams({ kind }).join(),
  );
});
