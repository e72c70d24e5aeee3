import { expect, it } from "vitest";

import { type PageElements, pagesOf } from "./page";
import type { TotalsJson } from "./shapes";
import { cents, siteOf } from "./site";

const site = siteOf("bundled");
const page = pagesOf(site);

it("lists agencies with their figures, offices and years", async () => {
  const list = await site.json<{
    query: { agency: string[] };
    totals: TotalsJson;
    rows: { code: string; totals: TotalsJson }[];
  }>("/api/agencies?fy=2026");
  expect(list.query.agency).toEqual(["7012", "7014"]);
  expect(list.rows.map(({ code, totals }) => [code, totals.net])).toEqual([
    ["7014", 33488574630.94],
    ["7012", 6770140465.18],
  ]);
  expect(list.totals.net).toBe(40258715096.12);
  const ice = await site.json<{ totals: TotalsJson; offices: object[]; years: object[] }>(
    "/api/agencies/7012?grouped=no",
  );
  expect(ice).toMatchObject({ code: "7012", name: "U.S. Immigration and Customs Enforcement" });
  expect(ice.totals.net).toBe(22474332130.39);
  expect(ice.offices[0]).toMatchObject({ code: "70CDCR", totals: { net: 15487129226.99, contracts: 1170 } });
  expect(ice.years[0]).toMatchObject({ fiscal_year: 2021, totals: { net: 2531913298.35, actions: 5295 } });
});

/** A figure that links to its records. */
interface FigureLink {
  href: string;
  says: string;
  /** Which total of the linked records the figure is. */
  of: "net" | "actions" | "companies" | "contracts";
}

const amountOf = (part: PageElements) => part.all("data").at(0).attributes("value")[0] ?? "";

const toRecords = "a[href^='/contracts']";
/** A bar of a chart, whose links all lead to the records of its amount. */
const bar = "[role=listitem]";
const netOf = (row: PageElements) =>
  (/net (\S+)$/.exec(row.all("title").text)?.[1] ?? "").replace("−", "-").replaceAll(/[$,]/g, "");

/** Every figure of a page that links to records. The address of a count tells what it counts. */
function figureLinks(main: PageElements): FigureLink[] {
  const amounts = main
    .all(`${toRecords}:has(data)`)
    .each.map((link): FigureLink => ({ href: link.hrefs[0] ?? "", says: amountOf(link), of: "net" }));
  const named = main
    .all(bar)
    .each.flatMap((row) =>
      row.all(toRecords).hrefs.map((href): FigureLink => ({ href, says: netOf(row), of: "net" })),
    );
  // A numeric code is not a count.
  const counts = main
    .all(`${toRecords}:not(:has(data), th *, ${bar} *)`)
    .each.flatMap((link): FigureLink[] => {
      const [href = ""] = link.hrefs;
      const count = /^([\d,]+)(?: [a-z ]+)?$/.exec(link.text)?.[1];
      if (!count) return [];
      const of = href.includes("view=actions")
        ? "actions"
        : href.includes("show=")
          ? "companies"
          : "contracts";
      return [{ href, says: count.replaceAll(",", ""), of }];
    });
  return [...amounts, ...named, ...counts];
}

/** The figures of each row of the number tables, by the address of its records. */
function rowsOf(main: PageElements): { href: string; figures: Record<string, number> }[] {
  return main.all(`figure tbody tr:has(${toRecords})`).each.map((row) => {
    const cell = (label: string) => row.all(`[data-label="${label}"]`);
    const money = (label: string) => Number(amountOf(cell(label)));
    const count = (label: string) => Number(cell(label).text.replaceAll(",", ""));
    const figures = {
      net: money("Obligated (net)"),
      added: money("Added"),
      taken_back: money("Taken back"),
      actions: count("Actions"),
      contracts: count("Contracts"),
    };
    return { href: row.all(toRecords).hrefs[0] ?? "", figures };
  });
}

/** The totals of the records at some addresses, each read once. */
async function totalsBehind(links: { href: string }[]): Promise<Map<string, TotalsJson>> {
  const addresses = [...new Set(links.map(({ href }) => href))];
  const answers = addresses.map(async (href): Promise<[string, TotalsJson]> => {
    const address = href.replace("/contracts", "/api/contracts");
    const { totals } = await site.json<{ totals: TotalsJson }>(
      `${address}${address.includes("?") ? "&" : "?"}size=1`,
    );
    return [href, totals];
  });
  return new Map(await Promise.all(answers));
}

/** A page, the least number of its figures and rows, and the stride at which figures are followed. */
interface PageOfFigures {
  path: string;
  links: number;
  rows: number;
  oneOf?: number;
}

async function expectSums({ path, ...least }: PageOfFigures) {
  const main = (await page(path)).all("main");
  const all = figureLinks(main);
  expect(all.length).toBeGreaterThanOrEqual(least.links);
  const followed = all.filter((_, index) => index % (least.oneOf ?? 1) === 0);
  const rows = rowsOf(main);
  expect(rows.length).toBeGreaterThanOrEqual(least.rows);
  const behind = await totalsBehind([...followed, ...rows]);
  for (const { href, says, of } of followed) {
    expect(behind.get(href)?.[of], `${of} of ${href}`).toBe(Number(says));
  }
  for (const { href, figures } of rows) expect(behind.get(href), href).toMatchObject(figures);
}

const pages: PageOfFigures[] = [
  { path: "/?agency=7014&grouped=no", links: 40, rows: 30 },
  { path: "/agencies", links: 180, rows: 0, oneOf: 3 },
  { path: "/agencies/7014?fy=2023&fy=2022&grouped=no", links: 50, rows: 40 },
];
const deepPages: PageOfFigures[] = [
  { path: "/agencies/7012/offices/70CDCR", links: 50, rows: 40 },
  { path: "/", links: 40, rows: 40 },
  { path: "/?agency=7012&agency=7014", links: 40, rows: 30 },
  { path: "/agencies", links: 180, rows: 0 },
  { path: "/agencies?grouped=no", links: 180, rows: 0 },
  { path: "/agencies/7012", links: 50, rows: 40 },
  { path: "/agencies/7014?fy=all&grouped=no", links: 50, rows: 40 },
  { path: "/agencies/7012?fy=2023&fy=2022", links: 50, rows: 40 },
  { path: "/agencies/7012/offices/HSCETC?fy=all", links: 35, rows: 15 },
];

for (const one of pages) it(`figures link to records that sum to them: ${one.path}`, () => expectSums(one));
for (const one of deepPages) {
  it(`every figure links to records that sum to it: ${one.path}`, { tags: ["deep"] }, () => expectSums(one));
}

it("the list has each agency with its offices, and a figure links to its records", async () => {
  const list = await page("/agencies");
  const ice = list.named("U.S. Immigration and Customs Enforcement");
  expect(ice.links("$6,770,140,465.18").at(0).text).toContain("$6.77 billion");
  expect(ice.links("$22,474,332,130.39").count).toBeGreaterThan(0);
  const cdcr = list.row(/^Detention Compliance and Removals/);
  expect(cdcr.all("td").texts).toEqual([
    "$5,161,787,020.82",
    "$1,885,248,133.62",
    "$15,487,129,226.99",
    "$15,915,542,962.16",
    "−$428,413,735.17",
    "4,973",
    "1,170",
    expect.stringMatching(/^\d+$/),
  ]);
  expect(list.row(/HSCETC/).all("td").texts[0]).toBe("no action");
  expect(cdcr.links(/^Detention Compliance/).hrefs).toEqual(["/agencies/7012/offices/70CDCR"]);
  const records = await list.follow("$5,161,787,020.82", cdcr);
  expect(records.address).toBe("/contracts?office=70CDCR&fy=2026");
  expect(records.named("Result").figures).toContain("$5,161,787,020.82");
});

it("an agency's page has the year to date, its years, and the largest of a chosen period", async () => {
  const ice = await page("/agencies/7012");
  const lede = ice.all("main p").with(/ from Oct. 1, 2025, through Aug. 20, 2026/);
  expect(lede.links("$6,770,140,465.18").hrefs).toEqual(["/contracts?fy=2026"]);
  expect(lede.links("$2,435,372,233.36").count).toBe(1);
  const years = ice.all("figure", "Obligations by fiscal year");
  expect(years.row("FY2025").text).toContain("−$182,924,739.77");
  expect(years.all("li").texts).toContain("unfinished, through Aug. 20, 2026");

  const periods = ice.named("Period");
  expect(periods.links().at(0).attributes("aria-current")).toEqual(["page"]);
  const ever = await ice.follow("All records", periods);
  expect(ever.address).toBe("/agencies/7012?fy=all");
  const vehicles = ever.all("figure", "Obligations by vehicle's agency");
  expect(vehicles.text).toContain("all records, Oct. 1, 2020 – Aug. 20, 2026");
  expect(vehicles.all("[role=listitem]").with("Not reported").text).toContain("−$16.1 million");
  const none = await ever.follow(/^None\b/, vehicles.all("svg"));
  expect(none.address).toBe("/contracts?vehicle_agency=none");
  expect(none.named("Result").figures).toContain("$3,125,788,814.10");
});

it("companies and the remainder add up to the period, and can be shown as recorded", async () => {
  const recorded = await (await page("/agencies/7012?fy=2025")).follow("as recorded");
  expect(recorded.address).toBe("/agencies/7012?grouped=no&fy=2025");
  const chart = recorded.all("figure", "Obligations by recipient");
  expect(chart.all("[role=list]").at(0).all("[role=listitem]").with("All other recipients").count).toBe(1);
  const amounts = chart.rows().all("td:nth-of-type(1) data").attributes("value").map(cents);
  expect(amounts).toHaveLength(11);
  expect(amounts.reduce((sum, value) => sum + value, 0)).toBe(398_866_148_738);
  expect(recorded.links("group by company").hrefs).toEqual(["/agencies/7012?fy=2025"]);
});

it("on the overview names link to pages and figures to records", async () => {
  const home = await page("/?agency=7014");
  const first = home
    .all("figure", "Obligations by office")
    .all("[role=list]")
    .at(0)
    .all("[role=listitem]")
    .with("Administration, Facilities and Training Contracting Division");
  expect(first.links("Administration, Facilities and Training Contracting Division").hrefs).toEqual([
    "/agencies/7014/offices/70B01C",
  ]);
  const records = await home.follow(/net \$29,244,306,185\.32/, first);
  expect(records.address).toBe("/contracts?agency=7014&office=70B01C&fy=2026");
  expect(records.named("Result").figures).toContain("$29,244,306,185.32");
});

it("an office without a name shows its code, and one without recent actions its last year", async () => {
  const office = await page("/agencies/7012/offices/HSCEOP");
  expect(office.all("h1").text).toBe("Office HSCEOP");
  const paragraphs = office.all("main p");
  expect(paragraphs.with("from the first six characters of the contract number").count).toBe(1);
  expect(paragraphs.with("the latest is from Dec. 11, 2023").count).toBe(1);
  expect(office.named("Period").all("[aria-current]").texts).toEqual(["FY2024"]);
  expect(paragraphs.with("no action in the last 24 months").count).toBe(1);
});

it("a year without actions says that the records have none", async () => {
  const paragraphs = (await page("/agencies/7012?fy=2015")).all("main p").texts;
  expect(paragraphs).toContain("These records have no action in that period.");
});

it("links lead from the list through an agency and a year to an office", async () => {
  const list = await page("/agencies");
  const cbp = await list.follow(/^U.S. Customs/, list.all("h2"));
  expect(cbp.address).toBe("/agencies/7014");
  const year = await cbp.follow("FY2024", cbp.named("Period"));
  expect(year.address).toBe("/agencies/7014?fy=2024");
  const office = await year.follow(
    "Administration, Facilities and Training Contracting Division",
    year.all("figure", "Obligations by office"),
  );
  expect(office.address).toBe("/agencies/7014/offices/70B01C");
  const years = office.all("figure", "Obligations by fiscal year");
  expect(years.row("FY2026").text).toContain("$29,244,306,185.32");
});
