import { describe, expect, it } from "vitest";
import { parseOnly } from "@/lib/query/parse";
import { defaults } from "@/lib/query/query";
import { readVehicleChoice, vehiclesHref } from "@/lib/query/vehicles";

describe("readVehicleChoice", () => {
  it.each(["", "?kind=schedule", "?name=sewp+four&sort=orders", "?agency=7014&page=2&kind=ice"])(
    "reads %s, and writes it back as it was",
    (text) => {
      const { choice, problems, others } = readVehicleChoice(new URLSearchParams(text));
      const { query, problems: more } = parseOnly(others, ["agency", "page"]);
      expect([...problems, ...more]).toEqual([]);
      expect(vehiclesHref(query, choice)).toBe(`/vehicles${text}`);
    },
  );

  it("names each fault, and carries on without it", () => {
    const { choice, problems } = readVehicleChoice(
      new URLSearchParams("kind=sewp&sort=net&sort=orders&name=%00"),
    );
    expect(problems.map(({ name }) => name)).toEqual(["kind", "name", "sort"]);
    expect(choice).toEqual({ kind: null, name: "", sort: "net" });
  });

  it("takes an empty parameter for one left out, and writes no default", () => {
    const { choice, problems } = readVehicleChoice(new URLSearchParams("kind=&name=&sort="));
    expect(problems).toEqual([]);
    expect(vehiclesHref(defaults("contracts"), choice)).toBe("/vehicles");
  });
});
