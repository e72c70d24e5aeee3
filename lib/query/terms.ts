import { piidIn } from "@/lib/contracts/awards";

/** One word or quoted phrase of a search; `excluded` where it began with `-`. */
export interface Term {
  text: string;
  excluded: boolean;
  /** The PIID that the text stands for, where that is another text: it is looked for too. */
  piid?: string;
}

/**
 * Splits a search into its terms: at spaces, but not inside `"double quotes"`; a leading `-` excludes.
 * A quote that is never closed runs to the end.
 */
export function searchTerms(q: string): Term[] {
  return [...q.matchAll(/(-?)"([^"]*)(?:"|$)|(\S+)/g)].flatMap(([, minus, phrase, word]) => {
    if (phrase !== undefined) {
      const text = phrase.trim();
      return text ? [{ text, excluded: minus === "-" }] : [];
    }
    const excluded = word !== undefined && word.length > 1 && word.startsWith("-");
    const text = (excluded ? word?.slice(1) : word) ?? "";
    const piid = piidIn(text);
    return [{ text, excluded, ...(piid && { piid }) }];
  });
}
