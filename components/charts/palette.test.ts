import { readFileSync } from "node:fs";

import {
  type Color,
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  type Rgb,
  rgb,
  wcagContrast,
} from "culori";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";

import { coloredCompanies, fillOf, otherFill } from "@/components/charts/palette";
import { colorsOf } from "@/components/ui/testing/sheet";

const series = colorsOf("components/charts/palette.module.css");
const roles = colorsOf("app/globals.css");
const paper = roles.get("paper") ?? ["", ""];

/** How a color is seen; the deficiencies whole, by the matrices of Machado, Oliveira and Fernandes (2009). */
const sights: Record<string, (color: Rgb) => Color> = {
  "full color vision": (color) => color,
  protanopia: filterDeficiencyProt(1),
  deuteranopia: filterDeficiencyDeuter(1),
  tritanopia: filterDeficiencyTrit(1),
};
const distance = differenceCiede2000();
/** A difference of 1 can just be seen between patches side by side; of 10 at a glance. */
const atAGlance = 10;

describe.each(["light", "dark"])("%s", (theme) => {
  const index = theme === "light" ? 0 : 1;
  const all = [...series].map(([name, pair]) => ({ name, color: pair[index] ?? "" }));

  it("has eight colors of series and a neutral one, each of a contrast of 3 to 1 with the ground", () => {
    expect(all).toHaveLength(9);
    for (const { name, color } of all) {
      expect(wcagContrast(color, paper[index] ?? ""), name).toBeGreaterThanOrEqual(3);
    }
  });

  it("has agencies' colors that can be written on", () => {
    for (const { name, color } of all.slice(0, 2)) {
      expect(wcagContrast(color, paper[index] ?? ""), name).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each(Object.entries(sights))("keeps series apart from what was taken back under %s", (_, seen) => {
    const back = rgb(roles.get("neg")?.[index] ?? "") as Rgb;
    for (const { name, color } of all) {
      expect(distance(seen(rgb(color) as Rgb), seen(back)), name).toBeGreaterThan(atAGlance * 0.8);
    }
  });

  it.each(Object.entries(sights))("keeps every two apart under %s", (_, seen) => {
    for (const [place, one] of all.entries()) {
      for (const other of all.slice(place + 1)) {
        const apart = distance(seen(rgb(one.color) as Rgb), seen(rgb(other.color) as Rgb));
        expect(apart, `${one.name} and ${other.name}`).toBeGreaterThan(atAGlance);
      }
    }
  });
});

describe("whose a color is", () => {
  it("is fixed, and neutral for all others", () => {
    expect(fillOf("agency", "7012")).toBe("var(--series-1)");
    expect(fillOf("agency", "7014")).toBe("var(--series-2)");
    expect(fillOf("company", "geo-group")).toBe("var(--series-3)");
    expect(fillOf("company", "palantir")).toBe("var(--series-8)");
    expect(fillOf("company", "7012")).toBe(otherFill);
    expect(fillOf("office", "geo-group")).toBe(otherFill);
    expect(fillOf("company", null)).toBe(otherFill);
  });

  it("is of companies that data/companies.csv groups", () => {
    const { data } = Papa.parse<{ slug: string }>(readFileSync("data/companies.csv", "utf8"), {
      header: true,
    });
    expect(data.map(({ slug }) => slug)).toEqual(expect.arrayContaining(coloredCompanies));
  });
});
