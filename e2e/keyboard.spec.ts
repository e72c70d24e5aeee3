import { expect, type Page, test } from "playwright/test";

import { enter, tabTo } from "./keyboard";

const result = (page: Page) => page.getByRole("region", { name: "Result" });
const filters = (page: Page) => page.getByRole("form", { name: "Filter contracts" });
const search = (page: Page) => page.getByRole("search").getByRole("searchbox", { name: /^Search companies/ });

test("what was obligated to a company since a date", async ({ page }) => {
  await page.goto("/");
  await tabTo(page, search(page));
  await page.keyboard.type("palantir");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/search?q=palantir");
  await enter(page, page.getByRole("main").getByRole("link", { name: "Palantir", exact: true }).first());
  await expect(page.getByRole("heading", { level: 1, name: "Palantir" })).toBeVisible();
  const days = page.getByRole("form", { name: "Sum between two days" });
  await tabTo(page, days.getByLabel("Obligated from"));
  await page.keyboard.type("01012025");
  await tabTo(page, days.getByLabel("through"));
  await page.keyboard.type("12312025");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/contracts?company=palantir&from=2025-01-01&to=2025-12-31");
  await expect(result(page)).toContainText("$81,098,690.32 obligated (net)");
});

test("the contracts above $50 million that the office in Dallas signed", async ({ page }) => {
  await page.goto("/contracts");
  await enter(page, page.getByRole("link", { name: "Skip to the content" }));
  await tabTo(page, filters(page).getByLabel("Least amount in dollars"));
  await page.keyboard.type("50m");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/min=50/);
  await enter(page, filters(page).getByRole("link", { name: /Dallas/ }));
  await expect(page).toHaveURL("/contracts?office=70CMSD&min=50000000&amount=period");
  await expect(result(page)).toContainText("2 contracts");
});

test("what was taken back last month", async ({ page }) => {
  await page.goto("/");
  await enter(page, page.getByRole("main").getByRole("link", { name: "Taken back in July 2026" }));
  await expect(page).toHaveURL(/sign=neg/);
  await expect(result(page)).toContainText("−$6,033,538.06 obligated (net)");
});

test("which companies’ awards name Microsoft", async ({ page }) => {
  await page.goto("/");
  await tabTo(page, search(page));
  await page.keyboard.type("microsoft");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/search?q=microsoft");
  await enter(page, page.getByRole("main").getByRole("link", { name: "Microsoft", exact: true }).last());
  await expect(page).toHaveURL("/brands/microsoft");
  const holders = page.getByRole("figure", { name: "Who holds the awards that name it?" });
  await expect(holders.getByRole("listitem").filter({ hasText: "Dell" })).toContainText("$97,312,088.24");
  await expect(holders.getByRole("listitem").filter({ hasText: "Procentrix" })).toContainText(
    "$13,259,235.38",
  );
  await enter(page, holders.getByRole("link", { name: "Dell" }).first());
  await expect(page.getByRole("main")).toContainText("Dell");
});

test("one office’s actions of a fiscal year as a file", async ({ page }) => {
  await page.goto("/contracts?view=actions&fy=2025");
  await enter(page, page.getByRole("link", { name: "Skip to the content" }));
  await enter(page, filters(page).getByRole("link", { name: /Dallas/ }));
  await expect(page).toHaveURL("/contracts?view=actions&office=70CMSD&fy=2025");
  await tabTo(page, result(page).getByRole("link", { name: /^Export/ }));
  const download = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  expect((await download).suggestedFilename()).toMatch(/70CMSD.*\.csv$/i);
});

test("a filter is taken away, the order turned and the next page opened", async ({ page }) => {
  await page.goto("/contracts?company=geo-group&fy=2025&view=actions");
  await enter(page, page.getByRole("link", { name: "Skip to the results" }));
  await enter(page, page.getByRole("link", { name: "Remove Fiscal year: FY2025" }));
  await expect(page).toHaveURL("/contracts?view=actions&company=geo-group");
  await enter(page, page.getByRole("columnheader", { name: "Obligated by the action" }).getByRole("link"));
  await expect(page.getByRole("columnheader", { name: "Obligated by the action" })).toHaveAttribute(
    "aria-sort",
    "descending",
  );
  await enter(
    page,
    page.getByRole("navigation", { name: /^Pages/ }).getByRole("link", { name: /Next/ }),
    400,
  );
  await expect(page).toHaveURL(/page=2/);
});

test("what is empty is widened again", async ({ page }) => {
  await page.goto("/contracts?company=palantir&view=actions&min=100m");
  const way = page.getByRole("main").getByRole("link", { name: "without the amount filter" });
  await expect(way).toBeVisible();
  await enter(page, page.getByRole("link", { name: "Skip to the results" }));
  await enter(page, way);
  await expect(result(page)).toContainText("39 actions");
});

test("a figure that was published is found with the action behind it", async ({ page }) => {
  await page.goto("/");
  await enter(
    page,
    page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Find a figure" }),
  );
  await tabTo(page, page.getByRole("textbox", { name: "Figure as it was written" }));
  await page.keyboard.type("29.8M");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/^[^?]*\/find\?amount=29\.8M/);
  await enter(page, page.getByRole("link", { name: "$29,898,236.00" }).first());
  await expect(result(page)).toContainText("$29,898,236.00");
});

test("the largest contracts of the year, and the other agency’s", async ({ page }) => {
  await page.goto("/");
  await enter(page, page.getByRole("link", { name: "Skip to the content" }));
  await enter(
    page,
    page.getByRole("main").getByRole("link", { name: "Contracts over $50 million in FY2026" }),
  );
  await expect(page).toHaveURL(/^[^?]*\/contracts\?fy=2026&min=50/);
  await expect(page.getByRole("columnheader", { name: /^Obligated in (?!these records)/ })).toHaveAttribute(
    "aria-sort",
    "descending",
  );
  await expect(result(page)).toContainText("$4,428,013,160.33 obligated (net)");
  await enter(page, page.getByRole("navigation", { name: "Agency" }).getByRole("link", { name: "CBP" }));
  await expect(page).toHaveURL(/\?agency=7014&fy=2026&min=50/);
  await expect(result(page)).toContainText("$30,763,838,808.53 obligated (net)");
});

test("a calendar year is chosen, and its sums by fiscal year read as numbers", async ({ page }) => {
  await page.goto("/contracts?company=palantir");
  await enter(page, filters(page).getByRole("link", { name: "2025", exact: true }));
  await expect(result(page)).toContainText("$81,098,690.32 obligated (net)");
  const show = page.getByRole("navigation", { name: "Show as" });
  await enter(page, show.getByRole("link", { name: "By fiscal year" }));
  const chart = page.getByRole("figure", { name: "In which fiscal year was it obligated?" });
  await expect(chart.getByRole("row", { name: /^FY2025/ })).toContainText("$81,098,690.32");
});

test("another amount is bounded, and a preset chosen and let go", async ({ page }) => {
  await page.goto("/contracts?company=palantir");
  await tabTo(page, filters(page).getByRole("combobox", { name: "Obligated by" }));
  await page.keyboard.type("each action");
  await expect(page).toHaveURL(/amount=action/);
  const preset = filters(page)
    .getByRole("list", { name: "Usual amounts" })
    .getByRole("link", { name: "$10–100m" });
  await enter(page, preset);
  await expect(page).toHaveURL(/min=10000000&max=99999999\.99/);
  await expect(result(page)).toContainText("9 actions");
  await expect(preset).toHaveAttribute("aria-current", "true"); // the filters come after the result
  await expect(preset).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(result(page)).toContainText("39 actions");
});

test("known problems are unfolded, and one read in full", async ({ page }) => {
  await page.goto("/contracts?fy=2022");
  await enter(page, page.getByRole("link", { name: "Skip to the results" }));
  await enter(page, page.getByText(/known problems? of the records of this agency/));
  await enter(page, page.getByRole("main").getByRole("link", { name: /have no award key$/ }));
  await expect(page).toHaveURL("/data#problem-keyless-ice");
  const problem = page.getByRole("heading", {
    name: "2,413 ICE rows of FY2022 and FY2023 have no award key",
  });
  await expect(problem).toBeInViewport();
});

test("what was misunderstood is removed from the address", async ({ page }) => {
  await page.goto("/contracts?company=palantir&min=lots&colour=blue");
  await enter(page, page.getByRole("link", { name: "Skip to the content" }));
  await enter(page, page.getByRole("main").getByRole("link", { name: "Remove them" }));
  await expect(page).toHaveURL("/contracts?company=palantir");
  await expect(result(page)).toContainText("$318,638,423.10 obligated (net)");
});

test("a row is opened beside the list, and its contract’s page from there", async ({ page }) => {
  await page.goto("/contracts?company=palantir");
  await enter(page, page.getByRole("link", { name: "Skip to the results" }));
  await enter(page, page.getByRole("link", { name: "Details of 70CTD022FR0000170, Palantir" }));
  const panel = page.getByRole("dialog", { name: "70CTD022FR0000170, Palantir" });
  await expect(panel).toContainText("$150,703,824.61");
  await enter(page, panel.getByRole("link", { name: "The contract’s page" }));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("70CTD022FR0000170, Palantir");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("a name that several companies share is chosen, for a figure of one month", async ({ page }) => {
  await page.goto("/find");
  await tabTo(page, page.getByRole("textbox", { name: "Figure as it was written" }));
  await page.keyboard.type("29.8M");
  await tabTo(page, page.getByRole("textbox", { name: /^Company/ }));
  await page.keyboard.type("geo");
  await page.keyboard.press("Enter");
  const choice = page.getByRole("complementary", { name: /^Which company\?/ });
  await enter(page, choice.getByRole("link", { name: "The GEO Group" }));
  await expect(page).toHaveURL("/find?amount=29.8M&company=geo-group");
  await expect(page.getByText(/^Read as \$29,800,000/)).toBeVisible();
});

test("a search that found nothing is made again", async ({ page }) => {
  await page.goto("/search?q=zzzzqq");
  await expect(page.getByRole("complementary", { name: /^Nothing in these records fits/ })).toBeVisible();
  await enter(page, page.getByRole("link", { name: "Skip to the content" }));
  await tabTo(page, page.getByRole("search", { name: "Search again" }).getByRole("searchbox"));
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("west publishing");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/search?q=west+publishing");
  const found = page.getByRole("region", { name: "Companies", exact: true });
  await enter(page, found.getByRole("link", { name: "Thomson Reuters" }));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Thomson Reuters");
});
