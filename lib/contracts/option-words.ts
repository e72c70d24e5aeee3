/** A part of a text that words were found in. */
export interface WordsFound {
  index: number;
  0: string;
}
export const endOf = (found: WordsFound) => found.index + found[0].length;

/** The words for one to nineteen. */
export const numberWords =
  "ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN ELEVEN TWELVE THIRTEEN FOURTEEN FIFTEEN SIXTEEN SEVENTEEN EIGHTEEN NINETEEN".split(
    " ",
  );

export const which = `(?:\\d{1,2}[A-Z]?(?![./]\\d)|[IV]{1,4}|${numberWords.slice(0, 12).join("|")})\\b`;
const stretch = "(?:P[ER]{1,2}D?I+OD|PEIOD|PD|YEARN?|YR|MONTH|QUARTER)S?(?![A-Z])(?:\\.(?= ?\\d))?";
/** An option with its noun and number where they follow: "OPTION PERIOD 3", "OPT. YR. 4", "OPTIONAL CLIN", "OY2". */
export const option = [
  `(?:O(?:PTI?O?|TIO|PIO|PTOI|PITO)N(?:S|AL)?|OPTIO)\\b(?: ?[-:]? ?(?:${stretch}|S?CLINS?\\b)(?:[ #:(-]{0,2}${which}\\)?)?| ?[#(-]? ?${which}\\)?)?`,
  `OPT\\b\\.? ?(?:${stretch}(?:[ #(-]{0,2}${which}\\)?)?|\\d{1,2}\\b)`,
  "OPTION(?:YEAR|PERIOD)?\\d\\w*",
  "OPS ?PD(?: \\d)?",
  "O\\.?[YP]\\.?[ #-]{0,2}(?:\\d{1,2}(?:[A-Z]?\\b|(?=OF))|I{1,3}|IV|ONE|TWO|THREE|FOUR|FIVE)\\b",
  "OYS?\\b",
].join("|");
const exercise = "EX(?:ERCIS|CERCIS|ECIS|ERICS|ERCIZ|ERSIS|CERIS)";
const term =
  "(?:PERIOD|POP|PERFORMANCE|DATES?|CONTRACT|ORDER|CALL|AWARD|AGREEMENT|SERVICES?|SUPPORT|TASK|MONTHS?|DAYS?|WEEKS?|YEARS?|UNTIL|THROUGH|OPTION|LICENSES?|SUBSCRIPTIONS?|DELIVERY|BPA|LEASE|TIME|COMPLETION|DEADLINE|TERM|RENTAL|WORK|S?CLINS?|(?:LINE )?ITEMS?|LINES?)";

/** One expression of several sources, for every place in a text, in any case of letters. */
export const patterns = (...sources: string[]) => new RegExp(sources.join("|"), "gi");
const exercises = patterns(
  `\\b${exercise}(?:E|ES|ED|ING)\\b.{0,60}?(?:\\b(?:${option})|\\bS?CLINS?\\b(?: \\w+)?|\\b(?:SLIN|LINE|SURGE)S?\\b|\\bFAR (?:CLAUSE |PART )?5?2[\\d.-]+|\\b52\\.217-\\d|\\bEXTENSION)`,
  `\\b(?:${option}|CLIN)(?: \\(?(?!NOT|TO|UN)\\w+\\)?)?(?: (?:IS|ARE|WAS|WERE|HAS BEEN|BEING|HEREBY)\\b){0,3}(?: TO)?(?: -)? ${exercise}ED?\\b`,
  `\\bEX\\.? (?:${option})`,
  `\\b${exercise}(?:E|ES|ED|ING)\\b (?:\\w+ ){0,2}(?:\\(\\d+\\) )?(?:MONTH|WEEK|DAY)S?\\b|\\b52\\.217-\\d ${exercise}ED?\\b`,
  `\\b(?:EXECUT|ACTIVAT|INVOK)(?:E|ES|ED|ING|ION OF)\\b (?:(?:THE|AN?|FIRST|SECOND|THIRD|FOURTH) ){0,2}(?:${option})`,
);
const extend = patterns(
  `\\bEXTEND(?:S|ING)?\\b.{0,60}?\\b(?:${term}\\b(?: OF PERFORMANCE| ORDER)?|(?:${option}))`,
  `\\bEXTEND(?:S|ED|ING)? (?:TO|THRU|BY|FOR) (?=\\w+ (?:\\(\\d+\\) )?(?:\\d|DAY|WEEK|MO))`,
  "\\bEXTEND(?:S|ED|ING)? (?:TO|THRU|BY|FOR) (?=\\d)",
  "(?<=\\bMOD(?:IFICATION)? (?:P\\d+ )?)EXTENDS\\b|\\b(?:POP|DAY|WEEK|MONTH) EXTEND\\b",
  "\\bTO EXTEND(?= AT NO\\b|\\W*$)",
  `\\bEXTENDED (?:(?:THE|THIS) .{0,40}?\\b${term}|(?:POP|PERIOD|PERFORMANCE|CONTRACT|(?:TASK )?ORDER|DELIVERY (?:DATE|TIME)|COMPLETION|S?CLINS?|LINES?))\\b(?: OF PERFORMANCE| ORDER)?`,
  `\\b(?:IS|WAS|WERE|BE|BEEN|BEING|${term}) EXTENDED\\b(?! WARRANT| MAINT| SERVICE| SUPPORT| HOURS| STAY)`,
  `\\b${term}\\b(?: \\([A-Z ]+\\))? EXTENSION`,
  "\\bNO[- ](?:ADDITIONAL )?C[O0]ST\\)? (?:TIME )?EXTENSION",
  "\\b(?:DELAYS?|BILATERAL|UNILATERAL|RELATED|FINAL|BRIDGE|ADDITIONAL|ANOTHER|52\\.217-[89]) EXTENSION\\b",
  "\\bEXTENSION (?:OF|TO|BY|AND FUND\\w+|FROM|FOR|THROUGH|THRU|UNTIL|UNDER|DUE TO|POP|REQUEST|MOD(?:IFICATION)?)\\b",
  "^(?:P\\d{5}\\W+)?EXTENSION\\b(?! CORD| LADDER| TUBE)|(?:FOR|[-:]) EXTENSION\\W*$",
);
const names = patterns(`\\b(?:${option})`);
/** What every match of these patterns has; quick to rule out. */
const maybeExercises = /\b(?:EX|ACTIVAT|INVOK)/i;
const maybeExtends = /EXTEN/i;

/** What comes before a verb that is not carried out, not yet, or was before. */
const undone =
  /(?:\b(?:NOT|NEVER|WITHOUT|DECLIN\w+|IN LIEU OF|INSTEAD OF|INTENT(?:ION)?|INTENDS?|NOTICE|RIGHT|OPTIONS?(?= TO )|ABILITY|PREVIOUS(?:LY)?|ALREADY|MAY|CAN|COULD|IF|PRIOR|BEFORE|ONCE|(?<!AGREED )UPON|WHEN|AFTER|RESCIND\w*|REVERS\w+|CANCEL\w*)|N[’']T) (?:(?:TO|BE|BEING|THE|OF|AN?|FULLY|IS|WAS|ALL) ){0,3}$/i;

/** The first words of a text that a pattern finds and that are carried out. */
function done(pattern: RegExp, text: string): WordsFound | null {
  for (const found of text.matchAll(pattern)) {
    if (!undone.test(text.slice(Math.max(0, found.index - 40), found.index))) return found;
  }
  return null;
}

/** The words of a text that exercise an option; `null` where none do, or where it says that none is exercised. */
export const exerciseIn = (text: string) => (maybeExercises.test(text) ? done(exercises, text) : null);
/** The words of a text that move the end of the work, or a delivery, to a later day. */
export const extensionIn = (text: string) => (maybeExtends.test(text) ? done(extend, text) : null);

/** The first option that a text names from a place on. */
export function optionIn(text: string, from: number): WordsFound | null {
  names.lastIndex = from;
  return names.exec(text);
}
