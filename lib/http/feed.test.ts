import { expect, it } from "vitest";

import { atom, feedId, jsonFeed } from "@/lib/http/feed";

const feed = {
  id: feedId("/changes?q=a&kind=amount"),
  title: "Changes of A & B",
  description: "What changed",
  page: "https://example.org/changes?q=a&kind=amount",
  self: "https://example.org/changes.atom?q=a&kind=amount",
  updated: "2026-08-22T06:00:00Z",
  next: null,
  entries: [
    {
      id: "urn:uuid:998bbae6-f782-8d02-901c-a3867f82c6ce",
      title: "<b>bold</b> ]]> ]]> & \u0001",
      text: "<script>alert(1)</script>",
      link: "https://example.org/contracts/X?a=1&b=2",
      time: "2026-08-21T06:00:00Z",
      kind: "amount",
    },
  ],
};

it("writes recorded text into Atom as text, never as markup", () => {
  const text = atom(feed);
  expect(text).toContain("<![CDATA[&lt;b&gt;bold&lt;/b&gt; ]]&gt; ]]&gt; &amp; \uFFFD]]>");
  expect(text).toContain("<![CDATA[&lt;script&gt;alert(1)&lt;/script&gt;]]>");
  expect(text).toContain("<id>urn:uuid:998bbae6-f782-8d02-901c-a3867f82c6ce</id>");
  expect(text).toContain('<link rel="self" href="https://example.org/changes.atom?q=a&amp;kind=amount"/>');
  expect(text).toMatch(/<id>urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}<\/id>/);
  expect(text).toContain("<title>Changes of A &amp; B</title>");
  expect(text.match(/<updated>[^<]+/g)).toEqual([
    "<updated>2026-08-22T06:00:00.000Z",
    "<updated>2026-08-21T06:00:00.000Z",
  ]);
});

it("writes relative addresses into Atom if the site does not know its origin", () => {
  const [entry] = feed.entries;
  const text = atom({
    ...feed,
    page: "/changes",
    self: "/changes.atom?q=a",
    entries: [{ ...entry, link: "/contracts/X" } as (typeof feed.entries)[number]],
  });
  expect(text.match(/href="[^"]*"/g)).toEqual([
    'href="/changes"',
    'href="/changes.atom?q=a"',
    'href="/contracts/X"',
  ]);
});

it("writes JSON Feed 1.1 with the address of older entries", () => {
  const written = JSON.parse(jsonFeed({ ...feed, next: "https://example.org/changes.json?page=2" }));
  expect(written).toMatchObject({
    version: "https://jsonfeed.org/version/1.1",
    feed_url: feed.self,
    next_url: "https://example.org/changes.json?page=2",
    items: [{ id: feed.entries[0]?.id, content_text: "<script>alert(1)</script>", tags: ["amount"] }],
  });
});
