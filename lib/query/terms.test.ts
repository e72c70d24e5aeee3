import { expect, it } from "vitest";

import { searchTerms } from "@/lib/query/terms";

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
])("splits %s", (q, terms) => {
  expect(written(q)).toEqual(terms);
});
