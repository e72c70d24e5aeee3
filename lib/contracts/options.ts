import type { Day } from "@/lib/contracts/days";
import type { ActionKind, KindReading } from "@/lib/contracts/kinds";
import {
  lengthOf,
  lengthOfNoun,
  type OptionLength,
  throughOf,
  throughOfNoun,
} from "@/lib/contracts/option-terms";
import { endOf, exerciseIn, extensionIn, optionIn, type WordsFound } from "@/lib/contracts/option-words";

/** What a description does with an option, or with the time of a contract. */
export type OptionDeed = "exercises" | "extends" | "names";

/** What words say of an option or an extension. */
export interface OptionReading {
  does: OptionDeed;
  /** The words that say it, as recorded. */
  phrase: string;
  /** How long the option or the extension is, where the words say it. */
  length: OptionLength | null;
  /** Its last day, where the words say it. */
  through: Day | null;
}

/** Kinds of actions that end a contract: an option in their words is of the past. */
const ended: ReadonlySet<ActionKind> = new Set(["terminated", "cancelled", "closed out"]);

/** Kinds at which a named option may begin: no money for the first time is no beginning. */
const begins: ReadonlySet<ActionKind> = new Set(["award", "money added", "option exercised", "extended"]);
/** Words of an option that is under way, or only held: such an option does not begin at this action. */
const underWay =
  /\bFUND|\bREMAIN|\bBALANCE|\bINCR|\bCORRECT|\bREVIS|\bADJUST|RE-?ALIGN|\bCHANG|\bUPDAT|\bDECREAS|\bREDUC|\bREMOV(?!AL)|\bPRIOR|\bPREVIOUS|\bCURRENT|\bFUTURE|\bNOT\b|\bUNEXERCISED|\bCANCEL|\bCLOS|\bDE-?(?:OBLIG|SCOP)|\bWAGE|\bINCORPORAT|\b(?:ADD|BASE|PLUS|WITH|INCLUD)\w*\b.*OPT|\+/i;

/** What a description says of an option or an extension; `null` if nothing. */
export function readOption({
  kind,
  words,
  description,
}: Pick<KindReading, "kind" | "words"> & { description: string | null }): OptionReading | null {
  const text = description?.trim() ?? "";
  const exercised = ended.has(kind) ? null : exerciseIn(text);
  const extended = ended.has(kind) || exercised ? null : extensionIn(text);
  const verb = exercised ?? extended;
  const noun = optionIn(text, verb?.index ?? 0);
  const isRecorded = kind === "option exercised" && !exercised;
  const does = exercised || isRecorded ? "exercises" : extended ? "extends" : noun ? "names" : null;
  if (does === null) return null;
  const start = verb ?? noun;
  // The recorded type says that an option is exercised, and the description nothing of it.
  if (!start) return { does, phrase: words ?? "", length: null, through: null };

  const isNew = does !== "names" || (begins.has(kind) && !underWay.test(text));
  const through = does === "names" ? throughOfNoun(text, noun) : throughOf(text);
  const length = isNew
    ? (lengthOf(text, start.index) ?? (does === "extends" ? null : lengthOfNoun(text, noun)))
    : null;
  const parts = [start, noun, through, length].filter(
    (part) => part && part.index > start.index - 50 && part.index < start.index + 110,
  ) as WordsFound[];
  const [from, to] = [Math.min(...parts.map(({ index }) => index)), Math.max(...parts.map(endOf))];
  return {
    does,
    phrase: text.slice(from, to).replace(/[\s.,;:(-]+$/, ""),
    length: length?.value ?? null,
    through: through?.value ?? null,
  };
}
