import { type ParameterProblem, parseQuery } from "@/lib/query/parse";
import type { Query } from "@/lib/query/query";

/** Anyone may read the data endpoints from anywhere; there is nothing to log in to. */
export const openHeaders = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "etag, content-disposition",
  "x-content-type-options": "nosniff",
} as const;

/** An error that is told to the client as a problem document (RFC 9457). */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    readonly parameters: ParameterProblem[] = [],
  ) {
    super(title);
  }

  toResponse(): Response {
    const { status, title, detail, parameters } = this;
    const body = { type: "about:blank", title, status, detail, ...(parameters.length > 0 && { parameters }) };
    return new Response(JSON.stringify(body), {
      status,
      headers: { ...openHeaders, "content-type": "application/problem+json", "cache-control": "no-store" },
    });
  }
}

/**
 * Reads the query of an endpoint; `more` names its own parameters beside the query's.
 * @throws {Problem} 400 naming every parameter that cannot be read.
 */
export function requireQuery(params: URLSearchParams, more: readonly string[] = []): Query {
  const { query, problems } = parseQuery(params, more);
  refuse(problems);
  return query;
}

/** @throws {Problem} 400 when there is any problem. */
export function refuse(problems: ParameterProblem[]): void {
  if (problems.length === 0) return;
  const detail = problems.map(({ name, detail: what }) => `\`${name}\` ${what}.`).join(" ");
  throw new Problem(400, "The query cannot be read", detail, problems);
}
