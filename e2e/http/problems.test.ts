import { expect, it } from "vitest";

import { refused, siteOf } from "./site";

const site = siteOf("bundled");

it("refuses parameters that it cannot read, by name and without internals", async () => {
  const refusals: Record<string, string[]> = {
    "/api/contracts?min=abc": ["min"],
    "/api/contracts?fy=99999": ["fy"],
    "/api/contracts?page=-1": ["page"],
    "/api/contracts?sort=;drop": ["sort"],
    [`/api/contracts?q=${"x".repeat(10_000)}`]: ["q"],
    "/api/contracts?page=1&page=2&sort=a&sort=b": ["page", "sort"],
    "/api/contracts?min=5&max=1": ["max", "min"],
    "/api/contracts?size=501&nothing=1": ["nothing", "size"],
    "/api/groups": ["by"],
    "/api/groups?by=sqlite_master": ["by"],
    "/api/groups?by=company&top=0": ["top"],
    "/api/export?format=xlsx": ["format"],
    "/groups.csv?by=company&format=json": ["format"],
    "/api/groups?by=company&format=ndjson": ["format"],
    "/api/contracts/70CTD022FR0000170?format=xlsx": ["format"],
    "/contracts.csv?cols=net&view=actions": ["cols"],
    "/contracts.json?from=2025-02-30": ["from"],
    "/api/contracts?q=%00": ["q"],
    "/api/groups?by=%20": ["by"],
    "/api/health?x=1": ["x"],
    "/api/columns?x=1&fy=2024": ["fy", "x"],
    "/api/contracts/70CTD022FR0000170?x=1&fy=2024": ["fy", "x"],
  };
  for (const [path, names] of Object.entries(refusals)) {
    const response = await site.fetch(path);
    expect(response.status, path.slice(0, 80)).toBe(400);
    const { detail } = await response.clone().json();
    expect(detail, path.slice(0, 80)).not.toMatch(/Error|node_modules|\bat \//);
    expect((await refused(response))?.toSorted(), path.slice(0, 80)).toEqual(names);
  }
});

it("answers unknown paths, contracts and snapshots with problem documents", async () => {
  for (const path of [
    "/api/nothing",
    "/api",
    "/api/contracts/NOSUCHPIID",
    "/api/contracts?snapshot=nothing",
    "/api/contracts/%00",
  ]) {
    const response = await site.fetch(path);
    expect(response.status, path).toBe(404);
    expect(response.headers.get("content-type"), path).toContain("application/problem+json");
  }
});

it("answers a path that is not UTF-8 with a problem document", async () => {
  for (const path of ["/api/companies/%", "/api/contracts/%zz", "/api/vehicles/%ff"]) {
    const response = await site.fetch(path);
    expect(response.status, path).toBe(400);
    expect(response.headers.get("content-type"), path).toBe("application/problem+json");
  }
});

it("allows only reading, on pages, files and endpoints", async () => {
  const requests = ["/api/contracts", "/api/nothing", "/contracts.csv", "/contracts.json", "/", "/contracts"]
    .map((path) => ({ path, method: "POST" }))
    .concat(["PUT", "PATCH", "DELETE"].map((method) => ({ path: "/contracts", method })));
  for (const { path, method } of requests) {
    const response = await site.fetch(path, { method, body: "x".repeat(1_000) });
    expect(response.status, `${method} ${path}`).toBe(405);
    expect(response.headers.get("allow"), path).toBe("GET, HEAD, OPTIONS");
    expect(response.headers.get("content-type"), path).toBe("application/problem+json");
    expect(response.headers.get("access-control-allow-origin"), path).toBe("*");
    expect((await response.json()).status, path).toBe(405);
    const options = await site.fetch(path, { method: "OPTIONS" });
    expect(options.status, path).toBe(204);
    expect(options.headers.get("allow"), path).toBe("GET, HEAD, OPTIONS");
  }
});

it("does not send an answer again that has not changed", async () => {
  for (const path of [
    "/api/contracts?fy=2025",
    "/api/groups?by=office",
    "/contracts.csv?company=palantir",
    "/groups.csv?by=office",
    "/api/columns",
  ]) {
    const { headers } = await site.fetch(path);
    const tag = headers.get("etag") ?? "";
    expect(tag, path).not.toBe("");
    expect(headers.get("access-control-allow-origin"), path).toBe("*");
    expect((await site.fetch(path, { headers: { "if-none-match": tag } })).status, path).toBe(304);
  }
});

it("gives two spellings of one query the same entity tag, and another query another", async () => {
  const tagOf = async (query: string) => (await site.fetch(`/api/contracts?${query}`)).headers.get("etag");
  const tag = await tagOf("fy=2025&min=1m");
  expect(await tagOf("min=1000000&fy=FY2025")).toBe(tag);
  expect(await tagOf("min=1000001&fy=FY2025")).not.toBe(tag);
});
