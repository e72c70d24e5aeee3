import { expect, it } from "vitest";

import { calendar } from "@/lib/http/calendar";

const event = {
  uid: "current-CONT_AWD_1_7012_-NONE-_-NONE-",
  day: "2026-12-31",
  summary: "Current end: 70CDCR21FR0000001, Smith, Jones; Sons \\ Co",
  description: ["First line", "second: ß — 🙂 ".repeat(30)],
  url: "https://www.usaspending.gov/award/CONT_AWD_1",
};
const text = calendar({
  name: "Ends, all; A \\ B",
  description: "All of them; soon",
  made: "2026-08-24T10:11:12.345Z",
  events: [event, { ...event, uid: "other", day: "2028-02-28", url: null, summary: "a\r\nb\u0007\tc" }],
});

/** Undoes folding by the rules of RFC 5545. */
const unfold = (ics: string) => ics.replace(/\r\n[ \t]/g, "").split("\r\n");
const plainText = (value: string) =>
  value.replace(/\\(.)/g, (_, sign: string) => (sign === "n" || sign === "N" ? "\n" : sign));

it("ends every line with CRLF, the last one too, and folds it within 75 octets", () => {
  expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(text).not.toContain("\uFFFD");
});

it("gives every line a name, and every component its end", () => {
  const open: string[] = [];
  for (const line of unfold(text).slice(0, -1)) {
    expect(line).toMatch(/^[A-Z-]+(;[A-Z-]+=[^:;"]+)*:/);
    const [name, value] = [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1)];
    if (name === "BEGIN") open.push(value);
    if (name === "END") expect(open.pop()).toBe(value);
  }
  expect(open).toEqual([]);
});

it("writes what a reader reads back", () => {
  const lines = unfold(text);
  const values = (name: string) =>
    lines
      .filter((line) => line.startsWith(`${name}:`) || line.startsWith(`${name};`))
      .map((line) => plainText(line.slice(line.indexOf(":") + 1)));
  expect(values("X-WR-CALNAME")).toEqual(["Ends, all; A \\ B"]);
  expect(values("X-WR-CALDESC")).toEqual(["All of them; soon"]);
  expect(values("UID")).toEqual([event.uid, "other"]);
  expect(values("SUMMARY")).toEqual([event.summary, "a\nbc"]);
  expect(values("DESCRIPTION")[0]).toBe(event.description.join("\n"));
  expect(values("URL")).toEqual([event.url]);
  expect(values("DTSTAMP")).toEqual(["20260824T101112Z", "20260824T101112Z"]);
});

it("makes all-day events, whose end is the next day", () => {
  expect(text).toContain("DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n");
  expect(text).toContain("DTSTART;VALUE=DATE:20280228\r\nDTEND;VALUE=DATE:20280229\r\n");
});
