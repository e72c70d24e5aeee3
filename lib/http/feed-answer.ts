import type { SnapshotInfo } from "@/lib/contracts/snapshots";
import { requireSnapshot } from "@/lib/http/answer";
import { atom, type FeedEntry, feedId, feedTypes, jsonFeed } from "@/lib/http/feed";
import { originOf, originVary } from "@/lib/http/origin";
import { Problem } from "@/lib/http/problem";
import { cacheHeaders, entityTag, notModified } from "@/lib/http/route";
import type { Query } from "@/lib/query/query";

interface FeedParts<Path extends string> {
  /** What its ID is made of: its address, or that of its page. */
  named: string;
  /** The path of the feed without its extension, and how its address and that of its page are written. */
  path: Path;
  write: (path: `${Path}.${"atom" | "json"}`) => string;
  page: string;
  title: string;
  description: string;
  /** The page with older entries; `null` if there are none. */
  next: number | null;
  entries: () => Promise<FeedEntry[]>;
}

/** A feed in the format of the requested extension, or 304 if the client has it already. */
export async function answerFeed<Path extends string>(
  request: Request,
  info: SnapshotInfo,
  query: Query,
  { named, path, write, next, entries, page, ...about }: FeedParts<Path>,
): Promise<Response> {
  const [, format = ""] = /\.(atom|json)$/i.exec(new URL(request.url).pathname) ?? [];
  const type = format.toLowerCase() as keyof typeof feedTypes;
  if (!Object.hasOwn(feedTypes, type))
    throw new Problem(404, "No such feed", `The feeds are \`${path}.atom\` and \`${path}.json\`.`);
  requireSnapshot(info, query);
  const origin = originOf(request.headers);
  const self = `${origin}${write(`${path}.${type}`)}`;
  const tag = entityTag(info.id, `${self} ${query.page}`);
  const known = notModified(request, tag);
  if (known) return known;
  const feed = {
    ...about,
    id: feedId(named),
    page: `${origin}${page}`,
    self,
    updated: info.built,
    next: next === null ? null : `${self}${self.includes("?") ? "&" : "?"}page=${next}`,
    entries: await entries(),
  };
  return new Response(type === "atom" ? atom(feed) : jsonFeed(feed), {
    headers: { ...cacheHeaders(tag), vary: originVary, "content-type": feedTypes[type] },
  });
}
