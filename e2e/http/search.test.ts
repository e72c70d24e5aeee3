import { expect, it } from "vitest";

import { refused, siteOf } from "./site";

const site = siteOf("bundled");

it("answers a search by kind, with the figures of each agency", async () => {
  const answer = await site.json<{ query: object; groups: { kind: string }[] }>(
    "/api/search?q=west%20publishing",
  );
  expect(answer.query).toEqual({ q: "west publishing" });
  expect(answer.groups.map(({ kind }) => kind)).toEqual(["company", "recipient", "words"]);
  expect(answer.groups[1]).toMatchObject({
    total: 1,
    hits: [
      {
        label: "WEST PUBLISHING CORPORATION",
        detail: "grouped under Thomson Reuters",
        agencies: [
          { agency: "7012", totals: { net: 773934.36, actions: 20, contracts: 9, companies: 1 } },
          { agency: "7014", totals: { net: 159777.96, actions: 4 } },
        ],
      },
    ],
  });
});

it("names the parameters of a search that it cannot read", async () => {
  for (const [path, name] of [
    ["/api/search", "q"],
    ["/api/search?q=a&q=b", "q"],
    ["/api/search?q=a&fy=2025", "fy"],
    [`/api/search?q=${"x".repeat(501)}`, "q"],
  ] as const) {
    const response = await site.fetch(path);
    expect(response.status, path).toBe(400);
    expect((await refused(response))?.[0], path).toBe(name);
  }
});

it("redirects a whole contract number to its contract, however it is typed", async () => {
  const contract = "/contracts/CONT_AWD_70CTD022FR0000170_7012_GS35F0086U_4730";
  for (const [number, name, location] of [
    ["70CTD022FR0000170", "bundled", contract],
    ["70ctd0-22-f-r0000170", "bundled", contract],
    ["70CTD0 22 FR 0000170", "bundled", contract],
    ["70cdcr25-f-00000008", "hostile", "/contracts/70CDCR25F00000008"],
  ] as const) {
    const path = `/search?${new URLSearchParams({ q: number })}`;
    const response = await siteOf(name).fetch(path, { redirect: "manual" });
    expect(response.status, path).toBe(307);
    expect(response.headers.get("location"), path).toBe(location);
  }
});
