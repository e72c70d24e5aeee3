import { describe, expect, it } from "vitest";

import type { EndingContract } from "@/lib/contracts/expiring";
import { type BriefFacts, briefOf, cutText } from "@/lib/findings/brief";
import { briefMarkdown, briefText } from "@/lib/findings/brief-text";
import { change, defaults } from "@/lib/query/query";

const query = change(defaults("contracts"), { from: "2025-01-01" });
const figure = (net: number, actions: number, contracts: number, patch = {}) => ({
  query: change(query, patch),
  totals: { net, added: net, taken_back: 0, actions, contracts, companies: 1 },
});
const acme = { slug: "acme", name: "Acme" };
const other = { slug: "reseller", name: "Reseller_One" };

const records = (company: typeof acme, words: string) => {
  const action = {
    contract: `CONT_${company.slug}`,
    award_id_piid: "70X",
    modification_number: "P1",
    action_date: "2026-08-19",
    federal_action_obligation: 5_00,
    transaction_description: words,
    company,
  };
  return {
    contracts: [
      { key: `CONT_${company.slug}`, piid: "70X", company, net: 5_00, last_action: "2026-08-19", words },
    ],
    latest: [action],
    largest: [{ ...action, modification_number: "P2" }],
  };
};
const none = { contracts: [], latest: [], largest: [] };

const facts: BriefFacts = {
  company: acme,
  recipients: "Acme",
  query,
  info: { id: "abc", data_from: "2020-10-01", data_through: "2026-08-20", retrieved: "2026-08-22" },
  total: figure(22_460_871_042, 13, 3, { company: ["acme"] }),
  direct: figure(22_460_871_042, 13, 3, { company: ["acme"], grouped: "no" }),
  subsidiaries: null,
  split: null,
  named: figure(7_00, 2, 1, { brand: ["acme"] }),
  subcontracts: null,
  reportsEnded: null,
  elsewhere: [{ agency: "7014", own: figure(0, 0, 0), named: figure(9_00, 1, 1) }],
  comingUp: { own: null, named: null },
  ueis: ["ABC123"],
  own: records(acme, "CASE *MANAGEMENT* [SOFTWARE]"),
  mentions: records(other, "ACME LICENSES"),
  officialRecord: (key) => `https://www.usaspending.gov/award/${key}`,
  citation: {
    text: "ICE: $224,608,710.42.",
    address: "https://example.org/companies/acme?from=2025-01-01&snapshot=abc",
  },
};

const titles = (patch: Partial<BriefFacts>) =>
  briefOf({ ...facts, ...patch }).sections.map(({ title }) => title);

describe("the brief of a company", () => {
  it("has what reports name it as a subcontractor for, apart and last", () => {
    const subcontracts = { reports: 3, amount: 9_00, repeats: 1, repeated: 2_00, companies: 1, contracts: 2 };
    const [last] = briefOf({ ...facts, subcontracts }).figures.slice(-1);
    expect(last).toMatchObject({ label: "Reported as a subcontractor under ICE awards", value: "$9.00" });
    expect(last?.note).toContain("3 reports under 2 contracts, repeating an earlier one: 1");
    expect(briefOf(facts).figures).toHaveLength(4);
  });

  it("says that the reports of subcontracts end before its dates", () => {
    const line = "Subcontracts in these dates: the reports of them here end on March 25, 2025.";
    const text = (reportsEnded: string | null) =>
      briefText(briefOf({ ...facts, reportsEnded }), "https://example.org");
    expect(text("2025-03-25")).toContain(line);
    expect(text(null)).not.toContain("the reports of them here end");
  });

  it("says when contracts that name it end, or that the records have no end for them", () => {
    const first = {
      key: "CONT_reseller",
      piid: "70Y",
      ends: "2027-02-05",
      option_words: "EXERCISE OPTION YEAR TWO",
      option_ends: "2027-02-05",
      option_signed: "2026-02-05",
      option_does: "exercises",
      option_length: "1 year",
    } as EndingContract;
    const known = { contracts: 4, usable: 1 };
    const text = (named: BriefFacts["comingUp"]["named"]) =>
      briefText(briefOf({ ...facts, comingUp: { own: null, named } }), "https://example.org");
    const some = text({ contracts: 2, within: 365, first, isEstimated: true, known });
    expect(some).toContain(
      "2 contracts whose actions name it have an estimated end in the next 365 days, first 70Y",
    );
    expect(some).toContain("on Feb. 5, 2027, read from “EXERCISE OPTION YEAR TWO”");
    expect(text({ contracts: 0, within: 365, first: null, isEstimated: true, known })).toContain(
      "neither recorded nor estimated from words. 1 of 4 contracts has an estimated end on other days.",
    );
    expect(text(null)).not.toContain("WHAT COMES UP");
  });

  it("has the figures, the records and what they cannot show, in this order", () => {
    const { title, figures, sections } = briefOf(facts);
    expect(title).toBe("Acme in ICE contracts");
    expect(figures.map(({ value }) => value)).toEqual(["$224,608,710.42", "—", "$224,608,710.42", "$7.00"]);
    expect(sections.map((section) => section.title)).toEqual([
      "What its contracts are for, in the record’s words",
      "Latest actions",
      "Largest actions",
      "Others’ contracts that name it, in the record’s words",
      "Latest actions that name it",
      "Largest actions that name it",
      "What these records cannot show",
      "How to check this",
      "Left out here",
    ]);
    expect(sections.at(-1)?.lines[0]?.[0]).toContain("2 contracts and 11 actions of the company; charts");
  });

  it("lists actions once where the latest are the largest, and none of $0 as large", () => {
    const own = records(acme, "ONE");
    const [action] = own.latest;
    expect(titles({ own: { ...own, largest: own.latest } })).not.toContain("Largest actions");
    const nothing = { ...own.largest[0], federal_action_obligation: 0 } as NonNullable<typeof action>;
    expect(titles({ own: { ...own, largest: [nothing] } })).not.toContain("Largest actions");
  });

  it("begins with others' awards where these are more, and has no empty part", () => {
    const total = figure(1_00, 1, 1);
    expect(titles({ total })[0]).toBe("Others’ contracts that name it, in the record’s words");
    expect(briefOf({ ...facts, total }).figures[0]?.value).toBe("$7.00");
    expect(titles({ own: none, mentions: none, named: null })).toEqual([
      "What these records cannot show",
      "How to check this",
      "Left out here",
    ]);
  });

  it("says in its first sentences who obligated what over which days, and what another agency has", () => {
    const text = briefText(briefOf(facts), "https://example.org");
    expect(text).toContain(
      "ICE obligated $224,608,710.42 (net) to Acme from Jan. 1, 2025, through Aug. 20, 2026, in 13 actions on 3 contracts. ICE actions with other companies that name Acme come to $7.00 obligated (net), 2 actions on 1 contract, from Jan. 1, 2025, through Aug. 20, 2026.",
    );
    expect(text).toContain(
      "CBP over the same dates (https://example.org/companies/acme/brief?agency=7014&from=2025-01-01)",
    );
    const without = briefOf({ ...facts, total: figure(0, 0, 0), named: null, own: none, mentions: none });
    expect(without.lede[0]).toBe(
      "ICE signed no contract action with Acme in these records from Jan. 1, 2025, through Aug. 20, 2026. That does not mean that there is none elsewhere.",
    );
    const later = briefOf({ ...facts, query: change(query, { from: "2030-01-01" }) });
    expect(later.lede).toEqual([
      "These records end on Aug. 20, 2026, before the chosen dates. They cannot say what ICE signed with Acme then.",
    ]);
  });

  it("is the same as text and as Markdown, with absolute links and without markup of the record", () => {
    const brief = briefOf(facts);
    const text = briefText(brief, "https://example.org");
    const markdown = briefMarkdown(brief, "https://example.org");
    expect(text).toContain(
      "- “CASE *MANAGEMENT* [SOFTWARE]” — 70X (https://example.org/contracts/CONT_acme)",
    );
    expect(markdown).toContain(
      "- “CASE \\*MANAGEMENT\\* \\[SOFTWARE\\]” — [70X](<https://example.org/contracts/CONT_acme>)",
    );
    expect(markdown).toContain("with Reseller\\_One");
    expect(text).toContain(
      "Cite as: ICE: $224,608,710.42. https://example.org/companies/acme?from=2025-01-01&snapshot=abc\n",
    );
    expect(markdown).toContain(
      "- **Together (net):** [$224,608,710.42](<https://example.org/contracts?company=acme&from=2025-01-01>)",
    );
    for (const { title } of brief.sections) {
      expect(text).toContain(title.toUpperCase());
      expect(markdown).toContain(`## ${title}`);
    }
  });
});

it.each([
  ["short  text", 20, "short text"],
  ["one two three four", 10, "one two…"],
  ["x".repeat(30), 10, `${"x".repeat(10)}…`],
])("cuts %j at a word", (text, most, cut) => {
  expect(cutText(text, most)).toBe(cut);
});
