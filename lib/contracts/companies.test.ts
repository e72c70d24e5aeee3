import { expect, it } from "vitest";

import { mentionsLead } from "@/lib/contracts/companies";

it.each([
  ["more is named in others' awards", 354_904_76, { net: 173_163_964_36, actions: 285 }, true],
  ["it has no award", 0, { net: 51_700_000_00, actions: 14 }, true],
  ["its own awards are more", 318_638_423_10, { net: 0, actions: 0 }, false],
  ["both are equal", 5_00, { net: 5_00, actions: 1 }, false],
  ["more was taken back from it", -1_300_000_00, { net: 2_00, actions: 1 }, false],
  ["no brand has a rule", 0, null, false],
])("puts others' awards first or not where %s", (_, net, named, expected) => {
  expect(mentionsLead({ net }, named)).toBe(expected);
});
