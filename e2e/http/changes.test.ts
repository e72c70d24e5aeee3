import { expect, it } from "vitest";

import { pagesOf, type ServedPage } from "./page";
import { siteOf } from "./site";

// A history of three retrievals.
const site = siteOf("changes");
const open = pagesOf(site);

const noticed = (page: ServedPage, day: string) => page.named(`Changes noticed on ${day}`);

it("gives the changes with totals", async () => {
  const answer = await site.json<{ page: object; rows: object[] }>("/api/changes?administrative=yes");
  expect(answer).toMatchObject({
    changes_since: "2026-02-01",
    totals: {
      entries: 6,
      actions: 3,
      net: 2972194.5,
      added: 2972195,
      taken_back: -0.5,
      administrative: 1,
    },
  });
  expect(answer.page).toEqual({ number: 1, size: 50, rows: 6, pages: 1 });
  expect(answer.rows[1]).toMatchObject({
    kind: "amount",
    amount: 120,
    amount_before: 100,
    before: "100.00",
    after: "120.00",
  });
});

it("gives a JSON feed of the filtered changes", async () => {
  const { items } = await site.json<{ items: object[] }>("/changes.json?company=beta");
  expect(items).toEqual([
    expect.objectContaining({
      id: expect.stringMatching(/^urn:uuid:[0-9a-f-]{36}$/),
      url: `${site.origin}/contracts/7012-70CDCR26P00000001`,
      tags: ["vanished"],
    }),
  ]);
});

it("gives an Atom feed of distinct entries", async () => {
  const answer = await site.fetch("/changes.atom");
  expect(answer.headers.get("content-type")).toContain("application/atom+xml");
  const ids = (await answer.text()).match(/<id>urn:uuid:[0-9a-f-]{36}<\/id>/g) ?? [];
  expect(ids).toHaveLength(1 + 5); // of the feed and of its entries
  expect(new Set(ids).size).toBe(6);
});

it("the page describes changes in sentences with figures", async () => {
  const page = await open("/changes");
  expect(page.all("p").with("since Feb. 1, 2026").count).toBe(1);
  const newest = noticed(page, "Feb. 6, 2026");
  expect(newest.all("ol > li").count).toBe(3);
  expect(newest.text).toContain(
    "Modification P00001 of 70CDCR26P00000001 (BETA LLC, −$7.00, signed Jan. 15, 2026) is no longer in the records. It was last there on Feb. 1, 2026",
  );
  expect(newest.text).toContain(
    "The amount of modification 0 of 70CDCR26P00000001 (ACME INC) is recorded as $120.00; before, $100.00.",
  );
  expect(newest.all("dd").texts).toEqual(["GUARDS AND DOGS", "GUARDS"]);
  const earlier = noticed(page, "Feb. 2, 2026").text;
  expect(earlier).toContain(
    "ICE obligated $2,972,195.00 to ACME INC on a new contract, 70CDCR26P00000004, signed Jan. 30, 2026.",
  );
  expect(earlier).toContain(
    "ICE took back $0.50 obligated to ACME INC on 70CDCR26P00000002, modification P00001, signed Dec. 1, 2025; recorded late.",
  );
  expect(earlier).toContain("<b>bold</b> & BEDS ]]>");
  expect(earlier).not.toContain("P00002");

  const all = await page.follow("1 administrative change");
  const more = noticed(all, "Feb. 2, 2026");
  expect(more.text).toContain(
    "ICE obligated no money ($0.00) to ACME INC on 70CDCR26P00000002, modification P00002",
  );
  const contract = await all.follow("70CDCR26P00000004", more);
  expect(contract.address).toBe("/contracts/7012-70CDCR26P00000004");
});

it("filters and kinds narrow the list, and the feeds follow them", async () => {
  const page = await open("/changes");
  expect((await page.follow("1 changed amount")).address).toBe("/changes?kind=amount");
  const beta = await open("/changes?company=beta");
  expect(beta.all("li").with("is no longer in the records").count).toBe(1);
  expect(beta.links("Remove Company: BETA LLC").hrefs).toEqual(["/changes"]);
  expect(beta.all('link[rel="alternate"][type="application/atom+xml"]').hrefs).toEqual([
    expect.stringMatching(/\/changes\.atom\?company=beta$/),
  ]);
  const records = beta.all("main section", "What changed in the records");
  expect(records.links("Atom").hrefs).toEqual(["/changes.atom?company=beta"]);
});

it("the page keeps a day that it cannot read in its field, and says when nothing is found", async () => {
  const unread = await open("/changes?since=yesterday&agency=7014");
  const since = unread.all("input", "Noticed since");
  expect(since.attributes("value")).toEqual(["yesterday"]);
  expect(since.attributes("type")).not.toContain("date"); // such a field accepts days only
  expect(unread.notices("No changes in CBP records yet").count).toBe(1);
  const cbp = await open("/changes?agency=7014&q=zebra");
  expect(cbp.notices("No changes in CBP records match these filters").count).toBe(1);

  const page = await open("/changes?q=zebra");
  const nothing = page.notices("No changes in ICE records match these filters");
  const [way] = nothing.all("li").with(/^without the words: \d+ changes$/).texts;
  const all = await page.follow("without the words", nothing);
  expect(all.address).toBe("/changes");
  expect(all.all("[role=status]").texts).toContain(`${/: (\d+) /.exec(way ?? "")?.[1]} changes listed`);
  const first = await (await open("/changes?page=9")).follow("Go to the first page");
  expect(first.address).toBe("/changes");
});

it("the front page lists the five newest changes, and links to all", async () => {
  const page = await open("/");
  const changed = page.named("What changed");
  expect(changed.all("ol > li").count).toBe(5);
  expect(changed.text).toContain("Feb. 6, 2026");
  expect((await page.follow("All changes", changed)).address).toBe("/changes");
});

const bundledSite = siteOf("bundled");
const bundled = pagesOf(bundledSite);

it("the page lists what was signed in the last days of the records", async () => {
  const page = await bundled("/changes?days=30");
  expect(page.all("h1").text).toMatch(/^ICE has obligated \$[\d.]+ billion since July 22, 2026$/);
  const listed = (name: string) => page.all("main section", name);
  const contracts = listed("Largest new contracts of the last 30 days");
  expect(contracts.all("li").count).toBe(10);
  expect(contracts.links(/^All \d+, from the largest$/).hrefs).toEqual([
    "/contracts?from=2026-07-22&new=yes",
  ]);
  expect(listed("Largest additions of the last 30 days").links("All, from the largest").hrefs).toEqual([
    "/contracts?view=actions&from=2026-07-22&sign=pos&sort=-federal_action_obligation",
  ]);
  expect(listed("Most taken back in the last 30 days").all("li").count).toBe(10);

  // The count is that of the list behind it.
  const [awarded = ""] = page.all("main dl").links(/^\d+$/).hrefs;
  expect(awarded).toBe("/contracts?from=2026-07-22&new=yes");
  const behind = await bundled(awarded);
  expect(behind.named("Result").text).toContain(`${page.all("main dl").links(/^\d+$/).texts[0]} contracts`);

  const week = await page.follow("Signed in the last 7 days");
  expect(week.address).toBe("/changes?days=7");
  expect(week.all("h1").text).toMatch(/ since Aug\. 14, 2026$/);
  const cbp = await week.follow("CBP", week.named("Agency"));
  expect(cbp.address).toBe("/changes?agency=7014&days=7");

  const one = await bundled("/changes?company=palantir&days=90");
  expect(one.links("Remove Company: Palantir").hrefs).toEqual(["/changes?days=90"]);
  const nothing = await bundled("/changes?q=zebra&days=30");
  const notice = nothing.notices("No contract action by ICE in these 30 days matches");
  expect((await nothing.follow("Without filters", notice)).address).toBe("/changes?days=30");
  const unread = await bundled("/changes?days=31");
  expect(unread.notices("We ignored part of this link").count).toBe(1);
  expect(unread.all("main section", "Largest new contracts of the last 30 days").count).toBe(1);
});

it("kinds of action have a count, a list, files and feeds of the same actions", async () => {
  const page = await bundled("/changes?from=2025-04-01&to=2025-04-30");
  expect(page.all("h1").text).toMatch(/^ICE has obligated \$[\d.]+ \w+ in April 2025$/);
  expect(page.text).not.toContain("The newest two weeks");
  const kinds = {
    "Options exercised": /option/i,
    "Terminated or canceled": /terminat|cancel/i,
    "Closed out": /clos/i,
  };
  for (const [name, words] of Object.entries(kinds)) {
    const list = page.all("main section", name);
    const [csv = "", json = "", atom = "", feed = ""] = list.links(/^(CSV|JSON|Atom|JSON Feed)$/).hrefs;
    const rows = await bundledSite.rows(csv);
    expect(list.links(/^All \d+$/).text).toBe(`All ${rows.length}`);
    expect(page.all("main dl > div").with(name).links().text).toBe(String(rows.length));
    for (const row of rows) {
      expect(row.transaction_description).toMatch(words);
      expect(row.action_date?.slice(0, 7)).toBe("2025-04");
    }
    expect((await bundledSite.json<{ rows: object[] }>(json)).rows).toHaveLength(rows.length);
    // Feeds follow what comes later: they have no window.
    expect(atom).not.toContain("from=");
    const { items } = await bundledSite.json<{ items: { id: string; date_published: string }[] }>(feed);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    expect(
      items
        .map(({ date_published: day }) => day)
        .toSorted()
        .toReversed(),
    ).toEqual(items.map(({ date_published: day }) => day));
    expect((await bundledSite.text(atom)).split("<entry>")).toHaveLength(items.length + 1);
  }
});

it("what was signed and what changed in the records are on one page, and each alone", async () => {
  const both = await bundled("/changes");
  expect(both.all("main section", "Largest additions of the last 30 days").all("li").count).toBe(5);
  const changed = both.all("main section", "What changed in the records");
  expect(changed.text).toContain("in each retrieval of the records since July 8, 2026");
  expect(changed.named("Changes noticed on Aug. 22, 2026").all("li").count).toBe(50);
  const retrievals = changed.all("#table-retrievals table");
  expect(retrievals.rows().count).toBe(4);
  const column = retrievals.all("thead th").texts.findIndex((text) => text.startsWith("Changed amounts"));
  const [few = ""] = retrievals.rows().at(0).all("th, td").at(column).links().hrefs;
  expect(few).toBe("/changes?kind=amount&since=2026-08-22&until=2026-08-22");
  expect((await bundled(few)).named("Changes noticed on Aug. 22, 2026").all("li").count).toBe(2);
  const amounts = await both.follow(/changed amounts$/, changed);
  expect(amounts.all("h1").text).toBe("What changed in the records");
  expect(amounts.text).toContain("The amount of modification P00011 of 70CDCR25FR0000031");
  const signed = await amounts.follow("What was signed in the last 30 days");
  expect(signed.address).toBe("/changes?days=30");
  expect(signed.all("main section", "What changed in the records").count).toBe(0);
  expect((await signed.follow("What changed in the records")).address).toMatch(/^\/changes(#|$)/);
});

it("the bundled retrievals are changes from the first start", async () => {
  const of = (text: string) =>
    bundledSite.json<{ changes_since: string; totals: { entries: number; net: number } }>(
      `/api/changes?${text}`,
    );
  const whole = await of("administrative=yes");
  expect(whole.changes_since).toBe("2026-07-08");
  const days = ["2026-08-03", "2026-08-08", "2026-08-15", "2026-08-22"];
  const each = await Promise.all(days.map((day) => of(`administrative=yes&since=${day}&until=${day}`)));
  expect(each.reduce((sum, { totals }) => sum + totals.entries, 0)).toBe(whole.totals.entries);
  expect(await of("since=2026-08-04&until=2026-08-07")).toMatchObject({ totals: { entries: 0 } });
  const { items } = await bundledSite.json<{ items: { date_published: string }[] }>(
    "/changes.json?kind=date",
  );
  expect(new Set(items.map(({ date_published: time }) => time.slice(0, 10)))).toEqual(new Set(days));
});

it("a week has the sums of its days, as a page, JSON, Markdown and in the feed of weeks", async () => {
  interface Sums {
    totals: { net: number; added: number; taken_back: number; actions: number };
  }
  for (const [week, days] of [
    ["2026-W33", "from=2026-08-10&to=2026-08-16"],
    ["2025-W01", "from=2024-12-30&to=2025-01-05"],
  ]) {
    for (const agency of ["", "&agency=7014"]) {
      const digest = await bundledSite.json<Sums>(`/api/changes/${week}?${agency}`);
      const groups = await bundledSite.json<Sums & { groups: { net: number }[] }>(
        `/api/groups?by=company&${days}${agency}`,
      );
      expect(digest.totals).toEqual(groups.totals);
      const summed = groups.groups.reduce((sum, { net }) => sum + Math.round(net * 100), 0);
      expect(Math.round(digest.totals.net * 100)).toBe(summed);
    }
  }
  const page = await bundled("/changes/2026-W33");
  expect(page.all("h1").text).toMatch(/^Aug\. 10–16, 2026: ICE obligated \$[\d.]+ million$/);
  expect(page.all("main section", "Largest additions").all("li").count).toBe(10);
  expect(page.all("main section", /corrected$/).text).toContain(
    "The recipient of modification P00001 of 70CTD025FR0000038 is now recorded as GOVERNMENT ACQUISITIONS LLC",
  );
  expect((await page.follow("Week before")).address).toBe("/changes/2026-W32");
  expect((await bundled("/changes/2026-W34")).links("Week after").count).toBe(0);
  const markdown = await bundledSite.text("/api/changes/2026-W33?format=md");
  expect(markdown.split("\n")[0]).toBe(`# ${page.all("h1").text}`);
  expect(markdown).toContain(
    `[JSON](<${bundledSite.origin}/api/groups?by=company&from=2026-08-10&to=2026-08-16>)`,
  );
  const { items } = await bundledSite.json<{ items: { title: string; url: string }[] }>("/weeks.json");
  expect(items).toHaveLength(26);
  expect(items[0]).toMatchObject({
    title: page.all("h1").text,
    url: `${bundledSite.origin}/changes/2026-W33`,
  });
  expect((await bundled("/")).links("The week of Aug. 10–16, 2026").hrefs).toEqual(["/changes/2026-W33"]);
  const redirect = await bundledSite.fetch("/changes/2026-w33", { redirect: "manual" });
  expect(redirect.headers.get("location")).toMatch(/\/changes\/2026-W33$/);
  for (const none of ["2026-W54", "2019-W33", "2026-W40", "week"]) {
    expect((await bundledSite.fetch(`/changes/${none}`)).status, none).toBe(404);
    expect((await bundledSite.fetch(`/api/changes/${none}`)).status, none).toBe(404);
  }
});
