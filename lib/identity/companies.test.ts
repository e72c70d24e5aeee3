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
const owned = (change: Record<string, string> = {}) =>
  rule({ relation: "subsidiary", owned_since: "2022-09-12", owned_basis: "known", ...change });
const table = (...rows: Record<string, string>[]) => ({
  file: "data/companies.csv",
  rows: rows.map((cells, index) => ({ line: index + 2, cells })),
});
const slugs = (names: string[], ...rows: Record<string, string>[]) =>
  groupRecipients(
    names.map((name) => ({ name, actions: 1 })),
    readCompanyRules(table(...rows)),
  ).recipients.map(({ company }) => company.slug);

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
    ["a UEI that is none", [rule({ uei: "JMLKZZ1NL2Z" })], /line 2: uei/],
    ["a former slug that is none", [rule({ former_slugs: "geo Wackenhut" })], /line 2: former_slugs/],
    [
      "a former slug that is a company's own",
      [rule(), rule({ slug: "bi", company: "BI", value: "B.I. INC", former_slugs: "geo-group" })],
      /line 3: gives the former slug geo-group, which is geo-group's/,
    ],
    [
      "a former slug that two companies claim",
      [
        rule({ former_slugs: "wcc" }),
        rule({ slug: "bi", company: "BI", value: "B.I. INC", former_slugs: "wcc" }),
      ],
      /line 3: gives the former slug wcc, which is geo-group's/,
    ],
    [
      "a day of ownership that is none",
      [owned({ owned_since: "2022-13" })],
      /line 2: owned_since is not a day/,
    ],
    [
      "a day of ownership without a basis",
      [owned({ owned_basis: "" })],
      /line 2: the row needs a day in owned/,
    ],
    [
      "a basis of ownership without a day",
      [owned({ owned_since: "" })],
      /line 2: the row needs a day in owned/,
    ],
    ["an unknown basis of ownership", [owned({ owned_basis: "rumor" })], /line 2: owned_basis/],
    [
      "ownership of what is no subsidiary",
      [owned({ relation: "former name" })],
      /line 2: the row has a day in owned_since and is no subsidiary/,
    ],
    ["an unknown column", [{ ...rule(), color: "red" }], /line 1: the column color/],
  ])("names the line of %s", (_, rows, message) => {
    expect(() => readCompanyRules(table(...rows))).toThrow(message);
  });
});

it.each(["2022-09-12", "2023-07", "2021"])("readCompanyRules takes ownership since %s", (since) => {
  const [entry] = readCompanyRules(table(owned({ owned_since: since }))).values();
  expect(entry?.rule).toMatchObject({ owned_since: since, owned_basis: "known" });
});

describe("groupRecipients", () => {
  it("prefers an exact rule to a normalized one, and both to the automatic rule", () => {
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

  const grouping = (names: string[], ...rows: Record<string, string>[]) =>
    groupRecipients(
      names.map((name) => ({ name, actions: 1 })),
      readCompanyRules(table(...rows)),
    );

  it("gives every company of the rules, also one that no recipient points to", () => {
    const { companies, recipients } = grouping(
      ["ACME INC"],
      rule(),
      rule({ slug: "meta", company: "Meta", value: "META PLATFORMS, INC.", expected: "none" }),
    );
    expect(companies.map(({ slug }) => slug).sort()).toEqual(["acme", "geo-group", "meta"]);
    expect(recipients).toHaveLength(1);
  });

  it("leads the slug that a reviewed recipient would have alone to its company", () => {
    const { formerSlugs } = grouping(
      ["THE GEO GROUP, INC.", "B.I. INCORPORATED", "GEO CARE LLC", "GEO CARE INC", "WCC LLC", "WCC INC"],
      rule({ former_slugs: "wackenhut" }),
      rule({ relation: "subsidiary", value: "B.I. INCORPORATED" }),
      rule({ relation: "subsidiary", value: "GEO CARE LLC" }),
      rule({ relation: "subsidiary", value: "WCC LLC" }),
      rule({ relation: "subsidiary", value: "WCC INC" }),
    );
    expect(Object.fromEntries(formerSlugs)).toEqual({
      bi: "geo-group",
      wackenhut: "geo-group",
      wcc: "geo-group",
    });
  });

  it("leads nowhere where two companies claim a slug, or one has it", () => {
    const { companies, formerSlugs } = grouping(
      ["ACME INC", "ACME, INC.", "FIRST LLC"],
      rule({ slug: "one", company: "One", match: "exact", value: "ACME INC" }),
      rule({ slug: "two", company: "Two", match: "exact", value: "ACME, INC." }),
      rule({ slug: "three", company: "Three", value: "FIRST LLC" }),
      rule({ slug: "first", company: "First", value: "FIRST FEDERAL LLC", expected: "none" }),
    );
    expect([...formerSlugs]).toEqual([]);
    expect(companies).toHaveLength(4);
  });

  it("keeps what comes later off the addresses of a reviewed recipient", () => {
    const rows = [rule({ value: "WEST PUBLISHING CORP", former_slugs: "west-group" })];
    const { recipients, formerSlugs } = grouping(
      ["WEST PUBLISHING CORP", "WEST PUBLISHING LLC", "WEST GROUP INC"],
      ...rows,
    );
    expect(recipients.map(({ company }) => company.slug)).toEqual([
      "geo-group",
      "west-publishing-llc",
      "west-group-inc",
    ]);
    expect(formerSlugs.get("west-group")).toBe("geo-group");
  });

  it("calls an automatic company by its most frequent recorded name, ties by text", () => {
    const rules = readCompanyRules(table());
    const names = (counts: Record<string, number>) =>
      groupRecipients(
        Object.entries(counts).map(([name, actions]) => ({ name, actions })),
        rules,
      ).recipients.map(({ company }) => company.name);
    expect(names({ "ACME INC": 1, "ACME, INC.": 3 })).toEqual(["Acme, Inc.", "Acme, Inc."]);
    expect(names({ "ACME, INC.": 2, "ACME INC": 2 })).toEqual(["Acme Inc.", "Acme Inc."]);
  });

  it("keeps a recipient that is not reported apart from all others", () => {
    const { recipients } = groupRecipients([{ name: null, actions: 3 }], readCompanyRules(table()));
    expect(recipients[0]?.company).toEqual({ slug: "not-reported", name: "Not reported" });
  });

  it("lets a UEI decide before an exact name, and a parent's UEI before another spelling", () => {
    const rows = [
      rule({ slug: "by-uei", company: "U", match: "uei", value: "ABCDEFGHIJK1" }),
      rule({ slug: "by-name", company: "N", match: "exact", value: "ACME INC" }),
      rule({ slug: "by-parent", company: "P", match: "parent uei", value: "ABCDEFGHIJK2" }),
      rule({ slug: "by-spelling", company: "S", value: "ACME INC" }),
    ];
    const slugOf = (name: string | null, uei: string | null, parent_uei: string | null) =>
      groupRecipients([{ name, actions: 1, uei, parent_uei }], readCompanyRules(table(...rows))).recipients[0]
        ?.company.slug;
    expect(slugOf("ACME INC", "ABCDEFGHIJK1", "ABCDEFGHIJK2")).toBe("by-uei");
    expect(slugOf("ACME INC", null, "ABCDEFGHIJK2")).toBe("by-name");
    expect(slugOf("ACME, INC.", "ABCDEFGHIJK9", "ABCDEFGHIJK2")).toBe("by-parent");
    expect(slugOf("ACME, INC.", null, "ABCDEFGHIJK9")).toBe("by-spelling");
    expect(slugOf(null, null, "ABCDEFGHIJK2")).toBe("by-parent");
    expect(slugOf(null, "", "")).toBe("not-reported");
  });

  it("says how a recipient relates to its company, and which rule decided", () => {
    const { recipients } = grouping(
      ["B.I. INC", "ACME INC"],
      rule({ relation: "subsidiary", value: "BI INC" }),
    );
    expect(recipients).toEqual([
      {
        company: { slug: "geo-group", name: "The GEO Group" },
        relation: "subsidiary",
        basis: "name",
        decided: { line: 2, rule: expect.objectContaining({ value: "BI INC", former_slugs: [] }) },
      },
      { company: { slug: "acme", name: "Acme Inc." }, relation: "itself", basis: "automatic", decided: null },
    ]);
  });

  it("takes no address from the name of a reviewed recipient, nor from one that is not reported", () => {
    const rules = readCompanyRules(table(rule({ former_slugs: "  wackenhut   wcc " })));
    const { companies, formerSlugs } = groupRecipients(
      [
        { name: "THE GEO GROUP, INC.", actions: 1 },
        { name: null, actions: 1 },
      ],
      rules,
    );
    expect(companies.map(({ slug }) => slug)).toEqual(["geo-group", "not-reported"]);
    expect([...formerSlugs.keys()]).toEqual(["wackenhut", "wcc"]);
  });
});
