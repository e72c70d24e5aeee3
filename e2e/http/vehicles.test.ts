import { expect, it } from "vitest";

import { pagesOf, type ServedPage } from "./page";
import { cents, siteOf } from "./site";

const site = siteOf("bundled");
const page = pagesOf(site);

interface Totals {
  net: number;
  contracts: number;
}
interface VehicleList {
  totals: Totals;
  rows: { vehicle: string; kind: string; totals: Totals }[];
  none: Totals;
  unreported: Totals;
}

it("lists every vehicle, and with no vehicle and not reported they add up to all of ICE", async () => {
  const list = await site.json<VehicleList>("/api/vehicles");
  expect(list.totals.net).toBe(22474332130.39);
  expect(list.rows).toHaveLength(1516);
  const parts = [...list.rows.map(({ totals }) => totals), list.none, list.unreported];
  expect(parts.reduce((sum, { net }) => sum + cents(String(net)), 0)).toBe(cents(String(list.totals.net)));
  expect(list.rows.find(({ vehicle }) => vehicle === "GS35F0086U")).toMatchObject({
    agency: "4730",
    kind: "schedule",
    name: null,
    companies: [{ slug: "palantir", name: "Palantir" }],
    totals: { net: 170143081.98, contracts: 4 },
  });
  const sewp = await site.json<VehicleList>("/api/vehicles?kind=nasa&fy=2025");
  expect(new Set(sewp.rows.map(({ kind }) => kind))).toEqual(new Set(["nasa"]));
});

const kindsOf = (found: ServedPage) => found.named("Table of kinds of vehicle");
const vehiclesOf = (found: ServedPage) => found.named("Table of vehicles");

// The figures come from a separate count of the record files.

it("kinds of vehicle, no vehicle and not reported add up to all of ICE", async () => {
  const kinds = kindsOf(await page("/vehicles"));
  for (const [kind, figure] of [
    ["ICE’s own", "$11,212,970,428.76"],
    ["NASA SEWP", "$188,677,601.42"],
    ["No vehicle", "2,573"],
    ["No vehicle", "$3,125,788,814.10"],
    ["Not reported", "−$16,129,670.79"],
    ["All contracts", "$22,474,332,130.39"],
  ] as const) {
    expect(kinds.row(new RegExp(`^${kind}`)).all("td").texts, kind).toContain(figure);
  }
  const nets = kinds.all("td[data-label='Obligated (net)'] data").attributes("value").map(cents);
  const whole = nets.pop();
  expect(nets.reduce((sum, net) => sum + net, 0)).toBe(whole);
});

it("a kind's figure links to its records, or to its vehicles where its agency has other kinds", async () => {
  const list = await page("/vehicles");
  for (const [kind, net, address] of [
    ["DHS-wide", "$987,723,952.72", "/contracts?vehicle_agency=7001"],
    ["Not reported", "−$16,129,670.79", "/contracts?vehicle=unreported"],
  ] as const) {
    const records = await list.follow(net, kindsOf(list).row(new RegExp(`^${kind}`)));
    expect(records.address).toBe(address);
    expect(records.named("Result").figures).toContain(net);
  }
  const schedules = await list.follow("$3,072,248,546.10", kindsOf(list).row(/^GSA schedule/));
  expect(schedules.address).toBe("/vehicles?kind=schedule");
  expect(kindsOf(schedules).row(/^GSA schedule/).figures).toContain("$3,072,248,546.10");
  expect(schedules.all("h2", "GSA schedule").count).toBe(1);
  expect(schedules.all("main p").with("606 vehicles of 1,516").count).toBe(1);
  const orders = await schedules.follow("$170,143,081.98", vehiclesOf(schedules));
  expect(orders.address).toBe("/contracts?vehicle=GS35F0086U&vehicle_agency=4730");
  expect(orders.named("Result").figures).toContain("$170,143,081.98");
});

it("a form finds vehicles by words and kind", async () => {
  const form = (await page("/vehicles?agency=7014")).named("Filter vehicles");
  expect(form.all("input", "Number, program, agency or company").attributes("name")).toEqual(["name"]);
  const [kind = ""] = form.all("select[name=kind] > option", "DHS-wide").attributes("value");
  const found = await page(form.all("button", "Show").submission({ name: "eagle ii deloitte", kind }));
  expect(found.address).toBe("/vehicles?agency=7014&name=eagle+ii+deloitte&kind=dhs");
  const rows = vehiclesOf(found).rows();
  expect(rows.count).toBeGreaterThan(0);
  for (const row of rows.texts) expect(row).toContain("EAGLE II");
  expect((await found.follow("Show all vehicles")).address).toBe("/vehicles?agency=7014");
});

it("links sort and page the list of vehicles, and it says when it is empty", async () => {
  const last = await page("/vehicles?page=31");
  expect(vehiclesOf(last).rows().count).toBe(16);
  const sorted = await last.follow("Orders", vehiclesOf(last));
  expect(sorted.address).toBe("/vehicles?table_sort=vehicles.-orders");
  expect(vehiclesOf(sorted).all("thead th", "Orders").attributes("aria-sort")).toEqual(["descending"]);
  const earlierAddress = await page("/vehicles?sort=orders");
  expect(vehiclesOf(earlierAddress).all("thead th", "Orders").attributes("aria-sort")).toEqual([
    "descending",
  ]);
  expect(vehiclesOf(earlierAddress).rows().texts).toEqual(vehiclesOf(sorted).rows().texts);
  const orders = vehiclesOf(sorted)
    .all("td[data-label='Orders']")
    .texts.map((text) => Number.parseInt(text.replaceAll(",", ""), 10));
  expect(orders).toHaveLength(50);
  expect(orders).toEqual(orders.toSorted((one, other) => other - one));
  for (const [path, says] of [
    ["/vehicles?page=400", "The list ends before this page."],
    ["/vehicles?name=zzz-no-such", "No vehicle in these records matches."],
  ] as const) {
    expect((await page(path)).all("main p").with(says).count, path).toBe(1);
  }
});

it("a vehicle's page has its kind, its orders and its years, which link to their records", async () => {
  const vehicle = await page("/vehicles/GS35F0086U");
  expect(vehicle.all("h1").text).toBe("GS35F0086U");
  expect(vehicle.all("main p").at(0).text).toContain(
    "GSA schedule: the agreement’s agency is GSA Federal Acquisition Service (4730).",
  );
  const figures = vehicle.all("dl").at(0).text;
  expect(figures).toContain("Obligated on its orders (net)$170,143,081.98");
  expect(figures).toContain("Taken back−$1,474,838.31");
  expect(figures).toContain("Orders4");
  expect(vehicle.named("Table of orders").rows().count).toBe(4);

  const years = vehicle.all("figure", "Obligations by fiscal year");
  expect(years.row("FY2025").text).toContain("$81,098,690.32");
  const records = await vehicle.follow("FY2025", years);
  expect(records.address).toBe("/contracts?fy=2025&vehicle=GS35F0086U");
  expect(records.named("Result").figures).toContain("$81,098,690.32");
});

it("a vehicle without an order of the agency says so, and shows the other agency's", async () => {
  const vehicle = await page("/vehicles/70B04C20A00000015");
  expect(vehicle.notices("These records have no order by").count).toBe(1);
  const cbp = await vehicle.follow("CBP", vehicle.named("Agency"));
  expect(cbp.address).toBe("/vehicles/70B04C20A00000015?agency=7014");
  expect(cbp.named("Table of orders").rows().count).toBeGreaterThan(0);
});
