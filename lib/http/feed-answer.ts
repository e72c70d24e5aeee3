import type { EndpointCall } from "@/lib/http/endpoint";
import { atom, type FeedEntry, feedId, feedTypes, jsonFeed } from "@/lib/http/feed";
import { Problem } from "@/lib/http/problem";

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

/** A feed in the format of the requested extension. */
export async function answerFeed<Path extends string>(
  {
    request,
    info,
    origin,
    respond,
  }: Pick<EndpointCall<never, never>, "request" | "info" | "origin" | "respond">,
  { named, path, write, next, entries, page, ...about }: FeedParts<Path>,
): Promise<Response> {
  const [, format = ""] = /\.(atom|json)$/i.exec(new URL(request.url).pathname) ?? [];
  const type = format.toLowerCase() as keyof typeof feedTypes;
  if (!Object.hasOwn(feedTypes, type))
    throw new Problem(404, "No such feed", `The feeds are \`${path}.atom\` and \`${path}.json\`.`);
  const self = `${origin}${write(`${path}.${type}`)}`;
  return respond(
    { "content-type": feedTypes[type] },
    async () => {
      const feed = {
        ...about,
        id: feedId(named),
        page: `${origin}${page}`,
        self,
        updated: info.built,
        next: next === null ? null : `${self}${self.includes("?") ? "&" : "?"}page=${next}`,
        entries: await entries(),
      };
      return type === "atom" ? atom(feed) : jsonFeed(feed);
    },
    { isAbsolute: true },
  );
}
