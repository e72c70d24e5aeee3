import { expect, it } from "vitest";
import { parameterNames } from "@/lib/query/filters";

import { refused, siteOf } from "./site";

const site = siteOf("bundled");

it("refuses parameters that it cannot read, by name and without internals", async () => {
  const refusals: Record<string, string[]> = {
    "/api/contracts?min=abc": ["min"],
    "/api/contracts?fy=99999": ["fy"],
    "/api/contracts?page=-1": ["page"],
    "/api/contracts?sort=;drop": ["sort"],
    [`/api/contracts?q=${"x".repeat(3_000)}`]: ["q"],
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
    "/api/agencies?color=blue": ["color"],
    "/api/agencies/7012?agency=7014&min=x": ["agency", "min"],
    "/api/brands/cisco?brand=webex": ["brand"],
    "/api/brands/cisco?color=blue": ["color"],
    "/api/companies?sort=piid&by=month": ["by", "sort"],
    "/api/companies/geo-group?min=5": ["min"],
    "/api/vehicles?kind=sewp&min=abc": ["kind", "min"],
    "/api/expiring?within=7&end=now&sort=net": ["end", "sort", "within"],
    "/api/changes?kind=news&since=yesterday": ["kind", "since"],
    "/changes.atom?kind=news&since=yesterday": ["kind", "since"],
    "/changes.json?kind=news&since=yesterday": ["kind", "since"],
    "/api/find": ["amount"],
    "/api/find?amount=lots": ["amount"],
    "/api/find?amount=1m&amount=2m": ["amount"],
    "/api/find?amount=1m&company=geo": ["company"],
    "/api/find?amount=1m&month=2025-13&from=x&color=blue&min=5": ["color", "from", "min", "month"],
    "/api/search": ["q"],
    "/api/search?q=a&q=b": ["q"],
    "/api/search?q=a&fy=2025": ["fy"],
    [`/api/search?q=${"x".repeat(501)}`]: ["q"],
  };
  for (const [path, names] of Object.entries(refusals)) {
    const response = await site.fetch(path);
    expect(response.status, path.slice(0, 80)).toBe(400);
    const { detail } = await response.clone().json();
    expect(detail, path.slice(0, 80)).not.toMatch(/Error|node_modules|\bat \//);
    expect((await refused(response))?.toSorted(), path.slice(0, 80)).toEqual(names);
  }
});

it("gives problem documents for unknown paths, things and snapshots", async () => {
  for (const path of [
    "/api/nothing",
    "/api",
    "/api/contracts/NOSUCHPIID",
    "/api/agencies/9999",
    "/api/agencies/7012/offices",
    "/api/brands/no-such-brand",
    "/api/companies/acme-anvils",
    "/api/vehicles/NOPE",
    "/api/contracts?snapshot=nothing",
    "/api/contracts/%00",
  ]) {
    const response = await site.fetch(path);
    expect(response.status, path).toBe(404);
    expect(response.headers.get("content-type"), path).toContain("application/problem+json");
  }
});

it("gives a problem document for a path that is not UTF-8", async () => {
  for (const path of ["/api/companies/%", "/api/contracts/%zz", "/api/vehicles/%ff"]) {
    const response = await site.fetch(path);
    expect(response.status, path).toBe(400);
    expect(response.headers.get("content-type"), path).toBe("application/problem+json");
  }
});

it("allows only reading methods on pages, files and endpoints", async () => {
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

it("gives 304 for an unchanged response", async () => {
  for (const path of [
    "/api/contracts?fy=2025",
    "/api/groups?by=office",
    "/contracts.csv?company=palantir",
    "/groups.csv?by=office",
    "/groups.png?by=company&top=10&fy=2025",
    "/companies.csv?fy=2025&sort=company",
    "/changes.atom",
    "/sitemap.xml",
    "/api/columns",
    "/api/snapshots",
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

it("refuses an address that is too long, with a link to the page without parameters", async () => {
  const endpoint = await site.fetch(`/api/contracts?q=${"x".repeat(4_000)}`);
  expect(endpoint.status).toBe(414);
  expect(await endpoint.json()).toMatchObject({ title: "This address is too long", status: 414 });
  const page = await site.fetch(`/contracts?q=${"x".repeat(4_000)}`);
  expect(page.status).toBe(414);
  expect(await page.text()).toContain('<a href="?">Open it without its parameters</a>');
});

it("refuses more values of one parameter than a page can link to, and shows the page without them", async () => {
  const many = Array.from({ length: 400 }, (_, index) => `psc=${1000 + index}`).join("&");
  const response = await site.fetch(`/api/contracts?${many}`);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({
    parameters: [{ name: "psc", detail: "must be given at most 50 times" }],
  });
  expect((await site.text(`/contracts?${many}`)).length).toBeLessThan(1_000_000);
});

const read = ["/", "/contracts", "/companies", "/agencies", "/brands", "/vehicles", "/expiring", "/changes"]
  .concat(["/find", "/search", "/data", "/api/contracts", "/api/companies", "/api/find", "/api/search"])
  .concat(["/changes.atom", "/changes.json", "/expiring.ics", "/expiring.json", "/companies.csv"])
  .concat(["/groups.csv", "/groups.svg"]);

it("treats a name that every object has like any other", () => treatsAsAnyOther("__proto__"));
it.each(["constructor", "toString"])("treats the name %s like any other", { tags: ["deep"] }, (name) =>
  treatsAsAnyOther(name),
);

async function treatsAsAnyOther(name: string) {
  const filters = parameterNames.map((parameter) => `${parameter}=${name}`).join("&");
  const addresses = read.map((path) => `${path}?${filters}&by=company&kind=${name}&amount=${name}`);
  for (const parameter of ["company", "brand", "agency", "office", "performed_in", "place", "vehicle_agency"])
    for (const path of [
      "/contracts?",
      "/api/contracts?",
      "/changes.atom?",
      "/expiring.ics?",
      "/groups.svg?by=month&",
    ])
      addresses.push(`${path}${parameter}=${name}`);
  for (const address of addresses) {
    const response = await site.fetch(address);
    expect(response.status, address).toBeLessThan(500);
    expect(await response.text(), address).not.toContain("native code");
  }
}

it("gives different queries different tags", async () => {
  const paths = ["/api/contracts?fy=2025", "/api/contracts?fy=2024", "/api/contracts?fy=2025&sort=company"]
    .concat(["/api/agencies", "/api/companies?fy=2025", "/api/companies?fy=2025&grouped=no"])
    .concat(["/api/groups?by=month&fy=2025", "/api/groups?by=category&fy=2025", "/companies.csv?fy=2025"])
    .concat(["/groups.csv?by=month", "/groups.csv?by=month&fy=2025", "/contracts.csv?company=palantir"])
    .concat(["/contracts.csv?company=dell", "/contracts.json?company=dell"]);
  const tags = await Promise.all(
    paths.map(async (path) => {
      const { headers, body } = await site.fetch(path);
      await body?.cancel();
      return headers.get("etag") ?? `none at ${path}`;
    }),
  );
  expect(tags.filter((tag, index) => tags.indexOf(tag) !== index)).toEqual([]);
  expect(tags.filter((tag) => tag.startsWith("none"))).toEqual([]);
});
