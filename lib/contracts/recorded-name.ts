import {
  isOrdinary,
  looksLikeName,
  mostly,
  piecesOf,
  properNames,
  type ReadingPiece,
  readPieces,
  type ShownWord,
  shareOfCapitals,
  titled,
} from "@/lib/contracts/recorded-text";

/** Legal forms and other abbreviations as they are written; a period is added where the record has none. */
const abbreviations = new Map(
  "Inc. Corp. Co. Ltd. Dr. Mr. Jr. Sr. St. Bros. Assoc. Mfg. Intl."
    .split(" ")
    .map((form) => [form.slice(0, -1).toLowerCase(), form]),
);

/** Words in small letters unless they begin the name. */
const smallWords = new Set("a an and at by dba de del for from in la of on or the to with y".split(" "));

/** Words of names in their own spelling, where the rule would give another. */
const spellings = new Map(
  `
  AECOM MITRE NYSARC GovCIO GardaWorld ElbitAmerica McRT Booz Axon Dev Sundt Swish Welch Clark Ernst Farms
  Sons Tree Reed Fox Lone King Dawn Tele Toro Click Omni Utah Lee Tom Frank Don Kent Adam Jim Karl Iris
  Saul Otto Wong Glenn Zayo Boss Epic Bean Rite Think Ben Chunk Avid Bona Fide Northland Polk Solv Ryan
  Stamp Crosstown Busy Bee Jill Lisa Bob Mind Neil Rose Spry Joe Moon Rome Elk Mack Ruth Wrigglesworth
  Ellsworth Bush Nord Brandt Mile Son Eyes Crest Gill Stuff Webbs Yale Spotlight Shultz Nightwinds Moto
  Shea Instincts Mint Casa Ajax Tide Deschamps Neal Gross Dial Charm Golf Wink Blink Skips Kiwi Notch
  Walsh Lea Paws Tuff Pope Rudy Pike Hank Pie Gabe Born Knapp Phelps Gesellschaft Dave Lynn Wolf Holt
  Shorthand Hope Norms Vega Fink Limo Zane Luke Pitt Ivy Galls Gara Hess Bow Zoll Rush Krug Lurk Clubs
  Koch Tait Louie Boy Hale Kong Brands Penn Hobbs Kell Buckstaff Finn Singh Ward Zorn Dan Kain Krebs Alan
  Boen Ann Marr Hoyt Helm Diaz Spot Hutt Cruz Hays Halo Nick Marsh Meat Kate Donn Wyle Sportsmen
  Sportsmens Sportsmans Goal Teel Hein Brink Gee Whiz Brinkmann Boyd Shah Storz Transcend Transworld
  Transwest Dade Swarm Pugh Rowe Schell Riva Zenn Starzz Schatz Hawaiian Blackhawk Jenks Baig San El
  Rio Tri Pro Arc Ace Dept Info Comm Gem Asta Jan Dr Mac Aqua Man Cox Xpress Apex Acme Nina Ana Ed Sam Ken
  Ty
`
    .trim()
    .split(/\s+/)
    .map((word) => [word.toLowerCase(), word]),
);

/** From how many letters on an unknown word that can be pronounced is a name, and no abbreviation. */
const shortestName = 5;

const word = /\p{Lu}+/gu;

/** The article at the end of a name that does not begin with it. */
const lastArticle = /^(?!THE\b)(.+?),? (?:\(THE\)|THE)$/iu;

/**
 * A recipient's name in title case, its article first: PALANTIR USG, INC is Palantir USG, Inc., and FIRING PIN, LLC, THE is
 * The Firing Pin, LLC. Letters of a name that is not in capitals are unchanged.
 */
export const readableName = (recorded: string): string =>
  readPieces(
    namePieces(recorded.replace(lastArticle, shareOfCapitals(recorded) < mostly ? "The $1" : "THE $1")),
  );

/** A name in title case as pieces, which together are the name as recorded: its article stays where it is. */
export function namePieces(recorded: string): ReadingPiece[] {
  if (shareOfCapitals(recorded) < mostly) return [recorded];
  const words = [...recorded.matchAll(word)].map(({ 0: text, index }): ShownWord => {
    const before = recorded.slice(0, index);
    const after = recorded.slice(index + text.length);
    return { index, text, shown: shownWord(text, before, after) };
  });
  return piecesOf(recorded, words);
}

function shownWord(text: string, before: string, after: string): string | null {
  const small = text.toLowerCase();
  if (/\p{L}['’]$/u.test(before) && text.length <= 2) return small; // the possessive
  if (/[\d&]$|\p{L}&?['.]?$/u.test(before) && text.length === 1) return null; // a code, or initials
  if (/^[.&]\p{L}(?!\p{L})/u.test(after) && text.length === 1) return null;
  if (/\.$/.test(before) && /^(?:com|org|net|gov|io)$/.test(small)) return small;
  if (text.length <= 3 && (/&$/.test(before) || /^&\p{L}/u.test(after))) return null; // AT&T
  if (text.length <= 3 && /^\d+(?![\p{L}\d])/u.test(after)) return null; // ACT1
  if (text.length === 1) return small === "a" && before !== "" && /^ \p{L}/u.test(after) ? small : null;
  const abbreviation = abbreviations.get(small);
  if (abbreviation !== undefined)
    return after.startsWith(".") || (after === "" && before === "")
      ? abbreviation.slice(0, -1)
      : abbreviation;
  if (small === "the" && /^\)?$/.test(after)) return titled(text);
  if (smallWords.has(small)) return before.trim() === "" || /-$/.test(before) ? titled(text) : small;
  const own = spellings.get(small) ?? properNames.get(small);
  if (own !== undefined) return own;
  const part = /^MC\p{L}{3,}$/u.test(text) ? `Mc${titled(text.slice(2))}` : titled(text);
  return isOrdinary(small) || part.startsWith("Mc") || looksLikeName(small, shortestName) ? part : null;
}
