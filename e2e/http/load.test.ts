import { describe, expect, it } from "vitest";

import { siteOf } from "./site";

const site = siteOf("bundled");

/** A question of the heavy lane, another one for every number. */
const heavy = (number: number) => `/api/groups?agency=7012&agency=7014&by=recipient&by=month&top=${number}`;

it("says when to come back to those of a burst that it has no room for, and answers the others", async () => {
  const leaving = new AbortController();
  const burst = Array.from({ length: 30 }, (_, index) =>
    site.fetch(heavy(index + 1), { signal: leaving.signal }),
  );
  const withStatus = (status: number) =>
    Promise.any(
      burst.map(async (asked) => {
        const answer = await asked;
        if (answer.status !== status) throw new Error(`${answer.status}`);
        return answer;
      }),
    );
  const refused = await withStatus(503);
  expect(refused.headers.get("retry-after")).toBe("5");
  expect(await refused.json()).toMatchObject({ title: "The site is busy" });
  await withStatus(200);
  leaving.abort();
  await Promise.allSettled(burst);
});

it("has room again at once where clients have left", async () => {
  const leaving = new AbortController();
  const asked = Array.from({ length: 25 }, (_, index) =>
    site.fetch(heavy(1_000 + index), { signal: leaving.signal }).then(
      ({ status }) => status,
      () => "left",
    ),
  );
  await site.json("/api/health"); // what was sent before it has arrived
  leaving.abort();
  await Promise.all(asked);
  await site.json("/api/health");
  expect((await site.fetch(heavy(2_000))).status).toBe(200);
});

it("answers pages and health while heavy questions wait", async () => {
  const leaving = new AbortController();
  const asked = Array.from({ length: 16 }, (_, index) =>
    site.fetch(heavy(3_000 + index), { signal: leaving.signal }),
  );
  expect(await site.json("/api/health")).toMatchObject({ status: "ok" });
  expect((await site.fetch("/companies/palantir?agency=7014")).status).toBe(200);
  leaving.abort();
  await Promise.allSettled(asked); // disconnected on purpose
});

describe("at sizes that ended an earlier server", { tags: ["deep"], timeout: 180_000 }, () => {
  it.each([
    ["front pages", 400, () => "/"],
    ["lists of 500 rows", 50, (number: number) => `/contracts?size=500&view=actions&min=${number}`],
    ["two-way groups", 24, () => "/api/groups?agency=7012&agency=7014&by=recipient&by=month"],
    ["lists of companies", 150, (number: number) => `/companies?min=${number}`],
  ])("answers %s or says when to come back, and goes on", async (_, count, address) => {
    const asked = Array.from({ length: count }, async (_, index) => {
      const answer = await site.fetch(address(index + 1));
      await answer.arrayBuffer();
      return answer.status;
    });
    expect([200, 503]).toEqual(expect.arrayContaining([...new Set(await Promise.all(asked))]));
    expect(await site.json("/api/health")).toMatchObject({ status: "ok" });
  });

  it("goes on after a thousand long questions, each another one", async () => {
    const long = (number: number) =>
      Array.from({ length: 12 }, (_, place) => `recipient=${`n${number}x${place}`.padEnd(290, "x")}`).join(
        "&",
      );
    for (let number = 0; number < 1_000; number++) await site.json(`/api/contracts?${long(number)}`);
    expect(await site.json("/api/health")).toMatchObject({ status: "ok" });
  });
});
