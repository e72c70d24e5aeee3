import { expect, it } from "vitest";

import { namesIn } from "@/lib/contracts/shown-names";

it.each([
  ["Palantir", ["Palantir"]],
  ["Citrix (Cloud Software Group)", ["Citrix", "Cloud Software Group"]],
  ["xAI (X)", ["xAI", "X"]],
  ["One (two) three (four)", ["One three", "two", "four"]],
  ["Same (Same)", ["Same"]],
  ["Open (bracket", ["Open (bracket"]],
  ["()", []],
])("%s holds the names %j", (shown, names) => {
  expect(namesIn(shown)).toEqual(names);
});
