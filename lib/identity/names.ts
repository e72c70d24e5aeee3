/**
 * Legal forms and their spellings. LLC and INC are different forms, so that names that differ in them stay apart. Dots and
 * commas are removed first: `L.L.C.` becomes `L L C` or `LLC`.
 */
const legalForms: [form: string, spellings: string[]][] = [
  ["inc", ["inc", "incorporated", "incorporation"]],
  ["llc", ["llc", "l l c", "limited liability company", "limited liability co"]],
  ["corp", ["corp", "corporation"]],
  ["co", ["co", "company"]],
  ["ltd", ["ltd", "limited"]],
  ["lp", ["lp", "l p", "limited partnership"]],
  ["llp", ["llp", "l l p", "limited liability partnership"]],
  ["pc", ["pc", "p c"]],
  ["plc", ["plc", "p l c"]],
  ["pllc", ["pllc", "p l l c"]],
];

const spelled = legalForms
  .flatMap(([form, spellings]) => spellings.map((spelling) => ({ form, ending: ` ${spelling}` })))
  .sort((one, other) => other.ending.length - one.ending.length);

/** Whether a form in single letters follows another single letter: then the letters are initials, as in G. L. P. */
const isInitials = (text: string, ending: string) =>
  ending.charAt(2) === " " && /(^| )\p{L}$/u.test(text.slice(0, -ending.length));

export interface NameParts {
  /** The name without its legal forms, in lower case and plain letters. */
  stem: string;
  /** The legal forms at its end: `["co", "inc"]` for `X COMPANY, INC.` */
  forms: string[];
}

/**
 * Splits a recipient's name for comparison, without case, accents, punctuation, spacing, a leading or trailing THE, and
 * different spellings of legal forms.
 */
export function nameParts(name: string): NameParts {
  let text = name
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/&/g, " and ")
    .replace(/['’.]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/^the /, "")
    .replace(/ the$/, "");
  const forms: string[] = [];
  for (;;) {
    const found = spelled.find(({ ending }) => text.endsWith(ending) && !isInitials(text, ending));
    if (!found) break;
    forms.unshift(found.form);
    text = text.slice(0, -found.ending.length);
  }
  return { stem: text, forms };
}

/** The normalized name: equal for two names that differ in spelling only. */
export function normalizeName(name: string): string {
  const { stem, forms } = nameParts(name);
  return [stem, ...forms].join(" ");
}
