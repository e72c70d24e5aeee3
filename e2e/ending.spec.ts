import AxeBuilder from "@axe-core/playwright";
import { type APIRequestContext, expect, type Page, test } from "playwright/test";

import { plainPage } from "./plain-page";
import {
  action,
  award,
  inDays,
  serveRecords,
  type WideRow,
  type WideServer,
  washington,
} from "./wide-records";

const inWords = (day: string) =>
  new Date(`${day}T12:00:00Z`).toLocaleDateString("en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
const shortly = (day: string) =>
  new Date(`${day}T12:00:00Z`)
    .toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" })
    .replace("Sept", "Sep");

/** Award summaries have no action; their names of the lifetime figures differ. */
function summary(piid: string, facts: WideRow): WideRow {
  const {
    contract_transaction_unique_key: _key,
    modification_number: _modification,
    action_date: _date,
    federal_action_obligation: _amount,
    transaction_description: _description,
    action_type_code: _type,
    total_dollars_obligated: obligated = "",
    total_outlayed_amount_for_overall_award: outlayed = "",
    ...rest
  } = action(piid, facts);
  return { ...rest, total_obligated_amount: obligated, total_outlayed_amount: outlayed };
}

test.describe("with full-width records", () => {
  test.describe.configure({ mode: "default" });
  let server: WideServer;

  test.beforeAll(async () => {
    test.setTimeout(120_000);
    server = await serveRecords({
      "transactions.csv": [
        action("70CTD026FR0000001"),
        action("70CTD026FR0000002", {
          period_of_performance_current_end_date: inDays(70),
          potential_total_value_of_award: "10000.00",
          recipient_name: "THE GEO GROUP, INC.",
          recipient_parent_name: "",
          primary_place_of_performance_state_code: "",
          primary_place_of_performance_country_code: "MEX",
          primary_place_of_performance_city_name: "TIJUANA",
          award_type_code: "B",
          extent_competed_code: "A",
          extent_competed: "FULL AND OPEN COMPETITION",
        }),
        action("70CTD026FR0000003", { period_of_performance_current_end_date: "3017-12-31" }),
        action("70CTD026FR0000004", { period_of_performance_current_end_date: "2025-12-31" }),
        action("70CTD026FR0000005", {
          modification_number: "P00001",
          contract_transaction_unique_key: "7012_-NONE-_70CTD026FR0000005_P00001_-NONE-_0",
          federal_action_obligation: "-20.00",
          action_type_code: "F",
          prime_award_base_transaction_description: "THE AWARD AS IT BEGAN",
          current_total_value_of_award: "",
        }),
      ],
      "summaries.csv": [
        summary("70CTD020FR0000009", {
          recipient_name: "ZZZ KNOWN FROM A SUMMARY, LLC",
          recipient_parent_name: "",
          period_of_performance_current_end_date: inDays(10),
          total_dollars_obligated: "777000.00",
        }),
      ],
    });
  });
  test.afterAll(() => server?.stop());

  const list = (page: Page) => page.getByRole("region", { name: "Contracts that end soon" });
  const row = (page: Page, piid: string) => list(page).getByRole("row").filter({ hasText: piid });

  test("lists what ends soon, the first to end first, from today", async ({ page }) => {
    await page.goto(`${server.origin}/ending`);
    await expect(page.getByText(`Counted from ${inWords(washington)}; the records go through`)).toBeVisible();
    await expect(list(page).getByRole("rowheader")).toHaveText([
      "70CTD020FR0000009",
      "70CTD026FR0000001",
      "70CTD026FR0000005",
      "70CTD026FR0000002",
    ]);
    const first = row(page, "70CTD026FR0000001");
    await expect(first).toContainText(shortly(inDays(20)));
    await expect(first).toContainText(shortly(inDays(120)));
    await expect(first).toContainText("20 days");
    await expect(first).toContainText("$75,000.25");
    await expect(first).toContainText("$1,000.50");
    await expect(row(page, "70CTD026FR0000002")).toContainText("potential below current");
    await expect(row(page, "70CTD026FR0000005")).toContainText("earlier actions are not here");
    await expect(row(page, "70CTD026FR0000005")).toContainText("latest action: terminated");
    await expect(row(page, "70CTD026FR0000001")).not.toContainText("latest action:");
    await expect(row(page, "70CTD020FR0000009")).toContainText("known from an award summary alone");
    await expect(row(page, "70CTD020FR0000009")).not.toContainText("$777,000.00");
    await expect(page.getByText("and 2 have one that cannot be right")).toBeVisible();
  });

  test("reaches as far as it is asked to, by the other end, and of one company", async ({ page }) => {
    await page.goto(`${server.origin}/ending`);
    await page.getByRole("link", { name: "Next 30 days" }).click();
    await expect(list(page).getByRole("rowheader")).toHaveCount(3);
    await page.getByRole("link", { name: "Next 180 days" }).click();
    await expect(page).toHaveURL(`${server.origin}/ending?within=180`);
    await page.getByRole("link", { name: "By potential end" }).click();
    await expect(page).toHaveURL(`${server.origin}/ending?within=180&end=potential`);
    await expect(list(page).getByRole("rowheader")).toHaveCount(6);
    await page.goto(`${server.origin}/ending?company=geo-group`);
    await expect(list(page).getByRole("rowheader")).toHaveText(["70CTD026FR0000002"]);
    await page.getByRole("link", { name: "Remove Company: The GEO Group" }).click();
    await expect(list(page).getByRole("rowheader")).toHaveCount(4);
  });

  test("a list of nothing names the filter to leave out, and how far ahead there is something", async ({
    page,
  }) => {
    await page.goto(`${server.origin}/ending?company=geo-group&within=60`);
    const nothing = page.getByRole("region", {
      name: "0 of 3 ICE contracts that end in these days are with The GEO Group",
    });
    await expect(nothing.getByRole("listitem")).toHaveText([
      "without the company filter: 3 contracts",
      "in the next 90 days: 1 contract",
    ]);
    await nothing.getByRole("link", { name: "in the next 90 days" }).click();
    await expect(list(page).getByRole("rowheader")).toHaveText(["70CTD026FR0000002"]);
  });

  test("a bar leads to its first row", async ({ page }) => {
    await page.goto(`${server.origin}/ending?size=1`);
    const bars = page.getByRole("list", { name: "Contracts that end, by seven days" });
    await bars.getByRole("link").last().click();
    await expect(list(page).getByRole("rowheader")).toHaveText(["70CTD026FR0000002"]);
    await expect(page).toHaveURL(/page=4&size=1#week-10$/);
  });

  test("the front page says how much ends soon, and leads there", async ({ page }) => {
    await page.goto(server.origin);
    const soon = page.getByRole("region", { name: "What ends soon?" });
    await expect(soon.getByRole("listitem")).toHaveText([
      "3 contracts in the next 30 days",
      "3 contracts in the next 60 days",
      "4 contracts in the next 90 days",
      "4 contracts in the next 180 days",
    ]);
    await soon.getByRole("link").first().click();
    await expect(page).toHaveURL(`${server.origin}/ending?within=30`);
  });

  test("a company known from summaries alone has no figure", async ({ page }) => {
    await page.goto(`${server.origin}/companies/zzz-known-from-a-summary`);
    await expect(page.getByText("no action of its 1 contract is here")).toBeVisible();
    await expect(page.getByText("Obligated directly")).toHaveCount(0);
    await expect(page.getByRole("main").getByText("$0", { exact: true })).toHaveCount(0);
  });

  test("a company’s page says what ends within 180 days", async ({ page }) => {
    await page.goto(`${server.origin}/companies/palantir`);
    const soon = page.getByRole("region", { name: "Contracts of this company that end soon" });
    await expect(soon.getByRole("rowheader")).toHaveText(["70CTD026FR0000001", "70CTD026FR0000005"]);
    await page.getByRole("link", { name: "All 2 contracts, with options" }).click();
    await expect(page).toHaveURL(`${server.origin}/ending?company=palantir&within=180`);
  });

  test("gives a calendar that a calendar program reads", async ({ request }) => {
    const answer = await request.get(`${server.origin}/ending.ics`);
    expect(answer.headers()["content-type"]).toBe("text/calendar; charset=utf-8");
    const text = await answer.text();
    const lines = validLines(text);
    expect(lines.filter((line) => line === "BEGIN:VEVENT")).toHaveLength(4);
    expect(lines).toContain(`UID:current-end-${award("70CTD026FR0000001")}`);
    expect(lines).toContain(`DTSTART;VALUE=DATE:${inDays(20).replaceAll("-", "")}`);
    expect(lines.join("\n")).toContain('SOFTWARE\\, "LICENSES"\\; 70CTD026FR0000001');
    const again = await (await request.get(`${server.origin}/ending.ics`)).text();
    expect(again).toBe(text);
    const one = validLines(await (await request.get(`${server.origin}/ending.ics?company=geo-group`)).text());
    expect(one.filter((line) => line === "BEGIN:VEVENT")).toHaveLength(1);
    const none = validLines(
      await (await request.get(`${server.origin}/ending.ics?company=axon&within=30`)).text(),
    );
    expect(none).toContain("SUMMARY:No contract of this selection ends in the next 30 days");
  });

  test("gives the same as JSON, and names what it cannot read", async ({ request }) => {
    const answer = await (await request.get(`${server.origin}/api/ending?size=2&page=2`)).json();
    expect(answer).toMatchObject({
      today: washington,
      from: washington,
      to: inDays(90),
      has_end_dates: true,
      contracts: 4,
      known: { contracts: 6, recorded: 6, usable: 4 },
      page: { number: 2, size: 2, rows: 4, pages: 2 },
      rows: [
        { piid: "70CTD026FR0000005", options_not_used: null, current_value: null, in_records: -20 },
        { piid: "70CTD026FR0000002", options_not_used: null, current_value: 20_000, days_left: 70 },
      ],
    });
    const weeks = answer.weeks.map(({ contracts }: { contracts: number }) => contracts);
    expect(weeks).toHaveLength(13);
    expect(weeks.reduce((sum: number, contracts: number) => sum + contracts, 0)).toBe(4);
    const bad = await request.get(`${server.origin}/api/ending?within=7&end=now&sort=net`);
    expect(bad.status()).toBe(400);
    expect((await bad.json()).parameters.map(({ name }: { name: string }) => name)).toEqual([
      "within",
      "end",
      "sort",
    ]);
  });

  test("a contract’s page tells its amounts apart, and its ends with the days that are left", async ({
    page,
  }) => {
    await page.goto(`${server.origin}/contracts/70CTD026FR0000001`);
    const whole = page.getByRole("region", { name: "The whole award, as reported" });
    await expect(fact(whole, "Obligated in these records")).toContainText("$1,000.50");
    await expect(fact(whole, "Obligated (reported, whole award)")).toContainText("$5,000.50");
    await expect(fact(whole, "Current value (options exercised)")).toContainText("$20,000.00");
    await expect(fact(whole, "Potential value (all options)")).toContainText("$95,000.25");
    await expect(fact(whole, "Outlayed (reported, whole award)")).toContainText("$400.00");
    await expect(fact(whole, "Options not yet used")).toContainText("$75,000.25");
    await expect(fact(whole, "Current end")).toContainText(`${inWords(inDays(20))}: 20 days left`);
    await expect(fact(whole, "Award type")).toContainText("Delivery or task order (C)");
    await expect(fact(whole, "Competition")).toContainText("NOT COMPETED");
    await expect(fact(whole, "Place of performance")).toContainText("RESTON, Virginia");
    await page.goto(`${server.origin}/contracts/70CTD026FR0000003`);
    await expect(fact(whole, "Current end")).toContainText(
      "31 December 3017, which cannot be right; not used",
    );
    await page.goto(`${server.origin}/contracts/70CTD026FR0000004`);
    await expect(fact(whole, "Current end")).toContainText("before the recorded start; not used");
    await page.goto(`${server.origin}/contracts/70CTD026FR0000005`);
    await expect(fact(whole, "Options not yet used")).toContainText("The current value is not reported.");
    await expect(fact(whole, "Description of the base award")).toContainText("THE AWARD AS IT BEGAN");
    await expect(page.getByRole("region", { name: "Actions of this contract" })).toContainText(
      "recorded as: Terminate for convenience",
    );
  });

  test("a contract known from a summary alone is on its page, and in no sum", async ({ page, request }) => {
    await page.goto(`${server.origin}/contracts/70CTD020FR0000009`);
    await expect(
      page.getByRole("complementary", { name: "Known from an award summary alone; in no sum here" }),
    ).toBeVisible();
    await expect(page.getByText("$777,000.00")).toBeVisible();
    await expect(page.getByRole("region", { name: "Actions of this contract" })).toHaveCount(0);
    const { totals } = await (await request.get(`${server.origin}/api/contracts`)).json();
    expect(totals).toMatchObject({ net: 3_982, actions: 5, contracts: 5 });
    await page.getByRole("link", { name: "ZZZ KNOWN FROM A SUMMARY, LLC" }).first().click();
    await expect(page.getByText("is known from award summaries alone")).toBeVisible();
    await expect(
      page.getByRole("region", { name: "Contracts known from award summaries alone" }).getByRole("rowheader"),
    ).toHaveText(["70CTD020FR0000009"]);
  });

  test("the workbench filters by the new facts, and offers them", async ({ page }) => {
    await page.goto(`${server.origin}/contracts`);
    await page
      .getByRole("list", { name: "Competition" })
      .getByRole("link", { name: /^NOT COMPETED/ })
      .click();
    await expect(page).toHaveURL(`${server.origin}/contracts?competition=C`);
    await expect(page.getByText("4 actions · 4 contracts · 1 company")).toBeVisible();
    await page.goto(`${server.origin}/contracts`);
    await page
      .getByRole("list", { name: "Place of performance" })
      .getByRole("link", { name: /^Mexico/ })
      .click();
    await expect(page.getByText("1 action · 1 contract · 1 company")).toBeVisible();
    await page.getByRole("link", { name: "Remove Place of performance: Mexico" }).click();
    await expect(page).toHaveURL(`${server.origin}/contracts`);
    await page
      .getByRole("list", { name: "Award type" })
      .getByRole("link", { name: /^Purchase order/ })
      .click();
    await expect(page).toHaveURL(`${server.origin}/contracts?type=B`);
    await page.goto(`${server.origin}/contracts?ends_before=${inDays(21)}`);
    await expect(page.getByText("2 actions · 2 contracts · 1 company")).toBeVisible();
    await page.goto(`${server.origin}/contracts?min=20000&max=20000&amount=current`);
    await expect(page.getByText("4 actions · 4 contracts")).toBeVisible();
    await page.goto(`${server.origin}/contracts?cols=piid,current_end,potential_value,type`);
    await expect(page.getByRole("columnheader")).toHaveText([
      "Contract (PIID)",
      "Current end",
      "Potential value (all options)",
      "Award type",
    ]);
  });

  test("an export of actions never carries a lifetime figure under a name to add up", async ({ request }) => {
    const text = await (await request.get(`${server.origin}/contracts.csv?view=actions`)).text();
    const header = (text.split("\r\n")[0] ?? "").replace("\uFEFF", "").split(",");
    expect(header.slice(0, 5)).toEqual([
      "contract_award_unique_key",
      "award_id_piid",
      "modification_number",
      "action_date",
      "federal_action_obligation",
    ]);
    for (const name of [
      "total_dollars_obligated",
      "total_outlayed_amount_for_overall_award",
      "current_total_value_of_award",
      "potential_total_value_of_award",
    ]) {
      expect(header).not.toContain(name);
      expect(header).toContain(`${name}_lifetime_do_not_sum`);
    }
    expect(header).toContain("period_of_performance_current_end_date");
    expect(header.at(-1)).toBe("snapshot");
  });

  test("what went out as a file comes back equal", async ({ request }) => {
    test.setTimeout(120_000);
    const exported = async (from: WideServer) =>
      (await (await request.get(`${from.origin}/contracts.csv?view=actions&sort=award_id_piid`)).text())
        .replace("\uFEFF", "")
        .split("\r\n")
        .map((line) => line.replace(/,[^,]*$/, "")); // all but the snapshot's id
    const first = await (await request.get(`${server.origin}/contracts.csv?view=actions`)).text();
    const second = await serveRecords({ "exported.csv": first });
    try {
      const lines = await exported(server);
      expect(lines.length).toBe(7);
      expect(await exported(second)).toEqual(lines);
    } finally {
      second.stop();
    }
  });

  const pages = [
    "/ending",
    "/ending?within=180&end=potential",
    "/contracts/70CTD026FR0000003",
    "/contracts/70CTD020FR0000009",
    "/contracts",
  ];

  for (const colorScheme of ["light", "dark"] as const) {
    test(`no barrier that axe finds, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      for (const url of pages) {
        await page.goto(`${server.origin}${url}`);
        expect((await new AxeBuilder({ page }).analyze()).violations, url).toEqual([]);
      }
    });
  }

  test("fits a telephone, and is whole without scripts", async ({ page, browser }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    for (const url of pages) {
      await page.goto(`${server.origin}${url}`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), url).toBeLessThanOrEqual(390);
    }
    const plain = await plainPage(browser);
    await plain.goto(`${server.origin}/ending`);
    await plain.getByRole("searchbox", { name: "Words in description, company, PIID" }).last().fill("geo");
    await plain.getByRole("button", { name: "Show" }).click();
    await expect(list(plain).getByRole("rowheader")).toHaveText(["70CTD026FR0000002"]);
    await plain.context().close();
  });
});

const fact = (within: ReturnType<Page["getByRole"]>, label: string) =>
  within
    .locator("dl > div")
    .filter({ has: within.page().locator("dt", { hasText: new RegExp(`^${escapeText(label)}$`) }) });
const escapeText = (text: string) => text.replace(/[()[\]]/g, "\\$&");

/** The unfolded lines of a calendar, after the rules of RFC 5545 that every line and component must keep. */
function validLines(text: string): string[] {
  expect(text.endsWith("\r\n")).toBe(true);
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const lines = text.replaceAll("\r\n ", "").split("\r\n").slice(0, -1);
  expect(lines.at(0)).toBe("BEGIN:VCALENDAR");
  expect(lines.at(-1)).toBe("END:VCALENDAR");
  expect(lines).toContain("VERSION:2.0");
  expect(lines.some((line) => line.startsWith("PRODID:"))).toBe(true);
  const count = (name: string) => lines.filter((line) => line.split(/[:;]/)[0] === name).length;
  const events = lines.filter((line) => line === "BEGIN:VEVENT").length;
  expect(events).toBeGreaterThan(0);
  for (const name of ["UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY"])
    expect(count(name), name).toBe(events);
  const uids = lines.filter((line) => line.startsWith("UID:"));
  expect(new Set(uids).size).toBe(uids.length);
  for (const line of lines) expect(line).toMatch(/^[A-Z-]+(;[A-Z-]+=[^:;]+)*:/);
  return lines;
}

test.describe("with the bundled records, which have no end dates", () => {
  test("says which file brings them, and how", async ({ page }) => {
    await page.goto("/ending");
    await expect(page.getByText("hold no end date of any contract")).toBeVisible();
    await expect(page.getByText("npm run data -- import FILE")).toBeVisible();
    await expect(page.getByText("prime award summaries")).toBeVisible();
    await page.goto("/companies/palantir");
    await expect(page.getByText("These records hold no end dates and no options to come.")).toBeVisible();
    await expect(page.getByRole("heading", { name: /that end within/ })).toHaveCount(0);
  });

  test("offers nothing that the records lack, and takes an address that names it", async ({ page }) => {
    await page.goto("/contracts");
    for (const name of ["Award type", "Competition", "Place of performance", "End of the contract"])
      await expect(page.getByRole("heading", { name })).toHaveCount(0);
    await expect(page.getByRole("option", { name: /value/ })).toHaveCount(0);
    await page.getByText("Columns", { exact: true }).click();
    await expect(page.getByRole("checkbox", { name: /Current end|Competition|UEI/ })).toHaveCount(0);
    await page.goto("/contracts?company=palantir&cols=piid,current_end,competition");
    await expect(page.getByRole("cell", { name: "Not reported" })).toHaveCount(16);
    await page.goto("/contracts/70CTD022FR0000170");
    await expect(page.getByRole("heading", { name: "The whole award, as reported" })).toHaveCount(0);
  });

  test("exports the eleven columns as before, and answers with what is there", async ({ request }) => {
    const header = await firstLine(request, "/contracts.csv?view=actions&company=palantir");
    expect(header).toBe(
      "contract_award_unique_key,award_id_piid,modification_number,action_date,federal_action_obligation,awarding_sub_agency_code,awarding_sub_agency_name,recipient_name,product_or_service_code_description,naics_description,transaction_description,snapshot",
    );
    const blank = await (
      await request.get("/contracts.csv?company=palantir&q=70CTD022FR0000170&cols=piid,uei,current_value")
    ).text();
    expect(blank.split("\r\n")[1]).toBe("70CTD022FR0000170,,");
    const { columns } = await (await request.get("/api/columns")).json();
    expect(columns.map(({ name }: { name: string }) => name)).not.toContain("current_end");
    const ending = await (await request.get("/api/ending")).json();
    expect(ending).toMatchObject({ has_end_dates: false, contracts: 0, rows: [], known: null });
    const lines = validLines(await (await request.get("/ending.ics")).text());
    expect(lines).toContain("SUMMARY:These records hold no end dates of contracts");
  });

  test("has no barrier that axe finds, and fits a telephone", async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto("/ending?within=7");
    await expect(page.getByRole("complementary", { name: /could not be understood/ })).toContainText(
      "within must be one of 30, 60, 90, 180",
    );
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});

async function firstLine(request: APIRequestContext, url: string): Promise<string> {
  return ((await (await request.get(url)).text()).split("\r\n")[0] ?? "").replace("\uFEFF", "");
}
