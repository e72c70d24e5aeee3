import { sentenceOf } from "@/components/changes/sentence";
import type { Change } from "@/lib/contracts/changes";
import { toDollars } from "@/lib/contracts/money";
import { answer } from "@/lib/http/answer";
import { aboutSnapshot } from "@/lib/http/json";
import { readRequest } from "@/lib/http/problem";
import { route } from "@/lib/http/route";
import { changesRequest } from "@/lib/query/requests";
import { changesSince, changeTotals, listChanges } from "@/lib/store/changes";
import { openStore } from "@/lib/store/open";

const inDollars = (cents: number | null) => (cents === null ? null : Number(toDollars(cents)));

/** One page of changes between snapshots, newest first, with their totals. */
export const GET = route(async ({ request, params }) => {
  const requested = readRequest(changesRequest, params);
  const { query } = requested;
  const store = await openStore(query.snapshot);
  return answer(
    request,
    store.info,
    query,
    async () => {
      const [rows, totals, { since }] = await Promise.all([
        listChanges(store, requested),
        changeTotals(store, requested),
        changesSince(store),
      ]);
      const { number, size } = { number: query.page, size: query.size };
      return {
        snapshot: aboutSnapshot(store.info, query),
        query: {
          ...query,
          kind: requested.kind,
          since: requested.since,
          administrative: requested.administrative,
        },
        changes_since: since,
        totals: {
          ...totals,
          net: inDollars(totals.net),
          added: inDollars(totals.added),
          taken_back: inDollars(totals.taken_back),
        },
        page: { number, size, rows: totals.entries, pages: Math.ceil(totals.entries / size) },
        rows: rows.map(toJson),
      };
    },
    new URLSearchParams(changesRequest.ownParams(requested)).toString(),
  );
});

const toJson = (change: Change) => ({
  ...change,
  amount: inDollars(change.amount),
  amount_before: inDollars(change.amount_before),
  sentence: sentenceOf(change),
});
