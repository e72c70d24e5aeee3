import { expect, it } from "vitest";
import { changeRequest, changesOf, isListed } from "@/lib/query/changes";
import { defaults } from "@/lib/query/query";
import { changesRequest } from "@/lib/query/requests";

it("is every change by default", () => {
  const { value: request } = changesRequest.read(new URLSearchParams("kind=&since=%20&administrative=no"));
  expect(request).toEqual(changesOf(defaults("contracts")));
  expect(changesRequest.ownParams(request)).toEqual([]);
});

it("begins again at the first page when something changes", () => {
  const { value: request } = changesRequest.read(new URLSearchParams("page=3&kind=amount"));
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
