import { isDescribed, kindNames, sentenceOf, titleOf } from "@/components/changes/sentence";
import { requireSnapshot } from "@/lib/http/answer";
import { atom, type FeedEntry, feedId, feedTypes, jsonFeed } from "@/lib/http/feed";
import { originOf, originVary } from "@/lib/http/origin";
import { Problem, readRequest } from "@/lib/http/problem";
import { cacheHeaders, entityTag, notModified, route } from "@/lib/http/route";
import { contractPage } from "@/lib/query/pages";
import { selectionOf } from "@/lib/query/query";
import { selectionName } from "@/lib/query/query-text";
import { changesRequest } from "@/lib/query/requests";
import { changeTotals, listChanges } from "@/lib/store/changes";
import { labels } from "@/lib/store/facets";
import { openStore } from "@/lib/store/open";

/** The most entries of a feed, newest first; `page` has older ones. */
const maxEntries = 200;

/** Changes between snapshots as Atom (`/changes.atom`) or JSON Feed (`/changes.json`). */
export const GET = route(async ({ request, params }) => {
  const read = readRequest(changesRequest, params);
  const [, format = ""] = /\.(atom|json)$/i.exec(new URL(request.url).pathname) ?? [];
  const type = format.toLowerCase() as keyof typeof feedTypes;
  if (!Object.hasOwn(feedTypes, type))
    throw new Problem(404, "No such feed", "The feeds are `/changes.atom` and `/changes.json`.");
  const requested = { ...read, query: { ...read.query, size: maxEntries } };
  const store = await openStore(requested.query.snapshot);
  requireSnapshot(store.info, requested.query);
  const origin = originOf(request.headers);
  const address = (path: "/changes" | "/changes.atom" | "/changes.json") =>
    `${origin}${changesRequest.href(path, { ...read, query: selectionOf(read.query) })}`;
  const tag = entityTag(store.info.id, `${address(`/changes.${type}`)} ${requested.query.page}`);
  const known = notModified(request, tag);
  if (known) return known;

  const { page } = requested.query;
  const [changes, { entries }] = await Promise.all([
    listChanges(store, requested),
    changeTotals(store, requested),
  ]);
  const self = address(`/changes.${type}`);
  const feed = {
    id: feedId(changesRequest.href("/changes", { ...read, query: selectionOf(read.query) })),
    title: [
      `Changes in the contract records of ${selectionName(requested.query, await labels(store, requested.query))}`,
      ...requested.kind.map((kind) => kindNames[kind].many),
    ].join(", "),
    description:
      "Contract actions that are new, changed, late or no longer in the records, snapshot by snapshot.",
    page: address("/changes"),
    self,
    updated: store.info.built,
    next: entries > page * maxEntries ? `${self}${self.includes("?") ? "&" : "?"}page=${page + 1}` : null,
    entries: changes.map(
      (change): FeedEntry => ({
        id: `urn:uuid:${change.id}`,
        title: titleOf(change),
        text: isDescribed(change)
          ? `${sentenceOf(change)} Description as recorded: “${change.description}”`
          : sentenceOf(change),
        link:
          change.contract === null
            ? `${address("/changes")}#${change.id}`
            : `${origin}${contractPage(change.contract, requested.query)}`,
        time: change.published,
        kind: change.kind,
      }),
    ),
  };
  return new Response(type === "atom" ? atom(feed) : jsonFeed(feed), {
    headers: { ...cacheHeaders(tag), vary: originVary, "content-type": feedTypes[type] },
  });
});
