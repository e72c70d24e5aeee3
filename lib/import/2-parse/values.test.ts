import { describe, expect, it } from "vitest";
import { dayNumber } from "@/lib/contracts/days";
import {
  isSpreadsheetNumber,
  readAmount,
  readCount,
  readDay,
  unorderedDay,
  withDecimalPoint,
  withoutExponent,
} from "@/lib/import/2-parse/values";

describe("readDay", () => {
  it.each([
    ["2022-05-11", "2022-05-11"],
    ["2022-05-11 00:00:00", "2022-05-11"],
    ["2022-05-11T00:00:00Z", "2022-05-11"],
    ["2022-05-11T00:00:00.000+00:00", "2022-05-11"],
    ["12/22/17", "2017-12-22"],
    ["12/22/2017", "2017-12-22"],
    ["5/31/21 0:00", "2021-05-31"],
    ["5/31/2021 12:00:00 AM", "2021-05-31"],
    ["1/2/78", "1978-01-02"],
    ["1/2/49", "2049-01-02"],
    ["9/30/3017", "3017-09-30"],
    ["2022-05-11 00:00:00 UTC", "2022-05-11"],
    ["20220511", "2022-05-11"],
    ["2022/05/11", "2022-05-11"],
    ["2022-5-1", "2022-05-01"],
    ["5-11-2022", "2022-05-11"],
    ["05-11-2022", "2022-05-11"],
    ["11-May-22", "2022-05-11"],
    ["11-MAY-2022", "2022-05-11"],
    ["11 May 2022", "2022-05-11"],
    ["May 11, 2022", "2022-05-11"],
    ["Sept 11, 2022", "2022-09-11"],
    ["September 11 2022", "2022-09-11"],
  ])("reads %s as %s", (text, day) => {
    expect(readDay(text)).toMatchObject({ day: dayNumber(day), year: Number(day.slice(0, 4)) });
  });

  const dates = [
    ...["2024-05-01", "2024/05/01", "2024/5/1", "2024.05.01", "20240501", "2024-May-01", "2024 May 1"],
    ...["05/01/2024", "5/1/24", "05-01-2024", "05.01.2024"],
    ...["01-May-24", "01MAY2024", "1 May 2024", "1st May, 2024", "01/May/2024"],
    ...[
      "May 1, 2024",
      "May 1,2024",
      "May  1 2024",
      "May-01-2024",
      "Wed May 01 2024",
      "Wednesday, May 1, 2024",
    ],
    "Wed, 01 May 2024",
  ];
  const times = [
    "",
    " 00:00",
    " 00:00:00",
    "T00:00:00.000",
    "T000000",
    " 12:00:00 AM",
    ", 12:00:00:000AM",
    " 0:00 a.m.",
  ];
  const zones = [
    "",
    "Z",
    " UTC",
    "+00",
    "+00:00",
    "-0400",
    " EDT",
    " GMT-0400 (Eastern Daylight Time)",
    " America/New_York",
  ];

  it("reads every form of a date with every time and zone", () => {
    const texts = dates.flatMap((date) =>
      times.flatMap((time) => zones.slice(0, time === "" ? 3 : undefined).map((zone) => date + time + zone)),
    );
    expect(texts.filter((text) => Object(readDay(text)).day !== dayNumber("2024-05-01"))).toEqual([]);
  });

  it.each(["Wed May 01 00:00:00 EDT 2024", "Wed May  1 00:00:00 2024", "2024-05-01+00:00"])(
    "reads %s",
    (text) => {
      expect(readDay(text)).toMatchObject({ day: dayNumber("2024-05-01") });
    },
  );

  it("fails fast on a long text that begins as a date", () => {
    const text = `Wed May 01 2024 00:00:00 GMT (${"A ".repeat(500_000)}`;
    expect(readDay(text)).toBe("is not a day such as 2026-08-20");
    expect(unorderedDay(`5/1/24${" ".repeat(500_000)}`)).toBe(null);
  });

  it("reads the day first if the file does", () => {
    expect(readDay("05/04/2024", "day first")).toMatchObject({ day: dayNumber("2024-04-05") });
    expect(readDay("05/04/2024")).toMatchObject({ day: dayNumber("2024-05-04") });
    expect(readDay("03/27/2024", "day first")).toBe("is not a day such as 20/08/2026");
    expect(readDay("2024-04-05", "day first")).toMatchObject({ day: dayNumber("2024-04-05") });
  });

  it("reports two-digit years", () => {
    expect(["12/22/17", "12/22/2017", "2017-12-22"].map((text) => readDay(text))).toMatchObject([
      { twoDigits: true },
      { twoDigits: false },
      { twoDigits: false },
    ]);
  });

  it.each([
    "",
    "1/2/50",
    "1/2/77",
    "22/12/2017",
    "2022-02-30",
    "2/30/22",
    "44927",
    "0000-01-01",
    "May 2022",
    "202251",
    "2022051",
    "11-Mey-22",
    "1/2-2022",
    "2024-05-01 25:00",
    "2024-05-01 00:61",
    "2024-05-01T",
    "2024-05-01 twice",
    "2024-05-0100:00",
    "2024-05-01-04",
    "Abc 05/01/2024",
    "Mayday 1, 2024",
    "1 2024 May",
  ])("does not guess %j", (text) => {
    expect(readDay(text)).toEqual(expect.any(String));
  });
});

it("reads a decimal comma if the number is unambiguous", () => {
  const found = ["1.234,50", "1234,5", "-1.234.567,89", "(1.234,50)", "1,234", "1,234.50", "1.234", "5"];
  expect(found.map(withDecimalPoint)).toEqual([
    "1234.50",
    "1234.5",
    "-1234567.89",
    "(1234.50)",
    "1,234",
    "1,234.50",
    "1.234",
    "5",
  ]);
});

describe("readAmount", () => {
  it.each([
    ["1234.50", 123_450],
    ["1234.5", 123_450],
    ["1,234.50", 123_450],
    ["$1,234.50", 123_450],
    ["(1,234.50)", -123_450],
    ["($1,234.50)", -123_450],
    ["$(1,234.50)", -123_450],
    ["-$5", -500],
    ["$-5", -500],
    ["-1,234,567.89", -123_456_789],
    ["$1,234.50 ", 123_450],
    ["2594040000.0", 259_404_000_000],
    ["369492405.7", 36_949_240_570],
    ["(0.00)", 0],
    ["$ -", 0],
    [" $ -   ", 0],
    ["−1500.00", -150_000],
    ["–1500.00", -150_000],
    ["‐1500.00", -150_000],
    ["1\u00a0234.50", 123_450],
    ["$\u00a01,234.50", 123_450],
    ["1\u202f234\u202f567.50", 123_456_750],
    ["1 234.50", 123_450],
    ["1,234.50-", -123_450],
    ["USD 1234.50", 123_450],
    ["US$ 1,234.50", 123_450],
    ["1234.50 USD", 123_450],
    ["1.0E7", 1_000_000_000],
    ["1e3", 100_000],
    ["12E-1", 120],
    ["-12E-1", -120],
    ["(12E-1)", -120],
    ["1234.5E-1", 12_345],
    ["5e-02", 5],
    ["1.50E-1", 15],
    ["123450E-2", 123_450],
    ["0E-10", 0],
    ["2.98982361E7", 2_989_823_610],
    ["-1.5E1", -1_500],
    ["1234.5000", 123_450],
  ])("reads %j as %i cents", (text, cents) => {
    expect(readAmount(text)).toBe(cents);
  });

  it.each([
    ["1.23E+11", /exponent/],
    ["1".repeat(200_000), /is beyond/], // at a time that grows with the square, a minute
    [`${"1".repeat(200_000)}e`, /not an amount/],
    [`.${"1".repeat(200_000)}e+`, /not an amount/],
    ["1,23", /not an amount/],
    ["1,2345", /not an amount/],
    ["1.234,50", /not an amount/],
    ["(5", /not an amount/],
    ["(-5)", /not an amount/],
    ["--5", /not an amount/],
    ["$", /not an amount|is empty/],
    ["1.005", /two decimal/],
    ["0.3000001", /two decimal/],
    ["1.23E-05", /two decimal/],
    ["1234E-5", /two decimal/],
    ["1.2345678E3", /exponent|two decimal/],
    ["-", /not an amount/],
    ["-5-", /not an amount/],
    ["(5)-", /not an amount/],
    ["12 34", /not an amount/],
    ["EUR 5", /not an amount/],
  ])("does not guess %j", (text, reason) => {
    expect(readAmount(text)).toMatch(reason);
  });
});

it("rounds off the noise of binary fractions, and reports it", () => {
  const rounded: string[] = [];
  const read = (text: string) => readAmount(text, () => rounded.push(text));
  expect(
    ["0.30000000000000004", "29898236.000000004", "-12345.679999999999", "0.999999999"].map(read),
  ).toEqual([30, 2_989_823_600, -1_234_568, 100]);
  expect(rounded).toHaveLength(4);
  expect([read("1234.50"), read("1.0E7")]).toEqual([123_450, 1_000_000_000]);
  expect(rounded).toHaveLength(4);
});

it("reads whole counts only", () => {
  expect(["3", "3.0", "0", "3.5", "-1", "many", ""].map(readCount)).toEqual([
    3,
    3,
    0,
    null,
    null,
    null,
    null,
  ]);
});

it("recognizes a number that a spreadsheet rounded", () => {
  expect(["1.23E+11", "7.00E+13", "7E+13", "70CDCR26C00000016", "7E13"].map(isSpreadsheetNumber)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});

it("writes out R's notation, and leaves a spreadsheet's as it is", () => {
  expect(["1e+05", "-1.25e+07", "1.234567e+05", "5e-01", "1.23E+11", "70CD"].map(withoutExponent)).toEqual([
    "100000.",
    "-12500000.",
    "123456.7",
    "0.5",
    "1.23E+11",
    "70CD",
  ]);
});
