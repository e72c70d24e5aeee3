import { createHash } from "node:crypto";

import { buildTag } from "@/lib/env";
import { openHeaders, Problem } from "@/lib/http/problem";

/** What a handler of a data endpoint is given. */
export interface Asked {
  request: Request;
  params: URLSearchParams;
  /** The last, variable part of the path, where the route has one. */
  key: string;
}

/**
 * A GET handler in which every failure becomes a problem document: a {@link Problem} as it says, anything
 * else a 500 with a reference that stands in the server's log.
 */
export function route(handle: (asked: Asked) => Promise<Response>) {
  return async (
    request: Request,
    context: { params: Promise<Record<string, string | string[] | undefined> | undefined> },
  ) => {
    const url = new URL(request.url);
    const path = await context.params;
    try {
      return await handle({
        request,
        params: url.searchParams,
        key: Object.values(path ?? {})
          .flat()
          .join("/"),
      });
    } catch (error) {
      if (error instanceof Problem) return error.toResponse();
      const hasLeft = request.signal.aborted || (error instanceof Error && error.name === "AbortError");
      if (hasLeft) return new Response(null, { status: 499 }); // the client disconnected
      if (error instanceof Error && error.name === "NoSnapshot") {
        return new Problem(503, "There are no records yet", error.message).toResponse();
      }
      if (error instanceof Error && error.name === "TooManyExports") {
        const busy = new Problem(
          503,
          "Too many downloads at once",
          "Please try again in a minute.",
        ).toResponse();
        busy.headers.set("retry-after", "60");
        return busy;
      }
      if (error instanceof Error && error.name === "TooSlow") {
        const detail = "This question takes too long. Ask for fewer years, one agency or fewer words.";
        return new Problem(503, "The answer takes too long", detail).toResponse();
      }
      const reference = crypto.randomUUID();
      console.error(`[${reference}] ${request.method} ${url.pathname}`, error);
      return new Problem(
        500,
        "Something went wrong on our side",
        `The server's log has it under ${reference}.`,
      ).toResponse();
    }
  };
}

/** Names one response by the snapshot, the build and the request. */
export function entityTag(snapshot: string, request: string): string {
  const hash = createHash("sha256").update(request).digest("base64url").slice(0, 16);
  return `W/"${snapshot}-${buildTag}-${hash}"`;
}

/** The headers of an answer that may be kept and asked for again. */
export const cacheHeaders = (tag: string) => ({
  ...openHeaders,
  etag: tag,
  "cache-control": "public, max-age=60, stale-while-revalidate=600",
});

/** The 304 for a client that already has the answer, or `null`. Whether a tag is weak makes no difference here. */
export function notModified(request: Request, tag: string): Response | null {
  const known = request.headers.get("if-none-match")?.trim() ?? "";
  const tags: readonly string[] = known.match(/"[^"]*"/g) ?? [];
  return known === "*" || tags.includes(tag.replace(/^W\//, ""))
    ? new Response(null, { status: 304, headers: cacheHeaders(tag) })
    : null;
}

/** The header by which the page for addresses without a page learns what was asked for. */
export const lookedFor = "x-looked-for";

const methods = "GET, HEAD, OPTIONS";

/**
 * The answer to a request that is no question for records: what may be asked, for OPTIONS, and a refusal for all that
 * would change something. `null` for GET and HEAD.
 */
export function otherMethod(method: string): Response | null {
  if (method === "GET" || method === "HEAD") return null;
  if (method === "OPTIONS") {
    return new Response(null, {
      status: 204,
      headers: {
        ...openHeaders,
        allow: methods,
        "access-control-allow-methods": methods,
        "access-control-allow-headers": "*",
      },
    });
  }
  const refusal = new Problem(
    405,
    "Method not allowed",
    "What is here can only be read: use GET or HEAD.",
  ).toResponse();
  refusal.headers.set("allow", methods);
  return refusal;
}
