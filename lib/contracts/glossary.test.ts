import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

import { glossary, termNames } from "@/lib/contracts/glossary";

/** The meaning of each word of docs/glossary.md; a row can have several words. */
function documented(): Map<string, string> {
  const rows = readFileSync("docs/glossary.md", "utf8").matchAll(/^\| ([^|]+) \| ([^|]+) \| [^|]*\|$/gm);
  return new Map(
    [...rows].flatMap(([, words = "", meaning = ""]) =>
      words.split(",").map((word): [string, string] => [word.trim().toLowerCase(), meaning.trim()]),
    ),
  );
}

/** A text up to the end of its first sentence. `Oct. 1` does not end one. */
const firstSentence = (text: string) => /^.*?\w\.(?= [A-Z]|$)/.exec(text)?.[0] ?? text;

it("gives readers and engineers the same meaning of each term", () => {
  const meanings = documented();
  for (const name of termNames) {
    const own = firstSentence(glossary[name].meaning);
    const other = meanings.get(name) ?? meanings.get(name.replaceAll("-", " ")) ?? "no row";
    expect(firstSentence(other), name).toBe(own);
  }
});

it("explains each term in two sentences", () => {
  for (const { term, meaning } of Object.values(glossary)) {
    expect(meaning, term).not.toBe(firstSentence(meaning));
  }
});
