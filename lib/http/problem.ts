import type { AddressCodec } from "@/lib/query/codec";
import type { ParameterProblem } from "@/lib/query/parameters";
import type { Query } from "@/lib/query/query";

/** Any site may read the endpoints: there is nothing to log in to. */
export const openHeaders = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "etag, content-disposition",
  "x-content-type-options": "nosniff",
} as const;

/** A parameter at fault, without its values: the client knows them. */
export type NamedFault = Pick<ParameterProblem, "name" | "detail">;

/** An error that the client gets as a problem document (RFC 9457). */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    readonly faults: NamedFault[] = [],
  ) {
    super(title);
  }

  toResponse(): Response {
    const { status, title, detail, faults } = this;
    const parameters = faults.map(({ name, detail: text }) => ({ name, detail: text }));
    const body = { type: "about:blank", title, status, detail, ...(parameters.length > 0 && { parameters }) };
    return new Response(JSON.stringify(body), {
      status,
      headers: { ...openHeaders, "content-type": "application/problem+json", "cache-control": "no-store" },
    });
  }
}

/**
 * Reads what the address of an endpoint requests. `check` finds faults that no codec sees, such as a missing parameter.
 * @throws {Problem} 400 naming every parameter that cannot be read, or that the endpoint does not take.
 */
export function readRequest<Value extends { query: Query }>(
  codec: AddressCodec<Value>,
  params: URLSearchParams,
  check: (value: Value) => NamedFault[] = () => [],
): Value {
  const { value, problems } = codec.read(params);
  // A parameter that cannot be read counts as missing in `value`, so `check` would name it again.
  const faults = [
    ...problems,
    ...check(value).filter(({ name }) => !problems.some((one) => one.name === name)),
  ];
  if (faults.length > 0) throw unreadable(faults);
  return value;
}

/** The 400 that names each fault of a query. */
export function unreadable(faults: NamedFault[]): Problem {
  const detail = faults.map(({ name, detail: text }) => `\`${name}\` ${text}.`).join(" ");
  return new Problem(400, "The query cannot be read", detail, faults);
}
