import { ordinaryWords } from "@/lib/contracts/ordinary-words";

/** A piece of a recorded text: unchanged, or ordinary words in capitals, the first of which may begin a sentence. */
export type ReadingPiece = string | { text: string; shown: "small" | "begins" };

type Shown = "small" | "begins" | "as recorded";

/** From this share of its letters on in capitals a text counts as written in them. */
const mostly = 0.8;

/** Endings of ordinary words; shorter words that end so are too often names. */
const ending =
  /^[a-z]{3,}(?:ing|ed|ly|ity|ies|able|ible|ous|ive|ful|less|ness|ship|ware|ward|[ts]ion|ment|[ae]nce|[ae]nt|ical|ional|ial|al|ure|ary|ory|iz(?:e|es|ed)|ate|er|or|ist|ism|ics|age)s?$/;
const shortest = 7;

/** Names that end as ordinary words do. */
const names = new Set(
  "appdynamics avengers benning boeing bonners broward florence haivision harpers imperial kimberly riverbed simunition springer sterling wipedrive".split(
    " ",
  ),
);

/** A separate word: no character next to it makes it part of a code or an abbreviation. */
const word = /(?<![\p{L}\d&@_.'’])\p{Lu}+(?:['’]\p{Lu}+)?(?![\p{L}\d&@_'’]|\.\p{L})/gu;

/** The article, which is no letter of a list or a name: a word follows it. */
const article = /^A \p{Lu}{2}/u;

/** The text before a word that begins a sentence: nothing, or a period that does not end an abbreviation. */
const begins = /^[^\p{L}\d]{0,8}$|(?:\p{L}{3}|\d|\))[.!?]\s{1,3}$/u;

/**
 * How a text that is recorded in capitals can be shown to be read: its ordinary words in small letters, everything
 * else (names, abbreviations, codes, unknown words) unchanged. The pieces together are the text.
 */
export function readingPieces(text: string): ReadingPiece[] {
  if (shareOfCapitals(text) < mostly) return [text];
  const pieces: { text: string; shown: Shown }[] = [];
  const add = (piece: string, shown: Shown) => {
    const last = pieces.at(-1);
    if (piece === "") return;
    // What has no letter looks the same either way: it joins the words around it.
    if (last && last.shown !== "begins" && (last.shown === shown || !/\p{L}/u.test(piece)))
      last.text += piece;
    else pieces.push({ text: piece, shown });
  };
  let end = 0;
  for (const { 0: found, index } of text.matchAll(word)) {
    const isArticle = found === "A" && article.test(text.slice(index));
    if (!isArticle && !isOrdinary(found.toLowerCase())) continue;
    add(text.slice(end, index), "as recorded");
    add(found, begins.test(text.slice(Math.max(0, index - 9), index)) ? "begins" : "small");
    end = index + found.length;
  }
  add(text.slice(end), "as recorded");
  return pieces.map(({ text: piece, shown }) => (shown === "as recorded" ? piece : { text: piece, shown }));
}

function isOrdinary(word: string): boolean {
  const [stem = "", possessive] = word.split(/['’]/);
  if (possessive !== undefined && possessive !== "s") return false;
  return ordinaryWords.has(stem) || (stem.length >= shortest && ending.test(stem) && !names.has(stem));
}

function shareOfCapitals(text: string): number {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters === 0 ? 0 : (text.match(/\p{Lu}/gu)?.length ?? 0) / letters;
}
