import { describe, expect, it } from "vitest";

import type { GroupingName } from "@/lib/contracts/groupings";
import type { FoundGroup } from "@/lib/findings/by-size";
import { runningFinding } from "@/lib/findings/contract";
import { finding, type GroupsFinding, groupsTitle } from "@/lib/findings/finding";
import { agencyLeadFinding, leadersFinding } from "@/lib/findings/leaders";
import { runningYearsFinding } from "@/lib/findings/running-years";
import { spanText } from "@/lib/findings/scope";
import { headlineFinding } from "@/lib/findings/year-to-date";
import { parseQuery } from "@/lib/query/parse";
import type { Labels } from "@/lib/query/query-text";

const days = { data_from: "2020-10-01", data_through: "2026-08-20" };

const query = (text: string) => {
  const { query: read, problems } = parseQuery(new URLSearchParams(text));
  expect(problems).toEqual([]);
  return read;
};

/** Groups from names or periods and millions of dollars. */
const groupsOf = (millions: Record<string, number>): FoundGroup[] =>
  Object.entries(millions).map(([key, net]) => ({
    key: key === "Not reported" ? null : key,
    label: key,
    net: Math.round(net * 100_000_000),
    actions: 1,
  }));

interface Case extends Partial<Omit<GroupsFinding, "groups" | "query" | "names">> {
  of?: string;
  names?: Labels;
  groups: Record<string, number>;
}

/** The finding of some groups; the whole is their sum, unless the case has another. */
function find(by: GroupingName, { of = "", groups, ...rest }: Case) {
  const found = groupsOf(groups);
  const whole = found.reduce((sum, { net }) => sum + net, 0);
  return finding({ by, query: query(of), days, whole, groups: found, ...rest });
}

it.each([
  ["from=2030-01-01", "These records end on Aug. 20, 2026, before the chosen dates"],
  ["fy=2049", "These records end on Aug. 20, 2026, before the chosen dates"],
  ["to=2015-12-31", "These records begin on Oct. 1, 2020, after the chosen dates"],
  ["fy=2022&from=2025-01-01", "The chosen dates and fiscal years have no day in common"],
  ["from=2026-08-20", "In these records, ICE obligated nothing since Aug. 20, 2026"],
  ["to=2020-10-01", "In these records, ICE obligated nothing on Oct. 1, 2020"],
])("of %s claims nothing beyond the records", (of, text) => {
  expect(find("company", { of, groups: {} })).toBe(text);
  const backwards = ([from = "", to = from]: string[]) => Date.parse(from) > Date.parse(to);
  expect(backwards(spanText(query(of), days).split(" – "))).toBe(false);
});

describe("the largest groups", () => {
  it("are the two that lead together, or one alone", () => {
    expect(
      find("company", {
        of: "fy=2026",
        groups: { CSI: 17, GEO: 14, A: 12, B: 57 - 2, C: 2 },
        whole: 100_00000000,
      }),
    ).toBe("CSI and GEO account for 31% of what ICE obligated so far in FY2026");
    expect(
      find("company", {
        of: "fy=2025",
        groups: { CSI: 20, GEO: 9, A: 8 },
        whole: 100_00000000,
        hasRest: true,
      }),
    ).toBe("CSI accounts for 20% of what ICE obligated in FY2025");
  });

  it("are left out where they have little, are tied, or are not reported", () => {
    const whole = 100_00000000;
    expect(find("company", { groups: { A: 4, B: 3, C: 2 }, whole })).toBeNull();
    expect(find("company", { groups: { A: 10, B: 9, C: 9 }, whole })).toBeNull();
    expect(find("company", { groups: { A: 10, B: 10, C: 9 }, whole })).toBe(
      "A and B account for 20% of what ICE obligated since Oct. 1, 2020",
    );
    expect(find("recipient", { groups: { "Not reported": 60, B: 3 }, whole })).toBeNull();
    expect(find("vehicle", { groups: { none: 60, B: 3 }, whole })).toBeNull();
  });

  it("have no share of a net that is nothing, negative or less than they have", () => {
    expect(find("company", { groups: { A: 10, B: -10 } })).toBeNull();
    expect(find("company", { groups: { A: 10, B: -30 } })).toBeNull();
    expect(find("company", { groups: { A: 10, B: -4 } })).toBeNull();
    expect(find("company", { groups: { A: 10, B: 2, C: -1 } })).toBe(
      "A accounts for 91% of what ICE obligated since Oct. 1, 2020",
    );
  });

  it("do not have all or nothing by rounding", () => {
    expect(find("company", { groups: { A: 999, B: 1 } })).toMatch(/^A accounts for more than 99% of/);
    expect(find("company", { groups: { A: 10, B: 0 } })).toBeNull();
  });

  it("are all of it where there is only one, unless the query chose it", () => {
    expect(find("company", { of: "category=detention", groups: { GEO: 5 } })).toBe(
      "GEO accounts for all $5.0 million that ICE obligated for Detention and guards since Oct. 1, 2020",
    );
    const names = { company: { "the-geo-group": "GEO" } };
    expect(find("company", { of: "company=the-geo-group", names, groups: { GEO: 5 } })).toBeNull();
    expect(find("company", { groups: { GEO: 5 }, whole: 5_00000000, hasRest: true })).toBeNull();
  });

  it("are worded by grouping", () => {
    const groups = { "Detention and guards": 32, "Flights and transport": 21, Other: 47 };
    const whole = 100_00000000;
    expect(find("category", { of: "fy=2025", groups, whole })).toBe(
      "Detention and guards: 32% of what ICE obligated in FY2025; Flights and transport: 21%",
    );
    expect(find("psc", { groups: { "SUPPORT SERVICES FOR IT": 60, B: 40 } })).toMatch(
      /^Support services for IT: 60% of what ICE obligated/,
    );
    expect(find("office", { groups: { "Support, Dallas": 60, B: 40 } })).toBe(
      "Support, Dallas: 60% of what ICE obligated since Oct. 1, 2020",
    );
    expect(find("vehicle", { groups: { X1: 60, B: 40 } })).toMatch(/^Orders under X1 account for 60% of/);
    expect(find("vehicle_agency", { groups: { DHS: 60, B: 40 } })).toMatch(
      /^Orders under vehicles of DHS account for 60% of/,
    );
    expect(find("performed_in", { of: "fy=2025", groups: { Texas: 5 } })).toBe(
      "Texas: all $5.0 million that ICE obligated in FY2025",
    );
  });

  it("are compared without shares where groups overlap or are agencies", () => {
    expect(
      find("brand", { of: "fy=2025", groups: { "Not reported": 90, Azure: 8, Oracle: 3 }, whole: 1 }),
    ).toBe(
      "ICE obligated $8.0 million on actions whose descriptions name Azure in FY2025, more than for any other brand",
    );
    expect(find("brand", { groups: { Azure: 8, Oracle: 8 } })).toBeNull();
    expect(find("agency", { of: "agency=7012&agency=7014&fy=2025", groups: { ICE: 40, CBP: 60 } })).toBe(
      "ICE obligated $40.0 million and CBP $60.0 million in FY2025",
    );
    expect(find("agency", { groups: { ICE: 40 } })).toBeNull();
  });
});

describe("the scope", () => {
  const whole = 100_00000000;
  const words = (of: string, names: Labels = {}) =>
    find("company", { of, names, groups: { A: 60, B: 40 }, whole })?.replace(
      "A accounts for 60% of what ",
      "",
    );

  it.each([
    ["", "ICE obligated since Oct. 1, 2020"],
    ["agency=7012&agency=7014", "ICE and CBP obligated since Oct. 1, 2020"],
    ["fy=2026", "ICE obligated so far in FY2026"],
    ["fy=2025&fy=2026", "ICE obligated in FY2025 and FY2026 so far"],
    ["fy=2022&fy=2024", "ICE obligated in FY2022 and FY2024"],
    ["from=2025-01-20", "ICE obligated since Jan. 20, 2025"],
    ["from=2019-01-01", "ICE obligated since Oct. 1, 2020"],
    ["from=2025-01-20&to=2026-01-15", "ICE obligated from Jan. 20, 2025, through Jan. 15, 2026"],
    ["from=2025-04-11&to=2025-04-11", "ICE obligated on April 11, 2025"],
    ["from=2025-01-01&to=2025-12-31", "ICE obligated in 2025"],
    ["from=2025-07-01&to=2025-07-31", "ICE obligated in July 2025"],
    ["from=2026-08-01&to=2026-08-31", "ICE obligated so far in August 2026"],
    ["from=2026-01-01&to=2026-12-31", "ICE obligated so far in 2026"],
    ["to=2024-05-31", "ICE obligated from Oct. 1, 2020, through May 31, 2024"],
    ["fy=2025&from=2025-01-01", "ICE obligated in FY2025, since Jan. 1, 2025"],
  ])("names the window of ?%s", (of, text) => {
    expect(words(of)).toBe(text);
  });

  it.each([
    ["category=detention", "ICE obligated for Detention and guards since Oct. 1, 2020"],
    ["q=bed+space&fy=2025", "ICE obligated on actions that match “bed space” in FY2025"],
    ["office=70CDCR", "ICE obligated through the office “Detention” since Oct. 1, 2020"],
    ["action_kind=option_exercised", "ICE obligated (type of action: Option exercised) since Oct. 1, 2020"],
    ["vehicle=none", "ICE obligated (vehicle: None) since Oct. 1, 2020"],
    // A name that is not known, amounts and many filters are too much for a title.
    ["office=70CMSD", "ICE obligated in this selection since Oct. 1, 2020"],
    ["min=50m", "ICE obligated in this selection since Oct. 1, 2020"],
    ["q=bed&category=detention&office=70CDCR", "ICE obligated in this selection since Oct. 1, 2020"],
    ["grouped=owned", "ICE obligated in this selection since Oct. 1, 2020"],
  ])("names the filters of ?%s", (of, text) => {
    expect(words(of, { office: { "70CDCR": "Detention" } })).toBe(text);
  });
});

describe("periods", () => {
  it("have a peak", () => {
    expect(find("month", { groups: { "2025-08": 300, "2025-09": 1410, "2025-10": 20 } })).toBe(
      "ICE obligations peaked in September 2025 at $1.41 billion, the most of any month since October 2020",
    );
    expect(find("month", { of: "fy=2025", groups: { "2025-07": 1, "2025-08": 300, "2025-09": 14 } })).toBe(
      "ICE obligations peaked in August 2025 at $300.0 million, the most of any month from October 2024 through September 2025",
    );
  });

  it("have none if equal, alone or negative", () => {
    expect(find("month", { groups: { "2025-08": 3, "2025-09": 3 } })).toBeNull();
    expect(find("month", { of: "from=2025-09-01&to=2025-09-30", groups: { "2025-09": 3 } })).toBeNull();
    expect(find("month", { of: "fy=2022&fy=2024", groups: { "2021-10": 3, "2023-10": 1 } })).toBeNull();
    expect(find("month", { groups: { "2025-08": -3, "2025-09": -1 } })).toBeNull();
  });

  it("compare an unfinished month as far as it is known, and an unfinished year with no whole one", () => {
    expect(find("month", { groups: { "2026-06": 3, "2026-07": 4, "2026-08": 9 } })).toBe(
      "ICE has obligated $9.0 million so far in August 2026, more than in any other month since October 2020",
    );
    expect(find("fiscal_year", { groups: { "2024": 3, "2025": 4, "2026": 9 } })).toBeNull();
    expect(find("calendar_year", { groups: { "2024": 3, "2025": 4, "2026": 9 } })).toBeNull();
  });

  it("are full ones only where the records or the query have parts of others", () => {
    expect(find("calendar_year", { groups: { "2020": 9, "2021": 3, "2022": 4 } })).toBeNull();
    expect(find("calendar_year", { groups: { "2020": 1, "2021": 3, "2022": 4, "2023": 3 } })).toBe(
      "ICE obligations peaked in 2022 at $4.0 million, the most of any full calendar year since 2021",
    );
    expect(
      find("month", {
        of: "from=2025-01-20&to=2025-03-31",
        groups: { "2025-01": 1, "2025-02": 3, "2025-03": 2 },
      }),
    ).toBe(
      "ICE obligations peaked in February 2025 at $3.0 million, the most of any full month from February 2025 through March 2025",
    );
  });

  it("decline", () => {
    const names = { company: { x: "X" } };
    expect(find("fiscal_year", { of: "company=x", names, groups: { "2022": 9, "2023": 6, "2024": 2 } })).toBe(
      "ICE obligations to X peaked in FY2022 at $9.0 million and fell to $2.0 million in FY2024",
    );
  });

  it("can be one alone", () => {
    const groups = groupsOf({ "2022": 9, "2023": 0 }).map((group) => ({
      ...group,
      actions: Number(group.net > 0),
    }));
    expect(finding({ by: "fiscal_year", query: query(""), days, groups })).toBe(
      "ICE obligated $9.0 million in FY2022, and nothing in any other fiscal year since FY2021",
    );
  });
});

describe("an unfinished fiscal year", () => {
  const compare = (now: number, then: number | null) =>
    find("fiscal_year", {
      groups: { "2025": 9, "2026": 1 },
      sameDates: { now: now * 100, earlier: then === null ? null : then * 100 },
    })?.replace("ICE has obligated ", "");

  it.each([
    [6_770_140_465, 2_435_372_233, "$6.77 billion so far in FY2026, 2.8 times the $2.44 billion"],
    [4_000_000, 2_000_000, "$4.0 million so far in FY2026, twice the $2.0 million"],
    [12_100_000, 1_000_000, "$12.1 million so far in FY2026, 12 times the $1.0 million"],
    [1_430_000, 1_000_000, "$1.4 million so far in FY2026, up 43% from the $1.0 million"],
    [1_020_000, 1_000_000, "$1.0 million so far in FY2026, about the same as the $1.0 million"],
    [1_000_000, 1_000_000, "$1.0 million so far in FY2026, the same as the $1.0 million"],
    [600_000, 1_000_000, "$600,000 so far in FY2026, down 40% from the $1.0 million"],
    [1_000, 1_000_000, "$1,000 so far in FY2026, down more than 99% from the $1.0 million"],
    [1_000_000, 10, "$1.0 million so far in FY2026, compared with $10"],
    [1_000_000, 0, "$1.0 million so far in FY2026, compared with $0"],
    [1_000_000, -5_000, "$1.0 million so far in FY2026, compared with −$5,000"],
  ])("of $%d is beside the $%d over the same dates", (now, then, text) => {
    expect(compare(now, then)).toBe(`${text} over the same dates a year earlier`);
  });

  it("is not compared where there is nothing to compare", () => {
    expect(compare(0, 0)).toBe(
      "ICE obligations peaked in FY2025 at $9.0 million, the most of any full fiscal year since FY2021",
    );
  });

  it("is alone where the records begin later, and can be negative", () => {
    expect(compare(5_000_000, null)).toBe("$5.0 million so far in FY2026");
    expect(compare(-5_000_000, 1_000_000)).toBe(
      "ICE has taken back $5.0 million more than it added so far in FY2026, compared with $1.0 million over the same dates a year earlier",
    );
  });

  it("is the headline of the overview", () => {
    expect(
      headlineFinding({ who: "ICE and CBP", has: "have", pronoun: "they", filters: "" }, "2025-10-01", {
        now: 6_770_140_465_18,
        earlier: 2_435_372_233_36,
      }),
    ).toBe(
      "ICE and CBP have obligated $6.77 billion to contractors since Oct. 1, 2025, 2.8 times the $2.44 billion over the same dates a year earlier",
    );
  });
});

it("says that nothing is there, and has a plain title where nothing is worth one", () => {
  expect(find("company", { of: "fy=2021&category=medical", groups: {} })).toBe(
    "In these records, ICE obligated nothing for Medical in FY2021",
  );
  const plain = (by: GroupingName) =>
    groupsTitle({ by, query: query(""), days, groups: groupsOf({ "2025": 1, "2026": 1 }), whole: 0 });
  expect(plain("company")).toBe("Obligations by company");
  expect(plain("brand")).toBe("Brands named in descriptions");
});

it("sums up a contract, with its peak and what is not in the records", () => {
  const of = (totals: [string, number][], begins = true, company: string | null = "Palantir") =>
    runningFinding({
      who: "ICE",
      company,
      begins,
      days: totals.map(([day, total]) => ({ day, total: total * 100 })),
    });
  expect(
    of([
      ["2022-09-20", 5_000_000],
      ["2025-04-11", 150_700_000],
    ]),
  ).toBe("ICE obligated $150.7 million to Palantir on this contract since Sept. 20, 2022");
  expect(
    of(
      [
        ["2022-09-20", 5_000_000],
        ["2025-04-11", 1_000_000],
      ],
      false,
      null,
    ),
  ).toBe(
    "ICE obligated $1.0 million on this contract in these records, which begin after the award, down from $5.0 million on Sept. 20, 2022",
  );
  expect(of([["2022-09-20", -5_000_000]], false)).toBe(
    "ICE took back $5.0 million more than it added on this contract in these records, which begin after the award",
  );
  expect(of([])).toBeNull();
});

it("counts for how many of the largest the last full year was the largest", () => {
  const years = (...nets: number[]) => ({
    years: nets.map((net, index) => ({ key: String(2024 + index), net })),
  });
  const of = (...leaders: ReturnType<typeof years>[]) =>
    leadersFinding(leaders, "companies", query(""), days);
  // FY2026, the last of three, is unfinished.
  expect(of(years(1, 2, 9), years(1, 2, 0))).toBe(
    "For all 2 largest companies, FY2025 was the largest full fiscal year",
  );
  expect(of(years(1, 2, 9), years(1, 3, 9), years(3, 2, 9))).toBe(
    "For 2 of the 3 largest companies, FY2025 was the largest full fiscal year",
  );
  expect(of(years(1, 2, 9), years(2, 1, 9))).toBeNull();
  expect(of(years(2, 2, 9), years(2, 2, 9))).toBeNull();
});

it("says which agency obligated the most in most of the full years that it is of", () => {
  const agency = (name: string, ...nets: number[]) => ({
    name,
    years: nets.map((net, index) => ({ key: String(2022 + index), net })),
  });
  const of = (text: string, ...agencies: ReturnType<typeof agency>[]) =>
    agencyLeadFinding(agencies, { filters: text && " to Palantir" }, query(text), days);
  const cbp = agency("CBP", 5, 6, 7, 8, 1);
  // FY2026 is unfinished.
  expect(of("", cbp, agency("ICE", 1, 2, 3, 4, 9))).toBe(
    "CBP obligated more than ICE in each full fiscal year from FY2022 through FY2025",
  );
  expect(of("", cbp, agency("ICE", 1, 2, 3, 9, 9), agency("TSA", 0, 0, 0, 0, 0))).toBe(
    "CBP obligated more than any other agency in 3 of 4 full fiscal years from FY2022 through FY2025",
  );
  expect(of("company=palantir&from=2023-02-01", cbp, agency("ICE", 9, 9, 1, 1, 1))).toBe(
    "CBP obligated more than ICE to Palantir in each full fiscal year from FY2024 through FY2025",
  );
  expect(of("", cbp, agency("ICE", 9, 9, 3, 4, 9))).toBeNull();
  expect(of("fy=2022&fy=2025", cbp, agency("ICE", 1, 2, 3, 4, 9))).toBeNull();
  expect(of("fy=2025", cbp, agency("ICE", 1, 2, 3, 4, 9))).toBeNull();
  expect(of("", cbp)).toBeNull();
});

it("ranks the latest fiscal year among the others on the same date", () => {
  const of = (...totals: (number | null)[]) =>
    runningYearsFinding(
      { who: "ICE", filters: "" },
      {
        days: [days.data_through],
        years: totals.map((total, index) => ({ year: 2024 + index, totals: [total] })),
      },
      days,
    );
  expect(of(1, 2, 3)).toBe(
    "ICE obligated more by Aug. 20 of FY2026 than by that date in any other fiscal year since FY2024",
  );
  expect(of(2, 3, 1)).toMatch(/^ICE obligated less by Aug\. 20 of FY2026 than/);
  expect(of(1, 3, 2)).toBeNull();
  expect(of(1, 3, 3)).toBeNull();
  expect(of(3)).toBeNull();
});
