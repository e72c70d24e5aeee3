import { answer, requireSnapshot } from "@/lib/http/answer";
import { aboutSnapshot } from "@/lib/http/json";
import { Problem, readRequest } from "@/lib/http/problem";
import { route } from "@/lib/http/route";
import { brandApiRequest } from "@/lib/query/requests";
import { findBrand, namedIn } from "@/lib/store/brands";
import { openStore } from "@/lib/store/open";

/** One brand: its rule, and the selected actions whose description names it. The path names the brand, so the query must not. */
export const GET = route(async ({ request, params, key }) => {
  const { query: requested } = readRequest(brandApiRequest, params);
  const store = await openStore(requested.snapshot);
  requireSnapshot(store.info, requested);
  const brand = await findBrand(store, key.toLowerCase());
  if (!brand) throw new Problem(404, "No such brand", "This snapshot has no brand with that slug.");
  return answer("/api/brands/{slug}", request, store.info, requested, async () => {
    const { rule, ...named } = brand;
    const { query, totals, left_out, by_recipient } = await namedIn(store, requested, [brand.slug]);
    return {
      snapshot: aboutSnapshot(store.info, query),
      query,
      brand: {
        ...named,
        pattern: rule.pattern,
        context: rule.context,
        exclude: rule.exclude,
        examples: { true: rule.true, false: rule.false },
        reviewed: rule.reviewed,
        note: rule.note || null,
      },
      totals,
      left_out: left_out.totals,
      by_recipient,
    };
  });
});
