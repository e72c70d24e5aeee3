import { type NextRequest, NextResponse } from "next/server";

import { isEndpoint } from "@/lib/endpoints";
import { admission, Busy, busy, laneOf, refusalPage, refusalProblem, tooLong } from "@/lib/http/admission";
import { Problem } from "@/lib/http/problem";
import { lookedFor, otherMethod } from "@/lib/http/route";
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
 * What stands at an address. Asked here and not in the page, because what Next sends when a page finds out itself is
 * empty without scripts.
 */
async function lookUp(path: string, params: URLSearchParams): Promise<Addressed> {
  if (!isDecodable(path)) return "unknown";
  try {
    return await addressed(await openStore(parseQuery(params).query.snapshot), path);
  } catch {
    return "known"; // the page itself says what is wrong with the records
  }
}

const undecodable = new Problem(
  400,
  "The address cannot be read",
  "Its path has a % that no two hexadecimal digits of UTF-8 text follow; write % itself as %25.",
);

/** Where no route is: what is sent there is answered as not found. */
const nowhere = "/nothing";

const admit = admission();

/** Waits until there is room for a request; what is answered where there is none. */
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
    return new Response(null, { status: 499 }); // the client has left
  }
}

/**
 * Refuses what is not a request to read and what there is no room for, and gives every page a content security policy with a nonce of its own; Next
 * puts the nonce on its scripts.
 */
export async function proxy(request: NextRequest) {
  const refused = otherMethod(request.method);
  if (refused) return refused;
  const noRoom = await refusal(request.nextUrl);
  if (noRoom) return noRoom;
  if (isEndpoint(request.nextUrl.pathname)) {
    if (!isDecodable(request.nextUrl.pathname)) return undecodable.toResponse(); // Next would answer 500
    return NextResponse.next(); // data need no nonce
  }

  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const csp = policy(nonce);
  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", csp);
  headers.delete(lookedFor);
  const { pathname, search, searchParams } = request.nextUrl;
  // Next may come back here with an address that it was sent to below.
  const isNowhere = pathname.startsWith(`${nowhere}/`);
  const found = isNowhere ? "known" : await lookUp(pathname, searchParams);
  if (typeof found === "object") {
    return NextResponse.redirect(new URL(`${found.movedTo}${search}`, request.url), 308);
  }
  if (isNowhere) headers.set(lookedFor, pathname.slice(nowhere.length));
  if (found === "unknown") headers.set(lookedFor, pathname);
  const options = { request: { headers } };
  const readable = isDecodable(pathname) ? pathname : `/${encodeURIComponent(pathname)}`; // Next would answer 500
  const response =
    found === "known"
      ? NextResponse.next(options)
      : NextResponse.rewrite(new URL(`${nowhere}${readable}`, request.url), options);
  response.headers.set("Content-Security-Policy", csp);
  response.headers.set("Referrer-Policy", "strict-origin-when-cross-origin");
  response.headers.set("X-Content-Type-Options", "nosniff");
  return response;
}

export const config = {
  // All but files of the build. An address that only looks like a file is answered by a page.
  matcher: ["/((?!_next/|icon\\.svg$|apple-icon\\.png$|favicon\\.ico$|manifest\\.webmanifest$).*)"],
};
