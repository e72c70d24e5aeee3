import type { z } from "zod";

/** The clock of the client, so that tests need not wait. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Waits. Rejects with the signal's reason when the signal aborts. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** An endpoint failed. The message is one sentence that names it, without its period. */
export class ApiError extends Error {
  override name = "ApiError";
  constructor(
    message: string,
    /** What to do, the rest of the sentence. */
    readonly advice: string,
    /** The HTTP status of a refusal. */
    readonly status: number | null = null,
  ) {
    super(message);
  }
}

const later = "run the command again later";
const changed = "the API may have changed, so look for a newer version of this program";

export interface RequestSettings {
  base: URL;
  /** The `User-Agent` of each request. */
  userAgent: string;
  clock: Clock;
  /** Stops waiting and running requests. */
  signal: AbortSignal;
  /** The timeout for the start of a response and for each piece of a download, in milliseconds. */
  timeout: number;
  /** A number from 0 to below 1, for the jitter of the pauses. */
  random: () => number;
  /** Gets the reason for a retry, and the pause in milliseconds. */
  onRetry: (problem: string, pause: number) => void;
}

/** At most one request begins in a second. */
const interval = 1_000;
/** Eight tries, with pauses that double: some four minutes in all, never more than five. */
const tries = 8;
const firstPause = 2_000;
/** A longer `Retry-After` counts as a block. */
const longestPause = 300_000;
/** The pause after eight tries, before eight more; a run has a limited time for such pauses. */
const blockPause = 10 * 60_000;
const blockPausesOfRun = 20 * 60_000;
const retried = new Set([408, 425, 429, 500, 502, 503, 504]);

/** A failure that a retry may fix. `pause` is the `Retry-After`, in milliseconds. */
class Passing extends Error {
  constructor(
    message: string,
    readonly pause: number | null = null,
  ) {
    super(message);
  }
}

export type Requester = ReturnType<typeof createRequester>;

/** Sends requests to the API: spaced, retried if that may help, each response checked against its schema. */
export function createRequester(settings: RequestSettings) {
  const { base, userAgent, clock, signal, timeout, random, onRetry } = settings;
  let sent = 0;
  let next = Number.NEGATIVE_INFINITY;
  let blockPausesLeft = blockPausesOfRun;

  async function pace() {
    const wait = next - clock.now();
    next = Math.max(next, clock.now()) + interval;
    if (wait > 0) await clock.sleep(wait, signal);
    signal.throwIfAborted();
    sent += 1;
  }

  async function withRetries<Result>(name: string, attempt: () => Promise<Result>): Promise<Result> {
    let number = 0;
    for (;;) {
      number += 1;
      await pace();
      try {
        return await attempt();
      } catch (error) {
        signal.throwIfAborted();
        if (error instanceof ApiError) throw error;
        const problem = error instanceof Passing ? error.message : networkProblem(error);
        const retryAfter = error instanceof Passing ? error.pause : null;
        const isLong = retryAfter !== null && retryAfter > longestPause;
        if (number < tries && !isLong) {
          const pause = Math.round(firstPause * 2 ** (number - 1) * (0.85 + 0.3 * random()));
          await wait(`${name} ${problem}`, Math.max(retryAfter ?? 0, pause));
          continue;
        }
        const pause = Math.max(retryAfter ?? 0, blockPause);
        if (pause > blockPausesLeft)
          throw isLong
            ? new ApiError(
                `${name} ${problem} and asks for a pause of ${Math.ceil(retryAfter / 60_000)} minutes`,
                "run the command again after that",
              )
            : new ApiError(`${name} ${problem}, ${tries} times in a row`, later);
        blockPausesLeft -= pause;
        number = 0;
        await wait(isLong ? `${name} ${problem}` : `${name} ${problem}, ${tries} times in a row`, pause);
      }
    }
  }

  async function wait(problem: string, pause: number) {
    onRetry(problem, pause);
    await clock.sleep(pause, signal);
  }

  async function send(name: string, url: URL, init: RequestInit): Promise<Response> {
    const headers = { ...init.headers, "user-agent": userAgent };
    const response = await fetch(url, { ...init, headers, redirect: "follow" });
    if (response.ok) return response;
    const text = await response.text().catch(() => "");
    // The API's own refusals are JSON; any other 403 is a firewall that blocks for a while, or a file that is not there yet.
    const isBlock = response.status === 403 && readJson(text) === undefined;
    if (isBlock || retried.has(response.status))
      throw new Passing(
        isBlock ? "is blocked with 403" : `answers ${response.status}`,
        readPause(response.headers.get("retry-after"), clock),
      );
    const detail = readDetail(text);
    throw new ApiError(
      `${name} refuses the request with ${response.status}${detail ? ` (${detail})` : ""}`,
      changed,
      response.status,
    );
  }

  return {
    /** How many requests were sent. */
    get sent() {
      return sent;
    },

    /** The JSON of an endpoint; a `body` makes it a POST. Throws {@link ApiError}. */
    async json<Answer>(path: string, schema: z.ZodType<Answer>, body?: unknown): Promise<Answer> {
      const name = endpoint(path);
      const text = await withRetries(name, async () => {
        const response = await send(name, new URL(path, base), {
          method: body === undefined ? "GET" : "POST",
          headers: { accept: "application/json", "content-type": "application/json" },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
          signal: AbortSignal.any([signal, AbortSignal.timeout(timeout)]),
        });
        const answer = await response.text();
        if (readJson(answer) === undefined)
          throw new Passing(
            /^\s*</.test(answer) ? "answers with a web page" : "answers with JSON that is cut off",
          );
        return answer;
      });
      const result = schema.safeParse(readJson(text));
      if (result.success) return result.data;
      const [issue] = result.error.issues;
      throw new ApiError(
        `${name} gives an answer that this program cannot read (${issue?.path.join(".") || "the answer"}: ${issue?.message ?? "does not fit"})`,
        changed,
      );
    },

    /** Gives the bytes of a file to `save`, which must write them anew when it is called again. Throws {@link ApiError}. */
    async download(
      address: string,
      save: (bytes: AsyncIterable<Uint8Array>) => Promise<void>,
    ): Promise<void> {
      const url = new URL(address, base);
      if (!isSafe(url, base))
        throw new ApiError(
          `The API names ${url.origin} for a download, which is not an https address`,
          changed,
        );
      const name = `The download ${url.pathname.split("/").at(-1)}`;
      await withRetries(name, async () => {
        const idle = new AbortController();
        let timer = setTimeout(() => idle.abort(timedOut()), timeout);
        try {
          const response = await send(name, url, { signal: AbortSignal.any([signal, idle.signal]) });
          const length = response.headers.has("content-encoding")
            ? null
            : response.headers.get("content-length");
          const expected = length === null ? null : Number(length);
          let got = 0;
          async function* pieces() {
            for await (const piece of response.body ?? []) {
              clearTimeout(timer);
              timer = setTimeout(() => idle.abort(timedOut()), timeout);
              got += piece.length;
              yield piece as Uint8Array;
            }
            if (expected !== null && got !== expected)
              throw new Passing(`ends after ${got} of ${expected} bytes`);
          }
          await save(pieces());
        } finally {
          clearTimeout(timer);
        }
      });
    },
  };
}

const isLoopback = ({ hostname }: URL) => ["localhost", "127.0.0.1", "[::1]"].includes(hostname);

/** Whether a file may come from an address: by https, or from this machine where the API is on it too. */
const isSafe = (url: URL, base: URL) =>
  url.protocol === "https:" || url.origin === base.origin || (isLoopback(url) && isLoopback(base));

/** Whether an address may be that of the API: by https, or on this machine. */
export const isSafeBase = (base: URL) =>
  base.protocol === "https:" || (base.protocol === "http:" && isLoopback(base));

const timedOut = () => new DOMException("no answer in time", "TimeoutError");

/** `search/spending_over_time` of `/api/v2/search/spending_over_time/`: what a sentence calls an endpoint. */
const endpoint = (path: string) =>
  path
    .replace(/^\/api\/v2\//, "")
    .replace(/\?.*$/, "")
    .replace(/\/$/, "");

function networkProblem(error: unknown): string {
  if (!(error instanceof Error)) throw error;
  if (error.name === "TimeoutError") return "gives no answer in time";
  // A network error is a TypeError of fetch, or has a code; anything else is a bug.
  const cause = (error.cause ?? error) as NodeJS.ErrnoException;
  if (!(error instanceof TypeError) && !cause.code) throw error;
  if (cause.code && /^(ENOSPC|EACCES|EROFS|ENOENT|EIO)$/.test(cause.code)) throw error;
  // The error of fetch for a connection that ends within a body.
  if (error.message === "terminated") return "breaks off half-way";
  return `cannot be reached (${cause.code ?? cause.message})`;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The first words of the API's text about a refusal. */
function readDetail(text: string): string {
  const answer = readJson(text);
  const detail = answer && typeof answer === "object" && "detail" in answer ? answer.detail : "";
  return typeof detail === "string" ? detail.replace(/\s+/g, " ").slice(0, 200) : "";
}

/** Milliseconds of a `Retry-After`, which is a number of seconds or a moment. */
function readPause(header: string | null, clock: Clock): number | null {
  if (header === null) return null;
  if (/^\d+$/.test(header)) return Number(header) * 1_000;
  const moment = Date.parse(header);
  return Number.isNaN(moment) ? null : Math.max(0, moment - clock.now());
}
