import { readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { facilityFinder, readFacilityRules } from "@/lib/identity/facilities";

const readCsv = (path: string) =>
  Papa.parse<Record<string, string>>(readFileSync(join(process.cwd(), path), "utf8"), {
    header: true,
    skipEmptyLines: true,
  }).data;
const read = (rows: Record<string, string>[]) =>
  readFacilityRules({
    file: "data/facilities.csv",
    rows: rows.map((cells, index) => ({ line: index + 2, cells })),
  });

const rule = (change: Record<string, string> = {}) => ({
  slug: "acme-jail",
  name: "Acme Jail",
  listed_as: "ACME JAIL",
  city: "Acme",
  state: "AZ",
  latitude: "33.1",
  longitude: "-111.5",
  type: "IGSA",
  first_listed: "2025-07-07",
  last_listed: "2026-04-09",
  phrases: "acme jail",
  ambiguous: "acme",
  context: "detention",
  exclude: "port of acme",
  expected: "",
  true: "GUARDS FOR ACME JAIL",
  false: "ACME, AZ OFFICE",
  reviewed: "2026-11-30",
  note: "",
  ...change,
});

describe("readFacilityRules", () => {
  it.each([
    ["a slug as short as the code of a state", { slug: "az" }, /line 2: slug/],
    ["no state of that code", { state: "ZZ" }, /line 2: state/],
    ["a latitude beyond the pole", { latitude: "91" }, /line 2: latitude/],
    ["no phrase", { phrases: "", ambiguous: "", context: "" }, /phrases and ambiguous are both empty/],
    ["ambiguous phrases without context", { context: "" }, /ambiguous and context/],
    ["no true example", { true: "" }, /true is empty/],
    ["a true example that does not match", { true: "ACME OFFICE" }, /does not match its true example/],
    ["a false example that matches", { false: "DETENTION AT ACME" }, /matches its false example/],
  ])("refuses %s", (_, change, message) => {
    expect(() => read([rule(change)])).toThrow(message);
  });
  it("refuses a slug given twice", () => {
    expect(() => read([rule(), rule()])).toThrow(/line 3: repeats "acme-jail"/);
  });
});

it.each([
  ["COPY PAPER FOR ACME-JAIL", true],
  ["DETENTION SERVICES AT ACME", true],
  ["COURIER SERVICES ACME", false],
  ["DETENTION AT THE PORT OF ACME", false],
  ["ACME JAILHOUSE CAFE", false],
])("reads %s", (description, isNamed) => {
  expect(facilityFinder(read([rule()])).find(description)).toEqual(isNamed ? [0] : []);
});

describe("the reviewed facilities", () => {
  const facilities = read(readCsv("data/facilities.csv"));
  const { find, candidates } = facilityFinder(facilities);
  const named = (description: string) => find(description).map((place) => facilities[place]?.slug);
  const labeled = readCsv("lib/identity/testing/facility-hits.csv");

  // 150 of the 2,122 pairs of an action and a facility, drawn with the seed 20261130 and read by a person.
  it("name what a reader finds in at least 97 of 100 descriptions", () => {
    const drawn = labeled.filter(({ verdict }) => verdict !== "none");
    expect(drawn).toHaveLength(150);
    const right = drawn.filter(({ verdict }) => verdict === "right");
    expect(right.length / drawn.length).toBeGreaterThanOrEqual(0.97);
    const lost = right.filter(({ facility, description = "" }) => !named(description).includes(facility));
    expect(lost).toEqual([]);
    const quick = new RegExp(candidates);
    expect(right.filter(({ description = "" }) => !quick.test(description.toLowerCase()))).toEqual([]);
  });

  it("name nothing where a description has only the name of a city, a county or a sector", () => {
    const others = labeled.filter(({ verdict }) => verdict === "none");
    expect(others.length).toBeGreaterThan(30);
    expect(others.filter(({ description = "" }) => named(description).length > 0)).toEqual([]);
  });

  it("name every place of a description that names several", () => {
    const text =
      "THIS CONTRACT PROVIDES MEDICAL STAFFING SERVICES AT ALEXANDRIA, ELOY, FLORENCE, JENA, AND TACOMA.";
    expect(named(text).toSorted()).toEqual([
      "alexandria-staging-facility",
      "central-louisiana-ice-processing-center",
      "eloy-federal-contract-facility",
      "florence-service-processing-center",
      "northwest-ice-processing-center",
    ]);
  });
});
