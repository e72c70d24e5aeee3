import { expect, it } from "vitest";

import { cents, refused, siteOf } from "./site";

const site = siteOf("bundled");

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

it("gives a vehicle's orders and companies, in small letters too", async () => {
  const one = await site.json<{ orders: object[] }>("/api/vehicles/gs35f0086u");
  expect(one).toMatchObject({
    vehicle: "GS35F0086U",
    totals: { net: 170143081.98 },
    companies: [{ key: "palantir", net: 170143081.98 }],
  });
  expect(one.orders).toHaveLength(4);
});

it("refuses an unknown vehicle, and names the parameters that it cannot read", async () => {
  const missing = await site.fetch("/api/vehicles/NOPE");
  expect(missing.status).toBe(404);
  expect(missing.headers.get("content-type")).toBe("application/problem+json");
  const bad = await site.fetch("/api/vehicles?kind=sewp&min=abc");
  expect(bad.status).toBe(400);
  expect(await refused(bad)).toEqual(["kind", "min"]);
});

it.each(["NO-SUCH-VEHICLE", "none", "unreported"])("has no page of a vehicle %s", async (id) => {
  await site.text(`/vehicles/${id}`, 404);
});
