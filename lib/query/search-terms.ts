import { bare, namesContract, piidIn } from "@/lib/contracts/awards";

/** One word or quoted phrase of a search; `excluded` if it begins with `-`. */
export interface Term {
  text: string;
  excluded: boolean;
  /** The PIID in the text, if it differs from the text: the search looks for both. */
  piid?: string;
}

/**
 * Splits a search into terms at its spaces, except inside `"double quotes"`; a leading `-` excludes a term. A quote that
 * is not closed runs to the end. If a PIID is among other words, as in a pasted text, only the PIID and the excluded
 * terms are used.
 */
export function searchTerms(q: string): Term[] {
  const terms = splitTerms(q);
  const piids = terms.filter(({ text, excluded }) => !excluded && namesContract(text));
  if (piids.length === 0 || piids.length === terms.length) return terms;
  return [
    ...piids.map(({ text }) => ({ text: bare(text), excluded: false, ...piidOf(bare(text)) })),
    ...terms.filter(({ excluded }) => excluded),
  ];
}

function splitTerms(q: string): Term[] {
  return [...q.matchAll(/(-?)"([^"]*)(?:"|$)|(\S+)/g)].flatMap(([, minus, phrase, word]) => {
    if (phrase !== undefined) {
      const text = phrase.trim();
      return text ? [{ text, excluded: minus === "-" }] : [];
    }
    const excluded = word !== undefined && word.length > 1 && word.startsWith("-");
    const text = (excluded ? word?.slice(1) : word) ?? "";
    return [{ text, excluded, ...piidOf(text) }];
  });
}

function piidOf(text: string): Pick<Term, "piid"> {
  const piid = piidIn(text);
  return piid === undefined ? {} : { piid };
}
