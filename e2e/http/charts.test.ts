import { describe, expect, it } from "vitest";

import { type PageElements, pagesOf, type ServedPage } from "./page";
import type { GroupsAnswer } from "./shapes";
import { cents, siteOf } from "./site";

const site = siteOf("bundled");
const open = pagesOf(site);

const result = (page: ServedPage) => page.named("Result").figures;
/** The chart of a view by group. */
const groups = (page: ServedPage) => page.all("figure").at(0);
/** Bars as a list, in the first of the layouts for different widths. */
const bars = (page: ServedPage) => groups(page).all("[role=list]").at(0).all("[role=listitem]");

/** The address of a chart's CSV file, and its lines without the header. */
async function fileOf(chart: PageElements) {
  const [address = ""] = chart.links("Numbers as CSV").hrefs;
  const answer = await site.fetch(address);
  expect(answer.headers.get("content-type"), address).toBe("text/csv; charset=utf-8");
  return (await answer.text()).trim().split("\r\n").slice(1);
}

/** The net amounts of rows, as numbers with cents. */
const netsOf = (rows: PageElements) =>
  rows.all("td:nth-of-type(1)").texts.map((text) => text.replace("−", "-").replace(/[$,]/g, ""));

it.each([
  ["company", "CSI Aviation", "$656,688,537.79", "/contracts?company=csi-aviation&fy=2025"],
  ["category", "Medical", "$104,751,918.93", "/contracts?fy=2025&category=medical"],
])("without scripts the bars by %s are a list of links to the records", async (show, name, net, address) => {
  const page = await open(`/contracts?fy=2025&show=${show}`);
  expect(result(page)).toContain("$3,988,661,487.38");
  expect(page.all(".recharts-bar-rectangle").count).toBe(0);
  expect(bars(page).at(0).all("rect[fill]").count).toBeGreaterThan(0);
  const records = await page.follow(new RegExp(`^${name}`), bars(page));
  expect(records.address).toBe(address);
  expect(result(records)).toContain(net);
});

it("without scripts a bar over time and a row by agency open their records", async () => {
  const years = await open("/contracts?company=palantir&show=fiscal_year");
  const bar = groups(years)
    .all("svg a")
    .with(/^FY2025/);
  expect(bar.hrefs).toEqual(["/contracts?company=palantir&fy=2025"]);
  expect(result(await open(bar.hrefs[0] ?? ""))).toContain("$81,098,690.32");
  const agencies = await open("/contracts?show=agency");
  const cbp = await agencies.follow(/^U\.S\. Customs and Border Protection/, bars(agencies));
  expect(cbp.address).toBe("/contracts?agency=7014");
  expect(result(cbp)).toContain("$64,272,101,377.18");
  expect(cbp.named("Agency").links("CBP").attributes("aria-current")).toEqual(["true"]);
});

describe("every chart has its numbers as a table and a file, its address and its source", () => {
  async function expectSourced(path: string) {
    const page = await open(path);
    const charts = page.all("figure").each;
    expect(charts.length).toBeGreaterThan(0);
    for (const chart of charts) {
      const name = chart.headings().texts[0];
      expect(chart.all("summary, a").with("Numbers as a table").count, name).toBe(1);
      expect(chart.all("p").with(/^Source: USAspending.gov, data through Aug. 20, 2026/).count, name).toBe(1);
      expect((await fileOf(chart)).length, name).toBeGreaterThan(0);
      const [address = ""] = chart.links("Link to this chart").hrefs;
      const [, anchor] = address.split("#");
      if (anchor) expect(page.all(`#${anchor}`).count, name).toBe(1);
      else expect(address, name).toMatch(/^\/contracts\?.*show=/);
    }
  }

  it.each(["/contracts?show=company", "/contracts/70CTD022FR0000170", "/companies/palantir"])(
    "%s",
    expectSourced,
  );
  it.each(["/", "/contracts?show=fiscal_year", "/agencies/7012", "/brands/azure", "/vehicles/GS35F0086U"])(
    "%s",
    { tags: ["deep"] },
    expectSourced,
  );
});

it("the records, file and picture of a chart are of one selection", async () => {
  const selectionOf = (href = "") => {
    const params = new URLSearchParams(href.split("?")[1]);
    for (const name of ["by", "top"]) params.delete(name);
    return `${params}`;
  };
  for (const path of [
    "/",
    "/agencies/7012?fy=2025",
    "/companies/palantir",
    "/contracts?fy=2025&show=company",
  ]) {
    const charts = (await open(path)).all("figure").each.filter((chart) => chart.links("Records").count > 0);
    expect(charts.length, path).toBeGreaterThan(0);
    for (const chart of charts) {
      const [records] = chart.links("Records").hrefs;
      for (const name of ["Numbers as CSV", "Picture (PNG)"]) {
        expect(selectionOf(chart.links(name).hrefs[0]), `${name} on ${path}`).toBe(selectionOf(records));
      }
    }
  }
  const palantir = (await open("/companies/palantir")).all("figure").links("Records").hrefs;
  expect(new Set(palantir)).toEqual(new Set(["/contracts?company=palantir"]));
});

it("the numbers of a chart are those of its file", async () => {
  const page = await open("/contracts?agency=7012&agency=7014&show=fiscal_year");
  const chart = page.all("figure", "Obligations by fiscal year");
  const nets = netsOf(chart.rows().with(/^(?:ICE|CBP),/));
  const inFile = (await fileOf(chart)).map((line) => /,(-?\d+\.\d\d),/.exec(line)?.[1]);
  expect(nets.length).toBeGreaterThan(0);
  expect(nets.toSorted()).toEqual(inFile.toSorted());
});

it("a chart of both agencies names them and has the numbers of each", async () => {
  const chart = (await open("/?agency=7012&agency=7014")).all("figure", "Obligations by month");
  expect(chart.all("li").texts).toEqual([
    "ICE",
    "CBP",
    "unfinished, through Aug. 20, 2026",
    "above the line added, below it taken back",
  ]);
  expect(chart.row(/^CBP ?, March 2026/).text).toContain("$");
});

it("the largest companies are compared by fiscal year, and add up with all the others", async () => {
  const page = await open("/contracts?show=company");
  const chart = page.all("figure", "The largest companies by fiscal year");
  expect(chart.all("ul").at(-1).all("li").count).toBe(6);
  const nets = netsOf(chart.rows().with(/^(?!FY)/)).map(cents);
  const { totals } = await site.json<GroupsAnswer>("/api/groups?by=company");
  expect(nets).toHaveLength(6);
  expect(nets.reduce((sum, net) => sum + net, 0)).toBe(Math.round(totals.net * 100));
  expect(chart.row(/^FY2025 ?, The GEO Group/).count).toBe(1);
  expect((await open("/contracts?show=company&fy=2025")).all("figure").count).toBe(1);
});
