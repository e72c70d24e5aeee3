import { expect, it } from "vitest";
import { mapSize, placeOnMap, usMap } from "./us-map";

it("draws the country in at most 30 kB", () => {
  const { outline, borders } = usMap();
  expect(outline.length + borders.length).toBeLessThan(30_000);
  expect(borders).toMatch(/^M\d+ \d+(l-?\d+ -?\d+){2,}/);
});

it("puts places where the states are", () => {
  const [seattle, miami, anchorage] = [
    placeOnMap(47.6, -122.3),
    placeOnMap(25.8, -80.2),
    placeOnMap(61.2, -149.9),
  ];
  for (const point of [seattle, miami, anchorage]) {
    expect(point?.x).toBeGreaterThan(0);
    expect(point?.x).toBeLessThan(mapSize.width);
    expect(point?.y).toBeLessThan(mapSize.height);
  }
  expect(seattle?.x).toBeLessThan(miami?.x ?? 0);
  expect(seattle?.y).toBeLessThan(miami?.y ?? 0);
  expect(anchorage?.y).toBeGreaterThan(400);
});

it("has no place for Puerto Rico and for what has no coordinates", () => {
  expect(placeOnMap(18.4, -67.2)).toBeNull();
  expect(placeOnMap(null, null)).toBeNull();
});
