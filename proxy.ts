import { type NextRequest, NextResponse } from "next/server";

import { unreadable } from "@/lib/http/problem";
import { otherMethod } from "@/lib/http/route";
import { parseQuery } from "@/lib/query/parse";
import { findContract } from "@/lib/store/contract";
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

const contractPath = /^\/contracts\/([^/]+)$/;

/**
 * Whether an address is undecodable or names a contract that is not in the records. Asked here and not in the page,
 * because what Next sends when a page finds out itself is empty without scripts.
 */
async function namesNothing(path: string): Promise<boolean> {
  try {
    decodeURIComponent(path);
  } catch {
    return true;
  }
  const key = contractPath.exec(path)?.[1];
  if (key === undefined) return false;
  try {
    return (await findContract(await openStore(), decodeURIComponent(key))) === null;
  } catch {
    return false; // the page itself says what is wrong with the records
  }
}

/** The name of a parameter that Next drops on the way to pages and handlers, so that none of them could refuse it. */
const dropped = "__proto__";

/** What is wrong with an address whose parameter of that name no handler is told of. */
function refuseDropped(params: URLSearchParams): Response | null {
  const problems = parseQuery(params).problems.filter(({ name }) => name === dropped);
  return problems.length === 0 ? null : unreadable(problems).toResponse();
}

/** The address for a page, which is told of that parameter by a name with a space after it. */
function withDropped(address: string): URL | null {
  const url = new URL(address);
  const values = url.searchParams.getAll(dropped);
  if (values.length === 0) return null;
  url.searchParams.delete(dropped);
  for (const value of values) url.searchParams.append(`${dropped} `, value);
  return url;
}

/** Whether the answer is data: an endpoint, or a list under its name as a file, which capitals name too. */
const isData = (path: string) => /^\/api(?:\/|$)/.test(path) || /^\/contracts\.(?:csv|json)$/i.test(path);

/**
 * Refuses what is not a request to read, and gives every page a content security policy with a nonce of its own; Next
 * puts the nonce on its scripts.
 */
export async function proxy(request: NextRequest) {
  const refused = otherMethod(request.method);
  if (refused) return refused;
  if (isData(request.nextUrl.pathname)) {
    return refuseDropped(new URL(request.url).searchParams) ?? NextResponse.next(); // data need no nonce
  }

  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const csp = policy(nonce);
  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", csp);
  const isNothing = await namesNothing(request.nextUrl.pathname);
  const other = isNothing ? new URL("/nothing/here", request.url) : withDropped(request.url); // no route: answers 404
  const response = other
    ? NextResponse.rewrite(other, { request: { headers } })
    : NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", csp);
  response.headers.set("Referrer-Policy", "strict-origin-when-cross-origin");
  response.headers.set("X-Content-Type-Options", "nosniff");
  return response;
}

export const config = {
  // All but files of the build. An address that only looks like a file is answered by a page.
  matcher: ["/((?!_next/|icon\\.svg$).*)"],
};
