import { expect, it } from "vitest";

import { pictureColors } from "@/components/charts/palette";
import { colorsOf } from "@/components/ui/testing/sheet";

const sheets = new Map([...colorsOf("app/globals.css"), ...colorsOf("components/charts/palette.module.css")]);

it.each([...pictureColors])("%s is the style sheets’ color in light", (token, color) => {
  expect(color).toBe(sheets.get(token)?.[0]);
});

it("has every color of a series", () => {
  const series = [...sheets.keys()].filter((token) => token.startsWith("series-"));
  expect([...pictureColors.keys()]).toEqual(expect.arrayContaining(series));
});
