import "server-only";

import type { LookBack } from "@/lib/contracts/changes";
import { type Day, daysBefore, earlierDay, laterDay } from "@/lib/contracts/days";
import { type ActionKind, actionKindCode } from "@/lib/contracts/kinds";
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

/** What was signed in some days of the records. */
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

/** The newest days, of which actions are still being reported. */
export const fillingInDays = 14;

/** How many days are looked back on, and how many entries each list has. `null`: all days of the query. */
interface RecentOptions {
  days?: LookBack | null;
  shown?: number;
}

/** The days of a selection that the records have: all of them, or the last ones. */
function signedDays({ info }: Store, query: Query, days: LookBack | null): { from: Day; to: Day } {
  const to = earlierDay(query.to, info.data_through);
  const from = laterDay(query.from, info.data_from);
  return { from: days === null ? from : laterDay(from, daysBefore(to, days - 1)), to };
}

/** The largest actions, the new companies and what was taken back in some days of the records, by default the last 30. */
export async function recentActions(
  store: Store,
  query: Query,
  { days: count = 30, shown = 5 }: RecentOptions = {},
): Promise<Recent> {
  const { from, to } = signedDays(store, query, count);
  const days = change(query, { view: "actions", from });
  const largestQuery = change(days, { sign: ["pos"], sort: "-federal_action_obligation" });
  // De-obligations are negative, so ascending order puts the largest first.
  const takenBackQuery = change(days, { sign: ["neg"], sort: "federal_action_obligation" });
  const [largest, takenBack, found] = await Promise.all([
    listActions(store, { ...largestQuery, size: shown }),
    listActions(store, { ...takenBackQuery, size: shown }),
    // In the first days of the records everyone is new.
    from === store.info.data_from
      ? []
      : store.rows<Omit<NewCompany, "slug" | "name"> & { id: number }>(
          newCompaniesSql(change(query, { from: null }), from),
        ),
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

/** Kinds of action that have a list of their own, and whether the most added or the most taken back comes first. */
const listedKinds = {
  options: { kinds: ["option exercised"], sort: "-federal_action_obligation" },
  ended: { kinds: ["terminated", "partly terminated", "cancelled"], sort: "federal_action_obligation" },
  closed: { kinds: ["closed out"], sort: "federal_action_obligation" },
} satisfies Record<string, { kinds: ActionKind[]; sort: string }>;
export type ListedKind = keyof typeof listedKinds;

/** Actions of some kinds: all of them as figures, and the first of a list. */
export interface KindFound {
  query: Query;
  all: Totals;
  actions: ActionRow[];
}

/** What was signed in some days of the records, with its figures. */
export interface Signed extends Recent {
  /** Every action of the days, and those of contracts awarded in them. */
  query: Query;
  newQuery: Query;
  all: Totals;
  fresh: Totals;
  /** The largest contracts awarded in the days. */
  contracts: ContractRow[];
  kinds: Record<ListedKind, KindFound>;
}

/** What {@link recentActions} finds, with the contracts awarded in the days and the actions of some kinds. */
export async function signedIn(
  store: Store,
  query: Query,
  options: Required<RecentOptions>,
): Promise<Signed> {
  const days = change(query, { view: "contracts", from: signedDays(store, query, options.days).from });
  const newQuery = change(days, { new: ["yes"] });
  const ofKind = async (name: ListedKind): Promise<KindFound> => {
    const { kinds, sort } = listedKinds[name];
    const actionsOf = change(days, { view: "actions" });
    const those = change(actionsOf, { action_kind: kinds.map(actionKindCode), sort });
    const [all, actions] = await Promise.all([
      totals(store, those),
      listActions(store, { ...those, size: options.shown }),
    ]);
    return { query: those, all, actions };
  };
  const [recent, all, fresh, contracts, exercised, ended, closed] = await Promise.all([
    recentActions(store, query, options),
    totals(store, days),
    totals(store, newQuery),
    listContracts(store, { ...newQuery, size: options.shown }),
    ofKind("options"),
    ofKind("ended"),
    ofKind("closed"),
  ]);
  const kinds = { options: exercised, ended, closed };
  return { ...recent, query: days, newQuery, all, fresh, contracts, kinds };
}
