import "server-only";

import { type Described, described, type Rarity, sharedWords, suggesting } from "@/lib/contracts/alike";
import { isBase } from "@/lib/contracts/awards";
import { dayNumber } from "@/lib/contracts/day-number";
import type { Day } from "@/lib/contracts/days";
import type { ContractRow } from "@/lib/contracts/facts";
import { readKind } from "@/lib/contracts/kinds";
import type { Cents } from "@/lib/contracts/money";
import { alikeSql, raritySql } from "@/lib/query/sql";
import type { Store } from "@/lib/store/open";

/** The most actions of a company and an office that are looked through. */
const mostActions = 5000;

/** A contract that describes the same thing as another near in time. The records do not say that one follows the other. */
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

/** Contracts near in time that describe the same thing: those before, and those after, the nearest first. */
export interface Suggestions {
  /** The day that a successor's award was compared with. */
  last_worked: Day | null;
  predecessors: SuggestedContract[];
  successors: SuggestedContract[];
}

/** A contract of the same company and office, and how it is described. */
interface Run extends Omit<SuggestedContract, "days" | "words"> {
  first: Day;
  descriptions: string[];
}

interface Pair {
  days: number;
  words: string[];
}

/**
 * Suggests what came before and after a contract: a contract of the same company, agency and office that describes the
 * same thing by {@link sharedWords} and was awarded near in time, as {@link suggesting} says: around the last action of
 * the one before, or about a year after its award.
 */
export async function suggestions(store: Store, { key }: ContractRow): Promise<Suggestions> {
  const [runs, rarity] = await Promise.all([runsBeside(store, key), readRarity(store)]);
  const own = runs.get(key);
  if (!own) return { last_worked: null, predecessors: [], successors: [] };

  const descriptions = new Map<Run, Described>();
  const describe = (run: Run): Described => {
    const known = descriptions.get(run) ?? described(run.descriptions);
    descriptions.set(run, known);
    return known;
  };
  const pair = (earlier: Run, later: Run): Pair | null => {
    const days = earlier === later ? null : daysTo(earlier, later);
    const words = days === null ? null : sharedWords(describe(earlier), describe(later), rarity);
    return days === null || words === null ? null : { days, words };
  };
  type Fitting = [Run, Pair][];
  const fitting = (pairTo: (other: Run) => Pair | null): Fitting =>
    [...runs.values()].flatMap((other): Fitting => {
      const found = pairTo(other);
      return found ? [[other, found]] : [];
    });
  const before = (run: Run) => fitting((other) => pair(other, run));
  const after = (run: Run) => fitting((other) => pair(run, other));
  const few = (found: Fitting, back: (run: Run) => Fitting): SuggestedContract[] =>
    found.length > suggesting.most
      ? []
      : found
          .filter(([other]) => back(other).length <= suggesting.most)
          .map(([{ first: _, descriptions: __, ...contract }, pair]) => ({ ...contract, ...pair }))
          .sort((one, other) => Math.abs(one.days) - Math.abs(other.days) || (one.key < other.key ? -1 : 1));
  return {
    last_worked: own.last_worked,
    predecessors: few(before(own), after),
    successors: few(after(own), before),
  };
}

/** From the last action of the earlier contract to the award of the later one; `null` where these are not near. */
function daysTo({ first, awarded, last_worked }: Run, later: Run): number | null {
  if (last_worked === null || later.awarded === null || later.awarded <= first) return null;
  const days = dayNumber(later.awarded) - dayNumber(last_worked);
  const between = awarded === null ? null : dayNumber(later.awarded) - dayNumber(awarded);
  const { apart, betweenAwards, fromYear } = suggesting;
  const isNear = Math.abs(days) <= apart && (between === null || between >= betweenAwards);
  const isYearly = between !== null && Math.abs(between - 365) <= fromYear && days >= -apart;
  return isNear || isYearly ? days : null;
}

/** The contracts of a contract's company and office, itself among them; none where they are too many to look through. */
async function runsBeside(store: Store, key: string): Promise<Map<string, Run>> {
  type Row = Pick<Run, "key" | "piid" | "in_records"> & {
    parent: number | null;
    modification: string;
    type: string | null;
    day: Day;
    description: string | null;
    amount: Cents;
  };
  const rows = await store.rows<Row>(alikeSql(key, mostActions + 1));
  const runs = new Map<string, Run>();
  if (rows.length > mostActions) return runs;
  for (const { parent, modification, type, day, description, amount, ...contract } of rows) {
    const named = store.explanations.parent.get(parent ?? 0);
    const run: Run = runs.get(contract.key) ?? {
      ...contract,
      vehicle: named?.vehicle ?? null,
      vehicle_agency: named?.agency ?? null,
      awarded: null,
      first: day,
      last_worked: null,
      descriptions: [],
    };
    const { kind } = readKind({ type, modification, description, amount });
    if (kind !== "closed out" && kind !== "money taken back") run.last_worked = day;
    if (isBase(modification) && run.awarded === null) {
      run.awarded = day;
      run.descriptions.unshift(description ?? "");
    } else run.descriptions.push(description ?? "");
    runs.set(contract.key, run);
  }
  return runs;
}

const rarities = new WeakMap<Store["explanations"], Rarity>();

/** How rare the words of descriptions are in a snapshot, read once while it is open. */
async function readRarity(store: Store): Promise<Rarity> {
  const known = rarities.get(store.explanations);
  if (known) return known;
  const rows = await store.rows<{ word: string; contracts: number }>(raritySql);
  const counts = new Map(rows.map(({ word, contracts }) => [word, contracts]));
  const rarity = { contracts: counts.get("") ?? 0, counts };
  rarities.set(store.explanations, rarity);
  return rarity;
}
