import list from "./endpoints.json";

/** An address that responds with data. */
export interface Endpoint {
  /** The path as documents write it, with variable parts in braces. */
  path: string;
  /** Paths with the same data in another format. */
  also?: readonly string[];
  /** The path of the route handler below `app`; default `path`. */
  handler?: string;
  /** The values of `format`, the default first; default JSON, or the extension. */
  formats?: readonly string[];
  /** An address to try. */
  example: string;
  /** What it responds with, for the table on /data and the OpenAPI document; `{kinds}` stands for the kinds of actions. */
  answer: string;
  /** Whether crawlers should stay away: whole exports, and groups of every filter. */
  isEndless?: boolean;
}

/**
 * Every data endpoint, from `endpoints.json`. Rewrites, the proxy, robots.txt, the table on /data and the OpenAPI document are made
 * from this list; `lib/endpoints.test.ts` compares it with the route handlers. It is JSON because next.config.ts
 * cannot import TypeScript.
 */
export const endpoints: readonly Endpoint[] = list;

const pathsOf = ({ path, also = [] }: Endpoint) => [path, ...also];

/** The paths that robots.txt disallows. */
export const endlessPaths = endpoints.filter(({ isEndless }) => isEndless).flatMap(pathsOf);

const handlers = new Map(
  endpoints.flatMap((endpoint) =>
    pathsOf(endpoint).map((path) => [path, endpoint.handler ?? endpoint.path] as const),
  ),
);

/** The path of the handler that responds at a path. Next matches paths in any case. */
export function handlerOf(path: string): string {
  const plain = path.toLowerCase();
  return handlers.get(plain) ?? plain;
}

/** Files for search engines. */
const crawlerFile = /^\/(?:robots\.txt|sitemap\.xml|sitemaps\/.*)$/;

/** Whether a path responds with data or files instead of a page. */
export const isEndpoint = (path: string): boolean =>
  /^\/api(?:\/|$)/.test(handlerOf(path)) || crawlerFile.test(path.toLowerCase());
