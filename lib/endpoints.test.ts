import { readdirSync } from "node:fs";

import { expect, it } from "vitest";
import { endpoints, handlerOf, isEndpoint } from "@/lib/endpoints";
import config from "@/next.config";

/** A path with its variable parts as `*`. */
const shape = (path: string) => path.replace(/\{\w+\}|\[+(?:\.\.\.)?\w+\]+/g, "*");

it("lists every route handler, and no other", () => {
  const handlers = readdirSync("app/api", { recursive: true, encoding: "utf8" })
    .map((file) => `/api/${file.replaceAll("\\", "/")}`)
    .filter((file) => /\/route\.tsx?$/.test(file))
    .map((file) => shape(file.replace(/\/route\.tsx?$/, "")))
    .filter((path) => path !== "/api/*"); // responds to unknown paths
  const listed = new Set(endpoints.map(({ path, handler = path }) => shape(handler)));
  expect([...listed].toSorted()).toEqual(handlers.toSorted());
});

it("rewrites each path outside /api to its handler", async () => {
  const rewrites = (await config.rewrites?.()) as { beforeFiles: { source: string; destination: string }[] };
  const paths = endpoints.flatMap(({ path, also = [] }) => [path, ...also]);
  expect(rewrites.beforeFiles.map(({ source }) => source)).toEqual(
    paths.filter((path) => !path.startsWith("/api/")),
  );
  for (const { source, destination } of rewrites.beforeFiles) expect(handlerOf(source)).toBe(destination);
});

it("has each path once, and an example of each", () => {
  const paths = endpoints.flatMap(({ path, also = [] }) => [path, ...also]);
  expect(new Set(paths).size).toBe(paths.length);
  for (const { path, example } of endpoints) {
    const pattern = new RegExp(`^${shape(path).replaceAll(".", "\\.").replaceAll("*", "[^/?]+")}(?:\\?|$)`);
    expect(example).toMatch(pattern);
  }
});

it.each([
  ["/contracts.csv", "/api/export"],
  ["/GROUPS.PNG", "/api/groups/image"],
  ["/expiring.ics", "/api/expiring"],
  ["/api/find", "/api/find"],
])("finds the handler of %s", (path, handler) => {
  expect(handlerOf(path)).toBe(handler);
});

it.each([
  "/api",
  "/api/",
  "/API/anything",
  "/contracts.json",
  "/Changes.Atom",
  "/robots.txt",
  "/sitemap.xml",
  "/sitemaps/",
])("knows that %s is no page", (path) => {
  expect(isEndpoint(path)).toBe(true);
});

it.each(["/", "/apis", "/contracts", "/contracts.xml", "/contracts/1.csv", "/robots.txt/", "/sitemap"])(
  "knows that %s is a page",
  (path) => {
    expect(isEndpoint(path)).toBe(false);
  },
);
