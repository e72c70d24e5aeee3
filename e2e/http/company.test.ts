import { expect, it } from "vitest";

import { pagesOf, type ServedPage } from "./page";
import { cents, siteOf } from "./site";

const site = siteOf("bundled");
const page = pagesOf(site);

/** A figure of a company, by its label. */
const figure = (found: ServedPage, label: string) => found.all("dl > div").with(new RegExp(`^${label}`));
/** The exact totals of a list of contracts. */
const sums = (list: ServedPage) => list.named("Result").all("data").attributes("value");
const questions = (found: ServedPage) => found.all("main h2").texts;

it("a company's page has its parts in the order of a reader's questions", async () => {
  const palantir = await page("/companies/palantir");
  expect(palantir.all("h1").text).toBe("Palantir");
  expect(palantir.all("main p").at(0).text).toContain(
    "(net) to Palantir from Oct. 1, 2020, through Aug. 20, 2026, in 39 actions",
  );
  expect(questions(palantir)).toEqual([
    expect.stringMatching(/^ICE has obligated \$.* to Palantir so far in FY2026, /),
    "What the contracts are for, in the record’s words",
    "Contracts, recently active first",
    "Other companies’ awards that name Palantir",
    "Rank and share",
    "Recipients in this group (1)",
    "How to check this",
  ]);
  const together = figure(palantir, "Together");
  expect(together.all("data").attributes("value")[0]).toBe("318638423.10");
  expect(together.text).toContain("39 actions on 8 contracts");
});

it("a window of days changes the figures, charts, contracts and citation of a company in place", async () => {
  const palantir = await page("/companies/palantir?from=2025-01-01");
  expect(palantir.all("main p").at(0).text).toContain(
    "to Palantir from Jan. 1, 2025, through Aug. 20, 2026, in 13 actions on 3 contracts",
  );
  const together = figure(palantir, "Together");
  expect(together.all("data").attributes("value")[0]).toBe("224608710.42");
  expect(together.text).toContain("$224,608,710.42");
  expect(sums(await palantir.follow(/./, together.all("dd:first-of-type")))).toContain("224608710.42");
  const years = palantir.named("Rank and share by fiscal year").all("tbody > tr");
  expect(years.each.map((row) => row.all("data").attributes("value")[0])).toEqual([
    "143510020.10",
    "81098690.32",
  ]);
  expect(palantir.all("section#contracts tbody > tr").count).toBe(3);
  expect(questions(palantir)[0]).toContain("since January 2025");
  const { snapshot: id } = await site.json<{ snapshot: string }>("/api/health");
  expect(palantir.all("section#check").text).toContain(
    `$224,608,710.42 obligated (net), 13 actions on 3 contracts signed from Jan. 1, 2025, through Aug. 20, 2026. Source: USAspending.gov contract actions, retrieved on or before Aug. 22, 2026; snapshot ${id}. ${site.origin}/companies/palantir?from=2025-01-01&snapshot=${id}`,
  );
  const { total, years: ofApi } = await site.json<{ total: { net: number }; years: unknown[] }>(
    "/api/companies/palantir?from=2025-01-01",
  );
  expect(total).toMatchObject({ net: 224_608_710.42, actions: 13, contracts: 3 });
  expect(ofApi).toHaveLength(2);
});

it("the windows of a company are links and a form, keep its agency, and other days are named", async () => {
  const cbp = await page("/companies/palantir?agency=7014&from=2021-03-01");
  const since = await cbp.follow("Since Jan. 20, 2025");
  expect(since.address).toBe("/companies/palantir?agency=7014&from=2025-01-20");
  const form = cbp.all('form[aria-label="Other dates"]');
  expect(form.attributes("action")).toEqual(["/companies/palantir"]);
  expect(form.all("input").attributes("value")).toEqual(["7014", "2021-03-01", ""]);
  const wrong = await page("/companies/palantir?from=2025-02-30");
  expect(wrong.notices("We ignored part of this link").text).toContain("must be a real date");
  expect(figure(wrong, "Together").all("data").attributes("value")[0]).toBe("318638423.10");
  expect((await site.fetch("/api/companies/palantir?from=2025-02-30")).status).toBe(400);
  const none = await page("/companies/palantir?to=2020-10-15");
  expect(none.all("main p").at(0).text).toContain("signed no contract action with Palantir in these records");
  expect(none.all("main p").at(0).links("39 actions").hrefs).toEqual(["/companies/palantir"]);
  const later = await page("/companies/palantir?from=2030-01-01");
  expect(later.all("main p").at(0).text).toBe(
    "These records end on Aug. 20, 2026, before the chosen dates. All records have 39 actions.",
  );
});

it("the awards that name a company come first where they are more than its own", async () => {
  const microsoft = await page("/companies/microsoft");
  expect(microsoft.all("main p").at(0).text).toMatch(
    /^ICE actions with other companies that name Microsoft come to \$173\.2 million.* Over the same dates, ICE obligated \$354,905/,
  );
  expect(microsoft.all("dl > div").at(0).text).toContain("Named in the description of others’ awards");
  expect(questions(microsoft)[0]).toBe("Other companies’ awards that name Microsoft");
  expect(questions(await page("/companies/palantir"))[0]).toContain("so far in FY2026");
});

it("what another agency has of a company is in one line that links to its page", async () => {
  for (const [slug, own] of [
    ["amazon", true],
    ["salesforce", false],
  ] as const) {
    const line = (await page(`/companies/${slug}`)).all("main p").with(/^Also in these records: CBP/);
    const { total, named_in: named } = await site.json<Record<"total" | "named_in", never>>(
      `/api/companies/${slug}?agency=7014`,
    );
    const figures = [(total as { net: number }).net, (named as { totals: { net: number } }).totals.net];
    expect(line.all("data").attributes("value").map(Number)).toEqual(figures.slice(own ? 0 : 1));
    expect(new Set(line.all("a").hrefs)).toEqual(new Set([`/companies/${slug}?agency=7014`]));
  }
  const window = await page("/companies/amazon?from=2025-01-20");
  expect(window.all("main p").with(/^Over the same dates, CBP/).count).toBe(1);
});

it("other companies' awards that name a company are separate from its own and link to their actions", async () => {
  const microsoft = await page("/companies/microsoft");
  const named = figure(microsoft, "Named in the description of others’ awards");
  expect(named.text).toContain("never in the total");
  const [amount] = named.all("data").attributes("value");
  const records = await microsoft.follow(/./, named);
  expect(records.address).toMatch(/brand=/);
  expect(sums(records)).toContain(amount);
});

it("products and what is not shown of them add up to the figure of a company", async () => {
  const dell = await page("/companies/dell");
  const rows = dell.all("section#for tbody > tr");
  expect(rows.names.at(-1)).toMatch(/^All other products and services \(\d+\)/);
  const net = rows.each.map((row) => cents(row.all("data").attributes("value")[0] ?? ""));
  const [together = ""] = figure(dell, "Together").all("data").attributes("value");
  expect(net.reduce((sum, one) => sum + one, 0)).toBe(cents(together));
});

it("each figure of a company, also that of its subsidiaries, links to records that sum to it", async () => {
  const geo = await page("/companies/geo-group");
  for (const label of ["Obligated directly", "Obligated to subsidiaries", "Together"]) {
    const first = figure(geo, label).all("dd:first-of-type");
    const records = await geo.follow(/./, first);
    expect(records.address, label).toMatch(/^\/contracts\?/);
    expect(sums(records), label).toContain(first.all("data").attributes("value")[0]);
  }
});

it("the front page links to large employers, and each page says what the records have", async () => {
  const home = (await page("/")).all("main");
  for (const name of ["Google", "Amazon", "Salesforce", "Meta", "OpenAI"]) {
    const address = `/companies/${name.toLowerCase()}`;
    expect(home.links(name).hrefs).toEqual([address]);
    const company = await page(address);
    expect(company.all("h1").text).toBe(name);
    const text = company.all("main").text;
    expect(text, name).toMatch(/ICE obligated .* \(net\) to|ICE made no award to a recipient known as/);
    expect(text, name).toContain("Named in the description of others’ awards");
  }
});

it("an award to a subsidiary is not attributed to the company itself", async () => {
  const google = await page("/companies/google");
  expect(google.all("main p").at(0).text).toContain(
    "(net) to a subsidiary of Google, MANDIANT, INC. (while owned $40,480.00; before $1,300,000.00), in 5 actions",
  );
  const recorded = await google.follow(/^as recorded/);
  expect(recorded.address).toBe("/companies/google?grouped=no");
  expect(recorded.all("main").text).toContain("No action here is with Google itself");
});

it("what was signed before an acquisition is shown separately wherever the sum can be quoted", async () => {
  const google = await page("/companies/google");
  const split = "while owned $40,480.00; before $1,300,000.00";
  expect(google.head.descriptions[0]).toContain(split);
  expect(figure(google, "Together").text).toContain(split);
  expect(google.rows(/^MANDIANT, INC\./).text).toContain("owned since Sept. 12, 2022");
  expect(google.rows(/^MANDIANT, INC\./).text).toContain(split);
  expect(google.all("main").text).toContain(`$1,340,480.00 obligated (net) (${split})`);
  const sentence = google.all("main p").at(0);
  const [, , whileOwned = "", before = ""] = sentence.all("a").hrefs;
  expect(sums(await page(whileOwned))).toContain("40480.00");
  expect(sums(await page(before))).toContain("1300000.00");
});

it("a contract says since when its company has owned the recipient", async () => {
  const early = await page("/contracts/70CMSD21P00000156");
  expect(early.all("main").text).toContain("which has owned it since Sept. 12, 2022");
  const palantir = await page("/contracts/70CTD022FR0000170");
  expect(palantir.all("main").text).not.toContain("which has owned it since");
});

it("a switch counts only what was signed while a company owned its recipients", async () => {
  const google = await page("/companies/google");
  const owned = await google.follow("with subsidiaries while owned");
  expect(owned.address).toBe("/companies/google?grouped=owned");
  expect(owned.all("main p").at(0).text).toContain("before $1,300,000.00");
  expect(owned.all("main").text).toContain("without actions signed before an acquisition");
  const records = await owned.follow(/^All 2 contracts/);
  expect(sums(records)).toContain("40480.00");
  expect((await page("/companies/palantir")).all("main").text).not.toContain("while owned");
});

it("a negative net is explained on a company's page and in its description", async () => {
  const oak = await page("/companies/giant-oak");
  expect(oak.all("main p").at(0).text).toMatch(
    /ICE took back \$1\.3 million.* more than it added on awards to Giant Oak/,
  );
  expect(oak.all("main p").at(0).text).not.toContain("obligated −");
  expect(oak.all('meta[name="description"]').attributes("content")[0]).toMatch(
    /^ICE took back \$1,\d{3},\d{3}\.\d\d more than it added on awards to Giant Oak/,
  );
});

it("an unknown company's page says what the records leave out and offers similar names", async () => {
  const unknown = await page("/companies/acme-anvils");
  expect(unknown.status).toBe(404);
  expect(unknown.all("h1").text).toBe("No company known as “acme anvils”");
  expect(unknown.all("main").text).toContain("Subcontracts");
  expect(unknown.all("main").text).toContain("purchase cards and micro-purchases");
  expect(unknown.all("input", "Words to search for").attributes("value")).toEqual(["acme anvils"]);
  expect(unknown.all("main").text).toContain("These records have no award by");
  for (const [slug, name, owner] of [
    ["aws", "Amazon", "amazon"],
    ["gdit", "General Dynamics", "general-dynamics"],
    ["alphabet", "Google", "google"],
    ["facebook", "Meta", "meta"],
    ["github", "Microsoft", "microsoft"],
    ["slack", "Salesforce", "salesforce"],
    ["palantr", "Palantir", "palantir"],
    ["lexisnexis", "RELX", "relx"],
  ] as const)
    expect((await page(`/companies/${slug}`)).all("main").links(name).hrefs, slug).toEqual([
      `/companies/${owner}`,
    ]);
  expect((await page("/companies/geo")).all("main").links("The GEO Group").hrefs).toEqual([
    "/companies/geo-group",
  ]);
});

it("another spelling of a company's address redirects to its page", async () => {
  for (const [slug, to] of [
    ["the-geo-group", "geo-group"],
    ["the-geo-group-inc", "geo-group"],
    ["The-GEO-Group,-Inc.", "geo-group"],
    ["at-and-t", "att"],
    ["AT%26T", "att"],
    ["at-t", "att"],
    ["motorola", "motorola-solutions"],
    ["booz-allen", "booz-allen-hamilton"],
    ["palantir-technologies-inc", "palantir"],
    ["bi-incorporated", "geo-group"],
    ["b-i", "geo-group"],
  ] as const) {
    const response = await site.fetch(`/companies/${slug}?agency=7014`, { redirect: "manual" });
    expect(
      [response.status, new URL(response.headers.get("location") ?? "/", site.origin).pathname],
      slug,
    ).toEqual([308, `/companies/${to}`]);
    expect(response.headers.get("location"), slug).toContain("?agency=7014");
    expect((await site.json<{ company: { slug: string } }>(`/api/companies/${slug}`)).company.slug).toBe(to);
  }
});

it("an address that several companies' names begin with, or that is misspelled, is a choice", async () => {
  for (const slug of ["geo", "general", "palantr"])
    expect((await site.fetch(`/companies/${slug}`, { redirect: "manual" })).status, slug).toBe(404);
});

it("companies with similar names say that they are different", async () => {
  const geo = await page("/companies/geo-international");
  expect(geo.all("details").with(/^Not to be confused with The GEO Group/).count).toBe(1);
});

it("a company's page lists its recipients, and its rank and share by year", async () => {
  const dell = await page("/companies/dell");
  expect(dell.rows(/DELL FEDERAL SYSTEMS L\.P/).text).toContain("subsidiary");
  expect(dell.named("Rank and share by fiscal year").row(/^FY2021/).count).toBe(1);
  const years = dell.all("figure", "Obligations by fiscal year");
  expect(years.all("li").texts).toContain("unfinished, through Aug. 20, 2026");
});
