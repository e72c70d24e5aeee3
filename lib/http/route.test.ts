import { describe, expect, it, vi } from "vitest";
import { Problem, readRequest } from "@/lib/http/problem";
import { entityTag, notModified, otherMethod, route } from "@/lib/http/route";
import { contractsRequest, searchApiRequest } from "@/lib/query/requests";

const named = (name: string) => Object.assign(new Error("cause"), { name });

function thrown(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

function answerTo(error: unknown, signal: AbortSignal = new AbortController().signal) {
  const handler = route(async () => {
    throw error;
  });
  return handler(new Request("http://localhost/api/export", { signal }), { params: Promise.resolve({}) });
}

it.each([
  [new Problem(404, "Not found", "There is no such contract."), 404, "Not found"],
  [named("NoSnapshot"), 503, "There are no records yet"],
  [named("TooManyExports"), 503, "Too many downloads at once"],
  [named("TooSlow"), 503, "The request takes too long"],
])("turns %s into a problem document", async (error, status, title) => {
  const answer = await answerTo(error);
  expect(answer.status).toBe(status);
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  expect(await answer.json()).toMatchObject({ status, title });
});

it("names a parameter that cannot be read once, not as missing too", () => {
  const check = () => [{ name: "q", detail: "must be given" }];
  const read = (text: string) =>
    thrown(() => readRequest(searchApiRequest, new URLSearchParams(text), check));
  expect(read("q=%07")).toMatchObject({
    faults: [{ name: "q", detail: expect.not.stringMatching("given") }],
  });
  expect(read("")).toMatchObject({ faults: [{ name: "q", detail: "must be given" }] });
});

it("names the parameters and their faults, without the values", async () => {
  const answer = await answerTo(
    thrown(() => readRequest(contractsRequest, new URLSearchParams("min=10&max=5&fy=secret"))),
  );
  expect(answer.status).toBe(400);
  expect((await answer.json()).parameters).toEqual([
    { name: "fy", detail: "must be a fiscal year such as 2025" },
    { name: "min", detail: "must not be above max" },
    { name: "max", detail: "must not be below min" },
  ]);
});

it("says when to retry a download", async () => {
  expect((await answerTo(named("TooManyExports"))).headers.get("retry-after")).toBe("60");
});

it("logs our failures with a reference, and not the disconnect of a client", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const { status, ...body } = await (await answerTo(new Error("secret"))).json();
  expect(status).toBe(500);
  expect(JSON.stringify(body)).not.toContain("secret");
  expect(log).toHaveBeenCalledTimes(1);

  const gone = new AbortController();
  gone.abort();
  expect((await answerTo(new Error("cut off"), gone.signal)).status).toBe(499);
  expect((await answerTo(named("AbortError"))).status).toBe(499); // its statement ended first
  expect(log).toHaveBeenCalledTimes(1);
  log.mockRestore();
});

it.each(["POST", "PUT", "PATCH", "DELETE"])("refuses %s and names the allowed methods", async (method) => {
  const answer = otherMethod(method);
  expect(answer?.status).toBe(405);
  expect(answer?.headers.get("allow")).toBe("GET, HEAD, OPTIONS");
  expect(answer?.headers.get("access-control-allow-origin")).toBe("*");
  expect(answer?.headers.get("content-type")).toBe("application/problem+json");
  expect(await answer?.json()).toMatchObject({ status: 405, title: "Method not allowed" });
});

it("lets GET and HEAD through, and names the allowed methods", () => {
  expect(["GET", "HEAD"].map(otherMethod)).toEqual([null, null]);
  const headers = otherMethod("OPTIONS")?.headers;
  expect(headers?.get("allow")).toBe("GET, HEAD, OPTIONS");
  expect(headers?.get("access-control-allow-methods")).toBe("GET, HEAD, OPTIONS");
});

describe("a client that has the response already", () => {
  const tag = entityTag("4f2a", "/api");
  const strong = tag.replace("W/", "");
  const answer = (known: string) =>
    notModified(new Request("http://localhost/api", { headers: { "if-none-match": known } }), tag)?.status;

  it.each([tag, strong, `"other", ${tag}`, `W/"other",${strong} , "more"`, "*"])(
    "is not sent it again: %s",
    (known) => {
      expect(answer(known)).toBe(304);
    },
  );

  it.each(["", '"other"', `W/"other", "4f2a"`, strong.slice(1, -1), '"*"'])(
    "is sent another: %s",
    (known) => {
      expect(answer(known)).toBeUndefined();
    },
  );
});
