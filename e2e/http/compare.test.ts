import { expect, it } from "vitest";

import { pagesOf } from "./page";
import { cents, refused, siteOf } from "./site";

const site = siteOf("bundled");
const open = pagesOf(site);

interface Figures {
  net: number;
  actions: number;
}
interface ComparisonAnswer {
  by: string;
  current: { from: string; to: string; totals: Figures };
  earlier: { from: string; to: string; totals: Figures };
  change: number;
  ratio: number | null;
  parts: { part: string; groups: number; change: number }[];
  groups: { key: string | null; current: Figures; earlier: Figures; change: number }[];
}

const toDate = "fy=2026&vs=year-earlier";
const inCents = (dollars: number) => cents(String(dollars));

it("two periods have both figures, and parts and groups that add up to the change", async () => {
  const found = await site.json<ComparisonAnswer>(`/api/compare?${toDate}`);
  expect(found).toMatchObject({
    by: "company",
    current: { from: "2025-10-01", to: "2026-08-20", totals: { net: 6_770_140_465.18 } },
    earlier: { from: "2024-10-01", to: "2025-08-20", totals: { net: 2_435_372_233.36 } },
    change: 4_334_768_231.82,
    ratio: 2.7799,
  });
  for (const list of [found.parts, found.groups])
    expect(list.reduce((sum, { change }) => sum + inCents(change), 0)).toBe(inCents(found.change));

  const rows = await site.rows(`/compare.csv?${toDate}`);
  expect(rows).toHaveLength(found.groups.length);
  expect(rows.reduce((sum, row) => sum + cents(row.change ?? ""), 0)).toBe(inCents(found.change));
  expect(rows[0]).toMatchObject({ current_from: "2025-10-01", earlier_to: "2025-08-20" });
  const file = await site.fetch(`/compare.csv?${toDate}`, { method: "HEAD" });
  expect(file.headers.get("content-disposition")).toMatch(
    /filename="ice-compared_fy-2026_by-company_vs-year-earlier_[0-9a-f]{12}\.csv"/,
  );
});

it("figures of two periods have no ratio to zero or below, and no NaN", async () => {
  const text = await site.text("/api/compare?company=openai&fy=2026&vs=year-earlier&by=category");
  expect(text).not.toMatch(/NaN|Infinity/);
  expect(JSON.parse(text)).toMatchObject({ ratio: null, change: 0, groups: [] });
  const page = await open("/contracts?sign=neg&fy=2026&vs=year-earlier");
  expect(page.all("main").text).not.toMatch(/NaN|Infinity|undefined/);
  expect(page.text).toContain("have no ratio: one is negative");
});

it("a chosen company without an action is named as one, and no company leads it", async () => {
  const page = await open("/contracts?show=company&company=palantir&company=salesforce");
  expect(page.text).toContain("This selection has no actions for Salesforce.");
  expect(page.text).not.toContain("led these");
});

it.each([
  "/api/compare?fy=2026",
  "/api/compare?vs=lately",
  "/api/compare?fy=2022&fy=2025&vs=previous",
  "/compare.png?fy=2021&vs=previous",
])("%s is refused by name", async (path) => {
  const response = await site.fetch(path);
  expect(response.status).toBe(400);
  expect(await refused(response)).toEqual(["vs"]);
});

it("the page of two periods leads to the records of both, to files and to a picture", async () => {
  const page = await open(`/contracts?${toDate}`);
  expect(page.headings(/^ICE has obligated \$6\.77 billion so far in FY2026, 2\.8 times/).count).toBe(1);
  expect(page.links().hrefs).toEqual(
    expect.arrayContaining([
      "/contracts?fy=2026",
      "/contracts?from=2024-10-01&to=2025-08-20",
      "/compare.csv?fy=2026&vs=year-earlier",
      "/compare.json?fy=2026&vs=year-earlier",
      "/compare.png?fy=2026&vs=year-earlier",
      "/contracts?fy=2026&show=office&vs=year-earlier",
      "/contracts?fy=2026",
    ]),
  );
  for (const path of ["/compare.png", "/compare.svg"]) {
    const picture = await site.fetch(`${path}?${toDate}`);
    expect([picture.status, picture.headers.get("content-type")?.split(/[;/]/)[0]]).toEqual([200, "image"]);
  }
  // The table is of the earlier and the later period: a row, a month and a year are of one.
  expect(page.links("Table").hrefs).toEqual(["/contracts?fy=2026"]);
});

it("chosen brands are compared without sums of what overlaps", async () => {
  const brands = await open("/brands");
  const form = brands.all('form[aria-label="Compare brands"]');
  expect(form.attributes("action")).toEqual(["/contracts"]);
  expect(form.all("input").attributes("value")).toEqual(["brand"]);
  const boxes = brands.all('input[type="checkbox"][name="brand"]').attributes("value");
  expect(boxes).toEqual(expect.arrayContaining(["microsoft", "office-365"]));
  expect(boxes).not.toContain("figma"); // named in no action of ICE
  const found = await open("/contracts?show=brand&brand=microsoft&brand=office-365");
  const sentence = "An action that names several brands counts in full under each, so sums overlap.";
  expect(found.all("main p").texts).toContain(sentence);
  const table = found.named("Brands by fiscal year");
  expect(table.rows().all("th").texts.toSorted()).toEqual(["Microsoft", "Office 365"]);
  const sums = await Promise.all(
    ["microsoft", "office-365"].map((slug) =>
      site.json<{ totals: Figures }>(`/api/brands/${slug}`).then(({ totals }) => inCents(totals.net)),
    ),
  );
  const whole = table.all("td:nth-child(8) data").attributes("value").map(cents);
  expect(whole.toSorted()).toEqual(sums.toSorted());
  expect(found.text).not.toMatch(/Together|All other brands|No brand named/);
  const all = await open("/contracts?show=brand");
  expect(all.all("main").text).toContain(sentence.slice(0, -1));
  expect(all.all("main").text).not.toMatch(/All \d+ brands\$|All other brands|No brand named/);
  const compared = await open("/brands/microsoft");
  expect(compared.links("other brands").hrefs).toEqual(["/contracts?brand=microsoft&show=brand"]);
  const picture = await site.fetch("/groups.png?by=fiscal_year&by=brand&brand=microsoft&brand=office-365");
  expect(picture.status).toBe(200);
});

it("the form of two days is read as one period", async () => {
  const page = await open("/contracts?fy=2026&vs=2024-10-01&vs=2025-08-20");
  expect(page.head.canonical).toBe(`${site.origin}/contracts?fy=2026&vs=2024-10-01..2025-08-20`);
  expect(page.headings(/2\.8 times the \$2\.44 billion/).count).toBe(1);
});

it("periods that cannot be compared say why", async () => {
  const page = await open("/contracts?fy=2021&vs=previous");
  expect(page.text).toContain("The records begin on Oct. 1, 2020");
  const unread = await open("/contracts?vs=lately");
  expect(unread.text).toContain("vs must be year-earlier, previous or a first and a last day");
});
