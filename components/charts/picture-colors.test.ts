import { describe, expect, it } from "vitest";

import { pictureColors } from "@/components/charts/palette";
import { colorsOf } from "@/components/ui/testing/sheet";
import { pictureThemes } from "@/lib/contracts/pictures";

const sheets = new Map([...colorsOf("app/globals.css"), ...colorsOf("components/charts/palette.module.css")]);

describe.each(pictureThemes)("in the %s theme", (theme) => {
  it.each([...pictureColors(theme)])("%s is the style sheets’ color", (token, color) => {
    expect(color).toBe(sheets.get(token)?.[theme === "dark" ? 1 : 0]);
  });
});

it("has every color of a series", () => {
  const series = [...sheets.keys()].filter((token) => token.startsWith("series-"));
  expect([...pictureColors("light").keys()]).toEqual(expect.arrayContaining(series));
});
