import type { Page } from "playwright/test";

import { expect, test } from "./journey";

const contract = "/contracts/CONT_AWD_70CTD022FR0000170_7012_GS35F0086U_4730";

/** The number of sheets that a page prints on. */
const sheets = async (page: Page, format: "A4" | "Letter") =>
  (await page.pdf({ format })).toString("latin1").match(/\/Type\s*\/Page\b/g)?.length;

for (const { path, visible, left, most } of [
  {
    path: contract,
    visible: ["Obligated in these records (net)", "Actions", "What the record says", "Check, download, cite"],
    left: ["Other orders under this vehicle"],
    most: 4,
  },
  {
    path: "/companies/palantir",
    visible: ["Contracts, recently active first", "Rank and share", "How to check this"],
    left: ["ICE has obligated"],
    most: 1,
  },
]) {
  test(`${path} prints as a document`, async ({ page, request, baseURL }) => {
    const { snapshot } = await (await request.get("/api/health")).json();
    // A4 less its margins, at 96 pixels an inch.
    await page.setViewportSize({ width: 700, height: 1000 });
    await page.goto(path);
    const source = page.getByText(`${baseURL}${path} · snapshot ${snapshot} · data through Aug. 20, 2026`);
    await expect(source).toBeHidden();
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    await expect(source).toBeVisible();
    for (const text of visible) await expect(page.getByText(text, { exact: true }).first()).toBeVisible();
    for (const text of left) await expect(page.getByText(text).first()).toBeHidden();
    for (const role of ["navigation", "search", "form", "textbox", "combobox"] as const)
      await expect(page.getByRole(role), role).toHaveCount(0);
    // A header that sorts and a term are buttons whose text stays.
    await expect(
      page.locator("button:not(th button, [popovertarget])").filter({ visible: true }),
    ).toHaveCount(0);

    const sheet = await page.evaluate(() => ({
      ground: getComputedStyle(document.body).backgroundColor,
      ink: getComputedStyle(document.body).color,
      wide: document.documentElement.scrollWidth,
    }));
    expect(sheet).toEqual({ ground: "rgb(255, 255, 255)", ink: "rgb(27, 29, 34)", wide: 700 });

    const cut = await page
      .locator("main table")
      .evaluateAll(
        (tables) =>
          tables.filter(
            (table) => table.checkVisibility() && table.scrollWidth > (table.parentElement?.clientWidth ?? 0),
          ).length,
      );
    expect(cut).toBe(0);
    for (const [part, property, value] of [
      ["thead", "display", "table-header-group"], // repeats on each sheet
      ["tfoot", "display", "table-row-group"], // prints once, at the end of the table
      ["tbody tr", "break-inside", "avoid"],
    ] as const) {
      const found = await page
        .locator(`main table ${part}`)
        .evaluateAll(
          (elements, name) =>
            elements
              .filter((one) => one.checkVisibility())
              .map((one) => getComputedStyle(one).getPropertyValue(name)),
          property,
        );
      expect(
        [...new Set(found)].filter((one) => one !== value),
        part,
      ).toEqual([]);
    }
    expect(await sheets(page, "A4")).toBeLessThanOrEqual(most);
    expect(await sheets(page, "Letter")).toBeLessThanOrEqual(most);
  });
}

for (const [tag, slugs] of [
  [[], ["microsoft"]],
  [["@deep"], ["palantir", "dell", "akima", "geo-group", "motorola-solutions"]],
] as const)
  test(`a company prints on one sheet: ${slugs.join(", ")}`, { tag: [...tag] }, async ({ page }) => {
    for (const slug of slugs) {
      await page.goto(`/companies/${slug}`);
      expect(await sheets(page, "Letter"), slug).toBe(1);
    }
  });

test("a brief prints on one sheet", async ({ page }) => {
  for (const slug of ["palantir", "geo-group", "microsoft", "salesforce"]) {
    await page.goto(`/companies/${slug}/brief`);
    expect(await sheets(page, "Letter"), slug).toBe(1);
  }
});

test("a chart prints as the server drew it, as wide as the sheet, also after it was live", async ({
  page,
}) => {
  await page.goto(contract);
  const figure = page.locator("#running-total");
  await figure.scrollIntoViewIfNeeded();
  const drawings = figure.locator("svg");
  await expect(figure.getByRole("application")).toBeVisible();
  await page.setViewportSize({ width: 700, height: 1000 });
  await page.emulateMedia({ media: "print" });
  const seen = await drawings.evaluateAll((all) =>
    all
      .filter((one) => one.checkVisibility() && one.getBoundingClientRect().width > 300) // the others are legend symbols
      .map((one) => one.getBoundingClientRect().right <= innerWidth),
  );
  expect(seen).toEqual([true]);
  await expect(page.getByRole("link", { name: "Link to this chart" })).toBeHidden();
});

test("a chart of months prints without the space of its zoom, and a list as a table", async ({ page }) => {
  await page.setViewportSize({ width: 700, height: 1000 });
  await page.emulateMedia({ media: "print" });
  await page.goto("/contracts?show=month");
  for (const role of ["banner", "contentinfo", "search", "form"] as const)
    await expect(page.getByRole(role).filter({ visible: true }), role).toHaveCount(0);
  const figure = page.getByRole("figure", { name: "Obligations by month" });
  const drawn = await figure
    .locator("svg")
    .evaluateAll((all) => Math.max(...all.map((one) => one.getBoundingClientRect().bottom)));
  const foot = await figure.getByText("Source: USAspending.gov").boundingBox();
  expect(foot?.y).toBeLessThan(drawn);

  await page.goto("/contracts");
  await expect(page.getByText("27,370 actions · 12,245 contracts · 2,247 companies")).toBeVisible();
  const display = (part: string) =>
    page
      .locator(`#results table ${part}`)
      .first()
      .evaluate((one) => getComputedStyle(one).display);
  expect([await display("thead"), await display("tbody tr")]).toEqual(["table-header-group", "table-row"]);
  expect(await sheets(page, "Letter")).toBeLessThanOrEqual(5);
});

test("lists print their rows on few sheets, without what only a screen can use", async ({ page }) => {
  for (const [path, most] of [
    ["/changes", 8],
    ["/checks", 6],
    ["/places", 5],
    ["/contracts?fy=2026&vs=year-earlier", 6],
    ["/places/stewart-detention-center", 2],
  ] as const) {
    await page.goto(path);
    expect(await sheets(page, "Letter"), path).toBeLessThanOrEqual(most);
    await page.emulateMedia({ media: "print" });
    for (const name of ["Kinds of change", "Rows per page", "Verdict"])
      await expect(page.getByRole("list", { name }), `${path}: ${name}`).toHaveCount(0);
    const folded = page
      .locator("main details")
      .filter({ has: page.locator("> summary", { hasText: /^Show / }) });
    for (const part of await folded.locator("> :not(summary)").all()) await expect(part).toBeVisible();
    await page.emulateMedia({ media: null });
  }
});
