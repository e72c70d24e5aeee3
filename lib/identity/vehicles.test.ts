import { describe, expect, it } from "vitest";
import { readVehicleRules } from "@/lib/identity/vehicles";

const rule = (agency: string, piid: string, kind: string, program = "", basis = "known") => ({
  agency,
  piid,
  kind,
  program,
  basis,
});
const rest = rule("", "", "other", "", "record");
const read = (...rows: Record<string, string>[]) =>
  readVehicleRules({
    file: "data/vehicles.csv",
    rows: rows.map((cells, index) => ({ line: index + 2, cells })),
  });

describe("readVehicleRules", () => {
  const { decode, lineFor, lines } = read(
    rest,
    rule("473#", "", "gsa", "", "record"),
    rule("473#", "GS##F#", "schedule"),
    rule("473#", "GS06F####Z", "governmentwide", "8(a) STARS II"),
  );

  it("lets the longest number decide, with # for any digit", () => {
    expect(decode("GS35F0086U", "4730").kind).toBe("schedule");
    expect(decode("GS06F0004L", "4730").kind).toBe("schedule");
    expect(decode("GS06F0685Z", "4732")).toEqual({
      kind: "governmentwide",
      program: "8(a) STARS II",
      basis: "known",
    });
    expect(decode("GS03FPM001", "4732").kind).toBe("gsa");
  });

  it("matches an agency whole, a number by its beginning", () => {
    expect(decode("GS35F0086U", "47300").kind).toBe("other");
    expect(decode("XGS35F0086U", "4730").kind).toBe("gsa");
  });

  it("leaves everything else to the row without an agency", () => {
    expect(decode("N0002325D0004", "9700")).toEqual({ kind: "other", program: null, basis: "record" });
    expect(lineFor("N0002325D0004", "9700")).toBe(2);
    expect(lineFor("GS35F0086U", "4730")).toBe(4);
    expect(lines).toEqual([2, 3, 4, 5]);
  });

  it.each([
    ["an unknown kind", [rest, rule("8000", "NNG15S", "sewp")], /line 3: kind is none of/],
    ["an unknown basis", [rest, rule("8000", "NNG15S", "nasa", "", "press")], /line 3: basis is none of/],
    ["a sign that means nothing", [rest, rule("47*", "", "gsa")], /line 3: agency may hold only/],
    ["a number without its agency", [rest, rule("", "NNG15S", "nasa")], /line 3: the row gives a number/],
    ["a rule given twice", [rest, rule("7012", "", "ice"), rule("7012", "", "dhs")], /line 4: repeats/],
    ["no row for everything else", [rule("7012", "", "ice")], /no row for every other/],
    ["an unknown column", [{ ...rest, color: "red" }], /line 1: the column color/],
  ])("refuses %s", (_, rows, message) => {
    expect(() => read(...rows)).toThrow(message);
  });
});
