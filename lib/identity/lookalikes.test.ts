import { describe, expect, it } from "vitest";
import { readLookalikes } from "@/lib/identity/lookalikes";

const row = (change: Record<string, string> = {}) => ({
  company: "snap",
  other: "",
  note: "Nothing in these records shows that SNAP, INC is Snap Inc.",
  reviewed: "2026-11-23",
  ...change,
});
const read = (...rows: Record<string, string>[]) =>
  readLookalikes({
    file: "data/lookalikes.csv",
    rows: rows.map((cells, index) => ({ line: index + 2, cells })),
  });

describe("readLookalikes", () => {
  it("reads a note on one company or on two", () => {
    const rules = read(row(), row({ other: "snapchat" })).map(({ rule }) => rule.other);
    expect(rules).toEqual([null, "snapchat"]);
  });

  it.each([
    ["no company", row({ company: "" }), /line 2: company is empty/],
    ["a note that is no sentence", row({ note: "not Snapchat" }), /line 2: note is not a sentence/],
    ["a company that is its own look-alike", row({ other: "snap" }), /line 2: the row is about one company/],
    ["a day that is none", row({ reviewed: "2026-02-30" }), /line 2: reviewed/],
    ["an unknown column", { ...row(), color: "red" }, /line 2/],
  ])("names the line of %s", (_, cells, message) => {
    expect(() => read(cells)).toThrow(message);
  });
});
