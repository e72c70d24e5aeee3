import { expect, it } from "vitest";
import { readKind } from "@/lib/contracts/kinds";
import { contractOption, estimateText } from "@/lib/contracts/option-ends";
import { formatLength } from "@/lib/contracts/option-terms";
import { readOption } from "@/lib/contracts/options";

/** What actions say, each as `<day> <dollars> <description>`, in their order. */
const of = (...actions: string[]) =>
  contractOption(
    actions.map((action) => {
      const [, day = "", dollars, description = ""] = /^(\S+) (\S+) (.*)$/.exec(action) ?? [];
      const reading = readKind({ modification: "P00001", description, amount: Number(dollars) * 100 });
      return { day, kind: reading.kind, description, reading: readOption({ ...reading, description }) };
    }),
  );

it.each<[what: string, actions: string[], text: string, ends: string | null]>([
  [
    "counts the stated length from the day of signature",
    ["2025-09-19 5 EXERCISE OPTION YEAR 2"],
    "an option of 1 year exercised on Sept. 19, 2025; 1 year later is Sept. 19, 2026",
    "2026-09-19",
  ],
  [
    "takes an option year that is only named",
    ["2024-02-29 5 OPTION YEAR TWO"],
    "an option of 1 year named on Feb. 29, 2024; 1 year later is Feb. 28, 2025",
    "2025-02-28",
  ],
  [
    "prefers a stated day",
    ["2026-03-01 5 EXERCISE OPTION YEAR 4, POP: 4/1/26 THROUGH 3/31/27"],
    "an option exercised on March 1, 2026, through March 31, 2027",
    "2027-03-31",
  ],
  [
    "knows no day of an option without length",
    ["2025-09-19 5 EXERCISE OPTION YEAR 2", "2026-01-10 5 EXERCISE OPTION PERIOD 3"],
    "an option exercised on Jan. 10, 2026",
    null,
  ],
  [
    "does not begin an option again where its words are copied or it is paid for",
    ["2025-09-19 5 EXERCISE OPTION YEAR 2", "2026-03-10 5 OPTION YEAR II", "2026-04-01 5 FUND OY2"],
    "an option of 1 year exercised on Sept. 19, 2025; 1 year later is Sept. 19, 2026",
    "2026-09-19",
  ],
  [
    "keeps an end where more is bought or one delivery extended",
    [
      "2025-09-19 5 EXERCISE OPTION YEAR 2",
      "2025-10-10 5 EXERCISE OPTIONAL CLINS",
      "2025-11-01 0 EXTEND DELIVERY DATE TO 12/1/2025",
    ],
    "an option of 1 year exercised on Sept. 19, 2025; 1 year later is Sept. 19, 2026",
    "2026-09-19",
  ],
  [
    "is silent after a termination",
    ["2025-09-19 5 EXERCISE OPTION YEAR 2", "2026-01-10 -5 TERMINATION FOR CONVENIENCE"],
    "an option exercised on Sept. 19, 2025",
    null,
  ],
  [
    "speaks again where the termination is rescinded",
    [
      "2025-09-19 5 EXERCISE OPTION YEAR 2",
      "2026-01-10 -5 TERMINATION FOR CONVENIENCE",
      "2026-01-20 0 RESCIND THE TERMINATION FOR CONVENIENCE",
    ],
    "an option of 1 year exercised on Sept. 19, 2025; 1 year later is Sept. 19, 2026",
    "2026-09-19",
  ],
  [
    "drops a stated day before the signature",
    ["2025-01-02 0 EXTEND POP UNTIL 12/31/2020"],
    "an extension signed on Jan. 2, 2025",
    null,
  ],
])("%s", (_, actions, text, ends) => {
  const found = of(...actions);
  expect(found?.ends).toBe(ends);
  expect(
    found &&
      estimateText({
        option_does: found.does,
        option_signed: found.signed,
        option_length: found.length && formatLength(found.length),
        option_ends: found.ends,
      }),
  ).toBe(text);
});

it("finds nothing where no action names an option", () => {
  expect(of("2025-01-02 5 PARKING", "2025-02-02 -5 TERMINATION FOR CONVENIENCE")).toBeNull();
});
