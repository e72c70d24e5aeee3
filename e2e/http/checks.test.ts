import Papa from "papaparse";
import { expect, it } from "vitest";

import { pagesOf } from "./page";
import { siteOf } from "./site";

const site = siteOf("bundled");
const open = pagesOf(site);

interface Answer {
  rows: { id: string; figure: string; net: number; verdict: string; records: string }[];
}

it("has every published figure as page, JSON and CSV, with the same verdicts", async () => {
  const { rows } = await site.json<Answer>("/api/checks");
  const { data } = Papa.parse<Record<string, string>>(
    (await site.text("/checks.csv")).replace(/^\uFEFF/, ""),
    {
      header: true,
      skipEmptyLines: true,
    },
  );
  expect(data.map(({ id, verdict, net }) => [id, verdict, Number(net)])).toEqual(
    rows.map(({ id, verdict, net }) => [id, verdict, net]),
  );
  const page = await open("/checks");
  expect(page.all("main article").attributes("id")).toEqual(rows.map(({ id }) => id));
});

it("names on /find who published the figure, and leads to its comparison", async () => {
  const page = await open("/find?amount=29.8M");
  const [address] = page.all("main a").with("OpenSecrets").attributes("href");
  expect(address).toBe("/checks#opensecrets-immigrationos");
  expect((await open("/find?amount=29.7M")).all("main p").with(/^Published by/).count).toBe(0);
});

it("selects a verdict, and leads from a figure to the actions behind it", async () => {
  const page = await (await open("/checks")).follow(/^Fits lifetime totals \(/);
  expect(page.address).toBe("/checks?verdict=lifetime");
  expect(await site.json<Answer>("/api/checks?verdict=lifetime")).toMatchObject({
    rows: Array.from({ length: page.all("main article").count }, () => ({ verdict: "lifetime" })),
  });
  const palantir = page.all("main article").with("PALANTIR TECHNOLOGIES INC.");
  expect(palantir.text).toContain("Fits lifetime totals: 8.1 times the net");
  const records = await page.follow("$81,098,690.32", palantir);
  expect(records.named("Result").figures).toContain("$81,098,690.32");
  expect(records.named("Result").text).toContain("7 actions");
});

it("offers a text to ask for a correction where the records do not confirm a figure, and nowhere else", async () => {
  const page = await open("/checks?verdict=none&verdict=equal");
  expect(page.all("main article").with("$60,965.64").all("textarea").count).toBe(0);
  const text = page.all("main article").with("$5.2 billion").all("textarea").text;
  expect(text).toContain("You published $5.2 billion (Jan. 16, 2026)");
  expect(text).toMatch(/\/contracts\?view=actions&(?:amp;)?from=2025-01-20&(?:amp;)?to=2026-01-15/);
});

it("lists the figures that are not confirmed, each with its reason, and the endpoint the same", async () => {
  const page = await (await open("/checks")).follow(/^Not confirmed \(/);
  expect(page.address).toBe("/checks?verdict=measure&verdict=lifetime&verdict=none");
  const { rows } = await site.json<{ rows: { id: string; reason: string; verdict: string }[] }>(
    page.address.replace("/checks", "/api/checks"),
  );
  expect(rows.length).toBeGreaterThan(0);
  expect(page.named("Verdicts").all("[aria-current]").texts).toEqual([`Not confirmed (${rows.length})`]);
  const entries = page.all("main article");
  expect(entries.attributes("id")).toEqual(rows.map(({ id }) => id));
  const reasons = entries.all("p").texts;
  for (const { reason } of rows) expect(reasons).toContain(reason);
});
