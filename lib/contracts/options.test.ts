import { readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { readKind } from "@/lib/contracts/kinds";
import { formatLength } from "@/lib/contracts/option-terms";
import { type OptionReading, readOption } from "@/lib/contracts/options";

/** What an action with money added, unless other dollars are given, says of an option. */
const read = (description: string, dollars = 1, modification = "P00002"): OptionReading | null =>
  readOption({ ...readKind({ modification, description, amount: dollars * 100 }), description });
const summary = (reading: OptionReading | null) =>
  reading && [
    reading.does,
    reading.length ? formatLength(reading.length) : "",
    reading.through ?? "",
    reading.phrase,
  ];

/**
 * What a person read in 150 descriptions of `data/records` before any was given to the reader: what the action does, how long
 * the option or extension is and its last day, where the words say so. `options.csv` has, of all different descriptions, those
 * with the smallest SHA-256 of `options-2026 <description>`: 120 with a word like "option", "OY1", "exten" or "POP", and 30
 * without one.
 */
describe("150 descriptions read by a person", () => {
  type Labeled = Record<"does" | "length" | "through" | "modification" | "dollars" | "description", string>;
  const labeled = Papa.parse<Labeled>(
    readFileSync(join(process.cwd(), "lib", "contracts", "testing", "options.csv"), "utf8"),
    { header: true, skipEmptyLines: true },
  ).data.map(({ does, length, through, description, dollars, modification }) => {
    const [readDoes = "", readLength = "", readThrough = ""] =
      summary(read(description, Number(dollars), modification)) ?? [];
    return {
      does: { person: does, reader: readDoes },
      length: { person: length, reader: readLength },
      through: { person: through, reader: readThrough },
    };
  });

  it("are all there", () => {
    expect(labeled).toHaveLength(150);
    expect(labeled.filter(({ does }) => does.person !== "").length).toBeGreaterThan(100);
  });

  it.each(["does", "length", "through"] as const)(
    "%s: precision 0.97 or more, recall 0.9 or more",
    (name) => {
      const pairs = labeled.map((one) => one[name]);
      const right = pairs.filter(({ person, reader }) => reader !== "" && reader === person).length;
      expect(right / pairs.filter(({ reader }) => reader !== "").length).toBeGreaterThanOrEqual(0.97);
      expect(right / pairs.filter(({ person }) => person !== "").length).toBeGreaterThanOrEqual(0.9);
    },
  );
});

it.each<[description: string, does: string, length: string, through: string, phrase: string]>([
  ["MOD TO EXERCISE OPTION PERIOD 3.", "exercises", "", "", "EXERCISE OPTION PERIOD 3"],
  ["EXERCISE OPTION YEAR (4) OF CUSTODIAL", "exercises", "1 year", "", "EXERCISE OPTION YEAR (4)"],
  ["FIRING RANGE USE, EX OY 2 OF 3", "exercises", "1 year", "", "EX OY 2"],
  ["EXERCISE OPTION YEARS 1 AND 2", "exercises", "", "", "EXERCISE OPTION YEARS 1"],
  ["EXERCISE OP2 AND PROVIDE 3 MONTHS OF FUNDING", "exercises", "", "", "EXERCISE OP2"],
  ["EXERCISE OY1 AND PROVIDE FUNDING THROUGH 3/31/26", "exercises", "1 year", "", "EXERCISE OY1"],
  [
    "WORK IS RESUMED. THIS MOD EXERCISES OPTION PERIOD TWO",
    "exercises",
    "",
    "",
    "EXERCISES OPTION PERIOD TWO",
  ],
  [
    "EXERCISES A TWELVE (12) MONTH OPTION",
    "exercises",
    "12 months",
    "",
    "EXERCISES A TWELVE (12) MONTH OPTION",
  ],
  [
    "EXERCISE OPTION YEAR 4, POP: 4/1/25 THROUGH 3/31/26, $870,282.74",
    "exercises",
    "1 year",
    "2026-03-31",
    "EXERCISE OPTION YEAR 4, POP: 4/1/25 THROUGH 3/31/26",
  ],
  ["OPTION YEAR TWO", "names", "1 year", "", "OPTION YEAR TWO"],
  ["ONE MONTH OPTION", "names", "1 month", "", "ONE MONTH OPTION"],
  ["INCREMENTALLY FUND OY3", "names", "", "", "OY3"],
  ["BASE YEAR PLUS FOUR OPTION YEARS", "names", "", "", "OPTION YEARS"],
  [
    "OPTION YEAR 2, 29 AUGUST 2024-28 AUGUST 2025",
    "names",
    "1 year",
    "2025-08-28",
    "OPTION YEAR 2, 29 AUGUST 2024-28 AUGUST 2025",
  ],
  ["OPTION YEAR 4 NOT EXERCISED", "names", "", "", "OPTION YEAR 4"],
  ["THE GOVERNMENT DOES NOT EXERCISE OPTION YEAR 2", "names", "", "", "OPTION YEAR 2"],
  ["ANY REMAINING OPTIONS WILL NOT BE EXERCISED", "names", "", "", "OPTIONS"],
  ["OPTIONS TO BE EXERCISED AT A LATER DATE", "names", "", "", "OPTIONS"],
  [
    "THIS MODIFICATION EXTENDS THE ORDER THROUGH 9/17/2026",
    "extends",
    "",
    "2026-09-17",
    "EXTENDS THE ORDER THROUGH 9/17/2026",
  ],
  ["P00009-30-DAY EXTENSION AT NO COST", "extends", "30 days", "", "30-DAY EXTENSION"],
  ["EXTENDS IT BY 3 MONTHS AND 13 DAYS", "extends", "", "", "EXTENDS IT BY 3 MONTHS"],
  ["SIX MONTH NO-COST EXTENSION", "extends", "6 months", "", "SIX MONTH NO-COST EXTENSION"],
  ["EXTEND POP UNTIL 29 FEB 2028", "extends", "", "2028-02-29", "EXTEND POP UNTIL 29 FEB 2028"],
  ["EXTEND POP THRU SEPT. 30TH, 2026", "extends", "", "2026-09-30", "EXTEND POP THRU SEPT. 30TH, 2026"],
  ["EXTEND POP UNTIL 2/30/2026", "extends", "", "", "EXTEND POP"],
  ["EXTENSION UNTIL 2026-12-31", "extends", "", "2026-12-31", "EXTENSION UNTIL 2026-12-31"],
])("%s", (description, ...expected) => {
  expect(summary(read(description))).toEqual(expected);
});

it.each([
  "ADOPTION OF MODERN PRACTICES",
  "SUPPLY OF EXTENDED WARRANTY SERVICES",
  "HDMI EXTENDER AND EXTENSION CORDS",
  "EXERCISE EQUIPMENT FOR PHYSICAL FITNESS",
  "POP 11/2/2020 THRU 11/2/2021",
])("reads no option in %s", (description) => {
  expect(read(description)).toBeNull();
});

it("takes an option in the words of a close-out for a past one", () => {
  expect(read("EXERCISE OPTION YEAR 1  THIS IS A CLOSEOUT MODIFICATION", 0)).toMatchObject({
    does: "names",
    length: null,
  });
});

it("believes a recorded type of action, and quotes its name where the words say nothing of an option", () => {
  const recorded = readKind({ type: "G", modification: "P00001", description: "PARKING", amount: 1 });
  expect(readOption({ ...recorded, description: "PARKING" })).toEqual({
    does: "exercises",
    phrase: "Exercise an option",
    length: null,
    through: null,
  });
  expect(readOption({ ...recorded, description: "OPTION PERIOD 2" })?.does).toBe("exercises");
});
