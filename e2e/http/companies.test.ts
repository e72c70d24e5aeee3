import { expect, it } from "vitest";

import { pagesOf } from "./page";
import { cents, siteOf } from "./site";

const site = siteOf("bundled");
const page = pagesOf(site);

interface CompanyRow {
  slug: string;
  totals: { net: number; actions: number };
}
interface CompanyList {
  snapshot: { id: string };
  totals: { companies: number; net: number };
  rows: CompanyRow[];
}

it("has every company of a query on any page, and the rows sum to the total", async () => {
  const answer = await site.json<CompanyList>("/api/companies?fy=2025&page=3&size=10");
  const { companies, net } = answer.totals;
  expect({ net, rows: answer.rows.length }).toEqual({ net: 3988661487.38, rows: companies });
  expect(answer.rows.reduce((sum, { totals }) => sum + cents(String(totals.net)), 0)).toBe(398_866_148_738);
  expect(Object.keys(answer.rows[0] ?? {})).toEqual(["slug", "name", "totals", "before_owned", "named_in"]);

  const file = await site.fetch("/companies.json?fy=2025");
  expect(await file.json()).toEqual({ ...answer, query: expect.anything() });
  expect(file.headers.get("content-disposition")).toContain(
    `ice-companies_fy-2025_${answer.snapshot.id}.json`,
  );
});

it("gives the companies of a query as CSV in the same order", async () => {
  const path = "/companies.csv?fy=2025&sort=company&name=geo";
  const csv = await site.fetch(path);
  expect(csv.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(csv.headers.get("content-disposition")).toContain("ice-companies_fy-2025_name-geo_");
  const rows = await site.rows(path);
  expect(Object.keys(rows[0] ?? {}).slice(0, 4)).toEqual(["rank", "slug", "name", "net"]);
  const named = await site.json<CompanyList>("/api/companies?fy=2025&sort=company&name=geo");
  expect(rows.map(({ slug }) => slug)).toEqual(named.rows.map(({ slug }) => slug));
  expect(rows.find(({ slug }) => slug === "geo-group")?.snapshot).toBe(named.snapshot.id);
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

it("splits off what was signed before an acquisition, in the API and as CSV", async () => {
  type Split = { while_owned: { net: number; actions: number }; before: { net: number; actions: number } };
  type Owned = { owned: Split | null; owned_since: string | null; owned_basis: string | null; name: string };
  const google = await site.json<Owned & { recipients: Owned[] }>("/api/companies/google");
  const split = {
    while_owned: expect.objectContaining({ net: 40480, actions: 2 }),
    before: expect.objectContaining({ net: 1300000, actions: 3 }),
  };
  expect(google.owned).toEqual(split);
  expect(google.recipients).toEqual([
    expect.objectContaining({
      name: "MANDIANT, INC.",
      owned_since: "2022-09-12",
      owned_basis: "known",
      owned: split,
    }),
  ]);
  expect((await site.json<Owned>("/api/companies/palantir")).owned).toBeNull();

  const rows = await site.rows("/companies.csv?name=google");
  expect(rows).toEqual([expect.objectContaining({ net: "1340480.00", before_owned: "1300000.00" })]);
  const [owned] = await site.rows("/companies.csv?name=google&grouped=owned");
  expect(owned).toMatchObject({ net: "40480.00", before_owned: "0.00" });
});

it("redirects from an earlier slug to the company's page with the query", async () => {
  const response = await site.fetch("/companies/west-publishing?agency=7014");
  expect(response.url).toBe(`${site.origin}/companies/thomson-reuters?agency=7014`);
  expect(await response.text()).toContain(">Thomson Reuters</h1>");
});

it("a company's figures, years and last day link to the records behind them", async () => {
  const palantir = (await page("/companies")).row("Palantir");
  expect(palantir.links("Palantir").hrefs).toEqual(["/companies/palantir"]);
  expect(palantir.links("$318,638,423.10").hrefs).toEqual(["/contracts?company=palantir"]);
  expect(palantir.links("$143,510,020.10").hrefs).toEqual(["/contracts?company=palantir&fy=2026"]);
  expect(palantir.links("$29,882,735.00").hrefs).toEqual([
    "/contracts?company=palantir&from=2024-10-01&to=2025-08-20",
  ]);
  expect(palantir.text).toContain("+$113.6M");
  expect(palantir.text).toContain("+380%");
  expect(palantir.links("Aug. 19, 2026").hrefs).toEqual(["/contracts?view=actions&company=palantir"]);
  expect(palantir.all("[role=img] > title").texts).toEqual([
    "FY2021 $23.5M; FY2022 $29.7M; FY2023 $20.5M; FY2024 $20.4M; FY2025 $81.1M; FY2026 through Aug. 20, 2026 $143.5M",
  ]);
});

it("the list has pages of fifty companies, and can be of recipients as recorded", async () => {
  const list = await page("/companies");
  expect(list.named(/^Companies, page/).rows().count).toBe(50);
  const second = await list.follow("Next");
  expect(second.address).toBe("/companies?page=2");
  expect(second.all("td").texts[0]).toBe("51");
  const past = await page("/companies?fy=2025&page=9999");
  expect((await past.follow("Go to the first page")).address).toBe("/companies?fy=2025");

  const recorded = await second.follow("As recorded", second.named("Recipients"));
  expect(recorded.all("main p").with("2,384 recipients").count).toBe(1);
  const geo = recorded.row("THE GEO GROUP, INC.");
  const records = "/contracts?recipient=THE+GEO+GROUP%2C+INC.&grouped=no";
  expect(geo.all("th a").hrefs).toEqual([records]);
  expect(geo.links("$3,042,212,889.29").hrefs).toEqual([records]);
});

it("the figures above the list are those of the records", async () => {
  const main = (await page("/companies?fy=2025")).all("main");
  expect(main.links("$3,988,661,487.38").hrefs).toEqual(["/contracts?fy=2025"]);
  expect(main.links("$4,171,586,227.15").hrefs).toEqual(["/contracts?fy=2025&sign=pos"]);
});

it("the rows of all pages add up to the figure above the list", { tags: ["deep"] }, async () => {
  let sum = 0;
  let next: string | undefined = "/companies?fy=2025&size=500";
  while (next) {
    const list = await page(next);
    const nets = list
      .named(/^Companies, page/)
      .all("td:nth-of-type(2) data")
      .attributes("value");
    sum += nets.reduce((total, net) => total + cents(net), 0);
    next = list.links("Next").hrefs[0];
  }
  expect(sum).toBe(398_866_148_738);
});

it("from A to Z, a letter links to the page and row where it begins", async () => {
  const list = await page("/companies");
  const letters = await list.follow("A–Z", list.named("Order"));
  expect(letters.address).toBe("/companies?sort=company");
  const { hrefs } = letters.named("Letters").links("P");
  expect(hrefs).toEqual([expect.stringMatching(/^\/companies\?sort=company&page=\d+#P$/)]);
  const first = (await page(hrefs[0] ?? "")).all("#P");
  expect(first.all("th").texts).toEqual([expect.stringMatching(/^P/)]);
});

it("a name without an action links to its company's page or to a wider search", async () => {
  const title = "No company or recipient by that name";
  const early = (await page("/companies?fy=2019&name=west+publishing")).notices(title);
  expect(early.links("Thomson Reuters").hrefs).toEqual(["/companies/thomson-reuters"]);
  const unknown = (await page("/companies?name=zzzzqq")).notices(title);
  expect(unknown.links("Search everything for “zzzzqq”").hrefs).toEqual(["/search?q=zzzzqq&all=yes"]);
  expect(unknown.links("What these records leave out").hrefs).toEqual(["/method#left-out"]);
});

it("a misspelled name in the filter of the list is answered with the company that it means", async () => {
  const list = await page("/companies?name=palantr&agency=7012&agency=7014");
  expect(list.all("main p").with("Did you mean Palantir?").links().hrefs).toEqual([
    "/companies/palantir?agency=7012&agency=7014",
  ]);
});

it("an empty list names the filter to drop", async () => {
  const early = (await page("/companies?fy=2019")).notices("No company");
  expect(early.text).toContain("No company has a contract action by ICE in the chosen fiscal year");
  expect(early.all("li").texts).toEqual(["without the fiscal year filter: 2,247 companies"]);
  const named = await page("/companies?name=anduril");
  const cbp = await named.follow(
    /for U.S. Customs and Border Protection instead/,
    named.notices("No company"),
  );
  expect(cbp.address).toBe("/companies?agency=7014&name=anduril");
  expect(cbp.row(/^Anduril( Industries)?$/).count).toBe(1);
});
