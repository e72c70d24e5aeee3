import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";

import Papa from "papaparse";
import { expect, it } from "vitest";

import { listSources, readCode, readPassages, readSource, readTestTitles } from "@/lib/setup/source";

// Obligations are "obligated"; a mention is "named in the description of"; nobody is praised or accused.
const banned =
  /\b(spent|paid|earned|received|worth|won(?!['’]t)|deals?|hauls?|sold by|supplied by|works for|profits from|is complicit in|enables|fuels)\b/gi;

/** Where one of these words is right all the same, and why. */
const exceptions: { file: string; words: string[]; because: string }[] = [
  {
    file: "lib/contracts/ordinary-words.ts",
    words: ["deal", "enables", "fuels", "paid", "spent", "worth"],
    because: "the records say them; one word left in capitals among small ones would be stressed",
  },
  {
    file: "docs/glossary.md",
    words: ["paid"],
    because: "it says that an obligation is not paid",
  },
  {
    file: "./CONTRIBUTING.md",
    words: ["paid"],
    because: "it says that an obligation is not paid",
  },
];

/** The columns of the rule tables that are written for readers; the others hold recorded names and patterns. */
const proseColumns = ["title", "detail", "note", "basis", "label", "summary", "statement", "reason"];

/** The banned words of a text, each with the text around it. */
function findBanned(text: string): string[] {
  const plain = text.replace(/\s+/g, " ");
  return [...plain.matchAll(banned)].map(({ 0: word, index }) =>
    `${word.toLowerCase()}: ...${plain.slice(Math.max(0, index - 40), index + word.length + 40)}...`.trim(),
  );
}

function readProse(file: string): string[] {
  const text = readFileSync(file, "utf8");
  if (file.endsWith(".md")) return [text.replace(/```.*?```|`[^`\n]*`/gs, " ")];
  if (file.endsWith(".csv")) {
    const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
    return data.flatMap((row) => proseColumns.flatMap((column) => row[column] ?? []));
  }
  return file.endsWith(".json") ? readTexts(JSON.parse(text)) : readSource(file).texts;
}

/** Every text in a JSON value. */
const readTexts = (value: unknown): string[] =>
  typeof value === "string" ? [value] : Object.values(value ?? {}).flatMap(readTexts);

const files = [
  "lib/endpoints.json",
  ...listSources(["app", "components", "lib/contracts", "lib/query"].filter(existsSync)),
  ...readdirSync("data")
    .filter((file) => /\.(csv|md)$/.test(file))
    .map((file) => `data/${file}`),
  ...[".", "docs", "docs/decisions"].flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith(".md"))
      .map((file) => `${folder}/${file}`),
  ),
];

it("keeps to what the records say in every text", () => {
  const found = files.flatMap((file) => {
    const excepted = exceptions.filter((entry) => entry.file === file).flatMap(({ words }) => words);
    return readProse(file)
      .flatMap(findBanned)
      .filter((sentence) => !excepted.some((word) => sentence.startsWith(`${word}:`)))
      .map((sentence) => `${file}: ${sentence}`);
  });
  expect(found).toEqual([]);
});

it("finds whole words in any case, across line ends", () => {
  expect(findBanned("It Paid more.")).toHaveLength(1);
  expect(findBanned("named, sold\n  by them")).toHaveLength(1);
  expect(findBanned("it won't; repaid, dealer, networth, unpaid")).toEqual([]);
});

/** Words of names and comments that the glossary has a plainer one for: link, text, default, timeout, no one. */
const dialect =
  /\b(?:doors?|told|knotted|tangled|untangl\w*|leave nothing|patience|wish(?:es)?|nobody|somebody|whoever|lent|asked|usual|otherwise than|be it|said|stands?(?! for| out| in for|-ins?))\b/gi;

/** British spellings of words that American English spells in another way. `cancelled` is a value of an address. */
const british =
  /\b(?:\w*(?:colour|favour|behaviour|honour|neighbour)\w*|(?:catalogue|centre|defence|grey|licence|offence|programme)(?:s|ed)?|(?:label|model|signal|travel)l(?:ed|ing)|judgement|whilst|\w*(?:analy|author|capital|categor|character|custom|emphas|equal|final|general|initial|item|local|maxim|memor|minim|normal|optim|organ|prior|random|raster|recogn|sanit|serial|special|standard|summar|synchron|token|util|visual)(?:s|is)(?:ed?|ing|ations?))\b/gi;

/** This file lists the words. */
const own = "lib/wording.test.ts";

/** The names, comments, test titles and prose of a file. Other strings and JSX text belong to the interface. */
function readNamesAndComments(file: string, text: string): string {
  if (file.endsWith(".md")) return text.replace(/```.*?```|`[^`\n]*`/gs, " ");
  const code = file.endsWith(".css") ? text : readCode(file, text);
  const titles = /\.(?:test|spec)\.tsx?$/.test(file) ? readTestTitles(file, text) : [];
  return [code.replace(/([a-z\d])(?=[A-Z])/g, "$1 "), ...titles].join("\n");
}

const findDialect = (file: string, text: string) => {
  const plain = readNamesAndComments(file, text).replace(/[\s*]+/g, " ");
  return [dialect, british].flatMap((words) => plain.match(words) ?? []);
};

it("names and explains code and tests in plain words and American spelling", () => {
  const tracked = execFileSync("git", ["ls-files"], { encoding: "utf8" }).split("\n");
  const found = tracked
    .filter((file) => /\.(?:tsx?|mjs|css|md)$/.test(file) && existsSync(file) && file !== own)
    .flatMap((file) => findDialect(file, readFileSync(file, "utf8")).map((word) => `${file}: ${word}`));
  expect(found).toEqual([]);
});

/** Everything that a reader of the site sees: pages, pictures, files, errors and the columns of rule tables with prose. */
const interfaceFiles = [
  "lib/endpoints.json",
  ...listSources([
    "app",
    "components",
    "lib/contracts",
    "lib/findings",
    "lib/http",
    "lib/query",
    "lib/store",
  ]).filter(
    // Lists of words, not text.
    (file) => !/^lib\/contracts\/(?:ordinary|proper)-words\.ts$/.test(file),
  ),
  ...readdirSync("data")
    .filter((file) => file.endsWith(".csv"))
    .map((file) => `data/${file}`),
];

const readInterface = (file: string): string[] =>
  /\.tsx?$/.test(file) ? readPassages(file) : readProse(file);

/** The rules of docs/style.md that a pattern can find. */
const styleRules: Record<string, RegExp> = {
  "American spelling": british,
  "plain words":
    /\b(?:otherwise than|near in time|in no sum|nobody|somebody|whoever|(?:is|are|was) asked|asked of|stands? in|stands? beside|said of|be it|telephone|e-mail(?! removed)|a figure here is made)\b/gi,
  "no space before %": /(?:\d|…) %/g,
  "month first": /\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?(?![a-z])/g,
  "B and M, or billion and million": /\d(?:bn|tn|m)\b/g,
};

const findUnstyled = (text: string): string[] =>
  Object.entries(styleRules).flatMap(([rule, pattern]) =>
    (text.match(pattern) ?? []).map((words) => `${rule}: ${words}`),
  );

it("writes the interface by the rules of style", () => {
  const found = interfaceFiles.flatMap((file) =>
    readInterface(file).flatMap((text) => findUnstyled(text).map((fault) => `${file}: ${fault}`)),
  );
  expect(found).toEqual([]);
});

it.each([
  ["The licence of the colours", ["American spelling: licence", "American spelling: colours"]],
  ["Nobody said of it, be it old, that he who is asked stands beside", 5],
  ["16.9 % and … % of 100% and 5%", 2],
  ["20 August 2026, 1 Oct 2020, Aug. 20, 2026, May 1, 2020, 3 marches", 2],
  ["$4.6bn, $447m, $2tn, 5 m, $4.6B, 3 million, 12 months", 3],
  ["e-mail, [e-mail removed], email", 1],
])("finds in %j what is not in style", (text, expected) => {
  const found = findUnstyled(text);
  expect(typeof expected === "number" ? found.length : found, found.join()).toEqual(expected);
});

/** The most words of a sentence. */
const maxWords = 40;

const sentencesOf = (text: string): string[] => text.split(/(?<=[.!?]["”’)]?)\s+(?=\S)/);
const wordsIn = (sentence: string): number => sentence.match(/[\p{L}\d…][^\s]*/gu)?.length ?? 0;

it(`has no sentence of more than ${maxWords} words`, () => {
  const found = interfaceFiles.flatMap((file) =>
    readInterface(file)
      .flatMap(sentencesOf)
      .filter((sentence) => wordsIn(sentence) > maxWords && / [a-z]+ [a-z]+ /.test(sentence))
      .map((sentence) => `${file}: ${sentence.slice(0, 60)}`),
  );
  expect(found).toEqual([]);
});

it("counts the words of sentences, with their values and links", () => {
  expect(sentencesOf("One two. “Three.” Four (five.) Six").map(wordsIn)).toEqual([2, 1, 2, 1]);
  expect(wordsIn("In … there are 1,000 rows – all of them.")).toBe(9);
});

it("finds these words in names, comments and test titles, not in texts of the interface", () => {
  expect(findDialect("one.ts", "/** The door. */ const isAsked = told; // be\n// it")).toEqual([
    "door",
    "Asked",
    "told",
  ]);
  expect(findDialect("one.ts", "/** Other values, be\n * it none. */")).toEqual(["be it"]);
  expect(findDialect("one.tsx", 'const text = <p title="Told">Nobody {`asked`}</p>;')).toEqual([]);
  expect(findDialect("one.ts", "/** An outdoor task; the unusual untold. */ const masked = silent;")).toEqual(
    [],
  );
  expect(findDialect("one.md", "Whoever reads `asked`.")).toEqual(["Whoever"]);
  expect(findDialect("one.test.ts", 'it.each(["told"])("knocks at the door %s", () => "asked")')).toEqual([
    "door",
  ]);
  expect(findDialect("one.ts", 'const labelled = coloursOf(serialise); // The licence; "grey"')).toEqual([
    "labelled",
    "colours",
    "serialise",
    "licence",
    "grey",
  ]);
  expect(
    findDialect("one.ts", "const labels = analysisOf(promise); // Raised; exercised; realistic"),
  ).toEqual([]);
});
