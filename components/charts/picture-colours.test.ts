import { expect, it } from "vitest";

import { pictureColours, solid } from "@/components/charts/picture-colours";
import { coloursOf } from "@/components/ui/testing/sheet";

const sheets = new Map([
  ...coloursOf("app/globals.css"),
  ...coloursOf("components/charts/palette.module.css"),
]);

it.each([...pictureColours])("%s is the sheets’ colour in light", (token, colour) => {
  expect(colour).toBe(sheets.get(token)?.[0]);
});

it("has every colour of a series", () => {
  const series = [...sheets.keys()].filter((token) => token.startsWith("series-"));
  expect([...pictureColours.keys()]).toEqual(expect.arrayContaining(series));
});

it("knows fills by their token, and no others", () => {
  expect(solid("var(--neg)")).toBe("#a94a21");
  expect(() => solid("var(--shade)")).toThrow("no colour for var(--shade)");
});
