import "server-only";

import type { Facility, FacilityRule } from "@/lib/contracts/facilities";
import { asTotals, type Totals } from "@/lib/contracts/totals";
import { facilityFinder } from "@/lib/identity/facilities";
import { normalizeName } from "@/lib/identity/names";
import { change, type Query } from "@/lib/query/query";
import {
  anyFacilitySql,
  facilitiesSql,
  facilityRulesSql,
  facilitySql,
  sharedSql,
  wholeContractsSql,
} from "@/lib/sql/facilities";
import type { Store } from "@/lib/store/open";

interface FacilityRow {
  slug: string;
  /** The rule as JSON. */
  rule: string;
}
type MentionSums = Pick<Totals, "net" | "actions" | "contracts">;

const readRule = ({ rule }: FacilityRow): FacilityRule => JSON.parse(rule) as FacilityRule;

function readFacility(row: FacilityRow): Facility {
  const { slug, name, listed_as, city, state, latitude, longitude, type, first_listed, last_listed, note } =
    readRule(row);
  return { slug, name, listed_as, city, state, latitude, longitude, type, first_listed, last_listed, note };
}

export type FacilityTotals = Facility & { totals: Totals };

/**
 * Every facility in the order of the names, with what the selected actions that name it come to. They overlap: an action
 * counts with its whole amount under each facility that it names. A filter by place is left out, also of `query`.
 */
export async function listFacilities(
  store: Store,
  requested: Query,
): Promise<{ query: Query; rows: FacilityTotals[] }> {
  const query = change(requested, { place: [] });
  const rows = await store.rows<FacilityRow & Totals>(facilitiesSql(query));
  return {
    query,
    rows: rows.map((row) => ({ ...readFacility(row), totals: asTotals(row, row.companies) })),
  };
}

/** A facility with the rule that finds it; `null` where the snapshot has none of that slug. */
export async function findFacility(store: Store, slug: string): Promise<FacilityRule | null> {
  const [row] = await store.rows<FacilityRow>(facilitySql(slug));
  return row ? readRule(row) : null;
}

/**
 * The slug of the one facility that a text names: by its name, by one of ICE's names for it, or by a phrase of its rule that
 * needs no context. `null` where it names none, or several.
 */
export async function facilityNamed(store: Store, text: string): Promise<string | null> {
  const rules = (await store.rows<FacilityRow>(facilityRulesSql)).map(readRule);
  const name = normalizeName(text);
  const called = rules.filter((rule) => [rule.name, ...rule.listed_as].map(normalizeName).includes(name));
  const [found, ...others] =
    called.length > 0
      ? called
      : facilityFinder(rules)
          .find(text)
          .flatMap((index) => rules[index] ?? []);
  return found && others.length === 0 ? found.slug : null;
}

/** Every facility, in the order of the names. */
export async function facilityNames(store: Store): Promise<Facility[]> {
  return (await store.rows<FacilityRow>(facilityRulesSql)).map(readFacility);
}

/** What names any facility, each action counted once. */
export async function namingAny(store: Store, query: Query): Promise<MentionSums> {
  const [sums] = await store.rows<MentionSums>(anyFacilitySql(query));
  return sums ?? { net: 0, actions: 0, contracts: 0 };
}

/** What a description of a facility shares and where the rest of its contracts is. */
export interface FacilityContext {
  /** All actions of the contracts that name it, also those whose description names no place. */
  whole_contracts: MentionSums;
  /** The facilities that its actions name too. */
  shared_with: { slug: string; name: string; actions: number }[];
}

export async function facilityContext(store: Store, query: Query, slug: string): Promise<FacilityContext> {
  const [[whole], shared] = await Promise.all([
    store.rows<MentionSums>(wholeContractsSql(query)),
    store.rows<FacilityContext["shared_with"][number]>(sharedSql(query, slug)),
  ]);
  return { whole_contracts: whole ?? { net: 0, actions: 0, contracts: 0 }, shared_with: shared };
}
