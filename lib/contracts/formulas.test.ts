import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guard, unguard } from "@/lib/contracts/formulas";

describe("guard", () => {
  it.each(["=1+1", "+1", "-5", "@name", "\tx", "\r", "'=1", "''-1"])("puts one quote before %j", (text) => {
    expect(guard(text)).toBe(`'${text}`);
  });

  it.each(["", "plain", "'tis", "5-3", "'", "a=b"])("leaves %j alone", (text) => {
    expect(guard(text)).toBe(text);
  });

  it.each(["", "'tis", "'", "a=b", "=1"])("unguard leaves %j alone", (text) => {
    expect(unguard(text)).toBe(text);
  });

  it("is undone by unguard, whatever the text", () => {
    const text = fc.string({ unit: fc.constantFrom("'", "=", "-", "+", "@", "\t", "\r", "\n", "a", "1") });
    fc.assert(fc.property(text, (value) => unguard(guard(value)) === value));
  });
});
