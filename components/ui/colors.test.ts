import { wcagContrast } from "culori";
import { describe, expect, it } from "vitest";

import { roles } from "@/components/ui/colors";
import { colorsOf } from "@/components/ui/testing/sheet";
import { paperColors } from "@/components/ui/themes";

const tokens = colorsOf("app/globals.css");

const pairs = roles.flatMap(({ name, on }) =>
  Object.entries(on).flatMap(([ground, least]) =>
    ["light", "dark"].map((theme, index) => ({ theme, index, name, ground, least })),
  ),
);

it("every role is a color of the stylesheet, in both themes", () => {
  expect([...tokens.keys()]).toEqual(expect.arrayContaining(roles.map(({ name }) => name)));
});

it("the backgrounds that are drawn around a page are those of the stylesheet", () => {
  expect([paperColors.light, paperColors.dark]).toEqual(tokens.get("paper"));
});

describe.each(pairs)("$theme: $name on $ground", ({ index, name, ground, least }) => {
  it(`has a contrast of at least ${least}`, () => {
    expect(wcagContrast(tokens.get(name)?.[index] ?? "", tokens.get(ground)?.[index] ?? "")).toBeGreaterThan(
      least,
    );
  });
});
