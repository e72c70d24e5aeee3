import { endpoint } from "@/lib/http/endpoint";
import { suggest } from "@/lib/search/suggest";

/** What a search box suggests while a user types. */
export const GET = endpoint(
  "/api/suggest",
  ({ requested: { query, kind }, store, json }) =>
    json(async () => ({
      snapshot: { id: store.info.id, data_through: store.info.data_through },
      query: { q: query.q, agency: query.agency },
      hits: await suggest(store, query, kind),
    })),
  {
    check: ({ query }) =>
      query.q ? [] : [{ name: "q", detail: "must be given: the beginning of a name or a number" }],
  },
);
