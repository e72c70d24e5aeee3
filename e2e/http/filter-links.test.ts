import { expect, it } from "vitest";

import { parseQuery } from "@/lib/query/parse";
import { filterNames, type Query } from "@/lib/query/query";

import { pagesOf } from "./page";
import { siteOf } from "./site";

const site = siteOf("bundled");
const open = pagesOf(site);

const queryOf = (address: string): Query => parseQuery(new URL(address, site.origin).searchParams).query;

/** Filters that are set together count as one. */
const together: Record<string, string> = { max: "min", to: "from", fy: "from", vehicle_agency: "vehicle" };

/** The filters in which two queries differ. */
function differing(one: Query, other: Query): string[] {
  const names = filterNames.filter((name) => String(one[name]) !== String(other[name]));
  return [...new Set(names.map((name) => together[name] ?? name))];
}

const isCleared = (query: Query) =>
  filterNames.every((name) => name === "agency" || query[name] === null || query[name].length === 0);

it.each([
  "/contracts?from=2020-10-01&sign=pos", // every group of the filters has more than it lists
  "/contracts?company=palantir&company=csi-aviation&fy=2025&fy=2026&category=it-services-software&sign=pos",
  "/contracts?view=actions&company=palantir&q=software&from=2024-01-01&to=2026-06-30&min=1000",
  "/contracts?show=company&fy=2025&category=it-services-software&agency=7014",
  "/contracts?show=month&company=palantir&category=it-services-software&sign=pos",
])("every link on %s changes one filter at most, or clears them all", async (address) => {
  const asked = queryOf(address);
  const page = await open(address);
  const links = page
    .all("main")
    .links()
    .hrefs.filter((href) => /^\/contracts(?:\?|$)/.test(href));
  expect(links.length).toBeGreaterThan(30);
  const lost = links.filter((href) => {
    const query = queryOf(href);
    if (isCleared(query) && query.show === asked.show) return false;
    return differing(asked, query).length > 1;
  });
  expect(lost).toEqual([]);
});
