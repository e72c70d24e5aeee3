import type { ReactNode } from "react";
import { prerender } from "react-dom/static";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, type Mock, vi } from "vitest";
import OfficePage from "@/app/agencies/[code]/offices/[office]/page";
import AgencyPage from "@/app/agencies/[code]/page";
import AgenciesPage from "@/app/agencies/page";
import BrandPage from "@/app/brands/[slug]/page";
import BrandsPage from "@/app/brands/page";
import ChangesPage from "@/app/changes/page";
import CompanyPage from "@/app/companies/[slug]/page";
import CompaniesPage from "@/app/companies/page";
import ContractPage from "@/app/contracts/[key]/page";
import ContractsPage from "@/app/contracts/page";
import DataPage from "@/app/data/page";
import EndingPage from "@/app/expiring/page";
import FindPage from "@/app/find/page";
import HomePage from "@/app/page";
import SearchPage from "@/app/search/page";
import VehiclePage from "@/app/vehicles/[id]/page";
import VehiclesPage from "@/app/vehicles/page";
import { Series } from "@/lib/import/testing/series";
import * as manifest from "@/lib/snapshot/manifest";
import * as agencies from "@/lib/store/agencies";
import * as brands from "@/lib/store/brands";
import * as changes from "@/lib/store/changes";
import * as companies from "@/lib/store/companies";
import * as company from "@/lib/store/company";
import * as contract from "@/lib/store/contract";
import * as contracts from "@/lib/store/contracts";
import * as ending from "@/lib/store/expiring";
import * as facets from "@/lib/store/facets";
import { openFile, type Store } from "@/lib/store/file";
import * as find from "@/lib/store/find";
import { openStore } from "@/lib/store/open";
import * as overview from "@/lib/store/overview";
import * as report from "@/lib/store/report";
import * as search from "@/lib/store/search";
import * as suggested from "@/lib/store/suggested";
import { inventedFile } from "@/lib/store/testing/facts";
import { readNames, readPlain, readRows } from "@/lib/store/testing/records";
import { type BundledSnapshot, openBundled } from "@/lib/store/testing/snapshot";
import * as vehicles from "@/lib/store/vehicles";

// Spies call the real functions until a test makes one fail.
vi.mock("@/lib/snapshot/manifest", { spy: true });
vi.mock("@/lib/store/agencies", { spy: true });
vi.mock("@/lib/store/brands", { spy: true });
vi.mock("@/lib/store/changes", { spy: true });
vi.mock("@/lib/store/companies", { spy: true });
vi.mock("@/lib/store/company", { spy: true });
vi.mock("@/lib/store/contract", { spy: true });
vi.mock("@/lib/store/contracts", { spy: true });
vi.mock("@/lib/store/suggested", { spy: true });
vi.mock("@/lib/store/expiring", { spy: true });
vi.mock("@/lib/store/facets", { spy: true });
vi.mock("@/lib/store/find", { spy: true });
vi.mock("@/lib/store/open", { spy: true });
vi.mock("@/lib/store/overview", { spy: true });
vi.mock("@/lib/store/report", { spy: true });
vi.mock("@/lib/store/search", { spy: true });
vi.mock("@/lib/store/vehicles", { spy: true });
vi.mock("next/headers", () => ({ cookies: async () => new Map(), headers: async () => new Headers() }));
vi.mock("next/navigation", async (original) => ({
  ...(await original<typeof import("next/navigation")>()),
  usePathname: () => "/",
  useRouter: () => ({}),
  useSearchParams: () => new URLSearchParams(),
}));

let bundled: BundledSnapshot;
let series: Series;
/** The bundled records with invented award facts, so that contracts end; and records that changed between snapshots. */
let wide: Store;
let changed: Store;

beforeAll(async () => {
  bundled = await openBundled();
  const read = async () => readPlain(readRows(), await readNames(bundled.store));
  wide = (await openFile(await inventedFile(bundled.file, read))).store;
  series = await Series.begin(
    { awarding_sub_agency_code: "7012", action_date: "2026-01-15" },
    { rules: "few" },
  );
  const one = { award_id_piid: "A", modification_number: "0", federal_action_obligation: "10.00" };
  await series.publish([one], { day: "2026-02-01" });
  await series.publish([one, { ...one, award_id_piid: "B" }], { day: "2026-02-02" });
  changed = (await openFile(series.newest.file)).store;
});
afterAll(async () => {
  await series?.remove();
  await bundled?.remove();
});

let logged: Mock<typeof console.error>;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2025-12-20T18:00:00Z") });
  vi.mocked(openStore).mockImplementation(async () => wide);
  logged = vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => {
  vi.useRealTimers();
  vi.resetAllMocks(); // restores the real functions
});

type PageComponent = (props: never) => Promise<ReactNode>;

/** The whole HTML of a page. */
async function render(
  Component: PageComponent,
  params: Record<string, string> = {},
  query = "",
): Promise<string> {
  const search = Object.fromEntries(new URLSearchParams(query));
  const props = { params: Promise.resolve(params), searchParams: Promise.resolve(search) };
  const { prelude } = await prerender(await Component(props as never));
  return new Response(prelude as unknown as BodyInit).text();
}

const texts = (html: string, pattern: RegExp) =>
  [...html.matchAll(pattern)].map(([, text = ""]) => text.replace(/<[^>]*>/g, "").replaceAll("&#x27;", "'"));
const title = (html: string) => texts(html, /<h1[^>]*>(.*?)<\/h1>/g);
/** The headings of a page; those of charts by what their figures are called. */
const headings = (html: string) =>
  texts(
    html.replace(/<figure[^>]*? aria-label="([^"]*)".*?<h([23])[^>]*>.*?<\/h\2>/gs, "<h$2>$1</h$2>"),
    /<h2[^>]*>(.*?)<\/h2>/g,
  );
const scopes = (html: string) => texts(html, /(<nav aria-label="Agency">.*?<\/nav>)/g);
const failures = (html: string) =>
  texts(html.replaceAll("<!-- -->", ""), /role="alert">(?:<p[^>]*>)?(.*?) could not be shown/g);
/** Whether the markup or the text of a page contains a text. */
const has = (html: string, text: string) =>
  [html, html.replace(/<[^>]*>/g, "")].some((all) => all.replaceAll("&#x27;", "'").includes(text));
const retries = (html: string) => [...html.matchAll(/<a href=""[^>]*>Try again<\/a>/g)].length;

// biome-ignore lint/suspicious/noExplicitAny: any function of the store
type StoreFunction = (...args: any[]) => Promise<unknown>;

interface ShownPage {
  page: PageComponent;
  params?: Record<string, string>;
  query?: string;
  store?: () => Store;
}

const agencyCase = { page: AgencyPage, params: { code: "7012" } };
const vehicleCase = { page: VehiclePage, params: { id: "GS35F0086U" } };
const contractCase = { page: ContractPage, params: { key: "70CTD022FR0000170" } };
const homeCase = { page: HomePage };
const listCase = { page: ContractsPage };
const companiesCase = { page: CompaniesPage };
const companyCase = { page: CompanyPage, params: { slug: "palantir" } };
const brandCase = { page: BrandPage, params: { slug: "cellebrite" } };
const brandsCase = { page: BrandsPage };
const changesCase = { page: ChangesPage, store: () => changed };
const findCase = { page: FindPage, query: "amount=1.2 million" };
const endingCase = { page: EndingPage, query: "fy=2025" };
const agenciesCase = { page: AgenciesPage };
const officeCase = { page: OfficePage, params: { code: "7012", office: "70CDCR" } };
const vehiclesCase = { page: VehiclesPage };
const searchCase = { page: SearchPage, query: "q=palantir&all=yes" };
const dataCase = { page: DataPage };

const mentions = [
  "Obligations by company",
  "Obligations by fiscal year",
  "Contracts",
  "Latest descriptions that name Cellebrite",
];

/** Each query of a page: the store function that fails, the parts that report it, and the headings and texts missing then. */
const cases: [shown: ShownPage, failing: StoreFunction, failed: string[], missing: string[]][] = [
  [homeCase, changes.listChanges, ["The latest changes"], ["What changed"]],
  [homeCase, ending.countEndings, ["Contracts ending soon"], ["Contracts ending soon"]],
  [listCase, contracts.listShown, ["The rows"], ["<table"]],
  [listCase, facets.facets, ["The filters"], ["Filter"]],
  [companiesCase, companies.companyHistories, ["The companies"], ["Companies, page 1 of"]],
  [
    companyCase,
    company.companyLists,
    ["The records of this company"],
    [
      "Obligations by fiscal year",
      "Contracts, recently active first",
      "Contracts that end within 180 days",
      "What the contracts are for, in the record’s words",
      "Other companies’ awards that name Palantir",
      "Rank and share",
      "Recipients in this group (1)",
      "How to check this",
    ],
  ],
  [companyCase, ending.endings, ["Contracts ending soon"], ["Contracts that end within 180 days"]],
  [brandCase, contracts.latestDescriptions, ["The mentions"], mentions],
  [
    brandCase,
    contracts.totals,
    ["How many actions name it", "How to cite and compare it", "The mentions"],
    [...mentions, "Copy citation"],
  ],
  [
    brandsCase,
    brands.listBrands,
    ["How many brands are named", "The brands"],
    ["<table", "named in contract actions"],
  ],
  [changesCase, changes.listChanges, ["The changes"], ["Noticed on Feb. 2, 2026"]],
  [
    findCase,
    find.find,
    ["What was found"],
    [
      "“1.2 million” in the records",
      "Company totals",
      "Contract totals",
      "Running totals of contracts",
      "Single actions",
    ],
  ],
  [endingCase, ending.endingRows, ["The list of contracts"], ["Soonest to end first"]],
  [
    endingCase,
    ending.endingWeeks,
    ["How many contracts end in these days", "How many end in each seven days", "The list of contracts"],
    ["Contracts by week", "Soonest to end first"],
  ],
  [endingCase, ending.endsKnown, ["Of how many contracts an end is known"], ["a usable current end"]],
  [endingCase, facets.labels, ["The active filters"], ["Clear all"]],
  [
    agenciesCase,
    agencies.agencyTotals,
    ["The agencies and their offices"],
    ["U.S. Immigration and Customs Enforcement", "U.S. Customs and Border Protection"],
  ],
  [
    agencyCase,
    overview.yearToDate,
    ["The sum of the fiscal year to date", "The figures of the fiscal year to date"],
    ["by the same date a year earlier"],
  ],
  [agencyCase, overview.latestMonths, ["The months"], ["Obligations by month"]],
  [
    agencyCase,
    overview.largestGroups,
    ["The largest companies", "The categories", "The offices"],
    ["Obligations by company", "Obligations by category", "Obligations by office"],
  ],
  [agencyCase, agencies.vehicleAgencies, ["The vehicles"], ["Obligations by vehicle's agency"]],
  [officeCase, overview.newestActions, ["The newest actions"], ["Latest actions"]],
  [
    officeCase,
    agencies.fiscalYears,
    ["The fiscal years", "The largest groups"],
    [
      "Obligations by fiscal year",
      "By company, category and vehicle",
      "Obligations by company",
      "Obligations by category",
      "Obligations by vehicle's agency",
    ],
  ],
  [vehiclesCase, contracts.totals, ["The kinds of vehicle"], ["Orders by kind of vehicle"]],
  [
    vehiclesCase,
    vehicles.listVehicles,
    ["The kinds of vehicle", "The list of vehicles"],
    ["Orders by kind of vehicle", "All vehicles"],
  ],
  [
    vehicleCase,
    contracts.totals,
    [
      "How many orders were placed under it",
      "The figures of its orders",
      "The fiscal years",
      "Who holds the orders",
    ],
    ["not the agreement’s ceiling", "Obligations by fiscal year"],
  ],
  [vehicleCase, contracts.periods, ["The fiscal years"], ["Obligations by fiscal year"]],
  [vehicleCase, vehicles.ordersOf, ["The orders"], ["Orders"]],
  [
    vehicleCase,
    vehicles.agreementFacts,
    ["What we know about the agreement"],
    ["These records have orders, not the agreement itself"],
  ],
  [
    searchCase,
    search.search,
    ["What was found"],
    ["Companies", "Recipients as recorded", "Brands named in descriptions", "Words in the records"],
  ],
  [dataCase, manifest.listSnapshots, ["The snapshots"], ["Snapshots"]],
  [dataCase, report.storedSources, ["The sources"], ["Sources"]],
  [
    dataCase,
    report.readReport,
    ["The account of every row", "The rejected rows"],
    ["Every row accounted for", "Rejected rows"],
  ],
  [dataCase, report.storedRejects, ["The rejected rows"], ["Rejected rows"]],
  [
    contractCase,
    contract.factsAsOf,
    ["What is reported for the whole award"],
    ["The whole award, as reported"],
  ],
  [contractCase, contract.brandsNamed, ["The brands that descriptions name"], []],
  [
    contractCase,
    contract.siblingsOf,
    ["The other orders under this vehicle"],
    ["Other orders under this vehicle"],
  ],
  [
    contractCase,
    suggested.suggestions,
    ["Other orders that describe the same thing"],
    ["Other orders, close in time, that describe the same thing"],
  ],
  [
    contractCase,
    report.storedSources,
    ["Links of this contract", "The notes on the data", "How to check, download and cite it"],
    ["Check, download, cite"],
  ],
];

const wholes = new Map<string, Promise<string>>();
/** The HTML of a page without failures, rendered once for all tests. */
function renderWhole(page: PageComponent, params?: Record<string, string>, query?: string): Promise<string> {
  const name = JSON.stringify([page.name, params, query]);
  const known = wholes.get(name) ?? render(page, params, query);
  wholes.set(name, known);
  return known;
}

describe("if one query fails, its part reports it and the rest of the page stays", () => {
  it.each(cases.map((one) => [`${one[0].page.name} reports: ${one[2].join(", ")}`, ...one] as const))(
    "%s",
    async (...row) => {
      const [, { page, params, query, store }, failing, failed, missing] = row;
      if (store) vi.mocked(openStore).mockImplementation(async () => store());
      const whole = await renderWhole(page, params, query);
      expect(failures(whole)).toEqual([]);
      for (const text of missing) expect(has(whole, text), text).toBe(true);

      vi.mocked(failing).mockRejectedValue(new Error("Out of memory"));
      const html = await render(page, params, query);
      expect(failures(html)).toEqual(failed);
      expect(retries(html)).toBe(failed.length);
      expect(html).not.toContain("Out of memory");
      expect(title(html)).toEqual(title(whole));
      expect(scopes(html)).toEqual(scopes(whole));
      expect(headings(html)).toEqual(headings(whole).filter((heading) => !missing.includes(heading)));
      for (const text of missing) {
        if (!headings(whole).includes(text)) expect(has(html, text), text).toBe(false);
      }
      for (const name of failed) {
        expect(logged).toHaveBeenCalledWith(expect.stringContaining(name), new Error("Out of memory"));
      }
    },
  );
});

describe("if every query fails", () => {
  const noRows = async () => ({ ...wide, rows: () => Promise.reject(new Error("Out of memory")) });

  it.each<[string, PageComponent, string, Record<string, string>?]>([
    ["Agencies", AgenciesPage, ""],
    ["Brands named in the description of other companies’ awards", BrandsPage, ""],
    ["Data", DataPage, ""],
    ["Contracts ending soon", EndingPage, ""],
    ["Search: palantir", SearchPage, "q=palantir&all=yes"],
    ["Vehicles", VehiclesPage, ""],
    [vehicleCase.params.id, VehiclePage, "", vehicleCase.params],
  ])("%s stays", async (heading, page, query, params) => {
    const whole = await renderWhole(page, params, query);
    vi.mocked(openStore).mockImplementation(noRows);
    const html = await render(page, params, query);
    expect(failures(html)).not.toEqual([]);
    expect(title(html)).toEqual([heading]);
    expect(scopes(html)).toEqual(scopes(whole));
  });

  it("a contract's page fails without its actions", async () => {
    vi.mocked(openStore).mockImplementation(noRows);
    await expect(render(contractCase.page, contractCase.params)).rejects.toThrow("Out of memory");
  });
});

describe("the parts of a page run their queries in parallel", () => {
  it.each<[string, PageComponent, Record<string, string>, StoreFunction[]]>([
    [
      "an agency",
      agencyCase.page,
      agencyCase.params,
      [overview.yearToDate, overview.latestMonths, agencies.fiscalYears, overview.newestActions],
    ],
    [
      "what ends soon",
      EndingPage,
      {},
      [ending.endingRows, ending.endingWeeks, ending.endsKnown, facets.labels],
    ],
    [
      "a vehicle",
      vehicleCase.page,
      vehicleCase.params,
      [contracts.totals, contracts.periods, contracts.groups, vehicles.ordersOf, vehicles.agreementFacts],
    ],
    ["vehicles", VehiclesPage, {}, [contracts.totals, vehicles.listVehicles]],
    [
      "a contract",
      contractCase.page,
      contractCase.params,
      [
        contract.factsAsOf,
        contract.brandsNamed,
        contract.siblingsOf,
        suggested.suggestions,
        report.storedSources,
      ],
    ],
    [
      "the data",
      DataPage,
      {},
      [manifest.listSnapshots, report.storedSources, report.readReport, report.storedRejects],
    ],
  ])("%s", async (_, page, params, functions) => {
    let fail = (_: Error) => {};
    const unanswered = new Promise<never>((__, reject) => {
      fail = reject;
    });
    for (const query of functions) vi.mocked(query).mockReturnValue(unanswered);
    const whole = render(page, params);
    await vi.waitFor(() => {
      for (const query of functions) expect(query).toHaveBeenCalled();
    });
    fail(new Error("Out of memory"));
    expect(failures(await whole)).not.toEqual([]);
  });
});
