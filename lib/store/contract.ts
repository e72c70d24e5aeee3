import "server-only";

import { isBase } from "@/lib/contracts/awards";
import { dayNumber } from "@/lib/contracts/day-number";
import type { Day } from "@/lib/contracts/days";
import type { ActionRow, ContractAction, ContractRow, SummarisedContract } from "@/lib/contracts/facts";
import { readKind } from "@/lib/contracts/kinds";
import type { Cents } from "@/lib/contracts/money";
import type { Sql } from "@/lib/query/fragments";
import {
  alikeSql,
  contractActionsSql,
  contractBrandsSql,
  contractByKeySql,
  contractsNamedSql,
  contractsSql,
  factsAsOfSql,
  siblingsSql,
} from "@/lib/query/sql";
import { explained } from "@/lib/store/explained";
import type { Store } from "@/lib/store/open";

/** A contract and its actions from the first, with running totals. */
export interface FoundContract {
  /** Its number in the snapshot. */
  id: number;
  contract: ContractRow;
  actions: ContractAction[];
}
/** A contract of which no action is in the snapshot. */
export interface KnownFromSummary {
  id: number;
  summary: SummarisedContract;
}
/** What is known beside a contract itself. */
interface Beside {
  /** The orders beside it under one vehicle. */
  siblings: Sibling[];
  /** The brands of other companies that descriptions of its actions name. */
  brands: NamedBrand[];
  /** The day on which the newest file that says something of the whole award was retrieved. */
  facts_as_of: Day | null;
}
export type WholeContract = FoundContract & Beside;
/** Several contracts that share what was asked for. */
interface Choices {
  choices: (ContractRow | SummarisedContract)[];
}
interface NamedBrand {
  slug: string;
  name: string;
  owner: { slug: string; name: string };
  actions: number;
}
type Sibling = Pick<ContractRow, "key" | "piid" | "company" | "net">;

/**
 * Finds a contract by award key, by `<sub-agency>-<PIID>` or by PIID. `choices` where several contracts share the
 * PIID; `null` where none is in the snapshot.
 */
export async function findContract(
  store: Store,
  key: string,
): Promise<FoundContract | KnownFromSummary | Choices | null> {
  const ids = (statement: Sql) =>
    store.rows<{ id: number }>(statement).then((found) => found.map(({ id }) => id));
  const exact = await ids(contractByKeySql(key));
  const found = exact.length > 0 ? exact : await ids(contractsNamedSql(key));
  const [id] = found;
  if (id === undefined) return null;
  const contracts = store.rows<object>(contractsSql(found, store.info.has));
  if (found.length > 1) return { choices: explained(store, "contracts", await contracts) };

  const [[contract], rows] = await Promise.all([
    contracts,
    store.rows<object>(contractActionsSql(id, store.info.has)),
  ]);
  const [told] = explained<ContractRow | SummarisedContract>(store, "contracts", [contract as object]);
  if (told?.actions === 0) return { id, summary: told as SummarisedContract };
  let running = 0;
  const actions = explained<ActionRow>(store, "actions", rows).map((row): ContractAction => {
    running += row.federal_action_obligation;
    const { kind, from, words } = readKind({
      type: row.action_type_code ?? null,
      modification: row.modification_number,
      description: row.transaction_description,
      amount: row.federal_action_obligation,
    });
    return { ...row, running_total: running, kind, kind_from: from, kind_words: words };
  });
  return { id, contract: told as ContractRow, actions };
}

/** The other orders under a contract's vehicle, of the same agency, from the largest net. */
export async function siblingsOf(store: Store, id: number): Promise<Sibling[]> {
  return explained(store, "contracts", await store.rows<object>(siblingsSql(id)));
}

/** The brands of other companies that descriptions of a contract's actions name. */
export async function brandsNamed(store: Store, id: number): Promise<NamedBrand[]> {
  type Row = NamedBrand & { owner_slug: string; owner_name: string };
  return (await store.rows<Row>(contractBrandsSql(id))).map(
    ({ slug, name, owner_slug, owner_name, actions }) => ({
      slug,
      name,
      owner: { slug: owner_slug, name: owner_name },
      actions,
    }),
  );
}

/** The day on which the newest file that says something of the whole award was retrieved. */
export async function factsAsOf(store: Store, id: number): Promise<Day | null> {
  const [facts] = await store.rows<Pick<Beside, "facts_as_of">>(factsAsOfSql(id));
  return facts?.facts_as_of ?? null;
}

/** A contract as {@link findContract} finds it, with all that is known beside it. */
export async function wholeContract(
  store: Store,
  key: string,
): Promise<WholeContract | (KnownFromSummary & Beside) | Choices | null> {
  const found = await findContract(store, key);
  if (!found || "choices" in found) return found;
  const [siblings, brands, facts_as_of] = await Promise.all([
    siblingsOf(store, found.id),
    brandsNamed(store, found.id),
    factsAsOf(store, found.id),
  ]);
  return { ...found, siblings, brands, facts_as_of };
}

/** How many days may lie between the last action of one contract and the award of the next. */
export const daysApart = 90;

/** A contract that may have come before another, or after it. Nobody has confirmed it. */
export interface SuggestedContract {
  key: string;
  piid: string;
  vehicle: string | null;
  vehicle_agency: string | null;
  /** The day of its award; `null` where that is not in these records. */
  awarded: Day | null;
  /** The day of its last action that is not a close-out; `null` where these records have only close-outs. */
  last_worked: Day | null;
  /** From the last action of the one to the award of the other, negative where the award came first. */
  days: number;
  in_records: Cents;
}

/** Contracts that a contract may have followed, and that may have followed it, the nearest first. */
export interface Suggestions {
  /** The day that a successor's award was compared with: its last action that is not a close-out. */
  last_worked: Day | null;
  predecessors: SuggestedContract[];
  successors: SuggestedContract[];
}

/**
 * Suggests what came before and after a contract: a contract of the same agency with the same company and product or
 * service, awarded within {@link daysApart} days of the last action of the one before it, which has to have begun
 * earlier. Close-outs are left aside, because they come years after the work.
 */
export async function suggestions(store: Store, { key }: ContractRow): Promise<Suggestions> {
  type Alike = Omit<SuggestedContract, "awarded" | "last_worked" | "days"> & {
    parent: number | null;
    modification: string;
    type: string | null;
    day: Day;
    description: string | null;
    amount: Cents;
  };
  type Run = SuggestedContract & { first: Day };
  const runs = new Map<string, Run>();
  for (const { parent, modification, type, day, description, amount, ...contract } of await store.rows<Alike>(
    alikeSql(key),
  )) {
    const named = store.explanations.parent.get(parent ?? 0);
    const run: Run = runs.get(contract.key) ?? {
      ...contract,
      vehicle: named?.vehicle ?? null,
      vehicle_agency: named?.agency ?? null,
      awarded: null,
      first: day,
      last_worked: null,
      days: 0,
    };
    if (isBase(modification)) run.awarded ??= day;
    if (readKind({ type, modification, description, amount }).kind !== "closed out") run.last_worked = day;
    runs.set(contract.key, run);
  }
  const own = runs.get(key);
  if (!own) return { last_worked: null, predecessors: [], successors: [] };
  const apart = ({ last_worked, first }: Run, { awarded }: Run) => {
    if (last_worked === null || awarded === null || awarded <= first) return null;
    const days = dayNumber(awarded) - dayNumber(last_worked);
    return Math.abs(days) <= daysApart ? days : null;
  };
  const found = (daysTo: (other: Run) => number | null) =>
    [...runs.values()]
      .flatMap((other) => {
        const days = other === own ? null : daysTo(other);
        const { first: _, ...contract } = other;
        return days === null ? [] : [{ ...contract, days }];
      })
      .sort((one, other) => Math.abs(one.days) - Math.abs(other.days) || (one.key < other.key ? -1 : 1));
  return {
    last_worked: own.last_worked,
    predecessors: found((other) => apart(other, own)),
    successors: found((other) => apart(own, other)),
  };
}
