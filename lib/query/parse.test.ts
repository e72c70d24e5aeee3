import { describe, expect, it } from "vitest";

import { fromPage, parseOnly, parseQuery } from "@/lib/query/parse";
import { defaults, href, toSearchParams } from "@/lib/query/query";

const parse = (text: string) => parseQuery(new URLSearchParams(text));
const names = (text: string) => parse(text).problems.map(({ name }) => name);

describe("a query string", () => {
  it.each([
    "",
    "view=actions",
    "q=%22two+words%22+-not",
    "company=caci&company=palantir&grouped=no",
    "recipient=THE+GEO+GROUP%2C+INC.",
    "agency=7012&agency=7014",
    "agency=7014",
    "office=70CDCR&fy=2024&fy=2025&from=2024-02-29&to=2025-01-01",
    "min=250000&amount=period",
    "max=-0.01&amount=in_records",
    "view=actions&min=-1&max=1500000.50&amount=action",
    "sign=neg&sign=zero&category=detention&psc=GUARD&naics=X&type=A&vehicle=none&vehicle_agency=unreported",
    "sort=company",
    "sort=-last_action&page=3&size=500",
    "view=actions&sort=modification_number&cols=award_id_piid&cols=action_date",
    "show=month",
    "brand=glock&brand_words=glock&brand_words=taser",
    "brand=tableau&ends_before=2027-01-01&snapshot=abc123",
  ])("is written back as it was read: %s", (text) => {
    const { query, problems } = parse(text);
    expect(problems).toEqual([]);
    expect(toSearchParams(query).toString()).toBe(text);
  });

  it.each([
    ["fy=FY2025&fy=2024&fy=2025", "fy=2024&fy=2025"],
    ["min=1.5m", "min=1500000&amount=period"],
    ["view=actions&max=%24250k", "view=actions&max=250000&amount=action"],
    ["agency=7012", ""],
    ["office=70cdcr", "office=70CDCR"],
    ["min=&q=&company=&fy=", ""],
    ["foo=&by=%20&min=%20&q=%20%09&page=%20&sort=%20", ""],
    ["q=two%09words%0D%0A", "q=two+words"],
    ["view=contracts&sort=-net&page=1&size=50&amount=period", ""],
    ["cols=net,piid", "cols=net&cols=piid"],
  ])("has one form: %s is %s", (given, written) => {
    const { query, problems } = parse(given);
    expect(problems).toEqual([]);
    expect(toSearchParams(query).toString()).toBe(written);
  });

  it.each([
    ["min=abc", ["min"]],
    ["fy=99999", ["fy"]],
    ["fy=1977", ["fy"]],
    ["page=-1", ["page"]],
    ["page=0", ["page"]],
    ["page=1e3", ["page"]],
    ["size=501", ["size"]],
    ["sort=;drop", ["sort"]],
    ["sort=net-", ["sort"]],
    ["sort=constructor", ["sort"]],
    ["sort=action_date", ["sort"]],
    ["view=actions&sort=net", ["sort"]],
    ["cols=net&cols=nothing", ["cols"]],
    ["cols=__proto__", ["cols"]],
    [`q=${"x".repeat(10_000)}`, ["q"]],
    ["view=contracts&view=actions", ["view"]],
    ["page=1&page=2", ["page"]],
    ["min=5&max=1", ["min", "max"]],
    ["from=2025-02-01&to=2025-01-01", ["from", "to"]],
    ["from=2025-02-30", ["from"]],
    ["min=99999999999999999", ["min"]],
    ["amount=total", ["amount"]],
    ["sign=minus", ["sign"]],
    ["category=guns", ["category"]],
    ["show=vehicle", ["show"]],
    ["grouped=maybe", ["grouped"]],
    ["type=E", ["type"]],
    ["utm_source=x", ["utm_source"]],
    ["__proto__=x", ["__proto__"]],
    ["recipient=%00", ["recipient"]],
    ["q=%00", ["q"]],
    ["q=detention%00guard", ["q"]],
    ["company=../etc", ["company"]],
  ])("%s names what cannot be read", (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  it("names what was given, once for each fault", () => {
    expect(parse("fy=2024&fy=bad&fy=worse&min=lots&x=1&x=2").problems).toMatchObject([
      { name: "x", values: ["1", "2"] },
      { name: "fy", values: ["bad", "worse"] },
      { name: "min", values: ["lots"] },
    ]);
    expect(parse("min=10&max=$5").problems).toMatchObject([
      { name: "min", values: ["10"] },
      { name: "max", values: ["$5"], sameAs: "min" },
    ]);
    expect(parse("from=2025-02-01&to=2025-01-01").problems).toMatchObject([
      { name: "from", values: ["2025-02-01"] },
      { name: "to", values: ["2025-01-01"], sameAs: "from" },
    ]);
  });

  it("reads the rest when a part cannot be read", () => {
    expect(parse("min=abc&fy=2025&page=-1").query).toEqual({ ...defaults("contracts"), fy: [2025] });
  });

  it("takes a well-formed value that the records do not hold", () => {
    expect(names("company=nobody&office=ZZZZZZ&agency=9999&psc=NOTHING&vehicle=X1&brand=none")).toEqual([]);
  });

  it("reads a page's search parameters, repeats included", () => {
    expect(fromPage({ fy: ["2024", "2025"], q: "guard", view: undefined }).toString()).toBe(
      "fy=2024&fy=2025&q=guard",
    );
  });
});

describe("a query string where few parameters have a meaning", () => {
  const only = (text: string) => parseOnly(new URLSearchParams(text), ["agency", "snapshot"]);

  it("keeps those, and names all others that are given", () => {
    const { query, list, problems } = only("agency=7014&snapshot=4f2a&fy=2024&q=&min=lots&x=1");
    expect(query).toEqual({ ...defaults("contracts"), agency: ["7014"], snapshot: "4f2a" });
    expect(href("/contracts", { ...list, snapshot: null })).toBe("/contracts?agency=7014&fy=2024");
    expect(problems.map(({ name, detail }) => `${name} ${detail}`)).toEqual([
      "x is not a known parameter",
      expect.stringMatching(/^min must be an amount/),
      "fy works only on the list of contracts",
    ]);
  });

  it("reports nothing about parameters that are left out", () => {
    expect(only("agency=&fy=%20&x=").problems).toEqual([]);
  });
});

describe("a list", () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => `psc=${1000 + index}`).join("&");

  it("takes fifty values", () => {
    expect(parse(many(50)).query.psc).toHaveLength(50);
  });

  it("is left out with more, in one sentence that says the limit", () => {
    const { query, problems } = parse(`${many(51)}&fy=2025`);
    expect(query).toMatchObject({ psc: [], fy: [2025] });
    expect(problems.map(({ name, detail }) => `${name} ${detail}`)).toEqual([
      "psc must be given at most 50 times",
    ]);
  });
});

it("names ten unknown parameters and counts the rest", () => {
  const text = Array.from({ length: 1_500 }, (_, index) => `x${index}=1`).join("&");
  const { problems } = parse(text);
  expect(problems).toHaveLength(10);
  expect(problems.at(-1)).toMatchObject({
    name: "x9",
    detail: "is not a known parameter, nor are 1,490 others",
  });
});

it("takes a search that leaves out sixteen words, and no more", () => {
  const without = (count: number) => `q=${Array.from({ length: count }, () => "-ab").join("+")}`;
  expect(names(without(16))).toEqual([]);
  expect(names(without(17))).toEqual(["q"]);
});
