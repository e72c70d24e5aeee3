import { createHash } from "node:crypto";

import { buildTag } from "@/lib/env";
import { openHeaders, Problem } from "@/lib/http/problem";

/** A request to a data endpoint. */
interface EndpointRequest {
  request: Request;
  params: URLSearchParams;
  /** The variable part of the path; empty if the route has none. */
  key: string;
}

/**
 * A GET handler that turns every failure into a problem document: a {@link Problem} as it is, an unknown error into a 500 with a
 * reference that the server's log repeats.
 */
export function route(handle: (request: EndpointRequest) => Promise<Response>) {
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
        const detail = "This request takes too long. Try fewer years, one agency or fewer words.";
        return new Problem(503, "The request takes too long", detail).toResponse();
      }
      const reference = crypto.randomUUID();
      console.error(`[${reference}] ${request.method} ${url.pathname}`, error);
      return new Problem(
        500,
        "Something went wrong on our end",
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

/** The headers of a response that caches may store. */
const cacheHeaders = (tag: string) => ({
  ...openHeaders,
  etag: tag,
  "cache-control": "public, max-age=60, stale-while-revalidate=600",
});

/** The 304 for a client that has the response already, else `null`. Weak and strong tags compare equal. */
export function notModified(request: Request, tag: string): Response | null {
  const known = request.headers.get("if-none-match")?.trim() ?? "";
  const tags: readonly string[] = known.match(/"[^"]*"/g) ?? [];
  return known === "*" || tags.includes(tag.replace(/^W\//, ""))
    ? new Response(null, { status: 304, headers: cacheHeaders(tag) })
    : null;
}

/**
 * A response that clients may keep, with an entity tag of the snapshot and of the text `about` it; 304 if the client has it
 * already, for which `make` does not run.
 */
export async function tagged(
  request: Request,
  snapshot: string,
  about: string,
  headers: Record<string, string>,
  make: () => BodyInit | null | Promise<BodyInit | null>,
): Promise<Response> {
  const tag = entityTag(snapshot, about);
  return (
    notModified(request, tag) ?? new Response(await make(), { headers: { ...cacheHeaders(tag), ...headers } })
  );
}

/** The request header that tells the 404 page the requested path. */
export const requestedPathHeader = "x-requested-path";

const methods = "GET, HEAD, OPTIONS";

/** The response to OPTIONS, and 405 for methods that would change something. `null` for GET and HEAD. */
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
    "This address is read-only. Use GET or HEAD.",
  ).toResponse();
  refusal.headers.set("allow", methods);
  return refusal;
}
