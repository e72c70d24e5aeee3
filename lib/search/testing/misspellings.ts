import { nameParts } from "@/lib/identity/names";

/** A misspelled name, how it was misspelled, and the company that it means. */
interface Misspelling {
  typed: string;
  rule: string;
  company: string;
}

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

/** How a name is misspelled; `null` where the rule does not apply to it. The first letter stays. */
const rules: Record<string, (name: string, random: Random) => string | null> = {
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

/** The fewest letters of a name: a shorter one is misspelled into another name. */
const shortestName = 5;

/** Misspells one name after another, each by the next rule that applies to it. */
export function misspellings(companies: readonly string[], most: number, random: Random): Misspelling[] {
  const names = Object.keys(rules);
  const found: Misspelling[] = [];
  let next = 0;
  for (const company of companies) {
    if (found.length === most) break;
    const name = nameParts(company).stem;
    if (name.replaceAll(" ", "").length < shortestName) continue;
    for (let tries = 0; tries < names.length; tries += 1) {
      const rule = names[(next + tries) % names.length] ?? "";
      const typed = rules[rule]?.(name, random) ?? null;
      if (typed === null || typed === name) continue;
      found.push({ typed, rule, company });
      next += tries + 1;
      break;
    }
  }
  return found;
}
