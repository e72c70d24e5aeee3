import { sentenceOf } from "@/components/changes/sentence";
import { answer } from "@/lib/http/answer";
import { aboutSnapshot } from "@/lib/http/json";
import { readRequest } from "@/lib/http/problem";
import { route } from "@/lib/http/route";
import { changesRequest } from "@/lib/query/requests";
import { changesSince, changeTotals, listChanges } from "@/lib/store/changes";
import { openStore } from "@/lib/store/open";

/** One page of changes between snapshots, newest first, with their totals. */
export const GET = route(async ({ request, params }) => {
  const requested = readRequest(changesRequest, params);
  const { query } = requested;
  const store = await openStore(query.snapshot);
  return answer(
    "/api/changes",
    request,
    store.info,
    query,
    async () => {
      const [rows, totals, { since }] = await Promise.all([
        listChanges(store, requested),
        changeTotals(store, requested),
        changesSince(store),
      ]);
      const { page: number, size } = query;
      return {
        snapshot: aboutSnapshot(store.info, query),
        query: {
          ...query,
          kind: requested.kind,
          since: requested.since,
          until: requested.until,
          administrative: requested.administrative,
        },
        changes_since: since,
        totals,
        page: { number, size, rows: totals.entries, pages: Math.ceil(totals.entries / size) },
        rows: rows.map((row) => ({ ...row, sentence: sentenceOf(row) })),
      };
    },
    new URLSearchParams(changesRequest.ownParams(requested)).toString(),
  );
});
