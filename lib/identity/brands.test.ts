import { describe, expect, it } from "vitest";
import { readBrandRules } from "@/lib/identity/brands";
import { readCompanyRules } from "@/lib/identity/companies";
import { phraseFinder } from "@/lib/identity/phrases";

const companies = readCompanyRules({
  file: "data/companies.csv",
  rows: [
    {
      line: 2,
      cells: {
        slug: "acme",
        company: "Acme",
        relation: "itself",
        match: "exact",
        value: "ACME INC.",
        expected: "none",
        basis: "name",
        reviewed: "2026-11-25",
        note: "",
      },
    },
  ],
});
const rule = (change: Record<string, string> = {}) => ({
  slug: "acme-rocket",
  brand: "Acme Rocket",
  owner: "acme",
  pattern: "rocket",
  context: "",
  exclude: "",
  true: "ONE ROCKET",
  false: "",
  reviewed: "2026-11-25",
  note: "",
  ...change,
});
const read = (...rows: Record<string, string>[]) =>
  readBrandRules(
    { file: "data/brands.csv", rows: rows.map((cells, index) => ({ line: index + 2, cells })) },
    companies,
  );
/** Whether a description names a brand of these rules; checked against the quick look of the import too. */
function names(description: string, change: Record<string, string>): boolean {
  const finder = phraseFinder(read(rule({ true: change.pattern?.split("|")[0] ?? "", ...change })));
  const found = finder.find(description).length > 0;
  if (found) expect(new RegExp(finder.candidates).test(description.toLowerCase())).toBe(true);
  return found;
}

describe("readBrandRules", () => {
  it.each([
    ["a slug that is none", [rule({ slug: "Acme Rocket" })], /line 2: slug/],
    ["a slug given twice", [rule(), rule()], /line 3: repeats "acme-rocket" of line 2/],
    ["an owner that is no company", [rule({ owner: "nobody" })], /line 2: owner "nobody" is not in/],
    ["no pattern", [rule({ pattern: " | " })], /line 2: pattern is empty/],
    ["a phrase that begins with a sign", [rule({ pattern: "&t" })], /line 2: pattern has a phrase/],
    ["a * in the middle", [rule({ pattern: "ro*ket" })], /line 2: pattern has a phrase/],
    ["a * after too little", [rule({ pattern: "roc*" })], /line 2: pattern has a phrase/],
    ["no true example", [rule({ true: "" })], /line 2: true is empty/],
    ["a true example that does not match", [rule({ true: "ONE RACKET" })], /line 2: does not match its true/],
    [
      "a false example that matches",
      [rule({ false: "A || ROCKET" })],
      /line 2: matches its false .*"ROCKET"/,
    ],
    ["a day that is none", [rule({ reviewed: "yesterday" })], /line 2: reviewed/],
    ["an unknown column", [rule({ color: "red" })], /line 1: the column color/],
  ])("names the line of %s", (_, rows, message) => {
    expect(() => read(...rows)).toThrow(message);
  });

  it("needs no true example of what no record is expected to name", () => {
    expect(read(rule({ true: "", expected: "none" }))).toHaveLength(1);
  });

  it("reads lists of phrases and examples", () => {
    expect(
      read(rule({ pattern: "rocket | acme rockets|", true: "ONE ROCKET || A / B ROCKET" })),
    ).toMatchObject([
      { pattern: ["rocket", "acme rockets"], context: [], true: ["ONE ROCKET", "A / B ROCKET"] },
    ]);
  });
});

describe("phraseFinder", () => {
  it("offers expressions that find what a rule could match, and nothing where there is no rule", () => {
    const rules = read(rule({ pattern: "power bi|rocket*", true: "POWER BI" }));
    const candidates = new RegExp(phraseFinder(rules).candidates);
    for (const text of ["power-bi", "a rocketeer", "(rocket)"])
      expect(candidates.test(text), text).toBe(true);
    for (const text of ["powerbi", "skyrocket", "a plane"]) expect(candidates.test(text), text).toBe(false);
    expect(new RegExp(phraseFinder([]).candidates).test("a rocket")).toBe(false);
    expect(phraseFinder([]).find("A ROCKET")).toEqual([]);
  });

  it("counts a phrase that only partly overlaps an excluded one", () => {
    const change = { pattern: "rocket fuel", exclude: "big rocket", true: "ROCKET FUEL" };
    expect(names("BIG ROCKET FUEL", change)).toBe(true);
    expect(names("BIG ROCKET FUEL", { ...change, exclude: "big rocket fuel tank" })).toBe(true);
    expect(names("BIG ROCKET FUEL TANK", { ...change, exclude: "big rocket fuel tank" })).toBe(false);
  });

  it.each([
    ["CISCO ROUTERS", true],
    ["(Cisco)", true],
    ["2_CISCO", true],
    ["SAN FRANCISCO", false],
    ["CISCOS", false],
    ["CISCO2", false],
    ["2CISCO", false],
    ["ÉCISCO", false],
    ["CISCOÉ", false],
    ["𝐀CISCO", false],
    ["CISCO𝐀", false],
    ["CISCO🙂", true],
    ["", false],
  ])("finds a phrase only as words of its own: %s", (description, found) => {
    expect(names(description, { pattern: "cisco" })).toBe(found);
  });

  it.each([
    ["POWER BI", true],
    ["POWER-BI", true],
    ["POWER/BI", true],
    ["POWER \t-  BI", true],
    ["POWERBI", false],
    ["POWER, BI", false],
  ])("takes a space for any run of spaces, hyphens and slashes: %s", (description, found) => {
    expect(names(description, { pattern: "power bi" })).toBe(found);
  });

  it.each([
    ["TASER", true],
    ["TASERS", true],
    ["TASERED", true],
    ["TASER7", false],
    ["TASERS7", false],
    ["TASE", false],
  ])("lets letters follow a * at the end: %s", (description, found) => {
    expect(names(description, { pattern: "taser*", true: "TASER" })).toBe(found);
  });

  it.each([
    ["AT&T SERVICE", true],
    ["AT & T SERVICE", true],
    ["BOX.COM", true],
    ["BOXXCOM", false],
    ["C++ COURSE", true],
  ])("takes signs in a phrase as they are: %s", (description, found) => {
    expect(names(description, { pattern: "at&t|at & t|box.com|c++" })).toBe(found);
  });

  it("requires one phrase of the context, anywhere", () => {
    const change = { pattern: "confluence", context: "jira|license*", true: "CONFLUENCE LICENSES" };
    expect(names("JIRA AND CONFLUENCE", change)).toBe(true);
    expect(names("CONFLUENCE LICENSES", change)).toBe(true);
    expect(names("AT THE CONFLUENCE OF TWO RIVERS", change)).toBe(false);
  });

  it("does not count a match inside an exclusion, but one beside it", () => {
    const change = { pattern: "glock", exclude: "for glock*|glock holsters", true: "GLOCK" };
    expect(names("OPTICS FOR GLOCK PISTOLS", change)).toBe(false);
    expect(names("GLOCK HOLSTERS", change)).toBe(false);
    expect(names("GLOCK PISTOLS AND OPTICS FOR GLOCK PISTOLS", change)).toBe(true);
  });

  it("finds every brand of a description, in the order of the rules", () => {
    const rules = read(
      rule(),
      rule({ slug: "b", pattern: "booster", true: "BOOSTER" }),
      rule({ slug: "c", pattern: "comet", true: "COMET" }),
    );
    expect(phraseFinder(rules).find("COMET, ROCKET AND COMET")).toEqual([0, 2]);
  });
});
