import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { readEnv } from "@/lib/env";

import { listSources } from "@/lib/setup/source";

/**
 * What would read the clock or a day in the time zone of the machine. Days are text, so that a record's day is the
 * same everywhere; the tests run in one zone because of this rule.
 */
const zoned: [what: string, pattern: RegExp][] = [
  ["a local field of a Date", /\.[gs]et(?:Date|Day|Month|FullYear|Hours|Minutes|TimezoneOffset)\(/],
  ["a Date from local fields", /new Date\([^()]*,/],
  ["a text in the local zone", /\.to(?:DateString|TimeString|LocaleDateString|LocaleTimeString)\(/],
  ["a formatter without a zone", /DateTimeFormat\((?![^)]*timeZone)[^)]*\)/s],
  [
    "SQL that reads the clock",
    /\b(?:current_date|current_timestamp|localtime\w*|get_current_\w+|today\(\)|(?<![.\w])now\(\)(?!:))/i,
  ],
];

const findZoned = (text: string) => zoned.flatMap(([what, pattern]) => (pattern.test(text) ? what : []));

it("reads no day in the time zone of the machine", () => {
  const found = listSources(["app", "components", "lib"]).flatMap((file) =>
    findZoned(readFileSync(file, "utf8")).map((what) => `${file}: ${what}`),
  );
  expect(found).toEqual([]);
});

it("knows each way to do so", () => {
  for (const text of [
    "day.getMonth()",
    "day.setHours(0)",
    "new Date(2026, 1, 2)",
    "day.toLocaleDateString('en-US')",
    'new Intl.DateTimeFormat("en-US", { month: "long" })',
    "select current_date",
    "select now()",
  ])
    expect(findZoned(text), text).toHaveLength(1);
  for (const text of [
    "day.getUTCMonth()",
    "new Date(Date.UTC(2026, 1, 2))",
    "clock.now()",
    "Date.now()",
    'new Intl.DateTimeFormat("en-CA", { timeZone: "America/New_York" })',
  ])
    expect(findZoned(text), text).toEqual([]);
});

it("runs in the zone that the lane names", () => {
  const { TEST_ZONE: zone } = readEnv();
  expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
});
