import { expect, it } from "vitest";

import { countryName, placeName } from "./places";

it.each([
  ["VA", "Virginia"],
  ["USA", "United States, no state"],
  ["MEX", "Mexico"],
  ["DEU", "Germany"],
  ["SLV", "El Salvador"],
  ["ZZZ", "ZZZ"],
])("names the place %s %s", (code, name) => {
  expect(placeName(code)).toBe(name);
});

it("names a country by both codes that are in use for it", () => {
  expect(countryName("XKX")).toBe("Kosovo");
  expect(countryName("XKS")).toBe("Kosovo");
});
