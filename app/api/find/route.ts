import { endpoint } from "@/lib/http/endpoint";
import { aboutSnapshot } from "@/lib/http/json";
import { unreadable } from "@/lib/http/problem";
import type { FigureMatch } from "@/lib/query/find";
import { find, nameCompany } from "@/lib/store/find";

/** The actions and the sums over windows of time that a published figure can mean. */
export const GET = endpoint("/api/find", async ({ requested, query, store, json }) => {
  const { text: typed, figure: written } = requested.amount;
  if (!written) throw unreadable([{ name: "amount", detail: "is missing: give a figure such as 29.8M" }]);
  const named = await nameCompany(store, requested.company);
  if ("choices" in named && named.choices.length > 0) {
    const slugs = named.choices.map(({ slug }) => slug).join(", ");
    const others = named.found > named.choices.length ? " and others" : "";
    throw unreadable([
      { name: "company", detail: `matches several companies; use one of ${slugs}${others}` },
    ]);
  }
  return json(async () => {
    const { hits, more } =
      "choices" in named ? { hits: [], more: {} } : await find(store, written, requested, named.company);
    const { text, nearness, value, from, below, step } = written;
    return {
      snapshot: aboutSnapshot(store.info, query),
      query: {
        amount: typed,
        company: "choices" in named ? requested.company : (named.company?.slug ?? null),
        month: requested.month,
        from: query.from,
        to: query.to,
        agency: query.agency,
        grouped: query.grouped,
      },
      read: { text, nearness, value, from, below, step },
      hits: hits.map(asHit),
      more,
    };
  });
});

function asHit({
  kind,
  measure,
  match,
  subject,
  window,
  steps,
  figure,
  company,
  recipient,
  contract,
  action,
  records,
}: FigureMatch) {
  const { label, ...days } = window;
  return {
    kind,
    measure,
    match,
    label: `${subject}, ${label}`,
    window: days,
    figure,
    steps,
    company,
    recipient,
    contract,
    action,
    records,
  };
}
