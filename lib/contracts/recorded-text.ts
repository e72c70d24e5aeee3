import { ordinaryWords } from "@/lib/contracts/ordinary-words";
import {
  afterNames,
  beforeNames,
  besideNames,
  longAbbreviations,
  properPhrases,
  properWords,
} from "@/lib/contracts/proper-words";

/** A piece of a recorded text: unchanged, or capitals to show as small letters, with a period that the record lacks. */
export type ReadingPiece = string | { small: string; period?: true };

/** From this share of its letters on in capitals a text counts as written in them. */
export const mostly = 0.8;

/** Endings of ordinary words; shorter words that end so are too often names. */
const ending =
  /^[a-z]{3,}(?:ing|ed|ly|ity|ies|able|ible|ous|ive|ful|less|ness|ship|ware|ward|[ts]ion|ment|[ae]nce|[ae]nt|ical|ional|ial|al|ure|ary|ory|iz(?:e|es|ed)|ate|er|or|ist|ism|ics|age|itis|osis|ology|graphy|metry|scope|proof)s?$/;
const shortest = 7;

/** Names that end as ordinary words do. */
const endLikeWords = new Set(
  "boeing bonners broward haivision harpers simunition springer wipedrive".split(" "),
);

/** Beginnings that a hyphen parts from an ordinary word: RE-ALIGN. */
const prefixes = new Set(
  "anti co de e inter mid multi non off on out over pre post pro re self semi sub tele un under up".split(
    " ",
  ),
);

/**
 * A separate word with its possessive: no character next to it makes it part of a code or an abbreviation. A period between two
 * words of three letters ends a sentence whose space is missing, unless it is in an address on the Internet.
 */
const word =
  /(?<![\p{L}\d&@_'’]|(?<!\p{L}{3})\.)(\p{Lu}+)(['’]\p{Lu}{1,2}(?!\p{L}))?(?![\p{L}\d&@_]|['’]\p{L}|\.(?!\p{L}{3})\p{L}|\.(?:COM|GOV|NET|ORG|MIL)\b)/gu;

/** The article, which is no letter of a list or a name: a word follows it. */
const article = /^A \p{Lu}{2}/u;

/** The text before a word that begins a sentence: nothing, or a period that does not end an abbreviation. */
const begins = /^[^\p{L}\d]{0,8}$|(?:\p{L}{3}|\d|\))[.!?](?:\s{1,3})?$/u;

/** Proper names by their letters in lower case. */
export const properNames = new Map([...properWords].map((name) => [name.toLowerCase(), name]));

const properPhrase = new RegExp(`\\b(?:${properPhrases.join("|")})\\b`, "gi");

/** A word at its place in a text. */
export interface ShownWord {
  index: number;
  text: string;
  /** How it is shown; `null` unchanged. */
  shown: string | null;
}

interface Word extends ShownWord {
  kind: "name" | "ordinary" | "unknown";
}

/**
 * How a text that is recorded in capitals can be shown to be read: ordinary words in small letters, names with a capital,
 * abbreviations, codes and short unknown words unchanged. The pieces together are the text.
 */
export function readingPieces(text: string): ReadingPiece[] {
  if (shareOfCapitals(text) < mostly) return [text];
  const words = [...text.matchAll(word)].map((match) => readWord(match, text));
  for (const [at, one] of words.entries()) capitalizeBeside(words, at, one, text);
  for (const { index, 0: phrase } of text.matchAll(properPhrase)) {
    for (const one of words) {
      const isInside = one.index >= index && one.index < index + phrase.length;
      if (isInside && one.kind === "ordinary") one.shown = titled(one.text);
    }
  }
  return piecesOf(text, words);
}

/** The same as one text, for a title. */
export const readableText = (text: string): string => readPieces(readingPieces(text));

/** Pieces as a reader sees them. */
export const readPieces = (pieces: ReadingPiece[]): string =>
  pieces
    .map((piece) =>
      typeof piece === "string" ? piece : `${piece.small.toLowerCase()}${piece.period ? "." : ""}`,
    )
    .join("");

function readWord(
  { 0: text, 1: stem = "", 2: possessive = "", index }: RegExpExecArray,
  whole: string,
): Word {
  const small = stem.toLowerCase();
  const end = possessive.toLowerCase();
  const as = (kind: Word["kind"], shown: string | null) => ({ index, text, kind, shown });
  const name = small === "may" && isMonth(whole, index, text) ? "May" : properNames.get(small);
  if (name !== undefined) return as("name", name + end);
  if (stem === "A" ? article.test(whole.slice(index)) : isOrdinary(small) || isPrefix(small, whole, index)) {
    const starts = begins.test(whole.slice(Math.max(0, index - 9), index));
    return as("ordinary", (starts ? titled(stem) : small) + end);
  }
  if (looksLikeName(small)) return as("name", titled(stem) + end);
  return as("unknown", possessive === "" ? null : stem + end);
}

/** Capitalizes a word that is part of a name where a name is next to it. */
function capitalizeBeside(words: Word[], at: number, one: Word, text: string) {
  if (one.kind !== "name") return;
  for (const step of [-1, 1]) {
    for (let next = at + step; ; next += step) {
      const other = words[next];
      const between = other && text.slice(...spaceBetween(other, words[next - step] as Word));
      const small = other?.text.toLowerCase() ?? "";
      if (!other || between !== " " || other.kind === "name") break;
      const belongs = step === -1 ? beforeNames : afterNames;
      if (!belongs.has(small) && !besideNames.has(small)) break;
      words[next] = { ...other, shown: titled(other.text), kind: "ordinary" };
    }
  }
}

const spaceBetween = (one: Word, other: Word): [number, number] =>
  one.index < other.index
    ? [one.index + one.text.length, other.index]
    : [other.index + other.text.length, one.index];

/** The text cut where capitals begin and end to be shown as small letters. What has no letter joins what is before it. */
export function piecesOf(text: string, words: readonly ShownWord[]): ReadingPiece[] {
  const pieces: { text: string; small: boolean; period?: true }[] = [];
  const add = (piece: string, small: boolean) => {
    const last = pieces.at(-1);
    if (piece === "") return;
    if (last && !last.period && (last.small === small || !/\p{L}/u.test(piece))) last.text += piece;
    else pieces.push({ text: piece, small });
  };
  let end = 0;
  for (const { index, text: recorded, shown } of words) {
    if (shown === null) continue;
    add(text.slice(end, index), false);
    for (const [at, letter] of [...recorded].entries()) add(letter, letter !== shown[at]);
    const last = pieces.at(-1);
    if (last && shown.length > recorded.length) last.period = true;
    end = index + recorded.length;
  }
  add(text.slice(end), false);
  return pieces.map(({ text: piece, small, period }) =>
    small ? { small: piece, ...(period && { period }) } : piece,
  );
}

/** `Word` of WORD. */
export const titled = (stem: string) => stem.charAt(0) + stem.slice(1).toLowerCase();

export const isOrdinary = (small: string) =>
  ordinaryWords.has(small) ||
  small === "may" ||
  (small.length >= shortest && ending.test(small) && !endLikeWords.has(small));

const isPrefix = (small: string, text: string, index: number) => {
  const next = /^-(\p{Lu}+)/u.exec(text.slice(index + small.length))?.[1]?.toLowerCase();
  return next !== undefined && prefixes.has(small) && isOrdinary(next);
};

/** Whether MAY is the month: it is beside a number, or no word follows it. */
const isMonth = (whole: string, index: number, { length }: string) =>
  /\d[\s,]{1,2}$/.test(whole.slice(0, index)) || !/^\s\p{L}/u.test(whole.slice(index + length));

/** Whether an unknown word can be pronounced and is too long for most abbreviations. */
export const looksLikeName = (small: string, shortestName = 6) =>
  small.length >= shortestName &&
  !longAbbreviations.has(small) &&
  /^[a-z]+$/.test(small) &&
  !/[^aeiouy]{5}|^[^aeiouy]{4}|[aeiou]{4}|q(?!u)|(.)\1\1/.test(small) &&
  (small.match(/[aeiouy]/g)?.length ?? 0) >= small.length / 4;

export function shareOfCapitals(text: string): number {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters === 0 ? 0 : (text.match(/\p{Lu}/gu)?.length ?? 0) / letters;
}
