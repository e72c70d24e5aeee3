import { toDollars } from "@/lib/contracts/money";
import { answer, requireSnapshot } from "@/lib/http/answer";
import { aboutSnapshot } from "@/lib/http/json";
import { refuse, unreadable } from "@/lib/http/problem";
import { route } from "@/lib/http/route";
import { findHref, type Hit, parseFind } from "@/lib/query/find";
import { find, nameCompany } from "@/lib/store/find";
import { openStore } from "@/lib/store/open";

const inDollars = (cents: number) => Number(toDollars(cents));

/** What a written figure can stand for in the records: single actions, and sums over windows of time. */
export const GET = route(async ({ request, params }) => {
  const { request: asked, problems } = parseFind(params);
  refuse(problems);
  const { written, query } = asked;
  if (!written) throw unreadable([{ name: "amount", detail: "is missing: give a figure such as 29.8M" }]);
  const store = await openStore(query.snapshot);
  requireSnapshot(store.info, query);
  const named = await nameCompany(store, asked.company);
  if ("choices" in named && named.choices.length > 0) {
    const slugs = named.choices.map(({ slug }) => slug).join(", ");
    const others = named.found > named.choices.length ? " and others" : "";
    throw unreadable([{ name: "company", detail: `stands for several, so give one of ${slugs}${others}` }]);
  }
  return answer(
    request,
    store.info,
    query,
    async () => {
      const { hits, more } =
        "choices" in named ? { hits: [], more: {} } : await find(store, written, asked, named.company);
      return {
        snapshot: aboutSnapshot(store.info, query),
        query: {
          amount: asked.amount,
          company: "choices" in named ? asked.company : (named.company?.slug ?? null),
          month: asked.month,
          from: query.from,
          to: query.to,
          agency: query.agency,
          grouped: query.grouped,
        },
        read: {
          text: written.text,
          nearness: written.nearness,
          value: inDollars(written.value),
          from: inDollars(written.from),
          below: inDollars(written.below),
          step: inDollars(written.step),
        },
        hits: hits.map(told),
        more,
      };
    },
    findHref(asked),
  );
});

function told({
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
}: Hit) {
  const { label, ...days } = window;
  return {
    kind,
    measure,
    match,
    label: `${subject}, ${label}`,
    window: days,
    figure: inDollars(figure),
    steps: steps.map(({ figure: cents, from, to, records: list }) => ({
      figure: inDollars(cents),
      from,
      to,
      records: list,
    })),
    company,
    recipient,
    contract,
    action,
    records,
  };
}
