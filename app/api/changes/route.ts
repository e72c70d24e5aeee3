import { sentenceOf } from "@/components/changes/sentence";
import { endpoint } from "@/lib/http/endpoint";
import { aboutSnapshot, pageOf } from "@/lib/http/json";
import { changesSince, changeTotals, listChanges } from "@/lib/store/changes";

/** One page of changes between snapshots, newest first, with their totals. */
export const GET = endpoint("/api/changes", ({ requested, store, json }) =>
  json(async () => {
    const { query, ...choice } = requested;
    const [rows, totals, { since }] = await Promise.all([
      listChanges(store, requested),
      changeTotals(store, requested),
      changesSince(store),
    ]);
    return {
      snapshot: aboutSnapshot(store.info, query),
      query: { ...query, ...choice },
      changes_since: since,
      totals,
      page: pageOf(query, totals.entries),
      rows: rows.map((row) => ({ ...row, sentence: sentenceOf(row) })),
    };
  }),
);
