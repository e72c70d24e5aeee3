import fc from "fast-check";
import { expect, it } from "vitest";
import type { AddressCodec } from "@/lib/query/codec";
import { parameterNames } from "@/lib/query/filters";
import { defaults, type Query } from "@/lib/query/query";
import * as requests from "@/lib/query/requests";

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
      const isKept = [requests.findRequest, requests.findPageRequest].includes(codec as never);
      expect(again.problems.filter(({ name }) => !isKept || name !== "amount")).toEqual([]);
      expect(again.value).toEqual(value);
    }),
    { numRuns: 150 },
  );
});

/** An address, how it is written again, and how each problem with it begins. */
it.each<[codec: keyof typeof requests, given: string, written: string, problems: string[]]>([
  ["vehiclesRequest", "kind=schedule", "kind=schedule", []],
  ["vehiclesRequest", "name=sewp+four&sort=orders", "name=sewp+four&sort=orders", []],
  ["vehiclesRequest", "agency=7014&page=2&kind=ice", "agency=7014&page=2&kind=ice", []],
  ["vehiclesRequest", "kind=&name=&sort=", "", []],
  [
    "vehiclesRequest",
    "kind=sewp&sort=net&sort=orders&name=%00",
    "",
    ["kind must be one of schedule", "name must not contain", "sort must be given once"],
  ],
  ["companiesRequest", "name=AT%26T&fy=2025&agency=7014", "agency=7014&fy=2025&name=AT%26T", []],
  [
    "companiesRequest",
    "name=geo&office=70CMSD&fy=2025",
    "fy=2025&name=geo",
    ["office works only on the list of contracts"],
  ],
  [
    "companiesApiRequest",
    "sort=-last_action&page=3&office=70CMSD",
    "office=70CMSD&sort=-last_action&page=3",
    [],
  ],
  ["companiesApiRequest", "sort=piid", "", ["sort must be one of net, added, "]],
  ["companiesApiRequest", "name=a&name=b", "", ["name must be given once"]],
  ["companiesApiRequest", "name=a%00b&by=month", "", ["name must not contain", "by is not a known"]],
  ["agencyRequest", "fy=FY2024&fy=2023", "fy=2023&fy=2024", []],
  ["agencyRequest", "fy=ALL&grouped=no", "grouped=no&fy=all", []],
  [
    "agencyRequest",
    "fy=all&fy=2025&min=5&x=1",
    "fy=2025",
    ["x is not a known", "fy must be a fiscal year", "min works only on the list"],
  ],
  [
    "endingRequest",
    "within=180&end=potential&company=palantir&page=2",
    "company=palantir&page=2&within=180&end=potential",
    [],
  ],
  ["endingRequest", "within=90&end=current", "end=current", []],
  ["endingRequest", "passed=yes&end=words", "end=words&passed=yes", []],
  [
    "endingRequest",
    "within=91&end=late&end=current&sort=net&constructor=1",
    "",
    [
      "within must be one of 30, 60, 90",
      "end must be given once",
      "constructor is not",
      "sort works only on the list",
    ],
  ],
  ["endingRequest", "end=late", "", ["end must be one of current, potential"]],
  [
    "changesRequest",
    "q=guard&min=5&amount=action&page=2&kind=new_action&kind=amount&since=2026-08-01&administrative=yes",
    "q=guard&min=5&amount=action&page=2&kind=amount&kind=new_action&since=2026-08-01&administrative=yes",
    [],
  ],
  ["changesRequest", "kind=&since=%20&administrative=no", "", []],
  [
    "changesRequest",
    "kind=gone&kind=amount&since=2026-02-30&administrative=maybe&sort=net",
    "kind=amount",
    [
      "kind must be one of ",
      "since must be a real date",
      "administrative must be one of yes, no",
      "sort works",
    ],
  ],
  ["changesRequest", "since=2026-01-01&since=2026-01-02", "", ["since must be given once"]],
  [
    "changesRequest",
    "since=2026-09-01&until=2026-08-01&kind=amount",
    "kind=amount",
    ["since must not be after until", "until must not be before since"],
  ],
  ["whatsNewRequest", "since=2026-09-01&until=2026-08-01", "", ["since must not be", "until must not be"]],
  ["whatsNewRequest", "days=7&to=2026-08-01", "to=2026-08-01&days=7", []],
  ["whatsNewRequest", "days=7&from=2026-08-18", "from=2026-08-18", ["days works only without from"]],
  [
    "whatsNewRequest",
    "days=7&kind=amount&since=2026-08-01&administrative=yes",
    "days=7",
    ["kind works only without days", "since works only", "administrative works only"],
  ],
  [
    "findRequest",
    "amount=+29.8M+&company=%20AT%26T%20&month=2025-04&agency=7012&from=&to=2026-01-15",
    "amount=29.8M&company=AT%26T&month=2025-04&to=2026-01-15",
    [],
  ],
  [
    "findRequest",
    "amount=abc&month=2025-13&from=2025-02-30&min=5&company=a&company=b",
    "amount=abc",
    [
      "amount must include a num",
      "company must be given once",
      "month must be a month",
      "from must be",
      "min works",
    ],
  ],
  [
    "findRequest",
    "amount=1m&amount=2m&company=a%00b",
    "",
    ["amount must be given once", "company must not contain"],
  ],
  ["findRequest", "constructor=1&toString=2", "", ["constructor is not", "toString is not"]],
  ["companyApiRequest", "agency=7014&fy=2025", "agency=7014", ["fy works only on the list of contracts"]],
  ["brandApiRequest", "brand=glock", "", ["brand must be left out: the path names the brand"]],
])("%s reads %s as %s", (name, given, written, problems) => {
  const codec = new Map(codecs).get(name) as AddressCodec<{ query: Query }>;
  const read = codec.read(new URLSearchParams(given));
  const found = read.problems.map(({ name, detail }, at) =>
    `${name} ${detail}`.slice(0, problems[at]?.length),
  );
  expect(found).toEqual(problems);
  expect(codec.href("", read.value)).toBe(written && `?${written}`);
});

it("keeps a parameter of the list of contracts for the link to that list", () => {
  const { value, list } = requests.companyApiRequest.read(new URLSearchParams("agency=7014&fy=2025"));
  expect(value.query).toEqual({ ...defaults("contracts"), agency: ["7014"] });
  expect(list).toMatchObject({ agency: ["7014"], fy: [2025] });
});
