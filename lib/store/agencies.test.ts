import { expect, it } from "vitest";

import { change, defaults } from "@/lib/query/query";
import {
  agencyTotals,
  findAgency,
  findOffice,
  fiscalYears,
  inYears,
  ofAgency,
  oneAgencyTotals,
  vehicleAgencies,
} from "@/lib/store/agencies";
import { totals } from "@/lib/store/contracts";
import type { Store } from "@/lib/store/open";
import { yearToDate } from "@/lib/store/overview";
import { beforeAllBundled } from "@/lib/store/testing/snapshot";

/** Figures of an independent reading of data/records: another program, another language. */

let store: Store;
beforeAllBundled((bundled) => {
  store = bundled.store;
});

const all = defaults("contracts");
const recorded = change(all, { grouped: "no" });

const cdcr = {
  net: 15_487_129_226_99,
  added: 15_915_542_962_16,
  taken_back: -428_413_735_17,
  actions: 4_973,
  contracts: 1_170,
  companies: 486,
};

it("lists every agency and office of the records with all their figures", async () => {
  const { query, rows } = await agencyTotals(store, recorded);
  expect(query.agency).toEqual(["7012", "7014"]);
  expect(rows.map(({ code, offices }) => [code, offices.length])).toEqual([
    ["7014", 10],
    ["7012", 16],
  ]);
  const [cbp, ice] = rows;
  expect(ice).toMatchObject({
    name: "U.S. Immigration and Customs Enforcement",
    totals: { net: 22_474_332_130_39, actions: 27_370, contracts: 12_245, companies: 2_384 },
  });
  expect(cbp?.totals).toMatchObject({ net: 64_272_101_377_18, contracts: 14_095, companies: 3_204 });
  expect(ice?.offices[0]).toEqual({
    code: "70CDCR",
    name: "Detention Compliance and Removals",
    totals: cdcr,
  });
  expect(cbp?.offices[0]).toMatchObject({
    code: "70B01C",
    name: "Administration, Facilities and Training Contracting Division",
    totals: { net: 42_223_527_598_27, contracts: 2_614, companies: 571 },
  });
});

it("applies every filter but the agency", async () => {
  const { rows } = await agencyTotals(store, change(recorded, { agency: ["7012"], fy: [2026] }));
  expect(rows.map(({ code, totals: { net, companies } }) => [code, net, companies])).toEqual([
    ["7014", 33_488_574_630_94, 1_108],
    ["7012", 6_770_140_465_18, 758],
  ]);
  const none = await agencyTotals(store, change(all, { company: ["no-such-company"] }));
  expect(none.rows).toEqual([]);
});

it("gives every office and year what its own query gives, grouped or not", async () => {
  for (const query of [change(all, { fy: [2025] }), recorded]) {
    for (const { code, totals: sum, offices } of (await agencyTotals(store, query)).rows) {
      expect(sum).toEqual(await totals(store, ofAgency(query, code)));
      for (const office of offices) {
        expect(office.totals, office.code).toEqual(await totals(store, ofAgency(query, code, office.code)));
      }
    }
    const { years, offices } = await oneAgencyTotals(store, query, { code: "7012", name: "ICE" });
    for (const year of years) {
      const own = change(ofAgency(query, "7012"), { fy: [year.fiscal_year] });
      expect(year.totals).toEqual(await totals(store, own));
    }
    expect(offices.find(({ code }) => code === "70CDCR")?.totals).toEqual(
      await totals(store, ofAgency(query, "7012", "70CDCR")),
    );
  }
});

it("gives an office its fiscal years", async () => {
  const years = await fiscalYears(store, ofAgency(all, "7012", "70CDCR"));
  expect(years.map(({ key, net, actions, contracts }) => [key, net, actions, contracts])).toEqual([
    ["2021", 1_620_291_496_71, 792, 426],
    ["2022", 1_884_665_116_06, 911, 381],
    ["2023", 2_030_847_532_61, 909, 419],
    ["2024", 2_079_765_772_39, 826, 323],
    ["2025", 2_709_772_288_40, 943, 373],
    ["2026", 5_161_787_020_82, 592, 308],
  ]);
});

it("shows the current fiscal year, an old office's last one, or the requested years", async () => {
  const office = ofAgency(all, "7012", "70CDCR");
  const years = await fiscalYears(store, office);
  const inThem = (fy?: number[]) => totals(store, inYears(office, years, fy));
  expect(inYears(office, years).fy).toEqual([2026]);
  expect(await inThem()).toMatchObject({ net: 5_161_787_020_82, added: 5_188_917_515_29, contracts: 308 });
  const { then } = await yearToDate(store, office);
  expect(then).toMatchObject({ net: 1_885_248_133_62, actions: 788, contracts: 335 });
  expect((await inThem([])).net).toBe(cdcr.net);
  expect((await inThem([2024, 2025])).net).toBe(2_079_765_772_39 + 2_709_772_288_40);

  const old = ofAgency(all, "7012", "HSCETC");
  const oldYears = await fiscalYears(store, old);
  expect(inYears(old, oldYears).fy).toEqual([2024]);
  expect((await yearToDate(store, old)).now.actions).toBe(0);
  expect(oldYears.map(({ key }) => key)).toEqual(["2021", "2022", "2023", "2024", "2025", "2026"]);
});

it("keeps apart what has no vehicle and what does not report one", async () => {
  const vehicles = await vehicleAgencies(store, ofAgency(all, "7012"));
  const shown = vehicles.groups.map(({ key, label, net, actions }) => [key, label, net, actions]);
  expect(shown).toContainEqual(["none", "None", 3_125_788_814_10, 6_407]);
  expect(shown).toContainEqual([null, "Not reported", -16_129_670_79, 2_410]);
  expect(shown[0]?.slice(2)).toEqual([11_212_970_428_76, 5_799]);
  const sum = vehicles.groups.reduce((total, { net }) => total + net, 0);
  expect(sum + (vehicles.rest?.net ?? 0)).toBe((await totals(store, ofAgency(all, "7012"))).net);
});

it("finds agencies and offices in any letters, and no office under another agency", async () => {
  expect(await findAgency(store, "7014")).toEqual({
    code: "7014",
    name: "U.S. Customs and Border Protection",
  });
  expect(await findAgency(store, "9999")).toBeNull();
  expect(await findOffice(store, "7012", "70cdcr")).toMatchObject({
    agency: { code: "7012" },
    office: { code: "70CDCR", name: "Detention Compliance and Removals" },
  });
  expect(await findOffice(store, "7014", "70CDCR")).toBeNull();
  expect(await findOffice(store, "9999", "70CDCR")).toBeNull();
});
