import { bare, namesContract, piidIn } from "@/lib/contracts/awards";

/** One word or quoted phrase of a search; `excluded` where it began with `-`. */
export interface Term {
  text: string;
  excluded: boolean;
  /** The PIID that the text stands for, where that is another text: it is looked for too. */
  piid?: string;
}

/**
 * Splits a search into its terms: at spaces, but not inside `"double quotes"`; a leading `-` excludes.
 * A quote that is never closed runs to the end. Of a pasted text that holds a PIID among other words only the PIID is
 * searched for, and what is excluded.
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
