import { expect, it } from "vitest";

import { pagesOf, type ServedPage } from "./page";
import { cents, siteOf } from "./site";

const site = siteOf("bundled");
const page = pagesOf(site);

it("the front page refuses to be framed and runs only its own scripts", async () => {
  const { headers } = await site.fetch("/");
  const policy = headers.get("content-security-policy") ?? "";
  expect(policy).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic';/);
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain("unsafe");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  const again = (await site.fetch("/")).headers.get("content-security-policy");
  expect(again).not.toBe(policy);
});

it("the front page states the golden figures and links to the records behind them", async () => {
  const home = await page("/");
  const main = home.all("main");
  const now = main.links("$6,770,140,465.18").at(0);
  expect(now.text).toContain("$6.77 billion");
  expect(now.hrefs).toEqual(["/contracts?fy=2026"]);
  expect(main.links("$2,435,372,233.36").hrefs[0]).toBe("/contracts?from=2024-10-01&to=2025-08-20");
  expect(main.links("2,776 contract actions").hrefs).toEqual(["/contracts?view=actions&fy=2026"]);
  expect(main.links("1,929").hrefs).toEqual(["/contracts?fy=2026"]);
  expect(home.all("header").text).toContain("Data through Aug. 20, 2026");
  // The bundled snapshot is the first, and has no end dates.
  expect(home.named("What changed?").count).toBe(0);
  expect(home.named("What ends soon?").count).toBe(0);
});

it("the largest companies and all the others add up to the net, and 24 months are numbers too", async () => {
  const home = await page("/");
  const chart = home.all("figure", "Obligations by company");
  const rows = chart.all("[role=list]").at(0);
  expect(rows.all("[role=listitem]:has(a[href])").count).toBe(10);
  const others = rows.all("[role=listitem]").with("All other companies");
  expect(others.count).toBe(1); // no filter selects "all the others", so it has no link
  expect(chart.links("All companies").hrefs).toEqual(["/contracts?fy=2026&show=company"]);
  const nets = chart.rows().all("td:nth-of-type(1) data").attributes("value").map(cents);
  expect(nets.reduce((sum, net) => sum + net, 0)).toBe(677_014_046_518);
  expect(home.all("figure", "Obligations by month").rows().count).toBe(24);
});

const way = (home: ServedPage, name: string) => home.all("main section", name);

it("three ways in: find a company, browse the largest, see what changed", async () => {
  const home = await page("/");
  expect(way(home, "Browse the largest").links().texts).toEqual([
    "Companies by what was obligated",
    "Contracts of FY2026",
    "Contracts over $50 million, all years",
    "Contracts over $50 million in FY2026",
  ]);
  expect(way(home, "See what changed").links().texts).toEqual([
    "Changes since the last retrieval",
    "Newest actions",
    "Taken back in July 2026",
  ]);
  expect(way(home, "Find a company").links("Palantir").hrefs).toEqual(["/companies/palantir"]);
  const taken = await home.follow(/^Taken back/, way(home, "See what changed"));
  expect(taken.address).toBe(
    "/contracts?view=actions&from=2026-07-01&to=2026-07-31&sign=neg&sort=federal_action_obligation",
  );
  expect(taken.rows().at(0).text).toContain("−$1,210,297.41");
  expect(taken.all("ul", "Company").links().texts[0]).toContain("Booz Allen Hamilton");
  expect(taken.named("Result").text).toContain("−$6,033,538.06 obligated (net)");

  const found = await page(way(home, "Find a company").all("button").submission({ q: "palantir" }));
  expect(found.address).toBe("/search?q=palantir");
  const again = found.all("input", /^Search companies/).submission({ q: "geo group" });
  expect((await page(again)).address).toBe("/search?q=geo+group");
});

it("the front page of another agency has an address of its own", async () => {
  const home = await page("/");
  const cbp = await home.follow("CBP", home.named("Agency"));
  expect(cbp.address).toBe("/?agency=7014");
  expect(cbp.all("h1").text).toBe("U.S. Customs and Border Protection contracts");
});

it("the front page names parameters that it cannot read, and shows its figures", async () => {
  const title = "Part of this address could not be understood";
  const ice = await page("/?agency=7012&color=blue&min=abc");
  expect(ice.notices(title).text).toContain("color is not a parameter");
  expect(ice.notices(title).text).toContain("min must be an amount");
  expect(ice.all("main").links("$6,770,140,465.18").count).toBeGreaterThan(0);
  const notice = (await page("/?agency=7014&fy=2024&utm_source=x")).notices(title);
  expect(notice.all("li").texts).toEqual([
    expect.stringMatching(/^utm_source is not a parameter/),
    "fy works on the list of contracts, not here; given: 2024",
  ]);
  expect(notice.links("Remove them").hrefs).toEqual(["/?agency=7014"]);
  expect(notice.links(/^Open the list/).hrefs).toEqual(["/contracts?agency=7014&fy=2024"]);
  const unknown = await page("/?agency=7999");
  expect(unknown.notices("These records hold no contract action of agency 7999").count).toBe(1);
});
