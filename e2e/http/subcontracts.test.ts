import { expect, it } from "vitest";

import { pagesOf } from "./page";
import { cents, siteOf } from "./site";

const site = siteOf("bundled");
const open = pagesOf(site);

it("the list says what the reports come to, that reporting is patchy, and where it ends", async () => {
  const page = await open("/subcontracts");
  const text = page.text;
  expect(text).toContain("482 reports under 159 ICE contracts name");
  expect(text).toContain("for $275.5 million in all");
  expect(text).toContain("reporting is patchy");
  expect(text).toContain("The reports here end on March 25, 2025.");
  expect(text).toContain("41 reports repeat an earlier one");
  const own = await open("/subcontracts?company=thomson-reuters");
  expect(own.text).toContain("Only subcontracts of Thomson Reuters");
  expect(own.named("Reports of subcontracts").text).toContain("$9,205,427.00");
  const names = own.named("Reports of subcontracts").all("tbody th a").attributes("href");
  expect([...new Set(names)]).toEqual(["/companies/thomson-reuters"]);
});

it("a company has the figure apart from its sums, and one that is only a subcontractor has a page", async () => {
  const company = await open("/companies/booz-allen-hamilton");
  expect(company.text).toContain("Reported as a subcontractor under ICE awards");
  expect(company.text).toContain("$16,505,972.33");
  expect(company.named("Reports of subcontracts of this company").rows().count).toBe(4);
  const only = await open("/companies/safariland");
  expect(only.text).toContain("It is reported as a subcontractor under 7 ICE contracts, for $659,326");
});

it("a company’s window after the last report says where the reports end, as does its brief", async () => {
  const ended = "the reports here end on March 25, 2025, before these dates";
  const after = await open("/companies/booz-allen-hamilton?from=2025-03-26");
  expect(after.text).toContain(ended);
  expect(after.text).not.toContain("no report names it");
  expect((await open("/companies/booz-allen-hamilton?from=2025-03-25")).text).not.toContain(ended);
  const brief = await open("/companies/booz-allen-hamilton/brief?from=2025-03-26");
  expect(brief.text).toContain("the reports of them here end on March 25, 2025");
});

it("a contract lists its subcontractors and the share of the award that was reported", async () => {
  const contract = await open("/contracts/70CTD020FR0000280");
  expect(contract.named("Reported subcontractors of this contract").text).toContain("IntegrityOne Partners");
  expect(contract.text).toContain(
    "$52,961,933.23 in 8 reports of subcontracts with 3 companies, or 133.0% of the",
  );
  expect(contract.text).toContain(
    "From full-width records or reports of subcontracts retrieved on March 25, 2025.",
  );
  // One that no report is about has neither.
  const other = await open("/contracts/70CTD022FR0000170");
  expect(other.text).not.toContain("Reported subcontractors");
  expect(other.text).not.toContain("The whole award, as reported");
});

it("the search finds a company that is only a subcontractor, by its recorded name too", async () => {
  const { hits } = await site.json<{ hits: { label: string; detail: string | null }[] }>(
    "/api/suggest?q=safariland",
  );
  expect(hits[0]).toMatchObject({ label: "Safariland LLC", detail: "reported as a subcontractor" });
  const moved = await site.fetch("/companies/safariland-llc", { redirect: "manual" });
  expect(moved.headers.get("location")).toContain("/companies/safariland");
});

it("the endpoint answers pages and files with the same reports", async () => {
  interface Answer {
    totals: Record<string, number>;
    page: { pages: number };
    rows: object[];
  }
  const page = await site.json<Answer>("/api/subawards?company=booz-allen-hamilton&size=2");
  expect(page.totals).toMatchObject({ reports: 4, amount: 16_505_972.33, repeats: 0, contracts: 2 });
  expect([page.rows.length, page.page.pages]).toEqual([2, 2]);
  const whole = await site.json<Answer>("/subawards.json");
  expect([whole.rows.length, whole.totals.amount, whole.totals.repeats]).toEqual([482, 275_545_535.38, 41]);
  const rows = await site.rows("/subawards.csv?contract=70CTD020FR0000280");
  expect(rows.map(({ prime }) => prime)).toEqual(Array(8).fill("alpha-omega-integration"));
  expect(rows.reduce((sum, { amount = "" }) => sum + cents(amount), 0)).toBe(52_961_933_23);
});
