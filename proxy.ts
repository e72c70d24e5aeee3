import { type NextRequest, NextResponse } from "next/server";

import { isEndpoint } from "@/lib/endpoints";
import { admission, Busy, busy, laneOf, refusalPage, refusalProblem, tooLong } from "@/lib/http/admission";
import { Problem } from "@/lib/http/problem";
import { otherMethod, requestedPathHeader } from "@/lib/http/route";
import { longestQuery, parseQuery } from "@/lib/query/parse";
import { type Addressed, addressed } from "@/lib/store/addresses";
import { currentClient } from "@/lib/store/client";
import { openStore } from "@/lib/store/open";

const isDev = process.env.NODE_ENV === "development";

function policy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDev ? " 'unsafe-eval'" : ""}`,
    isDev ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/**
 * Whether there is a page at a path. Looked up here and not in the page, because the 404 that Next streams when a page finds out
 * itself is empty without scripts.
 */
async function lookUp(path: string, params: URLSearchParams): Promise<Addressed> {
  if (!isDecodable(path)) return "unknown";
  try {
    return await addressed(await openStore(parseQuery(params).query.snapshot), path);
  } catch {
    return "known"; // the page reports what is wrong with the records
  }
}

const undecodable = new Problem(
  400,
  "The address cannot be read",
  "Its path has a % that no two hexadecimal digits of UTF-8 text follow; write % itself as %25.",
);

/** A path without a route: a request that is rewritten to it gets the 404 page. */
const missingRoute = "/nothing";

const admit = admission();

/** Waits for a slot. The response if the request is too long or there is no slot, else `null`. */
async function refusal({ pathname, search, searchParams }: URL): Promise<Response | null> {
  const refuse = isEndpoint(pathname) ? refusalProblem : refusalPage;
  if (search.length > longestQuery) return refuse(tooLong);
  const client = currentClient();
  const lane = laneOf(pathname, searchParams);
  if (!client || !lane) return null;
  try {
    await admit(client, lane);
    return null;
  } catch (error) {
    if (error instanceof Busy) return refuse(busy);
    return new Response(null, { status: 499 }); // the client disconnected
  }
}

/**
 * Refuses writing methods and requests beyond the limits, and gives every page a content security policy with its own nonce,
 * which Next puts on its scripts.
 */
export async function proxy(request: NextRequest) {
  const refused = otherMethod(request.method);
  if (refused) return refused;
  const refusedForLoad = await refusal(request.nextUrl);
  if (refusedForLoad) return refusedForLoad;
  if (isEndpoint(request.nextUrl.pathname)) {
    if (!isDecodable(request.nextUrl.pathname)) return undecodable.toResponse(); // Next would respond 500
    return NextResponse.next(); // data needs no nonce
  }

  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const csp = policy(nonce);
  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", csp);
  headers.delete(requestedPathHeader);
  const { pathname, search, searchParams } = request.nextUrl;
  // Next may call this function again for the rewritten path.
  const isRewritten = pathname.startsWith(`${missingRoute}/`);
  const found = isRewritten ? "known" : await lookUp(pathname, searchParams);
  if (typeof found === "object") {
    return NextResponse.redirect(new URL(`${found.movedTo}${search}`, request.url), 308);
  }
  if (isRewritten) headers.set(requestedPathHeader, pathname.slice(missingRoute.length));
  if (found === "unknown") headers.set(requestedPathHeader, pathname);
  const options = { request: { headers } };
  const readable = isDecodable(pathname) ? pathname : `/${encodeURIComponent(pathname)}`; // Next would respond 500
  const response =
    found === "known"
      ? NextResponse.next(options)
      : NextResponse.rewrite(new URL(`${missingRoute}${readable}`, request.url), options);
  response.headers.set("Content-Security-Policy", csp);
  response.headers.set("Referrer-Policy", "strict-origin-when-cross-origin");
  response.headers.set("X-Content-Type-Options", "nosniff");
  return response;
}

export const config = {
  // All but files of the build: a path that only looks like a file has a page.
  matcher: ["/((?!_next/|icon\\.svg$|apple-icon\\.png$|favicon\\.ico$|manifest\\.webmanifest$).*)"],
};
