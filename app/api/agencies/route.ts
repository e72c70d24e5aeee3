import { answer } from "@/lib/http/answer";
import { aboutSnapshot, inDollars } from "@/lib/http/json";
import { requireQuery } from "@/lib/http/problem";
import { route } from "@/lib/http/route";
import { agencyTotals, type NamedTotals } from "@/lib/store/agencies";
import { totals } from "@/lib/store/contracts";
import { openStore } from "@/lib/store/open";

/**
 * The agencies and their offices in a selection. Every filter counts but `agency`: as a facet does, the list leaves
 * its own filter out, so that ICE stands beside CBP; `query` in the answer names the agencies that were counted.
 */
export const GET = route(async ({ request, params }) => {
  const asked = requireQuery(params);
  const store = await openStore(asked.snapshot);
  return answer(request, store.info, asked, async () => {
    const { query, rows } = await agencyTotals(store, asked);
    return {
      snapshot: aboutSnapshot(store.info, query),
      query,
      totals: inDollars(await totals(store, query)),
      rows: rows.map((row) => ({ ...told(row), offices: row.offices.map(told) })),
    };
  });
});

const told = ({ code, name, totals: sum }: NamedTotals) => ({ code, name, totals: inDollars(sum) });
