import { describe, expect, it } from "vitest";

import { siteOf } from "./site";

const site = siteOf("bundled");

/** An address of the heavy lane, different for each number. */
const heavy = (number: number) => `/api/groups?agency=7012&agency=7014&by=recipient&by=month&top=${number}`;

it("serves part of a burst, and gives the rest a time to retry", async () => {
  const leaving = new AbortController();
  const burst = Array.from({ length: 30 }, (_, index) =>
    site.fetch(heavy(index + 1), { signal: leaving.signal }),
  );
  const withStatus = (status: number) =>
    Promise.any(
      burst.map(async (request) => {
        const answer = await request;
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

it("frees the slots of clients that disconnect at once", async () => {
  const leaving = new AbortController();
  const requests = Array.from({ length: 25 }, (_, index) =>
    site.fetch(heavy(1_000 + index), { signal: leaving.signal }).then(
      ({ status }) => status,
      () => "left",
    ),
  );
  await site.json("/api/health"); // earlier requests have arrived
  leaving.abort();
  await Promise.all(requests);
  await site.json("/api/health");
  expect((await site.fetch(heavy(2_000))).status).toBe(200);
});

it("serves pages and health while heavy requests wait", async () => {
  const leaving = new AbortController();
  const requests = Array.from({ length: 16 }, (_, index) =>
    site.fetch(heavy(3_000 + index), { signal: leaving.signal }),
  );
  expect(await site.json("/api/health")).toMatchObject({ status: "ok" });
  expect((await site.fetch("/companies/palantir?agency=7014")).status).toBe(200);
  leaving.abort();
  await Promise.allSettled(requests); // disconnected on purpose
});

describe("at sizes that ended an earlier server", { tags: ["deep"], timeout: 180_000 }, () => {
  it.each([
    ["front pages", 400, () => "/"],
    ["lists of 500 rows", 50, (number: number) => `/contracts?size=500&view=actions&min=${number}`],
    ["two-way groups", 24, () => "/api/groups?agency=7012&agency=7014&by=recipient&by=month"],
    ["lists of companies", 150, (number: number) => `/companies?min=${number}`],
  ])("serves %s or says when to retry, and keeps running", async (_, count, address) => {
    const requests = Array.from({ length: count }, async (_, index) => {
      const answer = await site.fetch(address(index + 1));
      await answer.arrayBuffer();
      return answer.status;
    });
    expect([200, 503]).toEqual(expect.arrayContaining([...new Set(await Promise.all(requests))]));
    expect(await site.json("/api/health")).toMatchObject({ status: "ok" });
  });

  it("keeps running after a thousand different long queries", async () => {
    const long = (number: number) =>
      Array.from({ length: 12 }, (_, place) => `recipient=${`n${number}x${place}`.padEnd(290, "x")}`).join(
        "&",
      );
    for (let number = 0; number < 1_000; number++) await site.json(`/api/contracts?${long(number)}`);
    expect(await site.json("/api/health")).toMatchObject({ status: "ok" });
  });
});
