import { expect, it } from "vitest";
import { filterNames } from "@/lib/query/filters";

import { parseQuery } from "@/lib/query/parse";
import type { Query } from "@/lib/query/query";

import { pagesOf } from "./page";
import { siteOf } from "./site";

const site = siteOf("bundled");
const open = pagesOf(site);

const queryOf = (address: string): Query => parseQuery(new URL(address, site.origin).searchParams).query;

/** Filters that are set together. */
const together: Record<string, string> = { max: "min", to: "from", fy: "from", vehicle_agency: "vehicle" };

/** The filters that differ between two queries. */
function differing(one: Query, other: Query): string[] {
  const names = filterNames.filter((name) => String(one[name]) !== String(other[name]));
  return [...new Set(names.map((name) => together[name] ?? name))];
}

const isCleared = (query: Query) =>
  filterNames.every((name) => name === "agency" || query[name] === null || query[name].length === 0);

it.each([
  "/contracts?from=2020-10-01&sign=pos", // every facet has more values than it lists
  "/contracts?company=palantir&company=csi-aviation&fy=2025&fy=2026&category=it-services-software&sign=pos",
  "/contracts?view=actions&company=palantir&q=software&from=2024-01-01&to=2026-06-30&min=1000",
  "/contracts?show=company&fy=2025&category=it-services-software&agency=7014",
  "/contracts?show=month&company=palantir&category=it-services-software&sign=pos",
])("every link on %s changes one filter at most, or clears them all", async (address) => {
  const current = queryOf(address);
  const page = await open(address);
  const links = page
    .all("main")
    .links()
    .hrefs.filter((href) => /^\/contracts(?:\?|$)/.test(href));
  expect(links.length).toBeGreaterThan(30);
  // A common question names all that it sets.
  const questions = page.named("Common questions").links().hrefs;
  expect(questions.length).toBe(3);
  const lost = links.filter((href) => {
    if (questions.includes(href)) return false;
    const query = queryOf(href);
    if (isCleared(query) && query.show === current.show) return false;
    return differing(current, query).length > 1;
  });
  expect(lost).toEqual([]);
});

it("links to other pages of a list change the page and nothing else", async () => {
  const address = "/contracts?view=actions&fy=2025&fy=2026&sort=-federal_action_obligation&size=25&page=3";
  const pager = (await open(address)).named("Pages").links();
  expect(pager.count).toBeGreaterThan(4);
  const others = pager.hrefs.map((href) => ({ ...queryOf(href), page: 3 }));
  for (const query of others) expect(query).toEqual(queryOf(address));
});
