import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { slugsFor } from "@/lib/identity/slugs";

describe("slugsFor", () => {
  it("leaves the legal form out, and appends it to every one of those that meet", () => {
    const names = ["acuity llc", "acuity inc", "acuity", "münchen co", "株式会社", "日本", "taken"];
    expect(Object.fromEntries(slugsFor(names, ["taken"]))).toEqual({
      "acuity inc": "acuity-inc",
      "acuity llc": "acuity-llc",
      acuity: "acuity-2",
      "münchen co": "munchen",
      日本: "company-2",
      株式会社: "company-3",
      taken: "taken-2",
    });
  });

  it("never gives the slug of a name to a later one", () => {
    const names = fc.uniqueArray(fc.string({ unit: fc.constantFrom("a", "b", " inc", " llc") }));
    fc.assert(
      fc.property(names, fc.string({ unit: fc.constantFrom("a", "b", " inc", " llc") }), (given, later) => {
        const before = slugsFor(given, []);
        const after = slugsFor([...given, later], []);
        if (given.includes(later)) return;
        expect([...before.values()]).not.toContain(after.get(later));
      }),
    );
  });

  it("leaves slugs of reviewed companies to them", () => {
    expect(slugsFor(["geo group inc"], ["geo-group"]).get("geo group inc")).toBe("geo-group-inc");
    expect(slugsFor(["geo group inc"], ["geo-group", "geo-group-inc"]).get("geo group inc")).toBe(
      "geo-group-inc-2",
    );
  });

  it("is unique, ASCII and independent of the order of the input", () => {
    const names = fc.uniqueArray(
      fc.string({ unit: fc.constantFrom("a", "b", " ", "é", " inc", " llc", "-") }),
    );
    fc.assert(
      fc.property(names, (given) => {
        const slugs = slugsFor(given, []);
        expect(new Set(slugs.values()).size).toBe(given.length);
        for (const slug of slugs.values()) expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        expect(slugsFor([...given].reverse(), [])).toEqual(slugs);
      }),
    );
  });
});
