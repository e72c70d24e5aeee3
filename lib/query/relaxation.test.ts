import { describe, expect, it } from "vitest";

import { emptyResult } from "@/lib/query/empty-result";
import { parseQuery } from "@/lib/query/parse";
import { href, type Query } from "@/lib/query/query";
import { filterParts, type Removable, relax, relaxedText } from "@/lib/query/relaxation";

const read = (text: string) => parseQuery(new URLSearchParams(text)).query;
const labels = {
  company: { palantir: "Palantir", "geo-group": "The GEO Group" },
  office: { "70CDCR": "Detention Compliance and Removals" },
  category: { detention: "Detention and guards" },
  brand: { microsoft: "Microsoft" },
  brand_words: { microsoft: "Microsoft" },
  vehicle_agency: { "4732": "Federal Acquisition Service" },
};

/** What a query that finds nothing says where only these filters are left out with some result. */
async function emptyResultOf(text: string, count: (query: Query) => number) {
  const query = read(text);
  const relaxed = await relax(query, filterParts(query), async (request) => count(request));
  return {
    heading: emptyResult(query, labels, relaxed),
    links: relaxed.map((one) => `${relaxedText(one)}: ${one.count}, ${href("/contracts", one.request)}`),
  };
}

it("gives the number of rows without each part", async () => {
  expect(
    await emptyResultOf("view=actions&company=palantir&min=100m", ({ min, company }) =>
      min === null ? 39 : company.length === 0 ? 14 : 0,
    ),
  ).toEqual({
    heading: "0 of 39 Palantir actions are above $100 million",
    links: [
      "without the amount filter: 39, /contracts?view=actions&company=palantir",
      "without the company filter: 14, /contracts?view=actions&min=100000000&amount=action",
    ],
  });
});

it("removes both bounds of a range together, with their measure", async () => {
  const { links } = await emptyResultOf("min=1&max=2&amount=action&from=2025-01-01&to=2025-01-02", () => 1);
  expect(links).toEqual([
    "without the amount filter: 1, /contracts?from=2025-01-01&to=2025-01-02",
    "without the date filter: 1, /contracts?min=1&max=2&amount=action",
  ]);
});

it("names two filters where one does not help, and all where two do not", async () => {
  const text = "company=palantir&min=1bn&fy=2019";
  const isWithout = (query: Query, ...names: ("min" | "fy" | "company")[]) =>
    names.every((name) => query[name] === null || [query[name]].flat().length === 0);
  expect(await emptyResultOf(text, (query) => (isWithout(query, "min", "fy") ? 8 : 0))).toEqual({
    heading: "No Palantir contracts match these filters",
    links: ["without the amount filter and the fiscal year filter: 8, /contracts?company=palantir"],
  });
  const { links } = await emptyResultOf(text, (query) =>
    isWithout(query, "min", "fy", "company") ? 12_245 : 0,
  );
  expect(links).toEqual(["without all of these filters: 12245, /contracts"]);
  expect(await emptyResultOf(text, () => 0)).toEqual({
    heading: "No Palantir contracts match these filters",
    links: [],
  });
});

it("speaks of the other filters without repeating them", async () => {
  const { heading } = await emptyResultOf(
    "company=palantir&q=guard&agency=7012&agency=7014&max=-1m",
    ({ max }) => (max === null ? 1_200 : 0),
  );
  expect(heading).toBe(
    "0 of 1,200 Palantir contracts that match the other filters are below −$1 million (obligated by the selected actions)",
  );
});

describe("one filter alone", () => {
  it.each([
    ["min=0&amount=action", "are $0 or more", "have an action $0 or more"],
    ["min=0.01&amount=action", "are above $0", "have an action above $0"],
    ["max=-0.01&amount=action", "are below $0", "have an action below $0"],
    ["min=0&max=0&amount=action", "are exactly $0", "have an action exactly $0"],
    [
      "min=100k&max=299999.99&amount=action",
      "are from $100 thousand to below $300 thousand",
      "have an action from $100 thousand to below $300 thousand",
    ],
    [
      "min=1bn&amount=period",
      "belong to a contract above $1 billion (obligated by its selected actions)",
      "are above $1 billion (obligated by the selected actions)",
    ],
    [
      "min=1bn&amount=in_records",
      "belong to a contract above $1 billion (obligated by all its actions in these records)",
      "are above $1 billion (obligated by all their actions in these records)",
    ],
    [
      "min=1bn&amount=current",
      "belong to a contract with a current value above $1 billion",
      "have a current value above $1 billion",
    ],
    [
      "sign=neg&sign=zero",
      "take money back or are of $0",
      "have an action that takes money back or is of $0",
    ],
    ["from=2030-01-01", "were signed from Jan. 1, 2030", "have an action signed from Jan. 1, 2030"],
    [
      "from=2030-01-01&to=2030-02-01",
      "were signed from Jan. 1, 2030, through Feb. 1, 2030",
      "have an action signed from Jan. 1, 2030, through Feb. 1, 2030",
    ],
    ["new=yes", "belong to a contract that is new in this period", "are new in this period"],
    ["new=no", "belong to a contract that is not new in this period", "are not new in this period"],
    [
      "action_kind=option_exercised&action_kind=terminated",
      "have the kind Option exercised or Terminated",
      "have an action with the kind Option exercised or Terminated",
    ],
    ["fy=2018&fy=2019", "were signed in FY2018 or FY2019", "have an action signed in FY2018 or FY2019"],
    ["company=palantir&company=geo-group", "are with The GEO Group or Palantir"],
    ["company=nobody", "are with “nobody”"],
    ["recipient=Palantir", "have the recipient “Palantir”", "have an action with the recipient “Palantir”"],
    [
      "office=70CDCR",
      "were signed by Detention Compliance and Removals",
      "have an action signed by Detention Compliance and Removals",
    ],
    [
      "category=detention",
      "have the category Detention and guards",
      "have an action with the category Detention and guards",
    ],
    [
      "brand=microsoft",
      "name Microsoft in their description",
      "have an action that names Microsoft in its description",
    ],
    [
      "brand_words=microsoft",
      "only have the words of Microsoft in their description",
      "have an action that only has the words of Microsoft in its description",
    ],
    ["q=guard -dog", "match the search “guard -dog”", "have an action that matches the search “guard -dog”"],
    ["vehicle_agency=4732", "are under a vehicle of Federal Acquisition Service"],
    ["vehicle=none", "have the vehicle None"],
    [
      "ends_before=2026-01-01",
      "belong to a contract that ends before Jan. 1, 2026",
      "end before Jan. 1, 2026",
    ],
    [
      "office=A&office=B&office=C&office=D&office=E",
      "were signed by A or B or C or 2 more",
      "have an action signed by A or B or C or 2 more",
    ],
  ])("%s", async (text, ofActions, ofContracts = ofActions) => {
    const all = (query: Query) => (filterParts(query).length === 0 ? 27_370 : 0);
    expect((await emptyResultOf(`view=actions&${text}`, all)).heading).toBe(
      `0 of 27,370 ICE actions ${ofActions}`,
    );
    expect((await emptyResultOf(text, all)).heading).toBe(`0 of 27,370 ICE contracts ${ofContracts}`);
  });
});

it("counts no more often than needed", async () => {
  let counted = 0;
  const parts: Removable<number>[] = Array.from({ length: 18 }, (_, bit) => ({
    words: `part ${bit}`,
    without: (number) => number & ~(1 << bit),
  }));
  await relax(2 ** 18 - 1, parts, async () => {
    counted += 1;
    return 0;
  });
  expect(counted).toBeLessThanOrEqual(31);
});
