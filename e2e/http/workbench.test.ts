import { expect, it } from "vitest";

import { cents, siteOf } from "./site";

const site = siteOf("bundled");

const first = (html: string, pattern: RegExp) => pattern.exec(html)?.[1]?.replaceAll("&amp;", "&");

it("the file of a page holds every row of its selection, and its sum", async () => {
  const html = await site.text("/contracts?view=actions&company=palantir&size=25");
  const file = first(html, /href="(\/contracts\.csv\?[^"]*)"/) ?? "";
  expect(file).toBe("/contracts.csv?view=actions&company=palantir");
  const rows = await site.rows(file);
  expect(rows).toHaveLength(39);
  expect(rows.reduce((sum, row) => sum + cents(row.federal_action_obligation ?? ""), 0)).toBe(31_863_842_310);
  const named = await site.fetch(file, { method: "HEAD" });
  expect(named.headers.get("content-disposition")).toMatch(
    /^attachment; filename="ice-actions_company-palantir_[0-9a-f]{12}\.csv"$/,
  );
});

it("the title names the selection", async () => {
  expect(first(await site.text("/contracts?company=palantir"), /<title>([^<]*)<\/title>/)).toBe(
    "Contracts of ICE: Palantir – ICE contracts",
  );
});

it.each([
  ["min=1.5m&max=%2450+million&amount=action", "min=1500000&max=50000000&amount=action"],
  ["min=%2410m", "min=10000000&amount=period"],
  ["min=lots&page=0&utm_source=x&fy=", ""],
])("the canonical address of %s has plain values, and only what is understood", async (given, known) => {
  const html = await site.text(`/contracts?company=palantir&${given}`);
  const canonical = first(html, /<link rel="canonical" href="([^"]*)"/);
  const path = "/contracts?company=palantir";
  expect(canonical).toBe(`${site.origin}${path}${known && `&${known}`}`);
});
