import "server-only";

import type { Day } from "@/lib/contracts/days";
import { readKind } from "@/lib/contracts/kinds";
import type { ActionRow, ContractAction, ContractRow, SummarizedContract } from "@/lib/contracts/rows";
import { factsOfContracts } from "@/lib/contracts/snapshots";
import {
  contractActionsSql,
  contractBrandsSql,
  contractByKeySql,
  contractPlacesSql,
  contractsNamedSql,
  contractsSql,
  factsAsOfSql,
  siblingsSql,
} from "@/lib/sql/contract";
import type { Sql } from "@/lib/sql/fragments";
import { withLookups } from "@/lib/store/lookups";
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
  summary: SummarizedContract;
}
/** What a contract's page lists in addition to the contract. */
interface Beside {
  /** The other orders under its vehicle. */
  siblings: Sibling[];
  /** The brands of other companies that descriptions of its actions name. */
  brands: NamedBrand[];
  /** The day on which the newest file with facts of the whole award was retrieved. */
  facts_as_of: Day | null;
}
export type WholeContract = FoundContract & Beside;
/** Several contracts that match the request. */
interface Choices {
  choices: (ContractRow | SummarizedContract)[];
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
  const contracts = store.rows<object>(contractsSql(found, factsOfContracts(store.info)));
  if (found.length > 1) return { choices: withLookups(store, "contracts", await contracts) };

  const [[contract], rows] = await Promise.all([
    contracts,
    store.rows<object>(contractActionsSql(id, store.info.has)),
  ]);
  const [row] = withLookups<ContractRow | SummarizedContract>(store, "contracts", [contract as object]);
  if (row?.actions === 0) return { id, summary: row as SummarizedContract };
  let running = 0;
  const actions = withLookups<ActionRow>(store, "actions", rows).map((row): ContractAction => {
    running += row.federal_action_obligation;
    const { kind, from, words } = readKind({
      type: row.action_type_code ?? null,
      modification: row.modification_number,
      description: row.transaction_description,
      amount: row.federal_action_obligation,
    });
    return { ...row, running_total: running, kind, kind_from: from, kind_words: words };
  });
  return { id, contract: row as ContractRow, actions };
}

/** The other orders under a contract's vehicle, of the same agency, from the largest net. */
export async function siblingsOf(store: Store, id: number): Promise<Sibling[]> {
  return withLookups(store, "contracts", await store.rows<object>(siblingsSql(id)));
}

/** The facilities that descriptions of a contract's actions name. */
export const placesNamed = (store: Store, id: number) =>
  store.rows<{ slug: string; name: string; actions: number }>(contractPlacesSql(id));

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

/** The day on which the newest file with facts of the whole award was retrieved. */
export async function factsAsOf(store: Store, id: number): Promise<Day | null> {
  const [facts] = await store.rows<Pick<Beside, "facts_as_of">>(factsAsOfSql(id));
  return facts?.facts_as_of ?? null;
}

/** A contract as {@link findContract} finds it, with the lists of its page. */
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
