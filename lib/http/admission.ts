import PQueue from "p-queue";

import { formatCount } from "@/lib/contracts/money";
import { handlerOf } from "@/lib/endpoints";
import { Problem } from "@/lib/http/problem";
import { longestQuery } from "@/lib/query/parse";
import { searchTerms } from "@/lib/query/search-terms";
import type { Client } from "@/lib/store/client";

interface Lane {
  /** The most requests that run at the same time. */
  maxActive: number;
  /** The most requests that wait for one of these to finish. */
  maxQueued: number;
  /** How long a request waits, in milliseconds. */
  timeoutMs: number;
}

/** Each running request holds a few megabytes. A heavy one holds more and uses a CPU core for up to a second. */
const normal: Lane = { maxActive: 8, maxQueued: 200, timeoutMs: 10_000 };
const heavy: Lane = { maxActive: 1, maxQueued: 20, timeoutMs: 10_000 };

/** A search with more excluded words is heavy: each is searched in every text. */
const maxExcluded = 4;

/** The lane of a request; `null` for health checks, and for exports, which have a limit of their own. */
export function laneOf(path: string, params: URLSearchParams): "normal" | "heavy" | null {
  const handler = handlerOf(path);
  if (handler === "/api/health" || handler === "/api/export") return null;
  const excluded = searchTerms(params.get("q") ?? "").filter((term) => term.excluded);
  const isHeavy =
    handler.endsWith("/image") ||
    params.getAll("by").length > 1 ||
    Number(params.get("size")) > 100 ||
    excluded.length > maxExcluded;
  return isHeavy ? "heavy" : "normal";
}

/** The queue is full, or the request timed out in it. */
export class Busy extends Error {}

/** Limits how many requests run at the same time. */
export function admission(lanes: { normal: Lane; heavy: Lane } = { normal, heavy }) {
  const queues = {
    normal: new PQueue({ concurrency: lanes.normal.maxActive }),
    heavy: new PQueue({ concurrency: lanes.heavy.maxActive }),
  };
  /**
   * Waits for a slot and holds it until the response is sent or the client disconnects.
   * @throws {Busy} when there is no slot, and the reason of `client.left` when the client disconnects first.
   */
  return async function admit(client: Client, name: "normal" | "heavy"): Promise<void> {
    const queue = queues[name];
    const { maxQueued, timeoutMs } = lanes[name];
    if (queue.size >= maxQueued) throw new Busy();
    const timeout = new AbortController();
    const timer = setTimeout(() => timeout.abort(new Busy()), timeoutMs);
    client.isHeavy = name === "heavy";
    await new Promise<void>((resolve, reject) => {
      const hold = () => {
        clearTimeout(timer);
        resolve();
        return client.done;
      };
      queue.add(hold, { signal: AbortSignal.any([timeout.signal, client.left]) }).catch((reason) => {
        clearTimeout(timer);
        reject(reason);
      });
    });
  };
}

/** A request that is refused before a page or an endpoint handles it. */
export interface Refusal {
  status: number;
  title: string;
  detail: string;
  /** Seconds after which to try again. */
  retryAfter?: number;
}

export const busy: Refusal = {
  status: 503,
  title: "The site is busy",
  detail: "It is handling as many requests as it can. Please try again in a few seconds.",
  retryAfter: 5,
};

export const tooLong: Refusal = {
  status: 414,
  title: "This address is too long",
  detail: `Its parameters, after the question mark, may have at most ${formatCount(longestQuery)} characters.`,
};

/** The problem document of a refusal. */
export function refusalProblem({ status, title, detail, retryAfter }: Refusal): Response {
  const response = new Problem(status, title, detail).toResponse();
  if (retryAfter) response.headers.set("retry-after", String(retryAfter));
  return response;
}

/** The page of a refusal. */
export function refusalPage({ status, title, detail, retryAfter }: Refusal): Response {
  const again = retryAfter ? "" : '<p><a href="?">Open it without its parameters</a></p>';
  const body = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><meta name="robots" content="noindex"><title>${title}</title></head>
<body><main><h1>${title}</h1><p>${detail}</p>${again}</main></body></html>
`;
  return new Response(body, {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "content-security-policy": "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
      "x-content-type-options": "nosniff",
      ...(retryAfter && { "retry-after": String(retryAfter) }),
    },
  });
}
