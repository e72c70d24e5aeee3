import { expect, it } from "vitest";

import { searchTerms } from "@/lib/query/search-terms";

const written = (q: string) => searchTerms(q).map(({ text, excluded }) => (excluded ? `not ${text}` : text));

it.each([
  ["", []],
  ["guard services", ["guard", "services"]],
  ['"two words" one', ["two words", "one"]],
  ['-guard -"two words"', ["not guard", "not two words"]],
  ["e-mail", ["e-mail"]],
  ["-", ["-"]],
  ['""', []],
  ['"never closed words', ["never closed words"]],
  ['in"side', ['in"side']],
  ["see 70CTD022FR0000170, p. 3", ["70CTD022FR0000170"]],
  ["order (70CTD0-22-F-R0000170) -support", ["70CTD0-22-F-R0000170", "not support"]],
  ["70CTD022FR0000170", ["70CTD022FR0000170"]],
  ["serial 1234567890 of model A1B2C3", ["serial", "1234567890", "of", "model", "A1B2C3"]],
])("splits %s", (q, terms) => {
  expect(written(q)).toEqual(terms);
});
