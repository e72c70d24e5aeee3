import PQueue from "p-queue";

import { Problem } from "@/lib/http/problem";
import { longestQuery } from "@/lib/query/parse";
import { searchTerms } from "@/lib/query/terms";
import type { Client } from "@/lib/store/client";

interface Lane {
  /** Requests that are answered at once. */
  atOnce: number;
  /** Requests that wait for one of these to end. */
  waiting: number;
  /** How long they wait, in milliseconds. */
  patience: number;
}

/** An answer under way holds some megabytes. Those of the heavy lane hold more, and a processor for up to a second. */
const usual: Lane = { atOnce: 8, waiting: 200, patience: 10_000 };
const heavy: Lane = { atOnce: 1, waiting: 20, patience: 10_000 };

const exportPath = /^\/(?:api\/export|contracts\.(?:csv|json))$/i;
const picturePath = /^\/(?:api\/groups\/image|groups\.(?:png|svg))$/i;

/** Excluded words that a search of the usual lane may have: each is looked for in every text. */
const mostExcluded = 4;

/** Which lane an address is for; `null` for those that do not wait: health, and exports, which have places of their own. */
export function laneOf(path: string, params: URLSearchParams): "usual" | "heavy" | null {
  if (/^\/api\/health$/i.test(path) || exportPath.test(path)) return null;
  const excluded = searchTerms(params.get("q") ?? "").filter((term) => term.excluded);
  const isHeavy =
    picturePath.test(path) ||
    params.getAll("by").length > 1 ||
    Number(params.get("size")) > 100 ||
    excluded.length > mostExcluded;
  return isHeavy ? "heavy" : "usual";
}

/** As many requests wait as the server has room for, or one has waited for too long. */
export class Busy extends Error {}

/** A place among the requests that are answered at once. */
export function admission(lanes: { usual: Lane; heavy: Lane } = { usual, heavy }) {
  const queues = {
    usual: new PQueue({ concurrency: lanes.usual.atOnce }),
    heavy: new PQueue({ concurrency: lanes.heavy.atOnce }),
  };
  /**
   * Waits for a place, which is free again when the client has its answer or leaves.
   * @throws {Busy} when there is none, and the reason of `client.left` when the client leaves first.
   */
  return async function admit(client: Client, name: "usual" | "heavy"): Promise<void> {
    const queue = queues[name];
    const { waiting, patience } = lanes[name];
    if (queue.size >= waiting) throw new Busy();
    const tooLong = new AbortController();
    const timer = setTimeout(() => tooLong.abort(new Busy()), patience);
    client.isHeavy = name === "heavy";
    await new Promise<void>((resolve, reject) => {
      const answer = () => {
        clearTimeout(timer);
        resolve();
        return client.done;
      };
      queue.add(answer, { signal: AbortSignal.any([tooLong.signal, client.left]) }).catch((reason) => {
        clearTimeout(timer);
        reject(reason);
      });
    });
  };
}

/** What is answered in the place of a page or a problem document, before either can be made. */
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
  detail: "More is asked of it than it can answer at once. Please try again in a few seconds.",
  retryAfter: 5,
};

export const tooLong: Refusal = {
  status: 414,
  title: "This address is too long",
  detail: `What follows its question mark may have at most ${longestQuery} characters.`,
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
