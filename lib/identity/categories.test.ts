import { describe, expect, it } from "vitest";
import { readCategoryRules } from "@/lib/identity/categories";

const rule = (slug: string, name: string, match: string, value: string, reviewed = "") => ({
  slug,
  name,
  match,
  value,
  reviewed,
  note: "",
});
const rest = rule("other", "Other", "rest", "");
const read = (...rows: Record<string, string>[]) =>
  readCategoryRules({
    file: "data/categories.csv",
    rows: rows.map((cells, index) => ({ line: index + 2, cells })),
  });

describe("readCategoryRules", () => {
  it("lets exact win over prefix, and the longer prefix over the shorter", () => {
    const { categoryOf } = read(
      rule("software", "Software and IT services", "prefix", "IT AND TELECOM -"),
      rule("telecommunications", "Telecommunications", "prefix", "IT AND TELECOM - NETWORK"),
      rule("hardware", "IT hardware", "exact", "IT AND TELECOM - NETWORK CARDS"),
      rest,
    );
    expect(categoryOf("IT AND TELECOM - STORAGE")).toBe("software");
    expect(categoryOf("it and telecom - network: voice")).toBe("telecommunications");
    expect(categoryOf("IT AND TELECOM - NETWORK CARDS")).toBe("hardware");
    expect(categoryOf("GUARD DOGS")).toBe("other");
    expect(categoryOf(null)).toBe("other");
  });

  it("ends a prefix where a word ends", () => {
    const { categoryOf } = read(rule("weapons", "Weapons and protective gear", "prefix", "GUNS"), rest);
    expect(categoryOf("GUNS, THROUGH 30MM")).toBe("weapons");
    expect(categoryOf("GUNSMITHING")).toBe("other");
  });

  it("ends a prefix after a sign anywhere, and ignores spaces around a description", () => {
    const { categoryOf } = read(
      rule("software", "Software and IT services", "prefix", "IT AND TELECOM -"),
      rule("weapons", "Weapons and protective gear", "exact", "GUNS"),
      rest,
    );
    expect(categoryOf("IT AND TELECOM -STORAGE")).toBe("software");
    expect(categoryOf("  guns ")).toBe("weapons");
    expect(categoryOf("GUNS AND MORE")).toBe("other");
  });

  it("says which line decides, and which lines name something", () => {
    const rules = read(
      rest,
      rule("medical", "Medical", "exact", "X"),
      rule("medical", "Medical", "prefix", "Y"),
    );
    expect([rules.lineFor("x"), rules.lineFor("Y 1"), rules.lineFor("z")]).toEqual([3, 4, null]);
    expect(rules.lines).toEqual([3, 4]);
  });

  it("says when the line that decides was reviewed, if it was", () => {
    const { reviewedOn } = read(
      rule("medical", "Medical", "exact", "X", "2026-11-29"),
      rule("medical", "Medical", "prefix", "X"),
      rest,
    );
    expect([reviewedOn("x"), reviewedOn("X Y"), reviewedOn("Z")]).toEqual(["2026-11-29", null, null]);
  });

  it.each([
    ["a value of the rest", [rule("other", "Other", "rest", "X")], /line 2: the row needs a value, except/],
    [
      "a rule without a value",
      [rule("medical", "Medical", "exact", ""), rest],
      /line 2: the row needs a value/,
    ],
    [
      "a day that is none",
      [rule("medical", "Medical", "exact", "X", "2026-02-30"), rest],
      /line 2: reviewed is neither blank nor a day/,
    ],
    ["an unknown category", [rule("guns", "Guns", "exact", "X"), rest], /line 2: slug/],
    ["another name", [rule("weapons", "Guns", "exact", "X"), rest], /line 2: the row has a name/],
    [
      "a rule given twice",
      [
        rest,
        rule("medical", "Medical", "exact", "X"),
        rule("weapons", "Weapons and protective gear", "exact", "x"),
      ],
      /line 4: repeats/,
    ],
    ["no row for the rest", [rule("medical", "Medical", "exact", "X")], /no row of kind rest/],
  ])("refuses %s", (_, rows, message) => {
    expect(() => read(...rows)).toThrow(message);
  });
});
