import { describe, expect, it } from "vitest";
import { change, defaults, type Query } from "@/lib/query/query";
import { groups, totals } from "@/lib/store/contracts";
import {
  facilityContext,
  facilityNames,
  findFacility,
  listFacilities,
  namingAny,
} from "@/lib/store/facilities";
import type { Store } from "@/lib/store/open";
import { type Plain, type PlainAction, readNames, readPlain, readRows } from "@/lib/store/testing/records";
import { beforeAllBundled } from "@/lib/store/testing/snapshot";

/** The bundled facilities on the bundled records, against a plain reading of both (`lib/store/testing/brands.ts`). */

let store: Store;
let plain: Plain;
beforeAllBundled(async (bundled) => {
  store = bundled.store;
  plain = readPlain(readRows(), await readNames(store));
});

const ice = defaults("contracts");
const both = change(ice, { agency: ["7012", "7014"] });
const sumOf = (some: PlainAction[]) => some.reduce((cents, { cents: own }) => cents + own, 0);
const selected = ({ agency }: Query) => plain.actions.filter((action) => agency.includes(action.agency));
const names = (slug: string) => (action: PlainAction) => action.places.some((place) => place.slug === slug);

it("sums what names each facility as a plain reading does", async () => {
  const { rows } = await listFacilities(store, change(both, { place: ["AZ"] }));
  expect(rows.length).toBeGreaterThan(260);
  for (const { slug, totals: found } of rows) {
    const named = selected(both).filter(names(slug));
    expect({ slug, ...found }).toMatchObject({
      net: sumOf(named),
      added: sumOf(named.filter(({ cents }) => cents > 0)),
      actions: named.length,
      contracts: new Set(named.map(({ contract }) => contract)).size,
      companies: new Set(named.map(({ company }) => company.slug)).size,
    });
  }
});

it("names a facility for each that is expected to be named, and for no other", async () => {
  const { rows } = await listFacilities(store, both);
  const unnamed = rows.filter(({ totals: { actions } }) => actions === 0).map(({ slug }) => slug);
  const rules = await Promise.all(rows.map(({ slug }) => findFacility(store, slug)));
  const none = rules.flatMap((rule) => (rule?.expected === "none" ? rule.slug : []));
  expect(unnamed.toSorted()).toEqual(none.toSorted());
});

describe("the money under the product codes of guards and facilities", () => {
  const psc = [
    "HOUSEKEEPING- GUARD",
    "HOUSEKEEPING- FACILITIES OPERATIONS SUPPORT",
    "MAINTENANCE OF PENAL FACILITIES",
    "OPERATION OF PENAL FACILITIES",
  ];
  const shareOf = async (query: Query) =>
    (await namingAny(store, query)).net / (await totals(store, query)).net;

  it("names a facility for 45% of ICE's dollars or more", async () => {
    expect(await shareOf(change(ice, { psc }))).toBeGreaterThanOrEqual(0.45);
  });
  it("names none for CBP's, whose guards are at its own stations", async () => {
    expect(await shareOf(change(ice, { agency: ["7014"], psc }))).toBe(0);
  });
});

it("counts an action that names several facilities once in the sum and under each of them", async () => {
  const several = selected(both).filter(({ places }) => places.length > 1);
  expect(several.length).toBeGreaterThan(40);
  const any = await namingAny(store, both);
  const named = selected(both).filter(({ places }) => places.length > 0);
  expect(any).toMatchObject({ net: sumOf(named), actions: named.length });
  const { groups: found } = await groups(store, both, "place");
  const perPlace = found.filter(({ key }) => key !== null);
  expect(perPlace.reduce((sum, { actions }) => sum + actions, 0)).toBe(
    named.reduce((sum, { places }) => sum + places.length, 0),
  );
});

it("has the whole of the contracts that name a facility, and what their descriptions name too", async () => {
  const slug = "eloy-federal-contract-facility";
  const named = selected(ice).filter(names(slug));
  const contracts = new Set(named.map(({ contract }) => contract));
  const whole = [...contracts].flatMap(({ actions }) => actions);
  const { whole_contracts, shared_with } = await facilityContext(store, change(ice, { place: [slug] }), slug);
  expect(whole_contracts).toEqual({ net: sumOf(whole), actions: whole.length, contracts: contracts.size });
  const tacoma = shared_with.find(({ slug: other }) => other === "northwest-ice-processing-center");
  expect(tacoma?.actions).toBe(named.filter(names("northwest-ice-processing-center")).length);
});

it("selects every facility of a state, each action once", async () => {
  const inArizona = selected(ice).filter(({ places }) => places.some(({ state }) => state === "AZ"));
  expect(await totals(store, change(ice, { place: ["AZ"] }))).toMatchObject({
    net: sumOf(inArizona),
    actions: inArizona.length,
  });
});

it("lists facilities in the order of their names", async () => {
  const found = (await facilityNames(store)).map(({ name }) => name.toLowerCase());
  expect(found).toEqual(found.toSorted((one, other) => (one < other ? -1 : one > other ? 1 : 0)));
});
