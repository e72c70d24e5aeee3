import { expect, it } from "vitest";
import { readEnv } from "@/lib/env";

import { pageKinds } from "../pages";
import { pagesOf } from "./page";
import { siteOf } from "./site";

const site = siteOf("bundled");
const open = pagesOf(site);

const few = ["/", "/contracts?show=company", "/contracts/70CTD022FR0000170", "/companies/palantir", "/data"];
const sources = readEnv().TEST_DEEP
  ? [
      ...pageKinds,
      "/contracts?view=actions&company=palantir&min=1m",
      "/contracts?q=-data&sign=neg&fy=2025",
      ...["company", "month", "fiscal_year", "category", "office", "psc"].map(
        (show) => `/contracts?show=${show}`,
      ),
    ]
  : few;

/**
 * What decides how an address is read: its kind of path with each of its parameters or, in the deep lane, with all of
 * them together.
 */
function shapesOf(href: string): string[] {
  const { pathname, searchParams } = new URL(href, site.origin);
  const [, first, ...deeper] = pathname.split("/");
  const format = /\.\w+$/.exec(pathname)?.[0] ?? "";
  const kind = [first, deeper.length, format].join(" ");
  const names = [...new Set([...searchParams.keys()].toSorted())];
  return readEnv().TEST_DEEP ? [[kind, ...names].join(" ")] : ["", ...names].map((name) => `${kind} ${name}`);
}

/** Links on the pages to this site, until every shape has one. */
async function offered(paths: string[]): Promise<string[]> {
  const seen = new Set<string>();
  const found: string[] = [];
  for (const path of paths) {
    const page = await open(path);
    for (const href of page.links().hrefs) {
      const url = new URL(href, new URL(path, site.origin));
      if (url.origin !== site.origin) continue;
      const address = url.pathname + url.search;
      const unseen = shapesOf(address).filter((shape) => !seen.has(shape));
      if (unseen.length > 0) found.push(address);
      for (const shape of unseen) seen.add(shape);
    }
  }
  return found;
}

it("reads every link that a page offers", { timeout: 400_000 }, async () => {
  const links = await offered(sources);
  expect(links.length).toBeGreaterThan(30);
  const refused: string[] = [];
  for (const address of links) {
    const response = await site.fetch(address);
    if (response.status >= 400) refused.push(`${response.status} ${address}`);
    if (!response.headers.get("content-type")?.startsWith("text/html")) await response.body?.cancel();
    else if ((await response.text()).includes("We ignored part of this link"))
      refused.push(`unread ${address}`);
  }
  expect(refused).toEqual([]);
});
