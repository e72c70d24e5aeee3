import { nameParts } from "@/lib/identity/names";

/** A misspelled name, how it was misspelled, and the name that it means. */
interface Misspelling {
  typed: string;
  rule: string;
  name: string;
}

/** How names are misspelled, by description; a rule gives `null` for a name that it does not apply to. */
type Slips = Record<string, (name: string, random: Random) => string | null>;

type Random = () => number;

const vowels = ["a", "e", "i", "o", "u"];
/** Letters that sound alike. */
const soundAlike = [
  ["ph", "f"],
  ["ck", "k"],
  ["c", "k"],
  ["c", "s"],
  ["y", "i"],
  ["i", "y"],
  ["s", "z"],
  ["x", "ks"],
  ["qu", "kw"],
  ["ea", "ee"],
] as const;

const pick = <Item>(items: readonly Item[], random: Random): Item | undefined =>
  items[Math.floor(random() * items.length)];

/** The places of a name where a letter is followed by another. */
const places = (name: string) =>
  [...name].flatMap((letter, at) => (/\w/.test(letter) && /\w/.test(name[at + 1] ?? "") ? [at] : []));

const replaced = (name: string, at: number, length: number, by: string) =>
  name.slice(0, at) + by + name.slice(at + length);

/** The first letter stays. */
export const plainSlips: Slips = {
  "a letter left out": (name, random) => {
    const at = pick(places(name), random);
    return at === undefined ? null : replaced(name, at + 1, 1, "");
  },
  "a letter doubled": (name, random) => {
    const at = pick(places(name), random);
    return at === undefined ? null : replaced(name, at, 0, name[at] ?? "");
  },
  "two letters swapped": (name, random) => {
    const at = pick(
      places(name).filter((place) => place > 0 && name[place] !== name[place + 1]),
      random,
    );
    return at === undefined ? null : replaced(name, at, 2, `${name[at + 1]}${name[at]}`);
  },
  "another vowel": (name, random) => {
    const at = pick(
      places(name).filter((place) => place > 0 && vowels.includes(name[place] ?? "")),
      random,
    );
    if (at === undefined) return null;
    return replaced(
      name,
      at,
      1,
      pick(
        vowels.filter((vowel) => vowel !== name[at]),
        random,
      ) ?? "",
    );
  },
  "letters that sound alike": (name, random) => {
    const pair = pick(
      soundAlike.filter(([letters]) => name.indexOf(letters) > 0),
      random,
    );
    return pair ? replaced(name, name.indexOf(pair[0]), pair[0].length, pair[1]) : null;
  },
  "a space left out": (name) => (name.includes(" ") ? name.replace(" ", "") : null),
};

/** Letters beside each other on a keyboard. */
const neighbors: Record<string, string> = {
  ...{
    a: "s",
    b: "v",
    c: "x",
    d: "s",
    e: "r",
    f: "g",
    g: "h",
    h: "j",
    i: "o",
    j: "k",
    k: "l",
    l: "k",
    m: "n",
  },
  ...{
    n: "m",
    o: "p",
    p: "o",
    q: "w",
    r: "t",
    s: "d",
    t: "y",
    u: "i",
    v: "b",
    w: "e",
    x: "z",
    y: "u",
    z: "x",
  },
};
/** Words of company names as people shorten them. */
const shortForms: Record<string, string> = {
  ...{ group: "grp", services: "svcs", management: "mgmt", international: "intl", technologies: "tech" },
  ...{ systems: "sys", solutions: "solns", associates: "assoc", government: "govt", national: "natl" },
  ...{ security: "sec", construction: "const", communications: "comm", center: "ctr", university: "univ" },
  ...{ federal: "fed", brothers: "bros", engineering: "engr", industries: "ind", medical: "med" },
};

/** What hands do at a keyboard, and what people leave out. */
export const keyboardSlips: Slips = {
  "the key beside": (name, random) => {
    const at = pick(places(name), random);
    return at === undefined ? null : replaced(name, at + 1, 1, neighbors[name[at + 1] ?? ""] ?? "e");
  },
  "a double letter once": (name) => (/(\w)\1/.test(name) ? name.replace(/(\w)\1/, "$1") : null),
  "a word shortened": (name) => {
    const word = name.split(" ").find((one) => one in shortForms);
    return word ? name.replace(word, shortForms[word] ?? word) : null;
  },
  "no spaces": (name) => (name.includes(" ") ? name.replaceAll(" ", "") : null),
  "a space inside a word": (name, random) => {
    const long = name.split(" ")[0]?.length ?? 0;
    return long < 7 ? null : replaced(name, 3 + Math.floor(random() * (long - 5)), 0, " ");
  },
  "plural or singular": (name) =>
    /\w{3}s$/.test(name) ? name.slice(0, -1) : /\w{4}$/.test(name) ? `${name}s` : null,
  "two slips": (name, random) => {
    const once =
      name.replaceAll(" ", "").length < 10 ? null : plainSlips["two letters swapped"]?.(name, random);
    return once ? (plainSlips["a letter left out"]?.(once, random) ?? null) : null;
  },
};

/** The fewest letters of a name: a shorter one is misspelled into another name. */
const shortestName = 5;

/** Misspells one name after another, each by the next rule that applies to it. */
export function misspellings(
  names: readonly string[],
  most: number,
  random: Random,
  rules = plainSlips,
): Misspelling[] {
  const kinds = Object.keys(rules);
  const found: Misspelling[] = [];
  let next = 0;
  for (const own of names) {
    if (found.length === most) break;
    const name = nameParts(own).stem;
    if (name.replaceAll(" ", "").length < shortestName) continue;
    for (let tries = 0; tries < kinds.length; tries += 1) {
      const rule = kinds[(next + tries) % kinds.length] ?? "";
      const typed = rules[rule]?.(name, random) ?? null;
      if (typed === null || typed === name) continue;
      found.push({ typed, rule, name: own });
      next += tries + 1;
      break;
    }
  }
  return found;
}
