import { afterAll, beforeAll, expect, it, vi } from "vitest";

import { agencyChoices, type TrackedAgency } from "@/lib/contracts/agencies";
import { csv, Homes } from "@/lib/import/testing/homes";
import { agencyNames } from "@/lib/query/agency-names";
import { parseQuery } from "@/lib/query/parse";
import { change } from "@/lib/query/query";
import { agencyTotals } from "@/lib/store/agencies";
import { totals } from "@/lib/store/contracts";
import { facets } from "@/lib/store/facets";
import { type Opened, openFile } from "@/lib/store/file";

// The one row that a third agency needs.
vi.mock("@/lib/contracts/agencies", async (original) => {
  const real = await original<typeof import("@/lib/contracts/agencies")>();
  const tsa = { code: "7013", short: "TSA", name: "Transportation Security Administration" };
  (real.trackedAgencies as TrackedAgency[]).push(tsa);
  return real;
});

const homes = new Homes({ rules: "few" });
let opened: Opened;

beforeAll(async () => {
  await homes.open();
  const home = await homes.make({
    "ice.csv": csv([{ federal_action_obligation: "10.00" }]),
    // Named, as some files do, and without its code.
    "tsa.csv": csv(
      [
        { award_id_piid: "70T01026C1", federal_action_obligation: "7.00" },
        { award_id_piid: "70T01026C1", modification_number: "P00001", federal_action_obligation: "-2.00" },
      ].map((row) => ({
        ...row,
        awarding_sub_agency_code: "",
        awarding_sub_agency_name: "Transportation Security Administration",
      })),
    ),
  });
  opened = await openFile((await homes.ensure(home)).file);
});
afterAll(async () => {
  opened.close();
  await homes.close();
});

const read = (text: string) => parseQuery(new URLSearchParams(text)).query;

it("is imported by its name, chosen, named and added up by one row of data", async () => {
  const { store } = opened;
  expect(agencyChoices().map(({ label }) => label)).toEqual(["ICE", "CBP", "TSA", "All"]);
  expect(await totals(store, read("agency=7013"))).toMatchObject({ net: 5_00, actions: 2, contracts: 1 });
  expect(await totals(store, read("agency=7012&agency=7013"))).toMatchObject({ net: 15_00, actions: 3 });
  expect(agencyNames(read("agency=7013"))).toBe("TSA");
  const { rows } = await agencyTotals(store, change(read(""), { grouped: "no" }));
  expect(rows.map(({ code, name, totals: { net } }) => [code, name, net])).toEqual([
    ["7012", "U.S. Immigration and Customs Enforcement", 10_00],
    ["7013", "Transportation Security Administration", 5_00],
  ]);
  const years = (await facets(store, read("agency=7013"))).find(({ name }) => name === "fy");
  expect(years?.values).toMatchObject([{ value: "2026", count: 1, net: 5_00 }]);
});

it("is named with the others as a list", () => {
  expect(agencyNames(read("agency=7012&agency=7013&agency=7014"))).toBe("ICE, TSA and CBP");
});
