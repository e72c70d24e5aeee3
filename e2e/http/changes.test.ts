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
  expect(beta.links("Atom").hrefs).toEqual(["/changes.atom?company=beta"]);
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

it("without an earlier snapshot, the page lists what was signed in the last days of the records", async () => {
  const bundled = pagesOf(siteOf("bundled"));
  const page = await bundled("/changes");
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
  const count = page.all("main dl").links(/^\d+$/);
  expect(count.hrefs).toEqual(["/contracts?from=2026-07-22&new=yes"]);
  const behind = await bundled(count.hrefs[0] ?? "");
  expect(behind.named("Result").text).toContain(`${count.text} contracts`);

  const week = await page.follow("Signed in the last 7 days");
  expect(week.address).toBe("/changes?days=7");
  expect(week.all("h1").text).toMatch(/ since Aug\. 14, 2026$/);
  const cbp = await week.follow("CBP", week.named("Agency"));
  expect(cbp.address).toBe("/changes?agency=7014&days=7");

  const one = await bundled("/changes?company=palantir&days=90");
  expect(one.links("Remove Company: Palantir").hrefs).toEqual(["/changes?days=90"]);
  const nothing = await bundled("/changes?q=zebra");
  const notice = nothing.notices("No contract action by ICE in these 30 days matches");
  expect((await nothing.follow("Without filters", notice)).address).toBe("/changes");
  const unread = await bundled("/changes?days=31");
  expect(unread.notices("We ignored part of this link").count).toBe(1);
  expect(unread.all("main section", "Largest new contracts of the last 30 days").count).toBe(1);
});

it("with one, each of the two lists leads to the other", async () => {
  const changed = await open("/changes");
  const signed = await changed.follow("What was signed in the last 30 days");
  expect(signed.address).toBe("/changes?days=30");
  expect(signed.all("h1").text).toMatch(/^ICE has obligated /);
  expect((await signed.follow("What changed in the records")).address).toBe("/changes");
});
