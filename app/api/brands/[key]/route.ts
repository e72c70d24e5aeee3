import { endpoint } from "@/lib/http/endpoint";
import { aboutQuery } from "@/lib/http/json";
import { Problem } from "@/lib/http/problem";
import { findBrand, namedIn } from "@/lib/store/brands";

/** One brand: its rule, and the selected actions whose description names it. The path names the brand, so the query must not. */
export const GET = endpoint("/api/brands/{slug}", async ({ query: requested, store, key, json }) => {
  const brand = await findBrand(store, key.toLowerCase());
  if (!brand) throw new Problem(404, "No such brand", "This snapshot has no brand with that slug.");
  return json(async () => {
    const { rule, ...named } = brand;
    const { query, totals, left_out, by_recipient } = await namedIn(store, requested, [brand.slug]);
    return {
      ...aboutQuery(store.info, query),
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
