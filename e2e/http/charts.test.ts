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
  const records = await page.follow(new RegExp(`^${name}: `), bars(page));
  expect(records.address).toBe(address);
  expect(result(records)).toContain(net);
});

it("the preview of a list says what is to be seen in its picture, and a browser within the site does without", async () => {
  const page = await open("/contracts?fy=2025");
  const [alt] = page.all('meta[property="og:image:alt"]').attributes("content");
  expect(alt).toMatch(/account for \d+% of what ICE obligated in FY2025/);
  const text = await (await site.fetch("/contracts?fy=2025", { headers: { rsc: "1" } })).text();
  expect(text).toContain("$3,988,661,487.38");
  expect(text).not.toContain("account for");
});

it("without scripts a bar over time and a row by agency open their records", async () => {
  const years = await open("/contracts?company=palantir&show=fiscal_year");
  const bar = groups(years)
    .all("svg a")
    .with(/^FY2025/);
  expect(bar.hrefs).toEqual(["/contracts?company=palantir&fy=2025"]);
  expect(result(await open(bar.hrefs[0] ?? ""))).toContain("$81,098,690.32");
  const agencies = await open("/contracts?show=agency");
  const rows = agencies.all("figure", "Obligations by agency").all("[role=listitem]");
  const cbp = await agencies.follow(/^U\.S\. Customs and Border Protection: /, rows);
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

  it.each([
    "/contracts?show=company",
    "/contracts?show=agency",
    "/contracts?show=flow",
    "/contracts/70CTD022FR0000170",
    "/companies/palantir",
  ])("%s", expectSourced);
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

describe("a ranking by size", () => {
  it("has 20 bars, or as many as the address says, with the rest as a row without one", async () => {
    const page = await open("/contracts?show=company");
    expect(bars(page).count).toBe(21);
    const rest = bars(page).at(20);
    expect(rest.text).toMatch(/^All other companies \(2,227\): .* not drawn$/);
    expect(rest.all("rect[height='16']").count).toBe(0);
    const more = await page.follow("50 bars");
    expect(more.address).toBe("/contracts?show=company&bars=50");
    expect(bars(more).count).toBe(51);
    expect(groups(more).links("Picture (PNG)").hrefs[0]).toContain("top=50");
    expect(bars(await more.follow("10 bars")).count).toBe(11);
    expect((await open("/contracts?show=category")).links("50 bars").count).toBe(0);
    const unread = await open("/contracts?show=company&bars=30");
    expect(unread.all("main").text).toContain("must be one of 10, 20, 50");
    expect(bars(unread).count).toBe(21);
  });

  it("has a table of 25 rows in any order, or of all, with the sum of all as its last row", async () => {
    const page = await open("/contracts?show=company&fy=2025");
    const rows = (of: ServedPage) => of.all("#numbers").rows();
    const sums = (of: ServedPage) => netsOf(rows(of)).map(cents);
    const all = await page.follow(/^Show all [\d,]+ companies$/);
    expect(all.address).toMatch(/^\/contracts\?fy=2025&show=company&rows=all/);
    expect([rows(page).count, rows(all).count > 500]).toEqual([25, true]);
    expect(sums(all).reduce((sum, net) => sum + net, 0)).toBe(398_866_148_738);
    const byActions = await page.follow(/^Actions/, page.all("#numbers"));
    expect(rows(byActions).count).toBe(25);
    const actions = rows(byActions)
      .all("td:nth-of-type(6)")
      .texts.map((text) => Number(text.replace(",", "")));
    expect(actions).toEqual(actions.toSorted((one, other) => other - one));
    expect(actions[0]).toBeGreaterThan(Number(rows(page).at(0).all("td:nth-of-type(6)").text));
    for (const of of [page, all, byActions]) {
      expect(of.all("#numbers tfoot").text).toMatch(/companies.*\$3,988,661,487\.38.*100\.0%/);
    }
  });

  it("of what was taken back begins with the most", async () => {
    const page = await open("/contracts?show=company&sign=neg&fy=2025");
    const nets = netsOf(page.all("#numbers").rows()).map(cents);
    expect(nets[0]).toBe(Math.min(...nets.slice(0, 25)));
    const [address = ""] = groups(page).links("Picture (PNG)").hrefs;
    const svg = await (await site.fetch(address.replace(".png", ".svg"))).text();
    expect(svg).toContain(bars(page).at(0).all("title").text.split(":")[0] ?? "?");
  });
});

describe("agencies side by side", () => {
  it("have their years, offices and companies on one scale each, and a table that adds up", async () => {
    const page = await open("/contracts?show=agency");
    const names = ["U.S. Immigration and Customs Enforcement", "U.S. Customs and Border Protection"];
    for (const figure of [
      "Agencies by fiscal year",
      "The largest offices of each agency",
      "The largest companies of each agency",
    ]) {
      const heads = page.all("figure", figure).all("ul > li > p").texts;
      expect(heads.map((head, index) => head.startsWith(names[index] ?? "?"))).toEqual([true, true]);
    }
    const [ice = "", cbp = ""] = page.all("figure", "Agencies by fiscal year").all("ul > li > p").texts;
    expect(cbp).toContain("74.1%");
    expect(cbp).not.toContain("selected");
    expect(ice).toContain("selected");
    expect(ice).toContain("2.8 times the $2.44 billion over the same dates a year earlier");
    const table = page.all("#numbers");
    expect(table.row(/^ICE/).text).toContain("$6,770,140,465.18");
    const both = await site.json<GroupsAnswer>("/api/groups?by=fiscal_year&agency=7012&agency=7014");
    const total = table.all("tfoot").text.replaceAll(",", "");
    for (const { net } of both.groups) expect(total).toContain(net.toFixed(2));
    const year = await page.follow("$6,770,140,465.18", table);
    expect(year.address).toBe("/contracts?fy=2026");
  });

  it("of a window have no comparison with other dates", async () => {
    const page = await open("/contracts?show=agency&fy=2026");
    expect(page.all("figure", "Agencies by fiscal year").count).toBe(0);
    expect(page.all("figure", "The largest offices of each agency").count).toBe(1);
    expect(page.all("main").text).not.toContain("of the same dates");
  });
});
