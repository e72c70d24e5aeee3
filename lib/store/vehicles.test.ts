import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readRuleTables } from "@/lib/import/rule-tables";
import { Homes } from "@/lib/import/testing/homes";
import { change, defaults, type Query } from "@/lib/query/query";
import { readHome } from "@/lib/snapshot/paths";
import { groups, totals } from "@/lib/store/contracts";
import { openFile } from "@/lib/store/file";
import type { Store } from "@/lib/store/open";
import { beforeAllBundled } from "@/lib/store/testing/snapshot";
import { chooseVehicles, findVehicle, kindsOf, listVehicles, wholeVehicle } from "@/lib/store/vehicles";

/** The figures are from a count of the record files by a program of its own. */

let store: Store;
beforeAllBundled((bundled) => {
  store = bundled.store;
});

const ice = defaults("contracts");
const all = { kind: null, name: "", sort: "net" } as const;

describe("listVehicles", () => {
  it("gives every kind its vehicles, orders and net, to the cent", async () => {
    const { rows } = await listVehicles(store, ice);
    expect(
      kindsOf(rows).map(({ kind, vehicles, totals: { contracts, net } }) => [kind, vehicles, contracts, net]),
    ).toEqual([
      ["schedule", 606, 1398, 3_072_248_546_10],
      ["governmentwide", 95, 141, 1_054_009_409_27],
      ["gsa", 31, 66, 14_869_450_29],
      ["nasa", 69, 272, 188_677_601_42],
      ["nih", 36, 59, 736_116_392_93],
      ["dhs", 157, 2662, 987_723_952_72],
      ["ice", 379, 2236, 11_212_970_428_76],
      ["cbp", 55, 237, 833_909_724_49],
      ["component", 38, 121, 27_338_492_95],
      ["other", 50, 108, 1_236_808_988_15],
    ]);
  });

  it("counts what is under no vehicle, and what is not reported, apart", async () => {
    const { none, unreported } = await listVehicles(store, ice);
    expect(none).toMatchObject({ net: 3_125_788_814_10, actions: 6407, contracts: 2573 });
    expect(unreported).toMatchObject({ net: -16_129_670_79, actions: 2410, contracts: 2372 });
  });

  it.each<[string, Partial<Query>]>([
    ["ICE", {}],
    ["both agencies, as recorded", { agency: ["7012", "7014"], grouped: "no" }],
    ["one company in one year", { company: ["palantir"], fy: [2025] }],
    ["nothing", { agency: ["9999"] }],
  ])("adds up to the whole selection: %s", async (_, patch) => {
    const query = change(ice, patch);
    const { rows, none, unreported } = await listVehicles(store, query);
    const whole = await totals(store, query);
    const parts = [...rows.map((row) => row.totals), none, unreported];
    for (const name of ["net", "added", "taken_back", "actions", "contracts"] as const) {
      expect(
        parts.reduce((sum, part) => sum + (part?.[name] ?? 0), 0),
        name,
      ).toBe(whole[name]);
    }
  });

  it("names agencies for a kind only where they are all of it", async () => {
    const { rows } = await listVehicles(store, ice);
    const kinds = kindsOf(rows);
    const agenciesOf = (kind: string) => kinds.find((row) => row.kind === kind)?.agencies;
    expect(agenciesOf("nasa")).toEqual(["8000"]);
    expect(agenciesOf("schedule")).toBeNull();
    for (const { agencies, totals: sum } of kinds) {
      if (agencies === null) continue;
      const { net, contracts, companies } = await totals(store, change(ice, { vehicle_agency: agencies }));
      expect({ net, contracts, companies }).toEqual({
        net: sum.net,
        contracts: sum.contracts,
        companies: sum.companies,
      });
    }
  });

  it("names who holds the orders, as a company or as recorded", async () => {
    const of = async (query: Query) =>
      (await listVehicles(store, query)).rows.find(({ vehicle }) => vehicle === "70CDCR20D00000007")
        ?.companies;
    expect(await of(ice)).toEqual([{ slug: "corecivic", name: "CoreCivic" }]);
    expect(await of(change(ice, { grouped: "no" }))).toEqual([
      { slug: "corecivic", name: "CORECIVIC, INC." },
    ]);
  });
});

describe("chooseVehicles", () => {
  it("leaves what has every word, in any of its names", async () => {
    const { rows } = await listVehicles(store, ice);
    const found = chooseVehicles(rows, { ...all, name: "sewp v FOUR points" });
    expect(found.length).toBeGreaterThan(0);
    for (const { name, companies } of found) {
      expect(name).toBe("SEWP V");
      expect(companies.map((company) => company.name).join()).toMatch(/four points/i);
    }
    expect(chooseVehicles(rows, { ...all, name: "gs35f0086u" }).map(({ vehicle }) => vehicle)).toEqual([
      "GS35F0086U",
    ]);
    expect(chooseVehicles(rows, { ...all, kind: "nih" })).toHaveLength(36);
  });

  it("orders from the largest or the latest", async () => {
    const { rows } = await listVehicles(store, ice);
    for (const [sort, value] of [
      ["net", (row: (typeof rows)[number]) => row.totals.net],
      ["orders", (row: (typeof rows)[number]) => row.totals.contracts],
      ["companies", (row: (typeof rows)[number]) => row.totals.companies],
      ["last_action", (row: (typeof rows)[number]) => Number(row.last_action.replaceAll("-", ""))],
    ] as const) {
      const values = chooseVehicles(rows, { ...all, sort }).map(value);
      expect(values, sort).toEqual(values.toSorted((one, other) => other - one));
    }
  });
});

describe("wholeVehicle", () => {
  it("gives the orders under a vehicle with their figures", async () => {
    const found = await wholeVehicle(store, ice, "gs35f0086u");
    expect(found?.vehicle).toBe("GS35F0086U");
    expect(found?.agreements).toMatchObject([
      { agency: "4730", kind: "schedule", kind_name: "GSA schedule", name: null, basis: "known" },
    ]);
    expect(found?.totals).toMatchObject({
      net: 170_143_081_98,
      added: 171_617_920_29,
      taken_back: -1_474_838_31,
      actions: 26,
      contracts: 4,
      companies: 1,
    });
    expect(found?.orders.map(({ piid, net }) => [piid, net])).toContainEqual([
      "70CTD022FR0000170",
      150_703_824_61,
    ]);
    expect(found?.years.map(({ key, net }) => [key, net])).toEqual([
      ["2021", 12_555_518_41],
      ["2022", 24_230_614_91],
      ["2023", 20_462_150_54],
      ["2024", 20_406_303_80],
      ["2025", 81_098_690_32],
      ["2026", 11_389_804_00],
    ]);
  });

  it("knows a vehicle that another agency alone ordered under, and none that no key names", async () => {
    const found = await wholeVehicle(store, ice, "70B04C20A00000015");
    expect(found?.totals.actions).toBe(0);
    expect(found?.orders).toEqual([]);
    for (const id of ["NOPE", "none", "unreported", ""]) {
      expect(await wholeVehicle(store, ice, id), id).toBeNull();
      expect(findVehicle(store, id), id).toEqual([]);
    }
  });
});

it("every rule of data/vehicles.csv decides for an agreement in the records", async () => {
  const { vehicles } = await readRuleTables(readHome({}));
  const parents = await store.rows<{ vehicle: string; agency: string }>({
    text: "select vehicle, agency from parents where vehicle <> 'none'",
    values: [],
  });
  const used = new Set(parents.map(({ vehicle, agency }) => vehicles.lineFor(vehicle, agency)));
  expect(vehicles.lines.filter((line) => !used.has(line))).toEqual([]);
});

describe("records without an award key", () => {
  const homes = new Homes({ rules: "few" });
  beforeAll(() => homes.open());
  afterAll(() => homes.close());

  const action = (serial: number, amount: number, parent: Record<string, string> = {}) => ({
    "Contract ID": `70CDCR24F0000000${serial}`,
    "Modification Number": "0",
    "Date Signed": "05/31/2024",
    "Action Obligation": String(amount),
    "Contracting Agency ID": "7012",
    "Legal Business Name": "EXAMPLE LLC",
    ...parent,
  });

  it("are under the vehicle that a column of theirs names, its agency recorded or not", async () => {
    const home = await homes.make({
      "a.csv": Papa.unparse(
        [
          action(1, 100, { "Reference IDV": "47QTCA18D00A2", "Referenced IDV Agency ID": "4732" }),
          action(2, 20, { "Reference IDV": "47QTCA18D00A2" }),
          action(3, 3),
        ],
        { columns: [...Object.keys(action(0, 0)), "Reference IDV", "Referenced IDV Agency ID"] },
      ),
    });
    const { store, close } = await openFile((await homes.ensure(home)).file);
    const { rows, none, unreported } = await listVehicles(store, ice);
    expect(rows.map(({ vehicle, agency, kind, totals: { net } }) => [vehicle, agency, kind, net])).toEqual([
      ["47QTCA18D00A2", "4732", "schedule", 100_00],
      ["47QTCA18D00A2", null, "unreported", 20_00],
    ]);
    expect([none, unreported?.net]).toEqual([null, 3_00]);
    const net = async (patch: Partial<Query>) => (await totals(store, change(ice, patch))).net;
    expect(await net({ vehicle: ["47QTCA18D00A2"] })).toBe(120_00);
    expect(await net({ vehicle_agency: ["unreported"] })).toBe(23_00);
    expect(await net({ vehicle: ["47QTCA18D00A2"], vehicle_agency: ["unreported"] })).toBe(20_00);
    const { groups: agencies } = await groups(store, ice, "vehicle_agency");
    expect(agencies.map((group) => [group.key, group.net])).toEqual([
      ["4732", 100_00],
      [null, 23_00],
    ]);
    close();
  });
});
