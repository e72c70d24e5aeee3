import { AxeBuilder } from "@axe-core/playwright";
import { type APIRequestContext, expect, type Page, test } from "playwright/test";

import { plainPage } from "./plain-page";

const result = (page: Page) => page.getByRole("region", { name: "Result" });
const office = (page: Page, name: string | RegExp) =>
  page.getByRole("row").filter({ has: page.getByRole("rowheader", { name }) });

/** A figure that opens records: what it says, and where it leads. */
interface Door {
  href: string;
  says: string;
  /** Which of the totals behind it the figure is. */
  of: "net" | "actions" | "companies" | "contracts";
}

/** Every figure of a page that is a link to records; counts say by their address what they count. */
function doorsOf(page: Page): Promise<Door[]> {
  return page.getByRole("main").evaluate((main) =>
    [...main.querySelectorAll<HTMLAnchorElement>("a[href^='/contracts']")].flatMap((link): Door[] => {
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
  doors: { href: string }[],
): Promise<Map<string, Record<string, number>>> {
  const addresses = [...new Set(doors.map(({ href }) => href))];
  const asked = addresses.map(async (href): Promise<[string, Record<string, number>]> => {
    const response = await request.get(href.replace("/contracts", "/api/contracts"));
    expect(response.ok(), href).toBe(true);
    return [href, (await response.json()).totals];
  });
  return new Map(await Promise.all(asked));
}

/** Pages, and how many figures and rows of numbers each has at least. */
const pages = [
  { path: "/", doors: 40, rows: 40 },
  { path: "/?agency=7014&grouped=no", doors: 40, rows: 30 },
  { path: "/?agency=7012&agency=7014", doors: 40, rows: 30 },
  { path: "/agencies", doors: 180, rows: 0 },
  { path: "/agencies?grouped=no", doors: 180, rows: 0 },
  { path: "/agencies/7012", doors: 50, rows: 40 },
  { path: "/agencies/7014?fy=all&grouped=no", doors: 50, rows: 40 },
  { path: "/agencies/7012?fy=2023&fy=2022", doors: 50, rows: 40 },
  { path: "/agencies/7012/offices/70CDCR", doors: 50, rows: 40 },
  { path: "/agencies/7012/offices/HSCETC?fy=all", doors: 35, rows: 15 },
];

for (const { path, doors, rows: least } of pages) {
  test(`every figure of ${path} opens records that sum to it`, async ({ page, request }) => {
    await page.goto(path);
    const found = await doorsOf(page);
    expect(found.length).toBeGreaterThanOrEqual(doors);
    const rows = await rowsOf(page);
    expect(rows.length).toBeGreaterThanOrEqual(least);
    const behind = await totalsBehind(request, [...found, ...rows]);
    for (const { href, says, of } of found) {
      expect(behind.get(href)?.[of], `${of} of ${href}`).toBe(Number(says));
    }
    for (const { href, figures } of rows) expect(behind.get(href), href).toMatchObject(figures);
  });
}

test("the list states each agency beside its offices, and a figure leads to its records", async ({
  page,
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
  await cdcr.getByRole("link", { name: "$5,161,787,020.82" }).click();
  await expect(page).toHaveURL("/contracts?office=70CDCR&fy=2026");
  await expect(result(page).getByTitle("$5,161,787,020.82").first()).toBeVisible();
  await page.goBack();
  await cdcr.getByRole("link", { name: "Detention Compliance" }).click();
  await expect(page).toHaveURL("/agencies/7012/offices/70CDCR");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Detention Compliance and Removals");
});

test("an agency's page states the year to date, its years, and the largest of a chosen period", async ({
  page,
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

test("companies and all the others add up to the period, and can be shown as recorded", async ({ page }) => {
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
  await page.getByRole("link", { name: "group by company" }).click();
  await expect(page).toHaveURL("/agencies/7012?fy=2025");
});

test("names on the overview lead to pages, figures to records", async ({ page }) => {
  await page.goto("/?agency=7014");
  const offices = page.getByRole("figure", { name: "Which office signed?" });
  const first = offices.getByRole("listitem").filter({ hasText: "70B01C" });
  await expect(first.getByRole("link", { name: "70B01C" })).toHaveAttribute(
    "href",
    "/agencies/7014/offices/70B01C",
  );
  await first.getByRole("link", { name: "$29,244,306,185.32" }).click();
  await expect(page).toHaveURL("/contracts?agency=7014&office=70B01C&fy=2026");
  await expect(result(page).getByTitle("$29,244,306,185.32").first()).toBeVisible();
  await page.goto("/?agency=7014");
  await page.getByRole("link", { name: "By year, office and vehicle" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("U.S. Customs and Border Protection");
});

test("an office without a name shows its code, and one that has ended its last year", async ({ page }) => {
  await page.goto("/agencies/7012/offices/HSCETC");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Office HSCETC");
  await expect(page.getByText(/read from the first six characters of the contract number/)).toBeVisible();
  await expect(page.getByText(/the newest is of 20 August 2024/)).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Period" }).locator("[aria-current]")).toHaveText(
    "FY2024",
  );
  await expect(page.getByText(/no action of the last 24 months/)).toBeVisible();
});

test("codes in small letters lead to the recorded ones, unknown codes to nothing", async ({
  page,
  request,
}) => {
  await page.goto("/agencies/7012/offices/70cdcr?grouped=no");
  await expect(page).toHaveURL("/agencies/7012/offices/70CDCR?grouped=no");
  for (const path of ["/agencies/9999", "/agencies/7014/offices/70CDCR", "/agencies/7012/offices/NONE01"]) {
    expect((await request.get(path)).status(), path).toBe(404);
  }
});

test("what an address asks wrongly is named, and the page carries on", async ({ page }) => {
  await page.goto("/agencies/7014?fy=1900&min=5&colour=blue");
  const notice = page.getByRole("complementary", { name: /could not be understood/ });
  await expect(notice).toContainText("colour is not a parameter");
  await expect(notice).toContainText("fy must be a fiscal year from 1978 to 2049");
  await expect(notice).toContainText("min works on the list of contracts, not here");
  await expect(notice.getByRole("link", { name: "Remove them" })).toHaveAttribute("href", "/agencies/7014");
  await expect(notice.getByRole("link", { name: /^Open the list/ })).toHaveAttribute(
    "href",
    "/contracts?agency=7014&min=5&amount=period",
  );
  await page.goto("/agencies/7012?fy=2015");
  await expect(page.getByText("These records hold no action of that period.")).toBeVisible();
});

test("the pages are whole with scripts off", async ({ browser }) => {
  const page = await plainPage(browser);
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
  await page.context().close();
});

for (const path of ["/agencies", "/agencies/7012?fy=all", "/agencies/7014/offices/70B01C?grouped=no"]) {
  test(`nothing of ${path} bars the way for anybody, with all details open, wide and on a telephone`, async ({
    page,
  }) => {
    await page.goto(path);
    await page.getByRole("main").evaluate((main) => {
      for (const one of main.querySelectorAll("details")) one.open = true;
    });
    for (const { width, colorScheme } of [
      { width: 1440, colorScheme: "dark" },
      { width: 390, colorScheme: "light" },
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      const { violations } = await new AxeBuilder({ page })
        .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
        .analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      const ends = await page
        .getByRole("main")
        .locator("td data")
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().right));
      expect(Math.max(...ends)).toBeLessThanOrEqual(width);
    }
  });
}

test("the endpoints list agencies with their offices and years", async ({ request }) => {
  const list = await (await request.get("/api/agencies?fy=2026")).json();
  expect(list.query.agency).toEqual(["7012", "7014"]);
  expect(Object.keys(list.totals)).toEqual([
    "net",
    "added",
    "taken_back",
    "actions",
    "contracts",
    "companies",
  ]);
  expect(
    list.rows.map(({ code, totals }: { code: string; totals: { net: number } }) => [code, totals.net]),
  ).toEqual([
    ["7014", 33488574630.94],
    ["7012", 6770140465.18],
  ]);
  expect(list.totals.net).toBe(40258715096.12);
  const ice = await (await request.get("/api/agencies/7012?grouped=no")).json();
  expect(ice).toMatchObject({ code: "7012", name: "U.S. Immigration and Customs Enforcement" });
  expect(ice.totals.net).toBe(22474332130.39);
  expect(ice.offices[0]).toEqual({
    code: "70CDCR",
    name: "Detention Compliance and Removals",
    totals: {
      net: 15487129226.99,
      added: 15915542962.16,
      taken_back: -428413735.17,
      actions: 4973,
      contracts: 1170,
      companies: 486,
    },
  });
  expect(ice.years[0]).toMatchObject({ fiscal_year: 2021, totals: { net: 2531913298.35, actions: 5295 } });
});

test("the endpoints refuse what they cannot answer, naming it", async ({ request }) => {
  const expected = [
    { path: "/api/agencies?colour=blue", status: 400, names: ["colour"] },
    { path: "/api/agencies/7012?agency=7014&min=x", status: 400, names: ["min", "agency"] },
    { path: "/api/agencies/9999", status: 404, names: undefined },
    { path: "/api/agencies/7012/offices", status: 404, names: undefined },
    { path: "/api/agencies?snapshot=other", status: 404, names: ["snapshot"] },
  ];
  for (const { path, status, names } of expected) {
    const response = await request.get(path);
    expect(response.status(), path).toBe(status);
    expect(response.headers()["content-type"]).toBe("application/problem+json");
    const { parameters } = await response.json();
    expect(
      parameters?.map(({ name }: { name: string }) => name),
      path,
    ).toEqual(names);
  }
});
