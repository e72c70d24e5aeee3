import { expect, it } from "vitest";

import { pagesOf, type ServedPage } from "./page";
import { cents, siteOf } from "./site";

const site = siteOf("bundled");
const open = pagesOf(site);

const result = (page: ServedPage) => page.named("Result");
const headers = (page: ServedPage) => page.all("thead th").names;
/** The links that an empty result offers. */
const ways = (page: ServedPage) => page.named(/^(0 of|No) /).all("li");

it("the file of a page holds every row of its selection, and its sum", async () => {
  const page = await open("/contracts?view=actions&company=palantir&size=25");
  const file = "/contracts.csv?view=actions&company=palantir";
  expect(page.links("Export 39 rows (CSV)").hrefs).toEqual([file]);
  const rows = await site.rows(file);
  expect(rows).toHaveLength(39);
  expect(rows.reduce((sum, row) => sum + cents(row.federal_action_obligation ?? ""), 0)).toBe(31_863_842_310);
  const named = await site.fetch(file, { method: "HEAD" });
  expect(named.headers.get("content-disposition")).toMatch(
    /^attachment; filename="ice-actions_company-palantir_[0-9a-f]{12}\.csv"$/,
  );
});

it("the title names the selection", async () => {
  const { head } = await open("/contracts?company=palantir");
  expect(head.title).toBe("ICE contracts: Palantir");
});

it.each([
  ["min=1.5m&max=%2450+million&amount=action", "min=1500000&max=50000000&amount=action"],
  ["min=%2410m", "min=10000000&amount=period"],
  ["min=lots&page=0&utm_source=x&fy=", ""],
])("the canonical address of %s has plain values, and only known parameters", async (given, known) => {
  const path = "/contracts?company=palantir";
  const { head } = await open(`${path}&${given}`);
  expect(head.canonical).toBe(`${site.origin}${path}${known && `&${known}`}`);
});

it("a company's figures match the record, by contract and by action", async () => {
  const page = await open("/contracts?company=palantir");
  expect(result(page).text).toContain("39 actions · 8 contracts · 1 company");
  expect(result(page).text).toContain("$318.6 million");
  expect(result(page).figures).toEqual(expect.arrayContaining(["$318,638,423.10", "−$1,474,838.31"]));
  expect(page.rows().count).toBe(8);

  const byAction = await page.follow("Show individual actions");
  expect(byAction.address).toBe("/contracts?view=actions&company=palantir");
  expect(result(byAction).figures).toContain("$318,638,423.10");
  expect(byAction.rows().count).toBe(39);
  expect(byAction.rows().with("$29,898,236.00").count).toBe(2);
});

it("the amount of matching actions never appears without the whole contract", async () => {
  const page = await open("/contracts?company=palantir&fy=2025");
  expect(result(page).figures).toContain("$81,098,690.32");
  expect(headers(page)).toContain("Obligated by matching actions");
  expect(page.rows().with("$81,098,690.32").with("$150,703,824.61").count).toBe(1);
  expect(headers(await open("/contracts?company=palantir&fy=2025&cols=net"))).toContain(
    "Obligated in these records",
  );
  const year = await open("/contracts?fy=2025");
  expect(headers(year)).toContain("Obligated in this period");
  expect(headers(year)).toContain("Obligated in these records");
  expect(year.all("main").text).not.toContain("have no award key"); // a known problem of other years
});

it("one column of dollars is enough where every selected contract is selected whole", async () => {
  const isNew = headers(await open("/contracts?fy=2026&new=yes"));
  expect(isNew).toContain("Obligated in this period");
  expect(isNew).not.toContain("Obligated in these records");
});

it("the address or a cookie says how high rows are, and links keep what the address says", async () => {
  const density = (of: ServedPage) => of.all("#results").attributes("data-density");
  const compact = await (await open("/contracts")).follow("compact rows");
  expect(compact.address).toBe("/contracts?density=compact");
  expect(density(compact)).toEqual(["compact"]);
  expect((await compact.follow("By company")).address).toBe("/contracts?show=company&density=compact");
  expect(compact.links(/^Export/).hrefs).toEqual(["/contracts.csv"]);
  const stored = await site.fetch("/contracts", { headers: { cookie: "density=compact" } });
  expect(await stored.text()).toContain('data-density="compact"');
  const wrong = await open("/contracts?density=tiny");
  expect(wrong.notices("We ignored part of this link").text).toContain("density must be one of");
});

it("a link sets a filter, and a chip removes it", async () => {
  const page = await open("/contracts");
  expect(result(page).text).toContain("27,370 actions · 12,245 contracts");
  expect(headers(page)).toContain("Obligated (net)");
  const year = await page.follow(/^FY2025/, page.named("Fiscal year"));
  expect(year.address).toBe("/contracts?fy=2025");
  expect(result(year).figures).toContain("$3,988,661,487.38");
  expect(year.links(/^FY2025/).attributes("aria-current")).toEqual(["true"]);
  const both = await year.follow(/^Detention and guards/, year.named("Category"));
  expect(both.address).toBe("/contracts?fy=2025&category=detention");
  const category = await both.follow("Remove Fiscal year: FY2025");
  expect(category.address).toBe("/contracts?category=detention");
  expect((await category.follow("Clear all")).address).toBe("/contracts");
});

it("choices of new contracts and of kinds of actions count what they lead to", async () => {
  const page = await open("/contracts?office=70CTD0&fy=2025");
  for (const [facet, label, chosen] of [
    ["New contracts", "Awarded in this period", "/contracts?office=70CTD0&fy=2025&new=yes"],
    ["Type of action", "Option exercised", "/contracts?office=70CTD0&fy=2025&action_kind=option_exercised"],
  ] as const) {
    const choice = page
      .all("ul", facet)
      .all("li")
      .with(new RegExp(`^${label}`));
    const [, count] = /, ([\d,]+) contracts?,/.exec(choice.text) ?? [];
    const list = await page.follow(/./, choice);
    expect(list.address).toBe(chosen);
    expect(result(list).text).toContain(`· ${count} contracts`);
    expect((await list.follow(`Remove ${facet}: ${label}`)).address).toBe("/contracts?office=70CTD0&fy=2025");
  }
});

it("links switch between ICE, CBP and both, and to a calendar year", async () => {
  const page = await open("/contracts?company=palantir");
  const year = await page.follow("2025");
  expect(year.address).toBe("/contracts?company=palantir&from=2025-01-01&to=2025-12-31");
  expect(result(year).figures).toContain("$81,098,690.32");
  const cbp = await page.follow("CBP", page.named("Agency"));
  expect(cbp.address).toBe("/contracts?company=palantir&agency=7014");
  const both = await cbp.follow("Both", cbp.named("Agency"));
  expect(both.address).toBe("/contracts?company=palantir&agency=7012&agency=7014");
});

it("presets set the amount, and a second press clears it", async () => {
  const page = await open("/contracts?company=palantir");
  const over = await page.follow("> $100M");
  expect(over.address).toBe("/contracts?company=palantir&min=100000000&amount=period");
  expect(result(over).text).toContain("16 actions · 1 contract · 1 company");
  expect(result(over).figures).toContain("$150,703,824.61");
  expect(over.links("> $100M").attributes("aria-current")).toEqual(["true"]);
  expect((await over.follow("> $100M")).address).toBe("/contracts?company=palantir");
  const below = await page.follow("Negative");
  expect(below.address).toBe("/contracts?company=palantir&max=-0.01&amount=period");
  const title = "0 of 8 Palantir contracts are below $0 (obligated by the selected actions)";
  expect(below.headings(title).count).toBe(1);
  expect((await below.follow("without the amount filter")).address).toBe("/contracts?company=palantir");
});

it("an empty result names its filters and the one to drop", async () => {
  const page = await open("/contracts?view=actions&company=palantir&min=100m");
  expect(page.headings("0 of 39 Palantir actions are above $100 million").count).toBe(1);
  expect(ways(page).texts).toEqual([
    "without the amount filter: 39 actions",
    "without the company filter: 14 actions",
  ]);

  const narrow = await open("/contracts?company=palantir&min=1bn&fy=2021&q=detention");
  expect(narrow.headings("No Palantir contracts match these filters").count).toBe(1);
  expect(narrow.all("p").with(/^No single change is enough/).count).toBe(1);
  const wider = await narrow.follow(/./, ways(narrow).with("without the amount filter and the words"));
  expect(wider.address).toBe("/contracts?company=palantir&fy=2021");
  expect(result(wider).text).not.toContain("0 contracts");
});

it("an empty result offers another agency's records, or its name as words", async () => {
  const page = await open("/contracts?q=ANDURIL");
  const other = "for U.S. Customs and Border Protection instead";
  expect(ways(page).with(other).text).toContain(": 22 contracts");
  const cbp = await page.follow(other);
  expect(cbp.address).toBe("/contracts?q=ANDURIL&agency=7014");
  expect(result(cbp).text).toContain("42 actions · 22 contracts");

  const recipient = await open("/contracts?recipient=Palantir");
  const words = await recipient.follow(/^with “Palantir” as search words/);
  expect(words.address).toBe("/contracts?q=%22Palantir%22");
  expect(result(words).text).toContain("8 contracts");
});

it("an empty view by group says which filter to drop", async () => {
  const page = await open("/contracts?company=palantir&min=1bn&show=month");
  expect(page.headings(/^0 of 8 Palantir contracts are above/).count).toBe(1);
  const wider = await page.follow("without the amount filter");
  expect(wider.address).toBe("/contracts?company=palantir&show=month");
  expect(wider.headings(/^ICE obligations to Palantir peaked in /).count).toBe(1);
  // The chart by company ignores its own filter, so it shows.
  const charted = await open("/contracts?company=no-such-company&show=company");
  const headings = charted.headings().texts;
  expect(headings).toContain("0 of 12,245 ICE contracts are with “no-such-company”");
  expect(charted.all("figure", "Obligations by company").count).toBe(1);
});

it("amounts and columns are sent by forms without scripts", async () => {
  const page = await open("/contracts?company=palantir");
  const least = page.named("Amount").all("button", "Apply").submission({ min: "$10m" });
  const amount = await open(least);
  expect(result(amount).text).toContain("5 contracts");
  const choice = amount.all("button", "Apply columns");
  const shown = amount.all('input[name="cols"][checked]').attributes("value");
  expect(shown).toContain("office");
  const columns = await open(
    choice.submission({ cols: [...shown.filter((name) => name !== "office"), "first_action"] }),
  );
  expect(result(columns).text).toContain("5 contracts");
  expect(headers(columns)).toContain("First action");
  expect(headers(columns)).not.toContain("Office");
  const all = await columns.follow(/^Remove At least/);
  expect((await all.follow("Reset")).address).toBe("/contracts?company=palantir");
});

it("a bound keeps its meaning when the view changes, and with a fiscal year", async () => {
  const page = await open("/contracts?min=10m");
  const counts =
    result(page)
      .all("p")
      .with(/ actions · /).texts[0] ?? "missing";
  const actions = await page.follow("Show individual actions");
  expect(actions.address).toBe("/contracts?view=actions&min=10000000&amount=period");
  expect(result(actions).text).toContain(counts);
  const year = await page.follow(/^FY2021\b.* 49 contracts/);
  expect(year.address).toBe("/contracts?fy=2021&min=10000000&amount=period");
  expect(result(year).text).toContain("277 actions · 49 contracts");
});

it("pages follow one another, and one past the end leads to the first", async () => {
  const page = await open("/contracts");
  expect(page.all("main").text).toContain("Rows 1–50 of 12,245");
  const second = await page.follow("Next");
  expect(second.address).toBe("/contracts?page=2");
  expect(second.all("main").text).toContain("Rows 51–100 of 12,245");
  const last = await second.follow("Page 245");
  expect(last.all("main").text).toContain("Rows 12,201–12,245 of 12,245");
  expect(last.links("Next").count).toBe(0);
  const shorter = await last.follow("25 rows per page");
  expect(shorter.all("main").text).toContain("Rows 1–25 of 12,245");
  const past = await open("/contracts?page=246");
  expect(past.headings("Page 246 is past the end").count).toBe(1);
  expect((await past.follow("Go to the first page")).address).toBe("/contracts");
});

it("a month in the table opens its records, and an unfinished year is marked", async () => {
  const months = await (await open("/contracts?company=palantir")).follow("By month");
  expect(months.rows(/^April 2025/).text).toContain("$29,898,236.00");
  const april = await months.follow("April 2025", months.rows());
  expect(result(april).figures).toContain("$29,898,236.00");
  const years = await open("/contracts?company=palantir&show=fiscal_year");
  expect(years.all("main").text).toContain("unfinished, through Aug. 20, 2026");
  expect(years.rows(/^FY2025/).text).toContain("$81,098,690.32");
});

it("groups by company ignore the company filter, say so, and add up", async () => {
  const page = await open("/contracts?company=palantir&fy=2025&show=company");
  expect(page.all("p").with("The figures above keep the company filter (Palantir)").count).toBe(1);
  const table = page.all("#numbers");
  expect(table.all("tfoot").text).toContain("$3,988,661,487.38");
  const [records] = table
    .row(/^The GEO Group/)
    .all("td")
    .links().hrefs;
  expect(records).toBe("/contracts?company=geo-group&fy=2025");
  expect(table.links("The GEO Group").hrefs).toEqual(["/companies/geo-group"]);
});

it("what was taken back opens its actions", async () => {
  const page = await open("/contracts?from=2026-07-01&to=2026-07-31");
  const [path = ""] = result(page).links(/6,033,538.06$/).hrefs;
  expect(path).toBe("/contracts?from=2026-07-01&to=2026-07-31&sign=neg");
  expect(result(await open(path)).text).toContain("40 actions");
});

it("a row leads to its contract's page without scripts", async () => {
  const page = await open("/contracts?company=palantir");
  const contract = await page.follow("Details of 70CTD022FR0000170, Palantir");
  expect(contract.all("h1").text).toMatch(/^Palantir: INVESTIGATIVE CASE MANAGEMENT/);
});

it("a category names the large contracts that their code puts into another, and links to them", async () => {
  const detention = await open("/contracts?category=detention");
  const left = detention.all("details").with(/^Not in Detention and guards/);
  expect(left.all("li").texts).toEqual([
    expect.stringMatching(/^Supervision program ISAP, .*\(Professional support\)$/),
    expect.stringMatching(/^Camp East Montana, .*\(Professional support\)$/),
    expect.stringMatching(/^Coordinators of custody and removal, .*\(Other\)$/),
  ]);
  expect(left.all("li data").attributes("value")[1]).toBe("598444871.04");
  const camp = await detention.follow("Camp East Montana");
  expect(camp.named("Result").all("data").attributes("value")).toContain("598444871.04");
  const shown = await open("/contracts?show=category");
  expect(shown.all("details").with(/^Large contracts whose recorded code puts/).count).toBe(1);
  expect((await open("/contracts")).all("main").text).not.toContain("by their recorded code");
});

it("an empty selection links to what was signed before an acquisition", async () => {
  const none = await open("/contracts?agency=7014&recipient=APPLIED+INSIGHT%2C+LLC&grouped=owned");
  expect(ways(none).with("with actions signed before an acquisition").count).toBe(1);
});

it("a misspelled company, recipient or word of the filters is answered with the company that it means", async () => {
  for (const [query, href] of [
    ["company=palantr", "/contracts?company=palantir"],
    ["q=palantr", "/contracts?company=palantir"],
    ["q=palantr&fy=2025", "/contracts?company=palantir&fy=2025"],
    ["recipient=palantr", "/contracts?company=palantir"],
    ["company=dell&company=delloite&q=zzzzqq", "/contracts?q=zzzzqq&company=dell&company=deloitte"],
  ] as const) {
    const found = await open(`/contracts?${query}`);
    expect(
      found
        .all("main p")
        .with(/^Did you mean/)
        .links().hrefs,
      query,
    ).toEqual([href]);
  }
  expect((await open("/contracts?q=zzzzqq")).all("main p").with(/^Did you mean/).count).toBe(0);
});

it("common questions are counted back from the newest day of the records, and a second press drops them", async () => {
  const page = await open("/contracts?fy=2024&q=detention");
  const questions = page.named("Common questions").links();
  expect(questions.texts).toEqual(["Over $50 million", "New this month", "Taken back, last 30 days"]);
  expect(questions.hrefs).toEqual([
    "/contracts?q=detention&fy=2024&min=50000000&amount=period",
    "/contracts?q=detention&from=2026-08-01&new=yes",
    "/contracts?q=detention&from=2026-07-22&sign=neg&sort=net",
  ]);
  const back = await page.follow("Taken back, last 30 days");
  expect(back.rows().at(0).text).toContain("−$"); // the most taken back comes first
  expect((await back.follow("Taken back, last 30 days")).address).toBe("/contracts?q=detention");
});

it("the filters come in the order of what people ask first, the rest folded with counts", async () => {
  const page = await open("/contracts?sign=neg&sign=pos");
  const panel = page.named("Filter contracts");
  expect(panel.all("section h3").texts.map((text) => text.replace(/contracts · net$/, ""))).toEqual([
    "Amount",
    "Dates",
    "Company",
    "Category",
    "Office",
  ]);
  const folds = panel.all("section > details > summary").texts;
  expect(folds[0]).toBe("Type of change (2)");
  expect(folds).toEqual(expect.arrayContaining(["New contracts", "Product or service", "Vehicle"]));
  expect(panel.all("section > details[open]").count).toBe(1);
});
