import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AddressCodec } from "@/lib/query/codec";
import { parameterNames } from "@/lib/query/filters";
import { defaults, type Query } from "@/lib/query/query";
import * as requests from "@/lib/query/requests";

const { vehiclesRequest } = requests;

/** Texts that some parameter takes, beside those that none does. */
const examples: Record<string, string[]> = {
  view: ["actions", "contracts"],
  grouped: ["owned", "no", "yes"],
  amount: ["action", "in_records", "29.8M", "$1.2 billion"],
  min: ["1.5m", "-3", "$0"],
  max: ["2bn", "0.5"],
  sign: ["pos", "neg", "zero"],
  type: ["A", "D"],
  new: ["yes", "no"],
  action_kind: ["option_exercised", "terminated"],
  fy: ["2025", "fy2024", "ALL"],
  sort: ["-net", "name", "company", "orders", "-last_action", "action_date"],
  cols: ["net", "piid,company", "office"],
  show: ["month", "company"],
  page: ["2", "1"],
  size: ["1", "50", "500"],
  kind: ["amount", "new_action", "schedule", "ice"],
  since: ["2026-08-01"],
  administrative: ["yes", "no"],
  within: ["30", "90", "180"],
  end: ["current", "potential"],
  month: ["2025-04"],
  format: ["json", "csv"],
};
const words = [
  "palantir",
  "7014",
  "None",
  "unreported",
  "2025-01-31",
  "2024-02-29",
  "Data AND more",
  "-not",
  "%00",
];

const names = [...new Set([...parameterNames, ...Object.keys(examples), "name", "unknown"])];
const address = fc
  .array(
    fc
      .constantFrom(...names)
      .chain((name) =>
        fc.tuple(
          fc.constant(name),
          fc.oneof(
            { weight: 3, arbitrary: fc.constantFrom(...(examples[name] ?? words)) },
            { weight: 1, arbitrary: fc.constantFrom(...words, "") },
          ),
        ),
      ),
    { maxLength: 8 },
  )
  .map((pairs) => new URLSearchParams(pairs));

const codecs = Object.entries(requests).filter((entry): entry is [string, AddressCodec<{ query: Query }>] =>
  entry[0].endsWith("Request"),
);

it.each(codecs)("%s reads what it writes", (_, codec) => {
  fc.assert(
    fc.property(address, (params) => {
      const { value } = codec.read(params);
      const written = codec.href("/page", value);
      const again = codec.read(new URLSearchParams(written.slice("/page".length)));
      // An unreadable figure stays in its field for correction.
      const isKept = codec === (requests.findRequest as unknown);
      expect(again.problems.filter(({ name }) => !isKept || name !== "amount")).toEqual([]);
      expect(again.value).toEqual(value);
    }),
    { numRuns: 150 },
  );
});

describe("the list of vehicles", () => {
  const read = (text: string) => vehiclesRequest.read(new URLSearchParams(text));

  it.each(["", "?kind=schedule", "?name=sewp+four&sort=orders", "?agency=7014&page=2&kind=ice"])(
    "reads %s, and writes it back as it was",
    (text) => {
      const { value, problems } = read(text);
      expect(problems).toEqual([]);
      expect(vehiclesRequest.href("/vehicles", value)).toBe(`/vehicles${text}`);
    },
  );

  it("names each fault, and carries on without it", () => {
    const { value, problems } = read("kind=sewp&sort=net&sort=orders&name=%00");
    expect(problems.map(({ name }) => name)).toEqual(["kind", "name", "sort"]);
    expect(value).toMatchObject({ kind: null, name: "", sort: "net" });
  });

  it("takes an empty parameter for one left out, and writes no default", () => {
    const { value, problems } = read("kind=&name=&sort=");
    expect(problems).toEqual([]);
    expect(vehiclesRequest.href("/vehicles", value)).toBe("/vehicles");
  });
});

it("names a parameter of the list of contracts, and keeps it for the link to that list", () => {
  const { value, list, problems } = requests.subjectRequest.read(new URLSearchParams("agency=7014&fy=2025"));
  expect(value.query).toEqual({ ...defaults("contracts"), agency: ["7014"] });
  expect(list).toMatchObject({ agency: ["7014"], fy: [2025] });
  expect(problems).toEqual([
    { name: "fy", detail: "works on the list of contracts, not here", values: ["2025"] },
  ]);
});

it("refuses a parameter that the path gives", () => {
  expect(requests.brandApiRequest.read(new URLSearchParams("brand=glock")).problems).toMatchObject([
    { name: "brand", detail: "must be left out, for the path names the brand" },
  ]);
});
