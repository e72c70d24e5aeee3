import "server-only";

import type { LookBack } from "@/lib/contracts/changes";
import { type Day, daysBefore } from "@/lib/contracts/days";
import type { ActionRow, ContractRow } from "@/lib/contracts/rows";
import type { Totals } from "@/lib/contracts/totals";
import { change, groupsByCompany, type Query } from "@/lib/query/query";
import { newCompaniesSql } from "@/lib/sql/companies";
import { listActions, listContracts, totals } from "@/lib/store/contracts";
import type { Store } from "@/lib/store/open";

/** A company that the records first have in the last days, with its figures since. */
export interface NewCompany extends Pick<Totals, "net" | "actions" | "contracts"> {
  slug: string;
  /** `null` where the record does not name the recipient. */
  name: string | null;
  first_action: Day;
}

/** What was signed in the last days of the records. */
export interface Recent {
  from: Day;
  to: Day;
  /** The actions of the days, from the largest and from the most taken back. */
  largestQuery: Query;
  takenBackQuery: Query;
  largest: ActionRow[];
  takenBack: ActionRow[];
  /** The largest companies that have no earlier action, and how many such companies there are. */
  companies: NewCompany[];
  newCompanies: number;
}

/** How many days are looked back on, and how many entries each list has. */
interface RecentOptions {
  days?: LookBack;
  shown?: number;
}

/** The days of a selection among the last ones of the records. */
const lastDays = ({ info: { data_from, data_through } }: Store, { from }: Query, days: LookBack): Day =>
  [daysBefore(data_through, days - 1), data_from, from ?? data_from].toSorted().at(-1) ?? data_from;

/** The largest actions, the new companies and what was taken back in the last days of the records. */
export async function recentActions(
  store: Store,
  query: Query,
  { days: count = 30, shown = 5 }: RecentOptions = {},
): Promise<Recent> {
  const { data_from: began, data_through: to } = store.info;
  const from = lastDays(store, query, count);
  const days = change(query, { view: "actions", from });
  const largestQuery = change(days, { sign: ["pos"], sort: "-federal_action_obligation" });
  // De-obligations are negative, so ascending order puts the largest first.
  const takenBackQuery = change(days, { sign: ["neg"], sort: "federal_action_obligation" });
  const [largest, takenBack, found] = await Promise.all([
    listActions(store, { ...largestQuery, size: shown }),
    listActions(store, { ...takenBackQuery, size: shown }),
    // In the first days of the records everyone is new.
    from === began
      ? []
      : store.rows<Omit<NewCompany, "slug" | "name"> & { id: number }>(newCompaniesSql(query, from)),
  ]);
  const { company, recipient } = store.lookups;
  const isGrouped = groupsByCompany(query);
  const companies = found.slice(0, shown).map(({ id, ...figures }) => {
    const entry = (isGrouped ? company : recipient).get(id);
    const group = isGrouped ? entry : company.get(Number(entry?.company));
    return { ...figures, slug: group?.slug ?? "", name: entry?.name ?? null };
  });
  return {
    from,
    to,
    largestQuery,
    takenBackQuery,
    largest,
    takenBack,
    companies,
    newCompanies: found.length,
  };
}

/** What was signed in the last days of the records, with its figures. */
export interface SignedLately extends Recent {
  /** Every action of the days, and those of contracts awarded in them. */
  query: Query;
  newQuery: Query;
  all: Totals;
  fresh: Totals;
  /** The largest contracts awarded in the days. */
  contracts: ContractRow[];
}

/** The same, with the contracts awarded in the days. */
export async function signedLately(
  store: Store,
  query: Query,
  options: Required<RecentOptions>,
): Promise<SignedLately> {
  const from = lastDays(store, query, options.days);
  const days = change(query, { view: "contracts", from });
  const newQuery = change(days, { new: ["yes"] });
  const [recent, all, fresh, contracts] = await Promise.all([
    recentActions(store, query, options),
    totals(store, days),
    totals(store, newQuery),
    listContracts(store, { ...newQuery, size: options.shown }),
  ]);
  return { ...recent, query: days, newQuery, all, fresh, contracts };
}
