import { expect, it } from "vitest";

import { type PageElements, pagesOf, type ServedPage } from "./page";
import { siteOf } from "./site";

const site = siteOf("bundled");
const open = pagesOf(site);

interface Found {
  snapshot: { id: string };
  query: object;
  read: object;
  hits: { kind: string; records: string }[];
}

it("gives the reading of a figure and its matches, in dollars", async () => {
  const answer = await site.json<Found>("/api/find?amount=29.8M&company=palantir&month=2025-04");
  expect(answer.snapshot.id).toBeTruthy();
  expect(answer.query).toMatchObject({
    amount: "29.8M",
    company: "palantir",
    month: "2025-04",
    agency: ["7012"],
  });
  expect(answer.read).toMatchObject({
    value: 29_800_000,
    from: 29_750_000,
    below: 29_900_000,
    step: 100_000,
  });
  const actions = answer.hits.filter(({ kind }) => kind === "action");
  expect(actions).toEqual([
    {
      kind: "action",
      measure: "net",
      match: ["cut off"],
      label: "P00009 of 70CTD022FR0000170, Palantir, signed April 11, 2025",
      window: { from: "2025-04-11", to: "2025-04-11" },
      steps: [],
      figure: 29_898_236,
      company: { slug: "palantir", name: "Palantir" },
      recipient: null,
      contract: expect.objectContaining({ piid: "70CTD022FR0000170" }),
      action: expect.objectContaining({ modification: "P00009" }),
      records: expect.stringContaining("/contracts?view=actions&"),
    },
  ]);
  const records = await site.json(actions[0]?.records.replace("/contracts?", "/api/contracts?") ?? "");
  expect(records).toMatchObject({ totals: { net: 29_898_236 } });
});

/** The rows of one kind of match that contain all of some texts. */
const rows = (page: ServedPage, kind: string, ...texts: string[]) =>
  texts.reduce<PageElements>(
    (found, text) => found.with(text),
    page.named(`Table of ${kind.toLowerCase()}`).rows(),
  );
const paragraphs = (page: ServedPage, text: string | RegExp) => page.all("main p").with(text);

it("a press figure links to its actions, and these to their sum", async () => {
  const page = await open("/find?amount=29.8M");
  expect(paragraphs(page, /^Read as \$29,800,000, to the nearest \$100,000/).text).toContain(
    "from $29,750,000.00 up to but not including $29,900,000.00",
  );
  const actions = rows(page, "Single actions", "70CTD022FR0000170", "$29,898,236.00", "cut off");
  expect(actions.count).toBe(2); // two actions of one amount, not duplicates
  const april = actions.with("P00009");
  expect(april.text).toContain("April 11, 2025");
  expect(actions.with("P00012").text).toContain("Sept. 25, 2025");
  const records = await page.follow("$29,898,236.00", april);
  expect(records.address).toMatch(/^\/contracts\?view=actions&/);
  expect(records.named("Result").text).toContain("1 action");
  expect(records.named("Result").figures).toContain("$29,898,236.00");
});

const published = [
  ["$29.8 million", "Single actions", "$29,898,236.00", "cut off"],
  ["$81mn", "Company totals", "$81,098,690.32", "rounded, cut off"],
  ["$3.7bn", "Agency totals", "$3,693,886,923.34", "rounded"],
  ["$1.5bn", "Agency totals", "$1,492,691,487.60", "rounded"],
  ["more than $1.2bn", "Company totals", "$1,229,984,583.77", "rounded, cut off"],
] as const;

it("every published figure is one click away from its matches", async () => {
  const page = await open("/find");
  for (const [written, kind, exact, match] of published) {
    const found = await page.follow(written);
    expect(rows(found, kind, exact, match).count, written).toBeGreaterThan(0);
  }
});

it("a contract's running total on a day is found by the company alone, and links to its actions", async () => {
  const page = await open("/find?amount=2.3M&company=fedex");
  const running = rows(page, "Running totals of contracts", "70CMSW23FR0000048");
  expect(running.count).toBe(1);
  expect(running.text).toContain("Jan. 12, 2026 – Feb. 19, 2026");
  expect(running.text).toContain("Feb. 20, 2026 – May 19, 2026");
  const then = await page.follow("$2,273,367.55", running);
  expect(then.named("Result").figures).toContain("$2,273,367.55");
  const later = await page.follow("$2,303,367.55", running);
  expect(later.named("Result").figures).toContain("$2,303,367.55");
});

it("the form reads loose wording, finds a company by name and links to the same window", async () => {
  const cbp = await open("/find?agency=7014");
  const form = (await cbp.follow("ICE", cbp.named("Agency"))).named("Find a figure");
  expect(form.all("input", "Figure as published").attributes("name")).toEqual(["amount"]);
  expect(form.all("input", /^Company/).attributes("name")).toEqual(["company"]);
  const page = await open(
    form.all("button", "Find").submission({ amount: "about $81 million", company: "Palantir Technologies" }),
  );
  expect(paragraphs(page, "We ignored “about”").count).toBe(1);
  const year = rows(page, "Company totals", "Palantir", "obligated (net)", "$81,098,690.32");
  expect(year.text).toContain("FY2025");
  const records = await page.follow(/calendar 2025/i, year); // the window with the same actions
  expect(records.address).toBe("/contracts?company=palantir&from=2025-01-01&to=2025-12-31");
  expect(records.named("Result").figures).toContain("$81,098,690.32");
});

it("the page keeps parameters that it cannot read in their fields", async () => {
  const page = await open("/find?amount=between+10m+and+15m&month=April&color=blue&company=palantir");
  expect(page.all("input", "Figure as published").attributes("value")).toEqual(["between 10m and 15m"]);
  const month = page.all("input", /^Month/);
  expect(month.attributes("value")).toEqual(["April"]);
  expect(month.attributes("type")).not.toContain("month"); // such a field accepts months only
  const blank = await open("/find?amount=&company=&month=&from=&to=");
  expect(blank.notices("We ignored part of this link").count).toBe(0);
  expect(blank.headings("Published figures").count).toBe(1);
});

it("words that several companies share offer a choice instead of a guess", async () => {
  const page = await open("/find?amount=29.8M&company=geo");
  const choice = page.notices("Which company\\?");
  expect(choice.links("GEO International LLC").count).toBe(1);
  expect(page.headings("Single actions").count).toBe(0);
  const geo = await page.follow("The GEO Group", choice);
  expect(geo.address).toBe("/find?amount=29.8M&company=geo-group");
  const none = await open("/find?amount=29.8M&company=xyzzy");
  expect(none.notices("No company or recipient in these records is named “xyzzy”").count).toBe(1);
});

it("a figure without a match gets suggestions, and a bare number gets units", async () => {
  const page = await open("/find?amount=%24123%2C456%2C789.01");
  expect(paragraphs(page, "to the cent: only this figure matches").count).toBe(1);
  expect(paragraphs(page, /^No single action rounds to it/).count).toBe(1);
  const reasons = page.all("main ol > li");
  expect(reasons.texts).toEqual([
    expect.stringMatching(/^It covers other dates, such as those up to the article/),
    expect.stringMatching(/^It is a ceiling, a potential value or an outlay/),
    expect.stringMatching(/^It counts what was obligated before Oct. 1, 2020/),
    expect.stringMatching(/^It counts awards of other agencies/),
  ]);
  const ofOne = await open("/find?amount=119.9M&company=caci&month=2026-01&to=2026-01-31");
  expect(ofOne.all("main ol > li").texts.slice(0, 3)).toEqual([
    expect.stringMatching(/^It covers other dates/),
    expect.stringMatching(/^It is for another month/),
    expect.stringMatching(/^A reseller or a company with another name/),
  ]);
  const millions = await (await open("/find?amount=29.8")).follow("$29.8 million");
  expect(paragraphs(millions, /^Read as \$29,800,000/).count).toBe(1);
});
