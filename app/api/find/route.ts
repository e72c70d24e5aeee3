import { answer, requireSnapshot } from "@/lib/http/answer";
import { aboutSnapshot } from "@/lib/http/json";
import { readRequest, unreadable } from "@/lib/http/problem";
import { route } from "@/lib/http/route";
import { type FigureMatch, findPage } from "@/lib/query/find";
import { findRequest } from "@/lib/query/requests";
import { find, nameCompany } from "@/lib/store/find";
import { openStore } from "@/lib/store/open";

/** The actions and the sums over windows of time that a published figure can mean. */
export const GET = route(async ({ request, params }) => {
  const requested = readRequest(findRequest, params);
  const { amount, query } = requested;
  const written = amount.figure;
  if (!written) throw unreadable([{ name: "amount", detail: "is missing: give a figure such as 29.8M" }]);
  const store = await openStore(query.snapshot);
  requireSnapshot(store.info, query);
  const named = await nameCompany(store, requested.company);
  if ("choices" in named && named.choices.length > 0) {
    const slugs = named.choices.map(({ slug }) => slug).join(", ");
    const others = named.found > named.choices.length ? " and others" : "";
    throw unreadable([
      { name: "company", detail: `matches several companies; use one of ${slugs}${others}` },
    ]);
  }
  return answer(
    "/api/find",
    request,
    store.info,
    query,
    async () => {
      const { hits, more } =
        "choices" in named ? { hits: [], more: {} } : await find(store, written, requested, named.company);
      return {
        snapshot: aboutSnapshot(store.info, query),
        query: {
          amount: amount.text,
          company: "choices" in named ? requested.company : (named.company?.slug ?? null),
          month: requested.month,
          from: query.from,
          to: query.to,
          agency: query.agency,
          grouped: query.grouped,
        },
        read: {
          text: written.text,
          nearness: written.nearness,
          value: written.value,
          from: written.from,
          below: written.below,
          step: written.step,
        },
        hits: hits.map(asHit),
        more,
      };
    },
    findPage(requested),
  );
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
