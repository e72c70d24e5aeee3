import "server-only";

import { isBase } from "@/lib/contracts/awards";
import { type Day, dayNumber } from "@/lib/contracts/days";
import { readKind } from "@/lib/contracts/kinds";
import type { Cents } from "@/lib/contracts/money";
import type { ContractRow } from "@/lib/contracts/rows";
import {
  type Described,
  described,
  type Rarity,
  sharedWords,
  suggestionLimits,
} from "@/lib/contracts/shared-words";
import { alikeSql, raritySql } from "@/lib/sql/contract";
import type { Store } from "@/lib/store/open";

/** The most actions of a company and an office that are compared. */
const mostActions = 5000;

/** A contract that describes the same thing as another close in time. The records do not say that one follows the other. */
export interface SuggestedContract {
  key: string;
  piid: string;
  vehicle: string | null;
  vehicle_agency: string | null;
  /** The day of its award; `null` where that is not in these records. */
  awarded: Day | null;
  /** The day of its last action but close-outs and money taken back; `null` where these records have only such. */
  last_worked: Day | null;
  /** From the last action of the one to the award of the other, negative where the award came first. */
  days: number;
  in_records: Cents;
  /** The rare words that both describe themselves with, the rarest first. */
  words: string[];
}

/** Contracts close in time that describe the same thing: those before, and those after, the nearest first. */
export interface Suggestions {
  /** The day that a successor's award was compared with. */
  last_worked: Day | null;
  predecessors: SuggestedContract[];
  successors: SuggestedContract[];
}

/** A contract of the same company and office, and how it is described. */
interface Candidate extends Omit<SuggestedContract, "days" | "words"> {
  first: Day;
  descriptions: string[];
}

type SuggestionMatch = Pick<SuggestedContract, "days" | "words">;

/**
 * Suggests what came before and after a contract: a contract of the same company, agency and office that describes the
 * same thing by {@link sharedWords} and was awarded close in time, as {@link suggestionLimits} says: around the last action of
 * the one before, or about a year after its award.
 */
export async function suggestions(store: Store, { key }: ContractRow): Promise<Suggestions> {
  const [candidates, rarity] = await Promise.all([candidatesFor(store, key), readRarity(store)]);
  const own = candidates.get(key);
  if (!own) return { last_worked: null, predecessors: [], successors: [] };

  const descriptions = new Map<Candidate, Described>();
  const describe = (candidate: Candidate): Described => {
    const known = descriptions.get(candidate) ?? described(candidate.descriptions);
    descriptions.set(candidate, known);
    return known;
  };
  const match = (earlier: Candidate, later: Candidate): SuggestionMatch | null => {
    const days = earlier === later ? null : daysTo(earlier, later);
    const words = days === null ? null : sharedWords(describe(earlier), describe(later), rarity);
    return days === null || words === null ? null : { days, words };
  };
  type Matches = [Candidate, SuggestionMatch][];
  const matching = (matchOf: (other: Candidate) => SuggestionMatch | null): Matches =>
    [...candidates.values()].flatMap((other): Matches => {
      const found = matchOf(other);
      return found ? [[other, found]] : [];
    });
  const earlierThan = (candidate: Candidate) => matching((other) => match(other, candidate));
  const laterThan = (candidate: Candidate) => matching((other) => match(candidate, other));
  const isFew = (found: Matches) => found.length <= suggestionLimits.suggestions;
  const listed = (found: Matches, back: (candidate: Candidate) => Matches): SuggestedContract[] =>
    (isFew(found) ? found : [])
      .filter(([other]) => isFew(back(other)))
      .map(([{ first: _, descriptions: __, ...contract }, { days, words }]) => ({ ...contract, days, words }))
      .sort((one, other) => Math.abs(one.days) - Math.abs(other.days) || (one.key < other.key ? -1 : 1));
  return {
    last_worked: own.last_worked,
    predecessors: listed(earlierThan(own), laterThan),
    successors: listed(laterThan(own), earlierThan),
  };
}

/** From the last action of the earlier contract to the award of the later one; `null` where these are not near. */
function daysTo({ first, awarded, last_worked }: Candidate, later: Candidate): number | null {
  if (last_worked === null || later.awarded === null || later.awarded <= first) return null;
  const days = dayNumber(later.awarded) - dayNumber(last_worked);
  const between = awarded === null ? null : dayNumber(later.awarded) - dayNumber(awarded);
  const { daysApart, daysBetweenAwards, daysFromYear } = suggestionLimits;
  const isNear = Math.abs(days) <= daysApart && (between === null || between >= daysBetweenAwards);
  const isYearly = between !== null && Math.abs(between - 365) <= daysFromYear && days >= -daysApart;
  return isNear || isYearly ? days : null;
}

/** The contracts of a contract's company and office, itself among them; none where they are too many to compare. */
async function candidatesFor(store: Store, key: string): Promise<Map<string, Candidate>> {
  type Row = Pick<Candidate, "key" | "piid" | "in_records"> & {
    parent: number | null;
    modification: string;
    type: string | null;
    day: Day;
    description: string | null;
    amount: Cents;
  };
  const rows = await store.rows<Row>(alikeSql(key, mostActions + 1));
  const candidates = new Map<string, Candidate>();
  if (rows.length > mostActions) return candidates;
  for (const { parent, modification, type, day, description, amount, ...contract } of rows) {
    const named = store.lookups.parent.get(parent ?? 0);
    const candidate: Candidate = candidates.get(contract.key) ?? {
      ...contract,
      vehicle: named?.vehicle ?? null,
      vehicle_agency: named?.agency ?? null,
      awarded: null,
      first: day,
      last_worked: null,
      descriptions: [],
    };
    const { kind } = readKind({ type, modification, description, amount });
    if (kind !== "closed out" && kind !== "money taken back") candidate.last_worked = day;
    if (isBase(modification) && candidate.awarded === null) {
      candidate.awarded = day;
      candidate.descriptions.unshift(description ?? "");
    } else candidate.descriptions.push(description ?? "");
    candidates.set(contract.key, candidate);
  }
  return candidates;
}

const rarities = new WeakMap<Store["lookups"], Rarity>();

/** How rare the words of descriptions are in a snapshot, read once while it is open. */
async function readRarity(store: Store): Promise<Rarity> {
  const known = rarities.get(store.lookups);
  if (known) return known;
  const rows = await store.rows<{ word: string; contracts: number }>(raritySql);
  const counts = new Map(rows.map(({ word, contracts }) => [word, contracts]));
  const rarity = { contracts: counts.get("") ?? 0, counts };
  rarities.set(store.lookups, rarity);
  return rarity;
}
