import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { roles } from "@/components/ui/colours";
import { grounds } from "@/components/ui/themes";

/** The colours of the sheet by token, `[light, dark]`. */
const tokens = new Map(
  [
    ...readFileSync("app/globals.css", "utf8").matchAll(
      /^ {2}--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/gm,
    ),
  ].map(([, name = "", light = "", dark = ""]) => [name, [light, dark] as const]),
);

/** The relative luminance of a colour, as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const pairs = roles.flatMap(({ name, on }) =>
  Object.entries(on).flatMap(([ground, least]) =>
    ["light", "dark"].map((theme, index) => ({ theme, index, name, ground, least })),
  ),
);

it("measures contrast as WCAG does", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
});

it("every role is a colour of the sheet, in both themes", () => {
  expect([...tokens.keys()]).toEqual(expect.arrayContaining(roles.map(({ name }) => name)));
});

it("the grounds that are drawn around a page are the sheet's", () => {
  expect([grounds.light, grounds.dark]).toEqual(tokens.get("paper"));
});

describe.each(pairs)("$theme: $name on $ground", ({ index, name, ground, least }) => {
  it(`has a contrast of at least ${least}`, () => {
    expect(contrast(tokens.get(name)?.[index] ?? "", tokens.get(ground)?.[index] ?? "")).toBeGreaterThan(
      least,
    );
  });
});
