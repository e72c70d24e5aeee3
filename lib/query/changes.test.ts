import { expect, it } from "vitest";
import { changeRequest, changesOf, isListed } from "@/lib/query/changes";
import { defaults } from "@/lib/query/query";
import { changesRequest } from "@/lib/query/requests";

function read(text: string) {
  const { value, problems } = changesRequest.read(new URLSearchParams(text));
  return { request: value, problems };
}

it("reads what is requested of changes, and writes it back", () => {
  const text = "company=palantir&kind=amount&kind=new_action&since=2026-08-01&administrative=yes&page=2";
  const { request, problems } = read(text);
  expect(problems).toEqual([]);
  expect(request).toMatchObject({ since: "2026-08-01", administrative: "yes" });
  expect(request.kind.toSorted()).toEqual(["amount", "new_action"]);
  expect(request.query).toMatchObject({ company: ["palantir"], page: 2 });
  expect(new URLSearchParams(changesRequest.href("/changes", request).split("?")[1])).toEqual(
    new URLSearchParams([
      ["company", "palantir"],
      ["page", "2"],
      ...request.kind.map((kind) => ["kind", kind]),
      ["since", "2026-08-01"],
      ["administrative", "yes"],
    ]),
  );
  expect(changesRequest.href("/changes.atom", request)).toMatch(/^\/changes\.atom\?company=palantir&/);
});

it("leaves out what is the default", () => {
  const { request, problems } = read("kind=&since=%20&administrative=no");
  expect(problems).toEqual([]);
  expect(request).toEqual(changesOf(defaults("contracts")));
  expect(changesRequest.ownParams(request)).toEqual([]);
  expect(changesRequest.href("/changes", request)).toBe("/changes");
});

it("names what it cannot read, with what was given", () => {
  const { request, problems } = read("kind=gone&kind=amount&since=2026-02-30&administrative=maybe&sort=net");
  expect(request).toMatchObject({ kind: ["amount"], since: null, administrative: "no" });
  expect(problems).toEqual([
    { name: "kind", detail: expect.stringMatching(/^must be one of .*, amount/), values: ["gone"] },
    { name: "since", detail: "must be a day that exists, written YYYY-MM-DD", values: ["2026-02-30"] },
    { name: "administrative", detail: "must be one of yes, no", values: ["maybe"] },
    expect.objectContaining({ name: "sort" }),
  ]);
  expect(read("since=2026-01-01&since=2026-01-02")).toMatchObject({
    request: { since: null },
    problems: [{ name: "since", detail: "must be given once", values: ["2026-01-01", "2026-01-02"] }],
  });
});

it("begins again at the first page when something changes", () => {
  const { request } = read("page=3&kind=amount");
  expect(changeRequest(request, { since: "2026-08-01" })).toMatchObject({
    kind: ["amount"],
    since: "2026-08-01",
    query: { page: 1 },
  });
  expect(changeRequest(request, { query: { ...request.query, page: 2 } }).query.page).toBe(2);
});

it("lists what is administrative only where it is requested, or its own kind is", () => {
  const listed = (kind: Parameters<typeof isListed>[0]["kind"], administrative: "yes" | "no") =>
    isListed({ kind, administrative }, { kind: "spelling", administrative: true });
  expect(listed([], "no")).toBe(false);
  expect(listed([], "yes")).toBe(true);
  expect(listed(["spelling"], "no")).toBe(true);
  expect(listed(["amount"], "yes")).toBe(false);
  const action = { kind: "new_action", administrative: true } as const;
  expect(isListed({ kind: ["new_action"], administrative: "no" }, action)).toBe(false);
  expect(isListed({ kind: [], administrative: "no" }, { ...action, administrative: false })).toBe(true);
});
