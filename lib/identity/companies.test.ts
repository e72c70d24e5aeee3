import { describe, expect, it } from "vitest";
import { groupRecipients, readCompanyRules } from "@/lib/identity/companies";

const rule = (change: Record<string, string> = {}) => ({
  slug: "geo-group",
  company: "The GEO Group",
  relation: "itself",
  match: "normalised",
  value: "THE GEO GROUP, INC.",
  expected: "",
  basis: "name",
  reviewed: "2026-11-23",
  note: "",
  ...change,
});
const table = (...rows: Record<string, string>[]) => ({
  file: "data/companies.csv",
  rows: rows.map((cells, index) => ({ line: index + 2, cells })),
});
const slugs = (names: string[], ...rows: Record<string, string>[]) =>
  groupRecipients(
    names.map((name) => ({ name, actions: 1 })),
    readCompanyRules(table(...rows)),
  ).map(({ company }) => company.slug);

describe("readCompanyRules", () => {
  it.each([
    ["an unknown kind", [rule({ match: "substring" })], /line 2: match is none of/],
    ["an unknown relation", [rule({ relation: "friend" })], /line 2: relation/],
    ["an empty value", [rule({ value: "" })], /line 2: value is empty/],
    ["a day that is none", [rule({ reviewed: "2026-02-30" })], /line 2: reviewed/],
    [
      "a value claimed twice",
      [rule(), rule({ slug: "other", company: "Other", value: "GEO GROUP INC" })],
      /line 3: repeats .* of line 2/,
    ],
    [
      "two names for a slug",
      [rule(), rule({ company: "GEO", value: "B.I. INC" })],
      /line 3: calls geo-group/,
    ],
    ["an unknown column", [{ ...rule(), colour: "red" }], /line 2/],
  ])("names the line of %s", (_, rows, message) => {
    expect(() => readCompanyRules(table(...rows))).toThrow(message);
  });
});

describe("groupRecipients", () => {
  it("prefers an exact rule to a normalised one, and both to the automatic rule", () => {
    const rows = [
      rule(),
      rule({ slug: "special", company: "Special", match: "exact", value: "GEO GROUP INC" }),
    ];
    expect(slugs(["THE GEO GROUP INC", "GEO GROUP INC", "GEO INTERNATIONAL LLC"], ...rows)).toEqual([
      "geo-group",
      "special",
      "geo-international",
    ]);
  });

  it("calls an automatic company by its most frequent recorded name, ties by text", () => {
    const rules = readCompanyRules(table());
    const names = (counts: Record<string, number>) =>
      groupRecipients(
        Object.entries(counts).map(([name, actions]) => ({ name, actions })),
        rules,
      ).map(({ company }) => company.name);
    expect(names({ "ACME INC": 1, "ACME, INC.": 3 })).toEqual(["ACME, INC.", "ACME, INC."]);
    expect(names({ "ACME, INC.": 2, "ACME INC": 2 })).toEqual(["ACME INC", "ACME INC"]);
  });

  it("keeps a recipient that is not reported apart from all others", () => {
    const [group] = groupRecipients([{ name: null, actions: 3 }], readCompanyRules(table()));
    expect(group?.company).toEqual({ slug: "not-reported", name: "Not reported" });
  });
});
