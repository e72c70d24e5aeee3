import { type NextRequest, NextResponse } from "next/server";

import { otherMethod } from "@/lib/http/route";
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

const endpointPath = /^\/(?:api(?:\/|$)|contracts\.(?:csv|json)$)/i; // Next finds endpoints in capitals too

/**
 * Refuses what is not a request to read, and gives every page a content security policy with a nonce of its own; Next
 * puts the nonce on its scripts.
 */
export async function proxy(request: NextRequest) {
  const refused = otherMethod(request.method);
  if (refused) return refused;
  if (endpointPath.test(request.nextUrl.pathname)) return NextResponse.next(); // data need no nonce

  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const csp = policy(nonce);
  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", csp);
  const response = (await namesNothing(request.nextUrl.pathname))
    ? NextResponse.rewrite(new URL("/nothing/here", request.url), { request: { headers } }) // no route: answers 404
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
