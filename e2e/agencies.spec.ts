import type { APIRequestContext, Page } from "playwright/test";

import { axeViolations, expect, pageWidth, test } from "./journey";

const result = (page: Page) => page.getByRole("region", { name: "Result" });
const office = (page: Page, name: string | RegExp) =>
  page.getByRole("row").filter({ has: page.getByRole("rowheader", { name }) });

/** A figure that links to records: what it says, and where it leads. */
interface FigureLink {
  href: string;
  says: string;
  /** Which of the totals behind it the figure is. */
  of: "net" | "actions" | "companies" | "contracts";
}

/** Every figure of a page that links to records; the address of a count says what it counts. */
function figureLinks(page: Page): Promise<FigureLink[]> {
  return page.getByRole("main").evaluate((main) =>
    [...main.querySelectorAll<HTMLAnchorElement>("a[href^='/contracts']")].flatMap((link): FigureLink[] => {
      const href = link.getAttribute("href") ?? "";
      const row = link.closest("li");
      const money =
        link.querySelector("data") ?? (row && !row.querySelector("time") && row.querySelector("data"));
      if (money) return [{ href, says: money.getAttribute("value") ?? "", of: "net" }];
      const count = /^([\d,]+)(?: [a-z ]+)?$/.exec(link.textContent ?? "")?.[1];
      if (!count || link.closest("th")) return []; // a name that is a code is no count
      const of = href.includes("view=actions")
        ? "actions"
        : href.includes("show=")
          ? "companies"
          : "contracts";
      return [{ href, says: count.replaceAll(",", ""), of }];
    }),
  );
}

/** The figures of each row of the tables of numbers, by the address of its records. */
function rowsOf(page: Page): Promise<{ href: string; figures: Record<string, number> }[]> {
  return page.getByRole("main").evaluate((main) =>
    [...main.querySelectorAll("figure tbody tr")].flatMap((row) => {
      const href = row.querySelector("a[href^='/contracts']")?.getAttribute("href");
      const cell = (label: string) => row.querySelector(`[data-label="${label}"]`);
      const money = (label: string) => Number(cell(label)?.querySelector("data")?.getAttribute("value"));
      const count = (label: string) => Number(cell(label)?.textContent?.replaceAll(",", ""));
      if (!href) return [];
      const figures = {
        net: money("Obligated (net)"),
        added: money("Added"),
        taken_back: money("Taken back"),
        actions: count("Actions"),
        contracts: count("Contracts"),
      };
      return [{ href, figures }];
    }),
  );
}

/** What the records behind some addresses add up to, each asked once. */
async function totalsBehind(
  request: APIRequestContext,
  links: { href: string }[],
): Promise<Map<string, Record<string, number>>> {
  const addresses = [...new Set(links.map(({ href }) => href))];
  const asked = addresses.map(async (href): Promise<[string, Record<string, number>]> => {
    const address = href.replace("/contracts", "/api/contracts");
    const response = await request.get(`${address}${address.includes("?") ? "&" : "?"}size=1`);
    expect(response.ok(), href).toBe(true);
    return [href, (await response.json()).totals];
  });
  return new Map(await Promise.all(asked));
}

/** Pages, how many figures and rows of numbers each has at least, and of how many figures one is followed. */
const pages = [
  { path: "/?agency=7014&grouped=no", links: 40, rows: 30 },
  { path: "/agencies", links: 180, rows: 0, oneOf: 3 },
  { path: "/agencies/7014?fy=2023&fy=2022&grouped=no", links: 50, rows: 40 },
];
const deepPages = [
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

interface PageOfFigures {
  path: string;
  links: number;
  rows: number;
  oneOf?: number;
}

async function expectSums(page: Page, request: APIRequestContext, { path, ...least }: PageOfFigures) {
  await page.goto(path);
  const all = await figureLinks(page);
  expect(all.length).toBeGreaterThanOrEqual(least.links);
  const followed = all.filter((_, index) => index % (least.oneOf ?? 1) === 0);
  const rows = await rowsOf(page);
  expect(rows.length).toBeGreaterThanOrEqual(least.rows);
  const behind = await totalsBehind(request, [...followed, ...rows]);
  for (const { href, says, of } of followed) {
    expect(behind.get(href)?.[of], `${of} of ${href}`).toBe(Number(says));
  }
  for (const { href, figures } of rows) expect(behind.get(href), href).toMatchObject(figures);
}

for (const one of pages) {
  test(`figures link to records that sum to them: ${one.path}`, async ({ reader, request }) =>
    expectSums(reader, request, one));
}
for (const one of deepPages) {
  test(`every figure links to records that sum to it: ${one.path}`, { tag: "@deep" }, async ({
    reader,
    request,
  }) => {
    test.slow();
    await expectSums(reader, request, one);
  });
}

test("the list states each agency beside its offices, and a figure links to its records", async ({
  reader: page,
}) => {
  await page.goto("/agencies");
  const ice = page.getByRole("region", { name: "U.S. Immigration and Customs Enforcement", exact: true });
  await expect(ice.getByRole("link", { name: "$6,770,140,465.18" }).first()).toContainText("$6.77 billion");
  await expect(ice.getByRole("link", { name: "$22,474,332,130.39" }).first()).toBeVisible();
  const cdcr = office(page, /^Detention Compliance and Removals/);
  await expect(cdcr.getByRole("cell")).toHaveText([
    "$5,161,787,020.82",
    "$1,885,248,133.62",
    "$15,487,129,226.99",
    "$15,915,542,962.16",
    "−$428,413,735.17",
    "4,973",
    "1,170",
    /^\d+$/,
  ]);
  await expect(office(page, "HSCETC").getByRole("cell").first()).toHaveText("no action");
  await expect(cdcr.getByRole("link", { name: "Detention Compliance" })).toHaveAttribute(
    "href",
    "/agencies/7012/offices/70CDCR",
  );
  await cdcr.getByRole("link", { name: "$5,161,787,020.82" }).click();
  await expect(page).toHaveURL("/contracts?office=70CDCR&fy=2026");
  await expect(result(page).getByTitle("$5,161,787,020.82").first()).toBeVisible();
});

test("an agency's page states the year to date, its years, and the largest of a chosen period", async ({
  reader: page,
}) => {
  await page.goto("/agencies/7012");
  const lede = page.getByText(/^From 1 October 2025 through 20 August 2026/);
  await expect(lede.getByRole("link", { name: "$6,770,140,465.18" })).toHaveAttribute(
    "href",
    "/contracts?fy=2026",
  );
  await expect(lede.getByRole("link", { name: "$2,435,372,233.36" })).toBeVisible();
  const years = page.getByRole("figure", { name: "In which fiscal year was it obligated?" });
  await years.getByText("Numbers as a table").click();
  await expect(years.getByRole("row", { name: /^FY2025/ })).toContainText("−$182,924,739.77");
  await expect(years.getByText("unfinished, through 20 Aug 2026")).toBeVisible();

  const periods = page.getByRole("navigation", { name: "Period" });
  await expect(periods.getByRole("link").first()).toHaveAttribute("aria-current", "page");
  await periods.getByRole("link", { name: "All records" }).click();
  await expect(page).toHaveURL("/agencies/7012?fy=all");
  const vehicles = page.getByRole("figure", { name: "Under which agency’s vehicles?" });
  await expect(vehicles).toContainText("all records, 1 Oct 2020 – 20 Aug 2026");
  await expect(vehicles.getByRole("listitem").filter({ hasText: "Not reported" })).toContainText(
    "−$16.1 million",
  );
  await vehicles.getByRole("link", { name: "None", exact: true }).first().click();
  await expect(page).toHaveURL("/contracts?vehicle_agency=none");
  await expect(result(page).getByTitle("$3,125,788,814.10").first()).toBeVisible();
});

test("companies and the remainder add up to the period, and can be shown as recorded", async ({
  reader: page,
}) => {
  await page.goto("/agencies/7012?fy=2025");
  await page.getByRole("link", { name: "as recorded" }).click();
  await expect(page).toHaveURL("/agencies/7012?grouped=no&fy=2025");
  const chart = page.getByRole("figure", { name: "To which recipients is it obligated?" });
  await expect(chart.getByRole("listitem").filter({ hasText: "All other recipients" })).toHaveCount(1);
  await chart.getByText("Numbers as a table").click();
  const cells = await chart.getByRole("row").locator("td:nth-of-type(1) data").all();
  const amounts = await Promise.all(cells.map((cell) => cell.getAttribute("value")));
  const cents = amounts.map((amount) => Number(amount?.replace(".", "")));
  expect(cents).toHaveLength(11);
  expect(cents.reduce((sum, value) => sum + value, 0)).toBe(398_866_148_738);
  await expect(page.getByRole("link", { name: "group by company" })).toHaveAttribute(
    "href",
    "/agencies/7012?fy=2025",
  );
});

test("on the overview names link to pages and figures to records", async ({ reader: page }) => {
  await page.goto("/?agency=7014");
  const offices = page.getByRole("figure", { name: "Which office signed?" });
  const first = offices.getByRole("listitem").filter({ hasText: "70B01C" });
  await expect(first.getByRole("link", { name: "70B01C" })).toHaveAttribute(
    "href",
    "/agencies/7014/offices/70B01C",
  );
  await expect(page.getByRole("link", { name: "By year, office and vehicle" })).toHaveAttribute(
    "href",
    "/agencies/7014",
  );
  await first.getByRole("link", { name: "$29,244,306,185.32" }).click();
  await expect(page).toHaveURL("/contracts?agency=7014&office=70B01C&fy=2026");
  await expect(result(page).getByTitle("$29,244,306,185.32").first()).toBeVisible();
});

test("an office without a name shows its code, and one without recent actions its last year", async ({
  reader: page,
}) => {
  await page.goto("/agencies/7012/offices/HSCETC");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Office HSCETC");
  await expect(page.getByText(/read from the first six characters of the contract number/)).toBeVisible();
  await expect(page.getByText(/the newest is of 20 August 2024/)).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Period" }).locator("[aria-current]")).toHaveText(
    "FY2024",
  );
  await expect(page.getByText(/no action of the last 24 months/)).toBeVisible();
});

test("the page names parameters it cannot read and shows the rest", async ({ reader: page }) => {
  await page.goto("/agencies/7014?fy=1900&min=5&color=blue");
  const notice = page.getByRole("complementary", { name: /could not be understood/ });
  await expect(notice).toContainText("color is not a parameter");
  await expect(notice).toContainText("fy must be a fiscal year from 1978 to 2049");
  await expect(notice).toContainText("min works on the list of contracts, not here");
  await expect(notice.getByRole("link", { name: "Remove them" })).toHaveAttribute("href", "/agencies/7014");
  await expect(notice.getByRole("link", { name: /^Open the list/ })).toHaveAttribute(
    "href",
    "/contracts?agency=7014&min=5&amount=period",
  );
});

test("a year without actions says that the records hold none", async ({ reader: page }) => {
  await page.goto("/agencies/7012?fy=2015");
  await expect(page.getByText("These records hold no action of that period.")).toBeVisible();
});

test("links lead from the list through an agency and a year to an office", async ({ reader: page }) => {
  await page.goto("/agencies");
  await page
    .getByRole("heading", { level: 2 })
    .getByRole("link", { name: /^U.S. Customs/ })
    .click();
  await expect(page).toHaveURL("/agencies/7014");
  await page.getByRole("navigation", { name: "Period" }).getByRole("link", { name: "FY2024" }).click();
  await expect(page).toHaveURL("/agencies/7014?fy=2024");
  const offices = page.getByRole("figure", { name: "Which office signed?" });
  await offices.getByRole("link", { name: "70B01C" }).first().click();
  await expect(page).toHaveURL("/agencies/7014/offices/70B01C");
  const years = page.getByRole("figure", { name: "In which fiscal year was it obligated?" });
  await years.getByText("Numbers as a table").click();
  await expect(years.getByRole("row", { name: /^FY2026/ })).toContainText("$29,244,306,185.32");
});

for (const path of ["/agencies", "/agencies/7012?fy=all", "/agencies/7014/offices/70B01C?grouped=no"]) {
  test(`has no axe violations and fits, all details open, on desktop and phone: ${path}`, {
    tag: "@deep",
  }, async ({ page }) => {
    test.slow();
    await page.goto(path);
    const main = page.getByRole("main");
    await main.evaluate((element) => {
      for (const one of element.querySelectorAll("details")) one.open = true;
    });
    for (const { width, colorScheme } of [
      { width: 1440, colorScheme: "dark" },
      { width: 390, colorScheme: "light" },
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      expect(await axeViolations(page)).toEqual([]);
      expect(await pageWidth(page)).toBe(width);
      const ends = await main
        .locator("td data")
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().right));
      expect(Math.max(...ends)).toBeLessThanOrEqual(width);
    }
  });
}
