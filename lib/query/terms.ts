/** One word or quoted phrase of a search; `excluded` where it began with `-`. */
export interface Term {
  text: string;
  excluded: boolean;
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
    return [{ text: (excluded ? word?.slice(1) : word) ?? "", excluded }];
  });
}
