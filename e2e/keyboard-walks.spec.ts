import { readFile } from "node:fs/promises";

import type { Locator, Page } from "playwright/test";
import { award, inDays } from "./full-width";
import { expect, test } from "./journey";
import { enter, skipToContent, skipToResults, tabTo } from "./keyboard";

// Long walks by keyboard only. What each page does is tested elsewhere; here it is reached by Tab.
const result = (page: Page) => page.getByRole("region", { name: "Result" });
const filters = (page: Page) => page.getByRole("form", { name: "Filter contracts" });
const search = (page: Page) => page.getByRole("search").getByRole("searchbox", { name: /^Search companies/ });

/** The file that a link downloads when Enter is pressed on it. */
async function downloaded(page: Page, link: Locator): Promise<{ name: string; text: string }> {
  await tabTo(page, link);
  const download = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  const file = await download;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
}

const lines = (text: string) => text.trim().split("\r\n");

test.describe("by keyboard", { tag: "@deep" }, () => {
  test("a filter is removed, the order reversed and the next page opened", async ({ page }) => {
    await page.goto("/contracts?company=geo-group&fy=2025&view=actions");
    await skipToResults(page);
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

  test("a published figure leads to the action behind it", async ({ page }) => {
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

  test("the largest contracts of the year are found, also those of CBP", async ({ page }) => {
    await page.goto("/");
    await skipToContent(page);
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
    const chart = page.getByRole("figure", { name: "Obligations by fiscal year" });
    await expect(chart.getByRole("row", { name: /^FY2025/ })).toContainText("$81,098,690.32");
  });

  test("the kind of amount is changed, and a preset set and cleared", async ({ page }) => {
    await page.goto("/contracts?company=palantir");
    await tabTo(page, filters(page).getByRole("combobox", { name: "Filter by" }));
    await page.keyboard.type("each action");
    await expect(page).toHaveURL(/amount=action/);
    const preset = filters(page)
      .getByRole("list", { name: "Usual amounts" })
      .getByRole("link", { name: "$10–100M" });
    await enter(page, preset);
    await expect(page).toHaveURL(/min=10000000&max=99999999\.99/);
    await expect(result(page)).toContainText("9 actions");
    await expect(preset).toHaveAttribute("aria-current", "true"); // the filters arrive after the result
    await expect(preset).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(result(page)).toContainText("39 actions");
  });

  test("known problems open, and one is read in full", async ({ page }) => {
    await page.goto("/contracts?fy=2022");
    await skipToResults(page);
    await enter(page, page.getByText(/Data notes \(\d+\)/));
    await enter(page, page.getByRole("main").getByRole("link", { name: /have no award key$/ }));
    await expect(page).toHaveURL("/data#problem-keyless-ice");
    const name = "2,410 ICE actions of FY2022 and FY2023 have no award key";
    await expect(page.getByRole("heading", { name })).toBeInViewport();
  });

  test("one of the companies that share a name is chosen", async ({ page }) => {
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

  test("an empty search is made again", async ({ page }) => {
    await page.goto("/search?q=zzzzqq");
    await expect(page.getByRole("complementary", { name: /^Nothing in these records fits/ })).toBeVisible();
    await skipToContent(page);
    await tabTo(page, page.getByRole("search", { name: "Search again" }).getByRole("searchbox"));
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("west publishing");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL("/search?q=west+publishing");
    const found = page.getByRole("region", { name: "Companies", exact: true });
    await enter(page, found.getByRole("link", { name: "Thomson Reuters" }));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Thomson Reuters");
  });

  test("a company is found in the list, and one of its contracts opened", async ({ page }) => {
    await page.goto("/companies");
    await tabTo(page, page.getByRole("searchbox", { name: "Company or recipient named" }));
    await page.keyboard.type("corecivic");
    await expect(page).toHaveURL(/name=corecivic/);
    await enter(page, page.getByRole("table").getByRole("link", { name: "CoreCivic", exact: true }));
    await expect(page.getByRole("heading", { level: 1, name: "CoreCivic" })).toBeVisible();
    const list = page.getByRole("region", { name: /recently active first/ }).first();
    await enter(page, list.getByRole("link", { name: /^70/ }).first());
    await expect(page).toHaveURL(/^[^?]*\/contracts\/CONT_AWD_/);
    const official = page.getByRole("link", { name: /at USAspending\.gov$/ }).first();
    await tabTo(page, official);
    await expect(official).toHaveAttribute("href", /^https:\/\/www\.usaspending\.gov\/award\//);
  });

  test("a vehicle is found by words, and one of its orders opened", async ({ page }) => {
    await page.goto("/vehicles");
    await tabTo(page, page.getByRole("searchbox", { name: "Number, program, agency or company" }));
    await page.keyboard.type("palantir");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/name=palantir/);
    const rows = page.getByRole("region", { name: "Table of vehicles" });
    await enter(page, rows.getByRole("rowheader").getByRole("link").first());
    await expect(page).toHaveURL(/\/vehicles\/[A-Z0-9]+/);
    await enter(page, page.getByRole("main").getByRole("link", { name: /^70/ }).first());
    await expect(page).toHaveURL(/\/contracts\/CONT_AWD_/);
  });

  test("the theme and the other agency are chosen", async ({ page }) => {
    await page.goto("/agencies");
    await tabTo(page, page.getByLabel("Colors"));
    await page.keyboard.press("End");
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await enter(
      page,
      page.getByRole("heading", { name: "U.S. Customs and Border Protection" }).getByRole("link"),
      400,
    );
    await expect(page).toHaveURL("/agencies/7014");
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  });

  test("a contract number leads to its raw record and its vehicle", async ({ page }) => {
    await page.goto("/");
    await tabTo(page, search(page));
    await page.keyboard.type("70ctd0-22-f-r0000170");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      /^Palantir: INVESTIGATIVE CASE MANAGEMENT/,
    );
    const vehicle = page.getByRole("main").getByRole("link", { name: "About this vehicle" });
    await enter(page, page.getByText("Show the raw record of 16 actions"));
    const raw = page.getByRole("region", { name: "Raw record" });
    await expect(raw.getByRole("row").filter({ hasText: "P00010" })).toContainText("-18000.00");
    await page.keyboard.press("Tab");
    await expect(raw).toBeFocused();
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => raw.evaluate((one) => one.scrollLeft)).toBeGreaterThan(0);
    await enter(page, vehicle);
    await expect(page).toHaveURL(/\/vehicles\/GS35F0086U/);
    await expect(page.getByRole("main")).toContainText("$170,143,081.98");
  });

  test("companies are shown by year, from A to Z and as recorded", async ({ page }) => {
    await page.goto("/companies");
    const choose = (label: string, name: string) =>
      enter(page, page.getByRole("navigation", { name: label }).getByRole("link", { name, exact: true }));
    await choose("Fiscal year", "FY2025");
    await expect(page).toHaveURL("/companies?fy=2025");
    await expect(page.getByRole("main").getByRole("link", { name: "$3,988,661,487.38" })).toBeVisible();
    await choose("Order", "A–Z");
    await expect(page).toHaveURL("/companies?fy=2025&sort=company");
    await choose("Recipients", "As recorded");
    await expect(page).toHaveURL("/companies?grouped=no&fy=2025&sort=company");
    await choose("Letters", "T");
    await expect(page).toHaveURL(/page=\d+#T$/);
    const first = page.locator("#T");
    await expect(first).toBeFocused();
    await tabTo(page, first.getByRole("rowheader").getByRole("link"), 2);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/contracts\?recipient=T.*&grouped=no$/);
    await expect(result(page)).toContainText("1 recipient");
  });

  test("a company’s page separates what only a subsidiary got", async ({ page }) => {
    await page.goto("/companies/google");
    await skipToContent(page);
    await enter(page, page.getByRole("main").getByRole("link", { name: "as recorded" }));
    await expect(page).toHaveURL("/companies/google?grouped=no");
    await expect(page.getByRole("main")).toContainText("No action here is with Google itself");
  });

  test("a brand is found in the list, and the actions that name it opened", async ({ page }) => {
    await page.goto("/brands");
    await enter(page, page.getByRole("main").getByRole("link", { name: "By name" }));
    await expect(page).toHaveURL("/brands?sort=name");
    const cisco = page
      .getByRole("row")
      .filter({ has: page.getByRole("rowheader", { name: "Cisco", exact: true }) });
    await enter(page, cisco.getByRole("rowheader").getByRole("link"), 250);
    await expect(page).toHaveURL("/brands/cisco");
    await enter(page, page.getByRole("definition").first().getByRole("link"));
    await expect(page).toHaveURL("/contracts?brand=cisco");
    await expect(result(page)).toContainText("$56,343,525.58 obligated (net)");
  });

  test("an agency’s period is chosen, then one of its offices and its contracts", async ({ page }) => {
    await page.goto("/agencies/7012");
    await skipToContent(page);
    await enter(page, page.getByRole("navigation", { name: "Period" }).getByRole("link", { name: "FY2025" }));
    await expect(page).toHaveURL("/agencies/7012?fy=2025");
    await page.goto("/agencies");
    await enter(
      page,
      page.getByRole("main").getByRole("link", { name: /^Detention Compliance and Removals/ }),
    );
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Detention Compliance and Removals");
    await enter(page, page.getByRole("main").getByRole("link", { name: "$5,161,787,020.82" }).first());
    await expect(page).toHaveURL("/contracts?office=70CDCR&fy=2026");
    await expect(result(page)).toContainText("$5,161,787,020.82 obligated (net)");
  });

  test("a kind of vehicle leads to its contracts", async ({ page }) => {
    await page.goto("/vehicles");
    await skipToContent(page);
    const kind = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: /^DHS-wide/ }) });
    await enter(page, kind.getByRole("link", { name: "$987,723,952.72" }));
    await expect(page).toHaveURL("/contracts?vehicle_agency=7001");
    await expect(result(page)).toContainText("$987,723,952.72 obligated (net)");
  });

  test("the method leads to the accounts of all rows", async ({ page }) => {
    await page.goto("/method");
    await expect(page).toHaveURL("/data#method");
    const contents = page.getByRole("navigation", { name: "On this page" });
    await skipToContent(page);
    await enter(page, contents.getByRole("link", { name: "Every row accounted for" }));
    await expect(page).toHaveURL("/data#accounts");
    const accounts = page.getByRole("region", { name: "Row accounts by file" });
    await expect(page.getByRole("heading", { name: "Every row accounted for" })).toBeInViewport();
    await page.keyboard.press("Tab");
    await expect(accounts).toBeFocused();
    await expect(accounts.getByRole("row").last()).toContainText("62,963");
  });

  test("an unknown address leads back to the contracts", async ({ page }) => {
    await page.goto("/contracts/no-such-contract");
    await skipToContent(page);
    await enter(page, page.getByRole("main").getByRole("link", { name: "all contracts" }));
    await expect(result(page)).toContainText("12,245 contracts");
  });
});

test.describe("files by keyboard", { tag: "@deep" }, () => {
  test("the numbers of a chart open below it", async ({ page }) => {
    await page.goto("/companies/palantir");
    await skipToContent(page);
    const chart = page.getByRole("figure", { name: "Obligations by fiscal year" });
    await expect(chart.getByRole("row")).toHaveCount(0);
    await enter(page, chart.getByText("Numbers as a table"));
    await expect(chart.getByRole("row", { name: /^FY2025/ })).toContainText("$81,098,690.32");
  });

  test("the numbers of a chart are downloaded", async ({ page }) => {
    await page.goto("/contracts?company=palantir&show=fiscal_year");
    await skipToResults(page);
    const { text } = await downloaded(page, page.getByRole("link", { name: "Numbers as CSV" }));
    expect(lines(text)).toHaveLength(7);
    expect(text).toContain("81098690.32");
  });

  test("the actions of a contract are downloaded, and all of it read as JSON", async ({ page }) => {
    await page.goto("/contracts/70CTD022FR0000170");
    await skipToContent(page);
    const file = await downloaded(page, page.getByRole("link", { name: "16 actions (CSV)" }));
    expect(file.name).toMatch(/\.csv$/);
    expect(lines(file.text)).toHaveLength(17);
    await enter(page, page.getByRole("link", { name: "Contract and actions (JSON)" }));
    await expect(page).toHaveURL(/\/api\/contracts\//);
    expect(JSON.parse(await page.locator("body").innerText()).contract.in_records).toBe(150703824.61);
  });

  test("a company’s actions are downloaded", async ({ page }) => {
    await page.goto("/companies/palantir");
    await skipToContent(page);
    const { text } = await downloaded(page, page.getByRole("link", { name: "Actions (CSV)" }));
    expect(lines(text)).toHaveLength(40);
  });

  test("the list of companies is downloaded", async ({ page }) => {
    await page.goto("/companies?fy=2025&name=west+publishing");
    await skipToContent(page);
    const { text } = await downloaded(
      page,
      page.getByRole("main").getByRole("link", { name: "CSV", exact: true }),
    );
    expect(lines(text)).toHaveLength(2);
    expect(text).toContain("Thomson Reuters");
  });

  test("an example of the API is called from the page that explains it", async ({ page }) => {
    await page.goto("/data");
    await skipToContent(page);
    const contents = page.getByRole("navigation", { name: "On this page" });
    await enter(page, contents.getByRole("link", { name: "API and downloads" }));
    const endpoints = page.getByRole("region", { name: "API endpoints" });
    await enter(page, endpoints.getByRole("link", { name: "/api/companies/thomson-reuters" }));
    await expect(page).toHaveURL("/api/companies/thomson-reuters");
    expect(JSON.parse(await page.locator("body").innerText()).company.name).toBe("Thomson Reuters");
  });
});

test.describe("copying by keyboard", { tag: "@deep" }, () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });
  const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

  test("the address of a selection is copied", async ({ page, baseURL }) => {
    await page.goto("/contracts?company=palantir&fy=2025");
    await skipToResults(page);
    const bar = page.getByRole("region", { name: "Result" });
    await enter(page, bar.getByRole("button", { name: "Copy link" }));
    await expect(bar.getByRole("status")).toHaveText("✓ copied");
    expect(await copied(page)).toBe(`${baseURL}/contracts?company=palantir&fy=2025`);
  });

  test("the address of a chart is copied and shows it again", async ({ page }) => {
    await page.goto("/companies/palantir");
    await skipToContent(page);
    const chart = page.getByRole("figure", { name: "Obligations by fiscal year" });
    await enter(page, chart.getByRole("button", { name: "Copy link" }));
    await expect(chart.getByRole("status").filter({ hasText: "copied" })).toBeVisible();
    await page.goto(await copied(page));
    await expect(page.getByRole("main").getByRole("figure").first()).toContainText("FY2025");
  });

  test("the text that reports a wrong brand match is copied", async ({ page }) => {
    await page.goto("/brands/glock");
    await skipToContent(page);
    await enter(page, page.getByRole("button", { name: "Copy this text" }));
    await expect(page.getByText("✓ copied")).toBeVisible();
    expect(await copied(page)).toMatch(/^Wrong match of a brand: Glock /);
  });
});

test.describe("a shared contract number", { tag: "@deep" }, () => {
  test.use({ site: "hostile" });

  test("one of two contracts with the same number is chosen", async ({ page }) => {
    await page.goto("/contracts/70CDCR25F00000008");
    await enter(
      page,
      page.getByRole("main").getByRole("row").filter({ hasText: "TWO INC" }).getByRole("link"),
    );
    await expect(page).toHaveURL(/\/contracts\/CONT_AWD_70CDCR25F00000008_7012_GS35F0119Y_4730$/);
    await expect(page.getByRole("main")).toContainText("$20.00");
  });
});

test.describe("contracts that end soon", { tag: "@deep" }, () => {
  test.use({ site: "wide" });
  const ending = (page: Page) => page.getByRole("region", { name: "Contracts that end soon" });
  // Those that end in 10, 20 and 20 days; the next ends in 70.
  const soon = ["70CTD020FR0000009", "70CTD026FR0000001", "70CTD026FR0000005"];

  test("are looked for further ahead, and one of them opened", async ({ page }) => {
    await page.goto("/ending?within=30");
    await expect(ending(page).getByRole("rowheader")).toHaveText(soon);
    await skipToContent(page);
    await enter(page, page.getByRole("link", { name: "Next 180 days" }));
    await expect(ending(page).getByRole("rowheader")).toHaveText([...soon, "70CTD026FR0000002"]);
    await tabTo(page, page.getByRole("searchbox", { name: /^Words in description/ }));
    await page.keyboard.type("geo group");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL("/ending?within=180&q=geo+group");
    await enter(page, ending(page).getByRole("link", { name: "70CTD026FR0000002" }));
    await expect(page).toHaveURL(`/contracts/${award("70CTD026FR0000002")}`);
    await expect(page.getByRole("main")).toContainText("70 days");
  });

  test("are put into a calendar", async ({ page }) => {
    await page.goto("/ending?within=30");
    await skipToContent(page);
    const { text } = await downloaded(page, page.getByRole("link", { name: "Calendar (.ics)" }));
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(3);
    expect(text).toContain(`DTSTART;VALUE=DATE:${inDays(20).replaceAll("-", "")}`);
  });
});

test.describe("records that changed", { tag: "@deep" }, () => {
  test.use({ site: "changes" });
  const listed = (page: Page) => page.getByRole("list", { name: /^Changes noticed on/ });

  test("are narrowed to one kind, and to words, administrative ones included", async ({ page }) => {
    await page.goto("/");
    await enter(
      page,
      page.getByRole("region", { name: "What changed?" }).getByRole("link", { name: "All changes" }),
    );
    await enter(page, page.getByRole("link", { name: "1 changed amount" }));
    await expect(page).toHaveURL("/changes?kind=amount");
    await expect(listed(page)).toContainText("is recorded as $120.00; before, $100.00.");
    await enter(page, page.getByRole("link", { name: "All kinds" }));
    const form = page.getByRole("form", { name: "Filter the changes" });
    await tabTo(page, form.getByRole("searchbox"));
    await page.keyboard.type("beta");
    await tabTo(page, form.getByRole("checkbox"));
    await page.keyboard.press("Space");
    await enter(page, form.getByRole("button", { name: "Show" }));
    await expect(page).toHaveURL("/changes?q=beta&administrative=yes");
    await expect(listed(page).first()).toContainText("is no longer in the records");
    await enter(page, page.getByRole("link", { name: "Remove Words: beta" }));
    await expect(page).toHaveURL("/changes?administrative=yes");
  });

  for (const [name, address, mark] of [
    ["Atom", "/changes.atom?company=beta", "is no longer in the records"],
    ["JSON Feed", "/changes.json?company=beta", "urn:uuid:"],
  ] as const) {
    test(`are followed as ${name}`, async ({ page, baseURL }) => {
      await page.goto("/changes?company=beta");
      await skipToContent(page);
      await tabTo(page, page.getByRole("link", { name, exact: true }));
      const answer = page.waitForResponse(`${baseURL}${address}`);
      await page.keyboard.press("Enter");
      expect(await (await answer).text()).toContain(mark);
    });
  }

  test("are read as they were before, and as they are now", async ({ page }) => {
    await page.goto("/data");
    await skipToContent(page);
    await enter(
      page,
      page.getByRole("navigation", { name: "On this page" }).getByRole("link", { name: "Snapshots" }),
    );
    const snapshots = page.getByRole("region", { name: "Table of snapshots" });
    await enter(page, snapshots.getByRole("link", { name: /^Read this one/ }).last());
    await expect(page).toHaveURL(/\/\?snapshot=/);
    const notice = page.getByRole("complementary", { name: /^You are reading an earlier snapshot/ });
    await expect(notice).toBeVisible();
    await expect(page.getByRole("main")).toContainText("$2,972,494.50");
    await enter(page, notice.getByRole("link", { name: "Read the newest instead" }));
    await expect(notice).toHaveCount(0);
    await expect(page.getByRole("main")).toContainText("$2,972,514.50");
  });
});
