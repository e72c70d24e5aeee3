import "server-only";

import MiniSearch from "minisearch";

import type { EntryKind } from "@/lib/contracts/suggestions";
import { nameMatcher, type SearchName, searchName } from "@/lib/identity/matching";
import { spellingMatcher } from "@/lib/identity/spelling";
import { type Entry, type EntryName, readEntries } from "@/lib/search/entries";
import { compactNumber } from "@/lib/sql/search";
import { forEveryone } from "@/lib/store/client";
import type { Store } from "@/lib/store/open";

/** How well an entry fits what was typed, the best first. `part`: the text is only inside a word, or across two. */
const fits = ["exact", "beginning", "words", "misspelled", "part"] as const;
export type Fit = (typeof fits)[number];

/** An entry that fits, through one of its names or numbers. */
export interface FoundEntry {
  entry: Entry;
  fit: Fit;
  /** The part of the letters that a misspelling has wrong; 0 for every other fit. */
  wrong: number;
  /** Why the name that fits is one of the entry, where it is not its own. */
  reason: string | null;
}

/** Finds the entries of a snapshot by their names and numbers. */
interface SearchIndex {
  /** The contracts with one of some numbers. */
  contractsOf(numbers: readonly string[]): Entry[];
  /** All that fits: the best fit first, then from the largest net of some agencies. */
  find(typed: string, options: { agency: readonly string[]; kinds?: readonly EntryKind[] }): FoundEntry[];
}

interface Document {
  id: number;
  text: string;
}

/** A name as it is indexed: its words, and its first ones written as one. */
function textOf({ stem, joined }: SearchName): string {
  const words = stem.split(" ").filter((word) => word !== "and");
  return [
    ...words,
    ...(words.length > 2 ? [words.slice(0, 2).join("")] : []),
    ...(words.length > 1 ? [joined] : []),
  ].join(" ");
}

/** The fit of each rank of `nameMatcher`. */
const fitOfRank: readonly Fit[] = ["exact", "exact", "beginning", "beginning", "words", "part"];

/** The part of a word's letters that may be wrong to come into question. `spellingMatcher` decides. */
const fuzziness = 0.34;
/** The most letters of a word that may be wrong; more would take long to look for. */
const mostEdits = 3;
/** The fewest letters that are looked for as a misspelling. */
const shortestMisspelling = 3;
/** The fewest characters of a number, and of a part that is looked for within numbers. */
const shortestNumber = 3;
const shortestPart = 5;
/** The most entries that are listed by a part of their number. */
const mostNumbers = 50;

/** Makes the index of some entries. Names are in MiniSearch; the numbers are some ten thousand, and scanned. */
async function indexOf(entries: readonly Entry[]): Promise<SearchIndex> {
  const names: { entry: Entry; name: EntryName; prepared: SearchName }[] = [];
  for (const entry of entries) {
    const known = new Set<string>();
    for (const name of entry.names) {
      const prepared = searchName(name.text);
      if (prepared.joined === "" || known.has(prepared.whole)) continue;
      known.add(prepared.whole);
      names.push({ entry, name, prepared });
    }
  }
  // The largest first, so that a search can stop: most numbers begin alike.
  const numbered = entries
    .filter(({ numbers }) => numbers.length > 0)
    .map((entry) => ({ entry, net: entry.netOf(entry.agencies) ?? 0 }))
    .sort((one, other) => other.net - one.net)
    .map(({ entry }) => entry);
  const words = new MiniSearch<Document>({
    fields: ["text"],
    tokenize: (text) => text.split(" "),
    processTerm: (term) => term,
    searchOptions: { combineWith: "OR" },
  });
  // In pieces, so that the server answers others meanwhile.
  await words.addAllAsync(
    names.map(({ prepared }, id) => ({ id, text: textOf(prepared) })),
    { chunkSize: 500 },
  );

  return {
    contractsOf(wanted) {
      if (wanted.length === 0) return [];
      const isWanted = (number: string) => wanted.includes(number);
      return numbered.filter(({ kind, numbers }) => kind === "contract" && numbers.some(isWanted));
    },
    find(typed, { agency, kinds }) {
      const isWanted = ({ kind }: Entry) => !kinds || kinds.includes(kind);
      const best = new Map<Entry, FoundEntry>();
      const offer = (found: FoundEntry) => {
        const known = best.get(found.entry);
        const order = known ? compareFit(found, known) : -1;
        // Of two names that fit as well, an entry's own.
        if (order < 0 || (order === 0 && found.reason === null)) best.set(found.entry, found);
      };
      const prepared = searchName(typed);
      const rankOf = nameMatcher(typed);
      const wrongOf = prepared.joined.length >= shortestMisspelling ? spellingMatcher(typed) : () => null;
      for (const { id } of words.search(textOf(prepared), {
        prefix: true,
        fuzzy: (term) => (term.length >= shortestMisspelling ? fuzziness : false),
        maxFuzzy: mostEdits,
      })) {
        const { entry, name, prepared: own } = names[id as number] as (typeof names)[number];
        if (!isWanted(entry)) continue;
        const rank = rankOf(own);
        const fit = rank === null ? undefined : fitOfRank[rank];
        const wrong = fit ? 0 : wrongOf(own);
        if (wrong !== null) offer({ entry, fit: fit ?? "misspelled", wrong, reason: name.reason });
      }
      let listed = 0;
      const fitOf = numberMatcher(typed);
      for (const entry of fitOf ? numbered : []) {
        const fit = isWanted(entry) ? fitOf?.(entry.numbers) : null;
        if (!fit || (fit !== "exact" && listed >= mostNumbers)) continue;
        offer({ entry, fit, wrong: 0, reason: null });
        if (entry.netOf(agency) !== null) listed += 1;
      }
      return likely([...best.values()])
        .map((found) => ({ found, net: found.entry.netOf(agency) ?? 0 }))
        .sort((one, other) => compareFound(one.found, other.found) || other.net - one.net)
        .map(({ found }) => found);
    },
  };
}

/** How much more of its letters a misspelled name may have wrong than the nearest one. */
const spread = 0.15;

/** The most of its letters that a name may have wrong to come before names that only contain the text: one of five. */
export const slightlyWrong = 0.2;

/** Leaves out other names that only look alike: where a name fits as typed, and where another is much nearer. */
function likely(found: FoundEntry[]): FoundEntry[] {
  const isMisspelled = ({ fit }: FoundEntry) => fit === "misspelled";
  const isMeant = found.some(({ fit }) => fit === "exact" || fit === "beginning");
  const nearest = Math.min(...found.filter(isMisspelled).map(({ wrong }) => wrong));
  const most = found.some(({ fit }) => fit === "part") ? slightlyWrong : nearest + spread;
  return afterOwners(found.filter((one) => !isMisspelled(one) || (!isMeant && one.wrong <= most)));
}

/** A misspelled brand is no nearer than its owner: who types Motarola means the company Motorola Solutions. */
function afterOwners(found: FoundEntry[]): FoundEntry[] {
  const owners = new Map(
    found.flatMap(({ entry, fit, wrong }) =>
      entry.kind === "company" && fit === "misspelled" ? [[entry.label, wrong] as const] : [],
    ),
  );
  return found.map((one) => {
    const wrong = one.fit === "misspelled" ? owners.get(one.entry.owner ?? "") : undefined;
    return wrong === undefined ? one : { ...one, wrong: Math.max(one.wrong, wrong) };
  });
}

/** Makes a function that says how well numbers fit typed text; `null` where it is no number or part of one. */
function numberMatcher(typed: string): ((numbers: readonly string[]) => Fit | null) | null {
  const number = compactNumber(typed);
  if (number.length < shortestNumber || !/\d/.test(number)) return null;
  return (numbers) => {
    if (numbers.includes(number)) return "exact";
    if (numbers.some((own) => own.startsWith(number))) return "beginning";
    return number.length >= shortestPart && numbers.some((own) => own.includes(number)) ? "words" : null;
  };
}

const compareFit = (one: FoundEntry, other: FoundEntry) =>
  fits.indexOf(one.fit) - fits.indexOf(other.fit) || one.wrong - other.wrong;

/** Whether a found company comes before brands, offices and so on that fit as well: its name is meant, not a part of it. */
const isCompanyMeant = ({ entry, fit }: FoundEntry) =>
  entry.kind === "company" && (fit === "exact" || fit === "misspelled");

/** The actions of a recipient are its company's, too. */
const isRecipient = ({ entry }: FoundEntry) => entry.kind === "recipient";

const compareFound = (one: FoundEntry, other: FoundEntry) =>
  compareFit(one, other) ||
  Number(isCompanyMeant(other)) - Number(isCompanyMeant(one)) ||
  Number(isRecipient(one)) - Number(isRecipient(other));

/** One index for each snapshot and process: Next loads modules once for pages and once for route handlers. */
const shared = globalThis as typeof globalThis & {
  searchIndexes?: WeakMap<Store["lookups"], Promise<SearchIndex>>;
};

/** The index of a snapshot. It is made at the first search, so that no page waits for it. */
export function searchIndex(store: Store): Promise<SearchIndex> {
  shared.searchIndexes ??= new WeakMap();
  const { searchIndexes: made } = shared;
  const known = made.get(store.lookups);
  if (known) return known;
  const making = forEveryone(async () => indexOf(await readEntries(store)));
  made.set(store.lookups, making);
  making.catch(() => made.delete(store.lookups));
  return making;
}
