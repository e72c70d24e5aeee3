import { describe, expect, it } from "vitest";

import { type PageElements, pagesOf, type ServedPage } from "./page";
import { siteOf } from "./site";

const page = pagesOf(siteOf("bundled"));

const groups = ["company", "agency", "office", "month", "fiscal_year", "category"];

/** Every page with tables that the address sorts, and the names of these tables there. */
const pages: [path: string, tables: string[]][] = [
  ["/", ["company", "month", "category", "office"]],
  ["/companies", ["companies", "only_named"]],
  ["/companies?fy=2025&grouped=no", ["companies"]],
  ["/companies/palantir", ["fiscal_year", "contracts", "psc", "standing"]],
  ["/companies/geo-group", ["recipients"]],
  ["/companies/microsoft", ["company"]],
  ["/brands", ["brands"]],
  ["/brands/tableau", ["company", "fiscal_year"]],
  ["/places", ["places", "states"]],
  ["/places/otay-mesa-detention-center", ["fiscal_year"]],
  ["/agencies", ["offices_7012", "offices_7014"]],
  ["/agencies/7012", ["fiscal_year", "month", "company", "category", "vehicle_agency", "office"]],
  ["/agencies/7012/offices/70CTD0", ["fiscal_year", "month", "company", "category", "vehicle_agency"]],
  ["/vehicles", ["kinds", "vehicles"]],
  ["/vehicles/GS35F0086U", ["fiscal_year", "orders"]],
  ["/contracts/70CTD022FR0000170", ["actions"]],
  ["/changes", ["retrievals"]],
  ["/contracts/70CTD020FR0000280", ["subcontractors"]],
  ["/companies/booz-allen-hamilton", ["subcontracts"]],
  ["/subcontracts", ["subcontractors"]],
  ...groups.map((show): [string, string[]] => [`/contracts?show=${show}`, [show]]),
  ["/contracts?show=company&grouped=no", ["recipient"]],
  ["/contracts?show=flow&fy=2025", ["flow"]],
  ["/find?amount=29.8M", ["action"]],
  ["/search?q=geo", ["recipient"]],
];

/** Columns that have nothing to sort by: years as small bars. */
const unsortable = /^FY\d+–\d+$/;

const tableOf = (of: PageElements, name: string) => of.all(`#table-${name} table`);
const headersOf = (table: PageElements) => table.all("thead th").each;

/** The figures of a column as numbers, without the rows that have none. */
const figuresOf = (table: PageElements, column: number) =>
  table
    .all("tbody > tr")
    .each.flatMap((row) => row.all("th, td").at(column).all("data[value]").attributes("value").slice(0, 1))
    .map(Number);

describe.each(pages)("%s", (path, [first = "", ...others]) => {
  it(`sorts ${first} by every column`, () => sortsByEveryColumn(path, first));
  it.each(others)("sorts %s by every column", { tags: ["deep"] }, (name) => sortsByEveryColumn(path, name));
});

async function sortsByEveryColumn(path: string, name: string) {
  const given = await page(path);
  const table = tableOf(given, name);
  expect(table.count).toBe(1);
  const headers = headersOf(table);
  expect(headers.filter((header) => header.links().count === 0 && !unsortable.test(header.text))).toEqual([]);
  // The last column with figures stands for all.
  const column = headers.findLastIndex((_, place) => figuresOf(table, place).length > 1);
  const turn = async (from: ServedPage, direction: "ascending" | "descending") => {
    const next = await from.follow(/./, headersOf(tableOf(from, name))[column]);
    const sorted = tableOf(next, name);
    expect(sorted.all("[aria-sort]").count, next.address).toBe(1);
    expect(headersOf(sorted)[column]?.attributes("aria-sort"), next.address).toEqual([direction]);
    expect(sorted.rows().count).toBe(table.rows().count);
    expect(next.notices("We ignored").count).toBe(0);
    const figures = figuresOf(sorted, column).slice(0, -1); // what is not listed stays last
    const down = direction === "descending" ? -1 : 1;
    expect(figures, next.address).toEqual(figures.toSorted((one, other) => (one - other) * down));
    return next;
  };
  const isSorted = headers[column]?.attributes("aria-sort").join();
  const first = isSorted === "descending" ? "ascending" : "descending";
  await turn(await turn(given, first), first === "ascending" ? "descending" : "ascending");
}

it("keeps the sorts of the other tables, the filters and the total row", async () => {
  const both = await page(
    "/agencies?grouped=no&table_sort=offices_7014.-contracts&table_sort=offices_7012.office",
  );
  expect(both.all("[aria-sort]").attributes("aria-sort")).toEqual(["ascending", "descending"]);
  const { hrefs } = headersOf(tableOf(both, "offices_7012"))[2]?.links() ?? { hrefs: [] };
  expect(hrefs).toEqual([
    "/agencies?grouped=no&table_sort=offices_7012.-earlier&table_sort=offices_7014.-contracts#table-offices_7012",
  ]);
  expect(tableOf(both, "offices_7012").all("tfoot th").texts).toEqual(["All offices"]);
});

it("keeps the fiscal years of a company below it", async () => {
  const years = async (by: string) =>
    tableOf(await page(`/contracts?show=company&table_sort=years.${by}`), "years")
      .rows()
      .all("th").names;
  const [given, reversed] = [await years("-net"), await years("net")];
  const companies = (names: string[]) => names.filter((name) => !/^FY\d+, /.test(name));
  expect(companies(given)).toHaveLength(6);
  expect(companies(reversed).slice(0, 5)).toEqual(companies(given).slice(0, 5).toReversed());
  expect(companies(reversed)[5]).toMatch(/^All other companies/);
  const [first = ""] = reversed;
  expect(reversed[1]).toMatch(new RegExp(`^FY\\d+, ${first}$`));
});

it("sorts the tables of the data page, and opens the one that the address sorts where phones fold it", async () => {
  const sortable = async (name: string) =>
    headersOf(tableOf(await page("/data"), name))
      .filter((header) => header.links().count > 0)
      .map(({ text }) => text);
  expect(await sortable("sources")).toHaveLength(7);
  expect(await sortable("accounts")).toHaveLength(8);
  expect(await sortable("columns_actions")).toEqual(["Name", "Label", "Kind", "Sorts"]);
  const read = await page("/data?table_sort=accounts.-read");
  const counts = tableOf(read, "accounts")
    .rows()
    .each.map((row) => Number(row.all("td").texts[0]?.replaceAll(",", "")));
  expect(counts).toEqual(counts.toSorted((one, other) => other - one));
  expect(tableOf(read, "accounts").all("tfoot th").texts).toEqual(["All files"]);
  const named = await page("/data?table_sort=columns_actions.name");
  const names = tableOf(named, "columns_actions").all("tbody th").texts;
  expect(names).toEqual(names.toSorted());
  expect(named.all("details[open] #table-columns_actions").count).toBe(1);
  expect(named.all("details[open] #table-columns_contracts").count).toBe(0);
});

it("offers no order of matches and results that are not all on the page", async () => {
  for (const [path, kind] of [
    ["/find?amount=1M", "contract"],
    ["/search?q=geo", "company"],
  ] as const) {
    const list = (await page(path)).all(`#${kind}`);
    expect(list.text, path).toMatch(/nearest are listed|\d more\./);
    expect(list.all("thead").links().count, path).toBe(0);
  }
});

it("opens the folded table that the address sorts", async () => {
  const folded = async (path: string) => (await page(path)).all("details[open] #table-company").count;
  expect(await folded("/agencies/7012")).toBe(0);
  expect(await folded("/agencies/7012?table_sort=company.-actions")).toBe(1);
});

it("lists by a column that only the page has, over all pages, and its files stay readable", async () => {
  const list = await page("/companies?sort=-contracts");
  const contractsOf = (of: PageElements) => tableOf(of, "companies").all("td[data-label='Contracts']").texts;
  const counts = contractsOf(list).map((text) => Number(text.replaceAll(",", "")));
  expect(counts).toHaveLength(50);
  expect(counts).toEqual(counts.toSorted((one, other) => other - one));
  const next = await list.follow("Next");
  expect(next.address).toBe("/companies?sort=-contracts&page=2");
  const [first] = contractsOf(next);
  expect(Number(first)).toBeLessThanOrEqual(counts.at(-1) ?? 0);
  expect(list.links("CSV").hrefs).toEqual(["/companies.csv"]);
  const changes = (await page("/companies?sort=change")).named(/^Companies, page 1/);
  expect(changes.all("td[data-label='Change']").texts[0]).toMatch(/^−\$/);
});

it.each([
  ["/agencies?table_sort=offices.net", /must name a table of this page/],
  ["/agencies/7012?table_sort=company", /must be a table and a column joined by a dot/],
  ["/contracts?show=company&table_sort=company.net&table_sort=company.-net", /must name a table once/],
])("%s is named in the notice of the page", async (path, says) => {
  const notice = (await page(path)).notices("We ignored part of this link");
  expect(notice.text).toMatch(says);
});

it("a column that a table does not have is named above the table, which keeps its order", async () => {
  const wrong = await page("/brands/tableau?table_sort=company.-price");
  const place = wrong.all("#table-company");
  expect(place.text).toMatch(/the table has no column price to sort by/);
  expect(place.links("Remove it").hrefs).toEqual(["/brands/tableau"]);
  expect(place.rows().texts).toEqual(tableOf(await page("/brands/tableau"), "company").rows().texts);
});
