import { expect, it } from "vitest";

import { refused, siteOf } from "./site";

const site = siteOf("bundled");

interface Found {
  snapshot: { id: string };
  query: object;
  read: object;
  hits: { kind: string; records: string }[];
}

it("gives how a figure is read and what fits it, in dollars", async () => {
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
      label: "P00009 of 70CTD022FR0000170, Palantir, signed 11 Apr 2025",
      window: { from: "2025-04-11", to: "2025-04-11" },
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

it.each([
  ["", ["amount"]],
  ["amount=", ["amount"]],
  ["amount=lots", ["amount"]],
  ["amount=1m&amount=2m", ["amount"]],
  ["amount=1m&company=geo", ["company"]],
  ["amount=1m&month=2025-13&from=x&color=blue&min=5", ["month", "color", "from", "min"]],
])("names the parameters of ?%s that it cannot read", async (query, parameters) => {
  const response = await site.fetch(`/api/find?${query}`);
  expect(response.status).toBe(400);
  expect(await refused(response)).toEqual(parameters);
});

it("finds nothing of a company that no recipient is named after", async () => {
  expect(await site.json("/api/find?amount=1m&company=xyzzy")).toMatchObject({ hits: [] });
});
