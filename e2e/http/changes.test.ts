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

it("the first snapshot says that it is the first", async () => {
  const page = await pagesOf(siteOf("wide"))("/changes");
  expect(page.notices("No earlier snapshot to compare with").count).toBe(1);
});
