import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { slugsFor } from "@/lib/identity/slugs";

describe("slugsFor", () => {
  it("leaves the legal form out, and appends it to the later of two that meet", () => {
    const slugs = slugsFor(["acuity llc", "acuity inc", "münchen co", "株式会社"], ["taken"]);
    expect(Object.fromEntries(slugs)).toEqual({
      "acuity inc": "acuity",
      "acuity llc": "acuity-llc",
      "münchen co": "munchen",
      株式会社: "company",
    });
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
