import { expect, it } from "vitest";

import { cents, refused, siteOf } from "./site";

const site = siteOf("bundled");

interface CompanyRow {
  slug: string;
  totals: { net: number; actions: number };
}
interface CompanyList {
  snapshot: { id: string };
  totals: { companies: number; net: number };
  rows: CompanyRow[];
}

it("holds every company of a query, whatever page is asked for, and the rows sum to the total", async () => {
  const answer = await site.json<CompanyList>("/api/companies?fy=2025&page=3&size=10");
  const { companies, net } = answer.totals;
  expect({ net, rows: answer.rows.length }).toEqual({ net: 3988661487.38, rows: companies });
  expect(answer.rows.reduce((sum, { totals }) => sum + cents(String(totals.net)), 0)).toBe(398_866_148_738);
  expect(Object.keys(answer.rows[0] ?? {})).toEqual(["slug", "name", "totals", "named_in"]);

  const file = await site.fetch("/companies.json?fy=2025");
  expect(await file.json()).toEqual({ ...answer, query: expect.anything() });
  expect(file.headers.get("content-disposition")).toContain(
    `ice-companies_fy-2025_${answer.snapshot.id}.json`,
  );
});

it("gives the companies of a query as CSV, in the same order, and again only when it changed", async () => {
  const path = "/companies.csv?fy=2025&sort=company&name=geo";
  const csv = await site.fetch(path);
  expect(csv.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(csv.headers.get("content-disposition")).toContain("ice-companies_fy-2025_name-geo_");
  const rows = await site.rows(path);
  expect(Object.keys(rows[0] ?? {}).slice(0, 4)).toEqual(["rank", "slug", "name", "net"]);
  const named = await site.json<CompanyList>("/api/companies?fy=2025&sort=company&name=geo");
  expect(rows.map(({ slug }) => slug)).toEqual(named.rows.map(({ slug }) => slug));
  expect(rows.find(({ slug }) => slug === "geo-group")?.snapshot).toBe(named.snapshot.id);
  const again = await site.fetch(path, { headers: { "if-none-match": csv.headers.get("etag") ?? "" } });
  expect(again.status).toBe(304);
});

it("names the parameters that the list of companies does not take", async () => {
  const wrong = await site.fetch("/api/companies?sort=piid&by=month");
  expect(wrong.status).toBe(400);
  expect(await refused(wrong)).toEqual(["by", "sort"]);
});

interface OneCompany {
  company: { slug: string; name: string };
  direct: { net: number };
  subsidiaries: { net: number };
  total: { net: number; actions: number };
  recipients: CompanyRow[];
  years: { fiscal_year: number }[];
}

it("gives the figures of a company's page in dollars", async () => {
  const found = await site.json<OneCompany>("/api/companies/geo-group");
  expect(found.company).toEqual({ slug: "geo-group", name: "The GEO Group" });
  expect(found.direct.net + found.subsidiaries.net).toBeCloseTo(found.total.net, 2);
  expect(found.recipients.reduce((sum, { totals }) => sum + totals.actions, 0)).toBe(found.total.actions);
  expect(found.years.at(-1)).toMatchObject({ fiscal_year: 2026 });
});

it("refuses an unknown company, and names a parameter that a company does not take", async () => {
  const missing = await site.fetch("/api/companies/acme-anvils");
  expect(missing.status).toBe(404);
  await refused(missing);
  const wrong = await site.fetch("/api/companies/geo-group?min=5");
  expect(wrong.status).toBe(400);
  expect(await refused(wrong)).toEqual(["min"]);
});

it("leads from an earlier slug to the company's page, and keeps the query", async () => {
  const response = await site.fetch("/companies/west-publishing?agency=7014");
  expect(response.url).toBe(`${site.origin}/companies/thomson-reuters?agency=7014`);
  expect(await response.text()).toContain(">Thomson Reuters</h1>");
});
