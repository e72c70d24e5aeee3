/** The replacements of e-mail addresses and phone numbers. */
export const mailMark = "[e-mail removed]";
export const phoneMark = "[phone removed]";

/** A fast test that almost every text fails: an `@`, or seven digits close together. */
const suspicious = /@|\d{3}[\s().-]{0,4}\d{4}/;

/** The characters before an `@`. */
const inName = "[A-Z0-9._%+'-]";
// An unbounded pattern starts only at the beginning of a run of its characters, so that the time stays proportional to the
// length of the text.
const mail = new RegExp(
  `(?<!${inName})([._%+'-]*)[A-Z0-9](?:${inName}*[A-Z0-9_])?\\s?@\\s?(?:[A-Z0-9-]+\\.)+[A-Z]{2,}`,
  "gi",
);
/** An address with a dot before the `@` needs none after it. */
const shortMail = new RegExp(
  `(?<!${inName})([0-9._%+'-]*)[A-Z](?=[A-Z0-9_%+'-]*\\.)${inName}*[A-Z0-9]@[A-Z][A-Z0-9-]*`,
  "gi",
);

const extension = "(?:[\\s,;.]{0,2}(?:EXT?|EXTENSION|X)[.:#\\s]{0,2}\\d{1,6}\\b)?";
/** Area codes and exchanges of North American numbers never begin with 0 or 1. */
const area = "[2-9]\\d{2}";
const exchange = "[2-9]\\d{2}";

/** A number with brackets or separators that is no part of a longer code. */
const written = new RegExp(
  `(?<![\\dA-Z$#/.,-]|[A-Z0-9]-)(?:\\+?1[\\s.-]{0,2})?(?:\\(\\s?${area}\\s?\\)[\\s.-]{0,3}|${area}\\)[\\s.-]{0,2}|${area}[.\\s-]\\s?|${area}\\s-\\s)${exchange}\\s?[\\s.-]\\s?\\d{4}(?![\\dA-Z]|[.,-]\\d|-[A-Z])${extension}`,
  "gi",
);

/**
 * A number without area code or separators counts only after a word that announces it. A short number, such as that of a
 * room, may come between.
 */
const cue = "(?:A?COR|A?COTR|[A-Z]?POC|POV|CONTACT|TELE(?:PHONE)?|TEL|PHONE|PH|CELL|MOBILE|FAX|CALL|WEBVIEW)";
const cued = new RegExp(
  `(\\b${cue}\\b)((?:[^\\d\\n]|(?<!\\d)\\d{1,3}(?!\\d)){0,60}?)(?<![\\dA-Z$#/.-])(?:\\+?1[\\s.-]?)?(?:${area}${exchange}\\d{4}|${area}[\\s.-]${exchange}\\d{4}|${area}${exchange}[\\s.-]\\d{4})(?![\\dA-Z]|[.,-]\\d|-[A-Z])${extension}`,
  "gi",
);
const cuedShort = new RegExp(
  `\\b(?:TELE(?:PHONE)?|TEL|PHONE|PH|CELL|MOBILE|FAX|CALL)\\b[\\s.:#-]{0,4}${exchange}[\\s.-]\\d{4}(?![\\dA-Z]|[.,-]\\d|-[A-Z])${extension}`,
  "gi",
);

/** Ten digits next to a masked address or number. */
const beside = new RegExp(
  `((?:\\[e-mail removed\\]|\\[phone removed\\])[\\s,;:|/.&-]{0,4}(?:(?:OR|AND|CELL|OFFICE|FAX)[\\s:]{1,2})?)(?:1[\\s.-]?)?\\(?${area}\\)?[\\s.-]{0,2}${exchange}[\\s.-]?\\d{4}(?![\\dA-Z]|-[A-Z])`,
  "gi",
);
const before = new RegExp(
  `(?<![\\dA-Z$#/.-])${area}${exchange}\\d{4}([\\s,;:|/]{1,3}\\[e-mail removed\\])`,
  "gi",
);

/** Ten digits after a first and a last name, in capitals. */
const named = new RegExp(
  `(?<![A-Z0-9_'-])(['-]*[A-Z][A-Z'-]+(?: [A-Z]\\.?)? [A-Z][A-Z'-]+)([\\s,:;|-]{1,3})${area}${exchange}\\d{4}(?![\\dA-Z]|[.,_-][\\dA-Z])`,
  "g",
);
/** Words that announce another kind of number, and so are no names. */
const notNames =
  /\b(?:NUMBERS?|NO|NUM|NBR|REQ|REQUEST|REQUISITION|REQUIREMENT|ORDER|CONTRACT|INVOICE|QUOTE|QUOTATION|SERIAL|ACCOUNT|ACCT|APFS|APHS|AAP|AMB|BPA|IDIQ|PR|PO|ID|CODE|ITEM|PART|MODEL|CASE|TASK|AWARD|SOLICITATION|AGREEMENT|REFERENCE|REF|FILE|PROJECT|FUNDING|LICENSE|CLIN|NSN|SKU|DUNS|TAX|EIN|CAGE|DODAAC|TOTAL|AMOUNT|FOR|OF|THE|TO|FROM|IN|ON|WITH|VIA|DHS|ICE|CBP|DIV|UII|ITSR)\b/;

/**
 * Replaces e-mail addresses and phone numbers. Leaves stock numbers (1005-01-123-4567), forecast, requirement and contract
 * numbers, dates and amounts as they are.
 */
export function mask(text: string): string {
  if (!suspicious.test(text)) return text;
  return text
    .replace(mail, `$1${mailMark}`)
    .replace(shortMail, `$1${mailMark}`)
    .replace(written, phoneMark)
    .replace(cued, (match, word: string, between: string) =>
      // In "POC TBD, REQUISITION 2021054531" the nearest words decide.
      notNames.test(between.slice(-24)) ? match : `${word}${between}${phoneMark}`,
    )
    .replace(cuedShort, (match) => match.replace(/[\s.:#-]*\d{3}.*$/s, ` ${phoneMark}`))
    .replace(beside, `$1${phoneMark}`)
    .replace(before, `${phoneMark}$1`)
    .replace(named, (match, name: string, gap: string) =>
      notNames.test(name) ? match : `${name}${gap}${phoneMark}`,
    );
}
