import { describe, expect, it } from "vitest";

import { award, inDays, washington } from "@/e2e/full-width";
import { formatDay } from "@/lib/contracts/days";
import { type PageElements, pagesOf, type ServedPage } from "./page";
import { siteOf } from "./site";

const list = (page: ServedPage) => page.named("Contracts ending soon");
const piids = (part: PageElements) => part.all("tbody th").texts;
/** A fact of a list of terms, with its term. */
const fact = (part: PageElements, term: string) =>
  part.all("dl > div").texts.find((text) => text.startsWith(term));

/** The unfolded lines of a calendar. */
const calendarLines = (text: string) => text.replaceAll("\r\n ", "").split("\r\n").slice(0, -1);

describe("with full-width records", () => {
  const site = siteOf("wide");
  const open = pagesOf(site);
  const calendar = async (query = "") => calendarLines(await site.text(`/expiring.ics${query}`));
  const events = (lines: string[]) => lines.filter((line) => line === "BEGIN:VEVENT");

  it("gives a calendar of contracts that end soon, the same each time", async () => {
    const answer = await site.fetch("/expiring.ics");
    expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    const text = await answer.text();
    const lines = calendarLines(text);
    expect([lines.at(0), lines.at(-1)]).toEqual(["BEGIN:VCALENDAR", "END:VCALENDAR"]);
    expect(events(lines)).toHaveLength(4);
    expect(lines).toContain(`UID:current-end-${award("70CTD026FR0000001")}`);
    expect(lines).toContain(`DTSTART;VALUE=DATE:${inDays(20).replaceAll("-", "")}`);
    expect(lines.join("\n")).toContain('SOFTWARE\\, "LICENSES"\\; 70CTD026FR0000001');
    expect(await site.text("/expiring.ics")).toBe(text);
  });

  it("filters the calendar by company and days, and says when it is empty", async () => {
    expect(events(await calendar("?company=geo-group"))).toHaveLength(1);
    expect(await calendar("?company=axon&within=30")).toContain(
      "SUMMARY:No contract in this selection ends in the next 30 days",
    );
  });

  it("gives a page of what ends soon as JSON, with the days that are left and the weeks", async () => {
    const answer = await site.json<{ weeks: { contracts: number }[] }>("/api/expiring?size=2&page=2");
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
    expect(answer.weeks).toHaveLength(13);
    expect(answer.weeks.reduce((sum, { contracts }) => sum + contracts, 0)).toBe(4);
  });

  it("leaves a contract that only a summary describes out of every sum", async () => {
    expect(await site.json("/api/contracts")).toMatchObject({
      totals: { net: 3_982, actions: 5, contracts: 5 },
    });
  });

  it("exports lifetime figures of actions under names that warn against adding them up", async () => {
    const names = Object.keys((await site.rows("/contracts.csv?view=actions"))[0] ?? {});
    expect(names.slice(0, 5)).toEqual([
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
      expect(names).not.toContain(name);
      expect(names).toContain(`${name}_lifetime_do_not_sum`);
    }
    expect(names).toContain("period_of_performance_current_end_date");
    expect(names.at(-1)).toBe("snapshot");
  });

  it("lists contracts that end soon from today, the first end first", async () => {
    const page = await open("/expiring");
    expect(page.all("p").with(`Counted from ${formatDay(washington)}. The records go through`).count).toBe(1);
    expect(page.all("main p").at(0).text).toMatch(/^4 ICE contracts have a recorded current end /);
    expect(piids(list(page))).toEqual([
      "70CTD020FR0000009",
      "70CTD026FR0000001",
      "70CTD026FR0000005",
      "70CTD026FR0000002",
    ]);
    const row = (piid: string) => list(page).rows().with(piid).text;
    const first = row("70CTD026FR0000001");
    expect(first).toContain(formatDay(inDays(20)));
    expect(first).toContain(formatDay(inDays(120)));
    expect(first).toContain("20 days");
    expect(first).toContain("$75,000.25");
    expect(first).toContain("$1,000.50");
    expect(first).not.toContain("latest action:");
    expect(row("70CTD026FR0000002")).toContain("potential below current");
    expect(row("70CTD026FR0000005")).toContain("earlier actions are not here");
    expect(row("70CTD026FR0000005")).toContain("latest action: terminated");
    expect(row("70CTD020FR0000009")).toContain("known only from an award summary");
    expect(row("70CTD020FR0000009")).not.toContain("$777,000.00");
    expect(page.all("main [role=status]").text).toContain("2 have one that cannot be right");
  });

  it("links choose days ahead, kind of end and company", async () => {
    const month = await (await open("/expiring")).follow("Next 30 days");
    expect(list(month).rows().count).toBe(3);
    const half = await month.follow("Next 180 days");
    expect(half.address).toBe("/expiring?within=180");
    const words = await half.follow("By estimated end");
    expect(words.address).toBe("/expiring?within=180&end=words");
    const potential = await half.follow("By potential end");
    expect(potential.address).toBe("/expiring?within=180&end=potential");
    expect(list(potential).rows().count).toBe(6);
    const geo = await open("/expiring?company=geo-group");
    expect(piids(list(geo))).toEqual(["70CTD026FR0000002"]);
    expect(list(await geo.follow("Remove Company: The GEO Group")).rows().count).toBe(4);
  });

  it("a form filters what ends soon by words", async () => {
    const form = (await open("/expiring")).named("Narrow the list");
    expect(form.all("input", "Words in description, company, PIID").attributes("name")).toEqual(["q"]);
    const page = await open(form.all("button", "Show").submission({ q: "geo" }));
    expect(piids(list(page))).toEqual(["70CTD026FR0000002"]);
  });

  it("an empty list names the filter to drop, and how far ahead there are contracts", async () => {
    const page = await open("/expiring?company=geo-group&within=60");
    const nothing = page.named("0 of 3 ICE contracts ending in these days are with The GEO Group");
    expect(nothing.all("li").texts).toEqual([
      "without the company filter: 3 contracts",
      "in the next 90 days: 1 contract",
    ]);
    expect(piids(list(await page.follow("in the next 90 days", nothing)))).toEqual(["70CTD026FR0000002"]);
  });

  it("a week's bar links to the page and row where it begins", async () => {
    const page = await open("/expiring?size=1");
    const last = page.named("Contracts that end in each seven days").links().hrefs.at(-1) ?? "";
    expect(last).toMatch(/page=4&size=1#week-10$/);
    const found = list(await open(last));
    expect(piids(found)).toEqual(["70CTD026FR0000002"]);
    expect(found.rows().attributes("id")).toEqual(["week-10"]);
  });

  it("the front page says how much ends soon, and links there", async () => {
    const page = await open("/");
    const soon = page.named("Contracts ending soon");
    expect(soon.all("li").texts).toEqual([
      "3 contracts in the next 30 days",
      "3 contracts in the next 60 days",
      "4 contracts in the next 90 days",
      "4 contracts in the next 180 days",
      "4 contracts in the next 365 days",
    ]);
    const month = await page.follow("3 contracts", soon.all("li").at(0));
    expect(month.address).toBe("/expiring?within=30");
    expect(list(month).rows().count).toBe(3);
  });

  it("a company’s page says what ends within 180 days", async () => {
    const page = await open("/companies/palantir");
    expect(piids(page.named("Contracts of this company that end soon"))).toEqual([
      "70CTD026FR0000001",
      "70CTD026FR0000005",
    ]);
    const all = await page.follow("All 2 contracts, with options");
    expect(all.address).toBe("/expiring?company=palantir&within=180");
  });

  it("a contract’s page separates its amounts and its ends", async () => {
    const whole = async (piid: string) =>
      (await open(`/contracts/${piid}`)).named("The whole award, as reported");
    const first = await whole("70CTD026FR0000001");
    for (const [term, text] of [
      ["Obligated in these records", "$1,000.50"],
      ["Obligated (reported, whole award)", "$5,000.50"],
      ["Current value (options exercised)", "$20,000.00"],
      ["Potential value (all options)", "$95,000.25"],
      ["Outlayed (reported, whole award)", "$400.00"],
      ["Options not yet used", "$75,000.25"],
      ["Current end", `${formatDay(inDays(20))}: 20 days left`],
      ["Award type", "Delivery or task order (C)"],
      ["Competition", "NOT COMPETED"],
      ["Place of performance", "RESTON, Virginia"],
    ] as const)
      expect(fact(first, term), term).toContain(text);
    expect(fact(await whole("70CTD026FR0000003"), "Current end")).toContain(
      "Dec. 31, 3017, which cannot be right; not used",
    );
    expect(fact(await whole("70CTD026FR0000004"), "Current end")).toContain(
      "before the recorded start; not used",
    );
    const fifth = await whole("70CTD026FR0000005");
    expect(fact(fifth, "Options not yet used")).toContain("The current value is not reported.");
    expect(fact(fifth, "Description of the base award")).toContain("THE AWARD AS IT BEGAN");
    const actions = (await open("/contracts/70CTD026FR0000005")).named("Actions of this contract");
    expect(actions.text).toContain("recorded as: Terminate for convenience");
  });

  it("a contract and a company from a summary only have pages without figures", async () => {
    const contract = await open("/contracts/70CTD020FR0000009");
    expect(contract.notices("Known only from an award summary; not in any total here").count).toBe(1);
    expect(contract.named("The whole award, as reported").figures).toContain("$777,000.00");
    expect(contract.named("Actions of this contract").count).toBe(0);
    const company = await open(
      contract
        .links("ZZZ Known from a Summary, LLC")
        .hrefs.find((address) => address.startsWith("/companies/")) ?? "",
    );
    expect(company.address).toBe("/companies/zzz-known-from-a-summary");
    expect(company.all("p").with("appears only in award summaries").count).toBe(1);
    expect(piids(company.named("Contracts known only from award summaries"))).toEqual(["70CTD020FR0000009"]);
    expect(company.all("dd").with("no action on its 1 contract is in these records").count).toBe(1);
    expect(company.all("main").text).not.toContain("Obligated directly");
    expect(company.all("main *").texts).not.toContain("$0");
  });

  it("the list of contracts filters by the facts of full-width records, and offers them", async () => {
    const result = (page: ServedPage) => page.named("Result").text;
    const page = await open("/contracts");
    const uncompeted = await page.follow(/^NOT COMPETED/, page.all("ul", "Competition"));
    expect(uncompeted.address).toBe("/contracts?competition=C");
    expect(result(uncompeted)).toContain("4 actions · 4 contracts · 1 company");
    const abroad = await page.follow(/^Mexico/, page.all("ul", "Place of performance"));
    expect(result(abroad)).toContain("1 action · 1 contract · 1 company");
    const back = await abroad.follow("Remove Place of performance: Mexico");
    expect(back.address).toBe("/contracts");
    const purchases = await back.follow(/^Purchase order/, back.all("ul", "Award type"));
    expect(purchases.address).toBe("/contracts?type=B");
    expect(result(await open(`/contracts?ends_before=${inDays(21)}`))).toContain(
      "2 actions · 2 contracts · 1 company",
    );
    expect(result(await open("/contracts?min=20000&max=20000&amount=current"))).toContain(
      "4 actions · 4 contracts",
    );
    const columns = await open("/contracts?cols=piid,current_end,potential_value,type");
    expect(columns.all("thead th").names).toEqual([
      "Contract (PIID) What this means",
      "Current end",
      "Potential value (all options)",
      "Award type",
    ]);
  });
});

describe("with the bundled records, whose ends are estimated from words", () => {
  const site = siteOf("bundled");
  const open = pagesOf(site);

  interface Estimated {
    today: string;
    end: string;
    has_end_dates: boolean;
    contracts: number;
    known: { usable: number };
    rows: {
      piid: string;
      key: string;
      ends: string;
      estimate: string;
      option_words: string;
      option_signed: string;
      company: { slug: string };
    }[];
  }
  /** Both agencies, as far ahead as it goes. */
  const whole = "agency=7012&agency=7014&within=365&size=500";

  it("lists what words say, each with its words and what the estimate counts", async () => {
    const answer = await site.json<Estimated>(`/api/expiring?${whole}`);
    expect(answer).toMatchObject({ end: "words", has_end_dates: false });
    expect(answer.known.usable).toBeGreaterThan(1_000);
    const days = answer.rows.map(({ ends }) => ends);
    expect(days).toEqual(days.toSorted());
    for (const { ends, estimate, option_words: words, option_signed: signed } of answer.rows) {
      expect(ends >= answer.today && signed <= ends).toBe(true);
      expect(words).toMatch(/opt|oy|op ?\d|exten|exerc|52\.217/i);
      expect(estimate).toContain(formatDay(ends));
      expect(estimate).toContain(formatDay(signed));
    }
    const files = await site.rows(`/expiring.csv?${whole}`);
    expect(files.map(({ piid, estimated_end: day }) => `${piid} ${day}`)).toEqual(
      answer.rows.map(({ piid, ends }) => `${piid} ${ends}`),
    );
    const calendar = calendarLines(await site.text(`/expiring.ics?${whole}`));
    expect(calendar.filter((line) => line.startsWith("SUMMARY:End estimated from the words: "))).toHaveLength(
      answer.contracts,
    );
    if (answer.contracts === 0) return; // the records are too old by now
    const page = await open("/expiring?agency=7012&agency=7014&within=365");
    expect(page.all("main p").with("No end is recorded for these contracts").count).toBe(1);
    expect(page.all("nav[aria-labelledby=footer-lists] a", "Contracts that end soon").count).toBe(1);
    const [first] = answer.rows;
    expect(list(page).rows().at(0).text).toContain(first?.estimate ?? "");
  });

  it("estimates an end from words on the pages of the contract and the company", async () => {
    // The order says "EXERCISE OPTION YEAR TWO" on Feb. 5, 2026.
    const contract = await open("/contracts/70CDCR24P00000009");
    const text = fact(contract, "Estimated end, from the words");
    expect(text).toContain("Feb. 5, 2027");
    expect(text).toContain("EXERCISE OPTION YEAR TWO");
    expect(text).toContain("an option of 1 year exercised on Feb. 5, 2026; 1 year later is Feb. 5, 2027");
    expect(text).toContain("not a recorded date");
    const listed = await site.rows(
      "/contracts.csv?estimated_before=2027-02-06&q=70CDCR24P00000009&cols=piid,option_ends,option_length",
    );
    expect(listed).toEqual([
      { piid: "70CDCR24P00000009", option_ends: "2027-02-05", option_length: "1 year" },
    ]);
    expect(await site.rows("/contracts.csv?estimated_before=2027-02-05&q=70CDCR24P00000009")).toEqual([]);
  });

  it("lists what ended since the records end apart, and says that what was decided is not in them", async () => {
    const passed = await site.json<Estimated & { from: string; to: string }>(
      `/api/expiring?${whole}&passed=yes`,
    );
    expect(passed.from).toBe("2026-08-21");
    expect(passed.to).toBe(inDays(-1));
    for (const { ends } of passed.rows) expect(ends >= passed.from && ends <= passed.to).toBe(true);
    const page = await open("/expiring?agency=7012&agency=7014&within=365");
    const link = /^[\d,]+ contracts? had an estimated end$/;
    expect(page.links(link).count).toBe(passed.contracts > 0 ? 1 : 0);
    if (passed.contracts === 0) return; // today is soon after the records end
    expect(page.all("main p").with("What was decided since the records end is not in them yet").count).toBe(
      1,
    );
    expect(page.links("How sure is this?").hrefs[0]).toBe("/method#estimated-end");
    expect((await open("/method")).all("#estimated-end").text).toContain("150 descriptions");
    const shown = await page.follow(link);
    expect(shown.address).toContain("passed=yes");
    expect(shown.all("main p").at(0).text).toMatch(/^[\d,]+ ICE and CBP contracts? had an estimated end/);
    const table = shown.named("Contracts whose end may have passed");
    expect(table.rows().at(0).text).toContain(" ago");
    expect(table.all("thead th").texts).toContain("Passed");
    expect(piids(table)).toEqual(passed.rows.slice(0, table.rows().count).map(({ piid }) => piid));
  });

  it.each(["microsoft", "amazon", "salesforce", "cisco"])(
    "says on the page and brief of %s when contracts that name it end, or that no end is known",
    async (slug) => {
      const section = (await open(`/companies/${slug}`)).all("#named-ending");
      const brief = (await open(`/companies/${slug}/brief`)).all("main").text;
      const [address] = section.links(/^All [\d,]+ contracts?$/).hrefs;
      if (address === undefined) {
        for (const text of [section.text, brief]) expect(text).toContain("no end in the next 365 days");
        return;
      }
      const { contracts, rows } = await site.json<Estimated>(`/api${address}`);
      expect(contracts).toBeGreaterThan(0);
      expect(piids(section)).toEqual(rows.slice(0, 8).map(({ piid }) => piid));
      expect(section.text).toContain("each is estimated from the words");
      expect(brief).toMatch(new RegExp(`${contracts} contracts? whose actions name it`));
    },
  );

  it("redirects the addresses from before, with their parameters", async () => {
    for (const [before, now] of [
      ["/ending?within=30&company=palantir", "/expiring?within=30&company=palantir"],
      ["/ending.ics", "/expiring.ics"],
      ["/ending.json?agency=7014", "/expiring.json?agency=7014"],
      ["/api/ending?end=potential", "/api/expiring?end=potential"],
    ] as const) {
      const answer = await site.fetch(before, { redirect: "manual" });
      expect(answer.status).toBe(308);
      expect(answer.headers.get("location")).toMatch(new RegExp(`${now.replace(/[.?]/g, "\\$&")}$`));
    }
  });

  it("has no filter by end that the company’s records lack", async () => {
    const company = await open("/companies/palantir");
    expect(company.all("p").with("These records have no end dates or future options.").count).toBe(1);
    expect(company.headings(/that end within/).count).toBe(0);
  });

  it("offers no filter or column that the records lack, and accepts an address with one", async () => {
    const page = await open("/contracts");
    expect(page.all("ul", "Company").count).toBe(1);
    expect(page.headings(/Award type|Competition|Place of performance|Contract end/).count).toBe(0);
    expect(page.all("option").count).toBeGreaterThan(0);
    expect(page.all("option", /value/).count).toBe(0);
    expect(page.all("input[type=checkbox]").count).toBeGreaterThan(0);
    expect(page.all("input[type=checkbox]", /Current end|Competition|UEI/).count).toBe(0);
    const lacking = await open("/contracts?company=palantir&cols=piid,current_end,competition");
    expect(lacking.all("td", /Not reported/).count).toBe(16);
    const contract = await open("/contracts/70CTD022FR0000170");
    expect(contract.headings("Actions").count).toBe(1);
    expect(contract.headings("The whole award, as reported").count).toBe(0);
  });

  it("exports the columns that every record has, and leaves other requested ones blank", async () => {
    const actions = await site.text("/contracts.csv?view=actions&company=palantir");
    expect(actions.split("\r\n")[0]?.replace("\uFEFF", "")).toBe(
      "contract_award_unique_key,award_id_piid,modification_number,action_date,federal_action_obligation,awarding_sub_agency_code,awarding_sub_agency_name,recipient_name,product_or_service_code_description,naics_description,transaction_description,snapshot",
    );
    const blank = await site.text(
      "/contracts.csv?company=palantir&q=70CTD022FR0000170&cols=piid,uei,current_value",
    );
    expect(blank.split("\r\n")[1]).toBe("70CTD022FR0000170,,");
    const { columns } = await site.json<{ columns: { name: string }[] }>("/api/columns");
    expect(columns.map(({ name }) => name)).not.toContain("current_end");
  });

  it("says in JSON and in the calendar that it has no recorded end dates", async () => {
    expect(await site.json("/api/expiring?end=current")).toMatchObject({
      has_end_dates: false,
      contracts: 0,
      rows: [],
      known: null,
    });
    expect(calendarLines(await site.text("/expiring.ics?end=current"))).toContain(
      "SUMMARY:These records have no end dates of contracts",
    );
  });
});
