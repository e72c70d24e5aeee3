import { expect, it } from "vitest";

import { pagesOf, type ServedPage } from "./page";
import { cents, siteOf } from "./site";

const site = siteOf("bundled");
const page = pagesOf(site);

const way = (home: ServedPage, name: string) => home.all("main section", name);

it("the front page states the golden figures and links to the records behind them", async () => {
  const home = await page("/");
  const main = home.all("main");
  const now = main.links("$6,770,140,465.18").at(0);
  expect(now.text).toContain("$6.77 billion");
  expect(now.hrefs).toEqual(["/contracts?fy=2026"]);
  expect(main.links("$2,435,372,233.36").hrefs[0]).toBe("/contracts?from=2024-10-01&to=2025-08-20");
  expect(main.links("2,776 contract actions").hrefs).toEqual(["/contracts?view=actions&fy=2026"]);
  expect(main.links("1,929").hrefs).toEqual(["/contracts?fy=2026"]);
  expect(home.all("main summary").text).toMatch(
    /Data through Aug\. 20, 2026 \(\d[\d,]* days old\) · Notes \(\d\)/,
  );
  expect(home.named("What changed").all("ol > li").count).toBe(5);
  // The bundled records have no end dates.
  expect(home.named("Contracts ending soon").count).toBe(0);
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

it("the headline is the finding, over the running totals of six fiscal years", async () => {
  const home = await page("/");
  expect(home.all("h1").text).toBe(
    "ICE has obligated $6.77 billion to contractors since Oct. 1, 2025, 2.8 times the $2.44 billion over the same dates a year earlier",
  );
  const chart = home.all("figure", "Obligations by day of the fiscal year");
  expect(chart.all("h2").text).toBe(
    "ICE obligated more by Aug. 20 of FY2026 than by that date in any other fiscal year since FY2021",
  );
  const row = chart.row(/Aug/).all("data").attributes("value");
  expect(row).toContain("6770140465.18");
  expect(row).toContain("2435372233.36");
  const [csv = ""] = chart.links("Numbers as CSV").hrefs;
  expect(csv).toBe("/year-to-date.csv");
  const lines = (await (await site.fetch(csv)).text()).trim().split("\r\n");
  expect(lines[0]).toContain("fiscal_year,date,net,running_total,snapshot");
  expect(lines.at(-1)).toMatch(/^2026,2026-08-20,-?\d+\.\d\d,6770140465\.18,/);
  expect(lines.findLast((line) => line.startsWith("2025,"))).toMatch(/,3988661487\.38,/);
  const { headers } = await site.fetch(chart.links("Picture (PNG)").hrefs[0] ?? "", { method: "HEAD" });
  expect(headers.get("content-type")).toBe("image/png");
});

it("what is new in the last 30 days of the records leads to its records", async () => {
  const home = await page("/");
  const largest = way(home, "Largest actions of the last 30 days");
  expect(largest.all("time").count).toBe(5);
  expect(largest.links("All, from the largest").hrefs).toEqual([
    "/contracts?view=actions&from=2026-07-22&sign=pos&sort=-federal_action_obligation",
  ]);
  const back = way(home, "Most taken back in the last 30 days");
  expect(
    back
      .all("li data")
      .attributes("value")
      .map(cents)
      .every((amount) => amount < 0),
  ).toBe(true);
  const companies = way(home, "New companies of the last 30 days");
  expect(companies.all("li").count).toBe(5);
  const first = await page(companies.links(/ actions?$/).hrefs[0] ?? "");
  const days = first.rows().all("time").attributes("datetime");
  expect(days.every((day) => day >= "2026-07-22")).toBe(true);
});

it("three ways in: find a company, browse the largest, see what changed", async () => {
  const home = await page("/");
  expect(way(home, "Browse the largest").links().texts).toEqual([
    "Companies, ranked",
    "Contracts with activity in FY2026",
    "Contracts over $50 million, all years",
    "Contracts over $50 million in FY2026",
  ]);
  expect(way(home, "See what changed").links().texts).toEqual([
    "What changed in the last update",
    "Latest actions",
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
  // One search is enough: that of the header.
  expect(home.all("main search").count).toBe(0);
});

it("the front page of another agency has an address of its own", async () => {
  const home = await page("/");
  const cbp = await home.follow("CBP", home.named("Agency"));
  expect(cbp.address).toBe("/?agency=7014");
  expect(cbp.all("h1").text).toMatch(/^CBP has obligated \$.* billion to contractors since Oct\. 1, 2025, /);
});

it("the front page of an unknown agency says that the records have none of its actions", async () => {
  const unknown = await page("/?agency=7999");
  expect(unknown.notices("These records have no contract actions by agency 7999").count).toBe(1);
});
