import { isDescribed, kindNames, sentenceOf, titleOf } from "@/components/changes/sentence";
import { endpoint } from "@/lib/http/endpoint";
import { answerFeed } from "@/lib/http/feed-answer";
import { contractPage } from "@/lib/query/pages";
import { selectionOf } from "@/lib/query/query";
import { selectionName } from "@/lib/query/query-text";
import { changesRequest } from "@/lib/query/requests";
import { changeTotals, listChanges } from "@/lib/store/changes";
import { labels } from "@/lib/store/facets";

/** The most entries of a feed, newest first; `page` has older ones. */
const maxEntries = 200;

/** Changes between snapshots as Atom (`/changes.atom`) or JSON Feed (`/changes.json`). */
export const GET = endpoint("/api/changes/feed", async (call) => {
  const { query, store, origin } = call;
  const requested = { ...call.requested, query: { ...query, size: maxEntries } };
  const write = (path: "/changes" | "/changes.atom" | "/changes.json") =>
    changesRequest.href(path, { ...requested, query: selectionOf(query) });
  const [names, { entries }] = await Promise.all([labels(store, query), changeTotals(store, requested)]);
  return answerFeed(call, {
    named: write("/changes"),
    path: "/changes",
    write,
    page: write("/changes"),
    title: [
      `Changes in the contract records of ${selectionName(query, names)}`,
      ...requested.kind.map((kind) => kindNames[kind].many),
    ].join(", "),
    description:
      "Contract actions that are new, changed, late or no longer in the records, snapshot by snapshot.",
    next: entries > query.page * maxEntries ? query.page + 1 : null,
    entries: async () =>
      (await listChanges(store, requested)).map((change) => ({
        id: `urn:uuid:${change.id}`,
        title: titleOf(change),
        text: isDescribed(change)
          ? `${sentenceOf(change)} Description as recorded: “${change.description}”`
          : sentenceOf(change),
        link:
          change.contract === null
            ? `${origin}${write("/changes")}#${change.id}`
            : `${origin}${contractPage(change.contract, query)}`,
        time: change.published,
        kind: change.kind,
      })),
  });
});
