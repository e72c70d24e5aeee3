import { expect, it } from "vitest";

import { refused, siteOf } from "./site";

const site = siteOf("changes");

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

it.each(["/api/changes", "/changes.atom", "/changes.json"])(
  "names the parameters that %s cannot read",
  async (path) => {
    const response = await site.fetch(`${path}?kind=news&since=yesterday`);
    expect(response.status).toBe(400);
    expect(await refused(response)).toEqual(["kind", "since"]);
  },
);

it("gives a JSON feed of the changes that the filters leave", async () => {
  const { items } = await site.json<{ items: object[] }>("/changes.json?company=beta");
  expect(items).toEqual([
    expect.objectContaining({
      id: expect.stringMatching(/^urn:uuid:[0-9a-f-]{36}$/),
      url: `${site.origin}/contracts/7012-70CDCR26P00000001`,
      tags: ["vanished"],
    }),
  ]);
});

it("gives an Atom feed of distinct entries, and again only when it changed", async () => {
  const answer = await site.fetch("/changes.atom");
  expect(answer.headers.get("content-type")).toContain("application/atom+xml");
  const ids = (await answer.text()).match(/<id>urn:uuid:[0-9a-f-]{36}<\/id>/g) ?? [];
  expect(ids).toHaveLength(5);
  expect(new Set(ids).size).toBe(5);
  const again = await site.fetch("/changes.atom", {
    headers: { "if-none-match": answer.headers.get("etag") ?? "" },
  });
  expect(again.status).toBe(304);
});
