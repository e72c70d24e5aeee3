import { expect, it } from "vitest";

import { pagesOf } from "./page";
import { siteOf } from "./site";

const site = siteOf("bundled");
const open = pagesOf(site);

it("every row of the files is accounted for", async () => {
  const accounts = (await open("/data")).named("Row accounts by file");
  expect(accounts.all("tfoot td").texts).toEqual(["63,591", "63,445", "146", "0", "0", "32", ""]);
  const files = accounts
    .rows()
    .each.map((row) => row.all("td.num").texts.map((count) => Number(count.replaceAll(",", ""))));
  expect(files).toHaveLength(13);
  for (const [read, ...counts] of files) {
    expect(counts.slice(0, 4).reduce((sum, count) => sum + count, 0)).toBe(read);
  }
});

it("the page states the source of each file", async () => {
  const page = await open("/data");
  const source = page.named("Table of sources").row("ice-contract-actions-fy2025.csv").text;
  expect(source).toContain("2026-08-22");
  expect(source).toContain("USAspending.gov (spending_by_transaction, award types A-D)");
  expect(source).toContain("the public repository wrags81/cbp-ice-dashboard");
});

it("a known problem has an address, and the contents link to every part", async () => {
  const page = await open("/data");
  expect(page.all("#problem-keyless-ice").headings().texts).toEqual([
    "2,410 ICE actions of FY2022 and FY2023 have no award key",
  ]);
  const links = page.named("On this page").links();
  expect(links.count).toBeGreaterThan(0);
  expect(links.texts).toEqual(page.all("main h2").texts);
  for (const part of links.hrefs) expect(page.all(`main ${part}`).count, part).toBe(1);
});

it("every example of the API responds", async () => {
  const addresses = (await open("/data")).named("API endpoints").links().hrefs;
  expect(addresses.length).toBeGreaterThanOrEqual(8);
  for (const address of addresses) {
    const answer = await site.fetch(address);
    expect(answer.status, address).toBe(200);
    await answer.arrayBuffer();
  }
});
