import { describe, expect, it } from "vitest";
import type { CompanyRules } from "@/lib/identity/companies";
import type { RuleTable } from "@/lib/identity/rules";
import {
  readAgencyNames,
  readAlsoKnown,
  readLeftOut,
  readLookalikes,
  readOffices,
  readOtherCategory,
  readProblems,
  readPublishedFigures,
  readSources,
} from "@/lib/identity/tables";

type Cells = Record<string, string>;

const table = (...rows: Cells[]): RuleTable => ({
  file: "data/table.csv",
  rows: rows.map((cells, index) => ({ line: index + 2, cells })),
});

const code = { code: "70CTD0", name: "Information Technology Division" };
const published = {
  id: "a-paper-palantir",
  publisher: "A paper",
  published: "2026-01",
  statement: "A contract with Palantir",
  figure: "$29.8 million",
  measure: "obligated",
  query: "company=palantir&to=2026-01-26",
  seen_in: "",
  url: "",
  note: "",
};
const otherCategory = {
  category: "facilities",
  title: "steel",
  query: "agency=7014&company=ami-metals",
  reviewed: "2026-11-29",
};
const problem = {
  id: "unfinished",
  title: "FY2026 is unfinished",
  detail: "It ends on September 30.",
  agency: "7012",
  from: "2025-10-01",
  to: "2026-09-30",
  severity: "notice",
};
const leftOut = {
  id: "land",
  title: "Purchases of land",
  detail: "They are not here.",
  source: "A paper",
  url: "https://example.org/land",
};
const lookalike = {
  company: "snap",
  other: "",
  note: "Nothing in these records shows that SNAP, INC is Snap Inc.",
  reviewed: "2026-11-23",
};
const source = {
  file: "ice-fy2026.csv",
  agency: "7012",
  fiscal_year: "2026",
  publisher: "USAspending.gov",
  retrieved: "2026-08-22",
  retrieved_through: "its API",
  known_limits: "",
};

const known = { name: "AWS", company: "amazon", reason: "It belongs to Amazon.", reviewed: "2026-11-29" };
const companyRules = new Map([[2, { rule: { slug: "amazon" } }]]) as unknown as CompanyRules;

describe("another name of a company", () => {
  it("belongs to a company that has a rule, once, and has a reason", () => {
    const { reviewed: _, ...rest } = known;
    expect(readAlsoKnown(table(known), companyRules)).toEqual([rest]);
  });

  it.each([
    [[{ ...known, company: "amazn" }], /line 2: company "amazn" is not in data\/companies.csv/],
    [[known, { ...known, name: "aws" }], /line 3: repeats/],
    [[{ ...known, reason: "of Amazon" }], /line 2: reason is not a sentence/],
    [[{ ...known, reviewed: "2026" }], /line 2: reviewed is not a day/],
  ])("is refused: %j", (rows, message) => {
    expect(() => readAlsoKnown(table(...rows), companyRules)).toThrow(message);
  });
});

describe("what a table says", () => {
  it("a code has its name, and one that is not listed has none", () => {
    const offices = readOffices(table({ ...code, basis: "" }, { code: "A", name: "B", basis: "C." }));
    expect(offices("70CTD0")).toEqual({ name: "Information Technology Division", basis: null });
    expect(offices("A")).toEqual({ name: "B", basis: "C." });
    expect(offices("HSCETC")).toBeNull();
  });

  it("an agency has the name that is shown, and that by which the API finds it", () => {
    const opo = { code: "7001", name: "DHS Office of Procurement Operations" };
    const { agencies, usaspending } = readAgencyNames(
      table(
        { ...opo, usaspending: "Office of Procurement Operations" },
        { code: "7012", name: "ICE", usaspending: "" },
      ),
    );
    expect(["7001", "7012", "7014"].map(agencies)).toEqual([opo.name, "ICE", null]);
    expect(["7001", "7012", "7014"].map(usaspending)).toEqual([
      "Office of Procurement Operations",
      "ICE",
      null,
    ]);
  });

  it("a published figure is as it was written, dated to a day, a month or a year", () => {
    const rows = ["2026-01-26", "2026-01", "2026"].map((date, index) => ({
      ...published,
      id: `a-paper-${index}`,
      published: date,
      url: "https://example.org/a?b=c",
    }));
    expect(readPublishedFigures(table(...rows))).toEqual(rows);
  });

  it("what is left out has a detail and a source", () => {
    expect(readLeftOut(table(leftOut))).toEqual([leftOut]);
  });

  it("a problem may hold for one category", () => {
    const blank = { ...problem, id: "any", category: "" };
    const [detention, any] = readProblems(table({ ...problem, category: "detention" }, blank));
    expect(detention).toEqual({ ...problem, category: "detention" });
    expect(any).toEqual({ ...problem, id: "any" });
  });

  it("a problem holds for one agency and some days, or for all of them", () => {
    const everywhere = { ...problem, id: "all", agency: "", from: "", to: "" };
    expect(readProblems(table(problem, everywhere))).toEqual([
      problem,
      { ...everywhere, agency: null, from: null, to: null },
    ]);
  });

  it("a note on look-alikes is on one company or on two", () => {
    const rules = readLookalikes(table(lookalike, { ...lookalike, other: "snapchat" }));
    expect(rules.map(({ rule }) => rule.other)).toEqual([null, "snapchat"]);
  });

  it("a source is as it was written", () => {
    expect(readSources(table(source))).toEqual([source]);
  });
});

describe("a row that does not fit is named with its line and column", () => {
  const refusals: [read: (table: RuleTable) => unknown, good: Cells, change: Cells, sentence: string][] = [
    [readOffices, code, { code: "" }, "code is empty"],
    [readOffices, code, { name: "" }, "name is empty"],
    [readAgencyNames, code, { name: "" }, "name is empty"],
    [
      readPublishedFigures,
      published,
      { id: "A paper" },
      "id is not a short name of small letters, digits and hyphens",
    ],
    [readPublishedFigures, published, { publisher: "" }, "publisher is empty"],
    ...["", "2026-13", "2026-02-30", "Jan. 26, 2026"].map(
      (date): [typeof readPublishedFigures, Cells, Cells, string] => [
        readPublishedFigures,
        published,
        { published: date },
        "published is not a day, month or year such as 2026-01-26, 2026-01 or 2026",
      ],
    ),
    [readPublishedFigures, published, { statement: "" }, "statement is empty"],
    [readPublishedFigures, published, { figure: "millions" }, "figure has no number"],
    [
      readPublishedFigures,
      published,
      { measure: "net" },
      "measure is none of obligated, potential, outlays, contracts, accounts",
    ],
    ...["", "palantir", "&company=palantir", "company=", "company=palantir x"].map(
      (query): [typeof readPublishedFigures, Cells, Cells, string] => [
        readPublishedFigures,
        published,
        { query },
        "query is not a query such as company=palantir&fy=2025",
      ],
    ),
    [
      readPublishedFigures,
      published,
      { url: "http://example.org" },
      "url is not an address that begins with https://",
    ],
    [
      readOtherCategory,
      otherCategory,
      { category: "prisons" },
      "category is none of detention, transport, hardware, software, telecommunications, scanners, cameras, weapons, clothing, medical, facilities, support, other",
    ],
    [readOtherCategory, otherCategory, { title: "" }, "title is empty"],
    ...["", "company", "=ami-metals", "company=ami metals"].map(
      (query): [typeof readOtherCategory, Cells, Cells, string] => [
        readOtherCategory,
        otherCategory,
        { query },
        "query is not a query such as agency=7014&company=ami-metals",
      ],
    ),
    [readOtherCategory, otherCategory, { reviewed: "" }, "reviewed is not a day such as 2026-11-23"],
    [readProblems, problem, { id: "" }, "id is empty"],
    [readProblems, problem, { title: "" }, "title is empty"],
    [readProblems, problem, { detail: "" }, "detail is empty"],
    [readProblems, problem, { from: "2025-02-30" }, "from is not a day such as 2026-11-23"],
    [readProblems, problem, { to: "later" }, "to is not a day such as 2026-11-23"],
    [
      readProblems,
      problem,
      { category: "prisons" },
      "category is none of detention, transport, hardware, software, telecommunications, scanners, cameras, weapons, clothing, medical, facilities, support, other",
    ],
    [readLeftOut, leftOut, { detail: "" }, "detail is empty"],
    [readLeftOut, leftOut, { url: "" }, "url is not an address that begins with https://"],
    [readProblems, problem, { severity: "bad" }, "severity is none of notice, note"],
    [readLookalikes, lookalike, { company: "" }, "company is empty"],
    [readLookalikes, lookalike, { note: "not Snapchat" }, "note is not a sentence"],
    [readLookalikes, lookalike, { other: "snap" }, "the row is about one company only"],
    [readLookalikes, lookalike, { reviewed: "2026-02-30" }, "reviewed is not a day such as 2026-11-23"],
    [readSources, source, { file: "" }, "file is empty"],
    [readSources, source, { publisher: "" }, "publisher is empty"],
    [readSources, source, { retrieved: "" }, "retrieved is not a day such as 2026-11-23"],
    [readSources, source, { retrieved_through: "" }, "retrieved_through is empty"],
  ];
  it.each(refusals)("%o %o with %o", (read, good, change, sentence) => {
    expect(() => read(table({ ...good, ...change }))).toThrow(`data/table.csv, line 2: ${sentence}.`);
  });

  it.each([
    [readOffices, code, "70CTD0"],
    [readProblems, problem, "unfinished"],
    [readOtherCategory, otherCategory, "facilities agency=7014&company=ami-metals"],
    [readPublishedFigures, published, "a-paper-palantir"],
    [readLeftOut, leftOut, "land"],
    [readSources, source, "ice-fy2026.csv"],
  ])("what is given twice: %o", (read, row: Cells, key) => {
    expect(() => read(table(row, row))).toThrow(`data/table.csv, line 3: repeats "${key}" of line 2.`);
  });

  it("a column that is missing or unknown", () => {
    expect(() => readOffices(table({ name: "Somewhere" }))).toThrow("line 1: the column code is missing.");
    expect(() => readOffices(table({ ...code, color: "red" }))).toThrow(
      "line 1: the column color is not one of this table.",
    );
  });
});
