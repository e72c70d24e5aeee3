import "server-only";

import {
  type Change,
  type ChangeKind,
  type ChangesSince,
  changeKinds,
  newKinds,
} from "@/lib/contracts/changes";
import type { Day } from "@/lib/contracts/days";
import type { Cents } from "@/lib/contracts/money";
import { isListed } from "@/lib/query/changes";
import type { ChangesRequest } from "@/lib/query/requests";
import {
  type ChangeCount,
  type ChangeRow,
  changeCountsSql,
  changeDaysSql,
  changesSql,
} from "@/lib/sql/changes";
import { metaSql } from "@/lib/sql/meta";
import type { Store } from "@/lib/store/open";

/** The figures of the changes that a request lists. */
export interface ChangeTotals {
  entries: number;
  /** What the new actions among them obligate, as they were when they first appeared: added, taken back and both. */
  actions: number;
  net: Cents;
  added: Cents;
  taken_back: Cents;
  /** How many there are of each kind, also of kinds that the request leaves out; kinds without any are omitted. */
  kinds: { kind: ChangeKind; entries: number }[];
  /** How many of the requested kinds are folded, or would be. */
  administrative: number;
}

/** One page of changes, the newest first. */
export async function listChanges(store: Store, request: ChangesRequest): Promise<Change[]> {
  const rows = await store.rows<ChangeRow>(changesSql(request));
  return rows.map((row) => {
    const company = row.company === null ? undefined : store.lookups.company.get(row.company);
    return { ...row, company: company ? { slug: company.slug ?? "", name: company.name ?? "" } : null };
  });
}

/** The figures of all pages of a request. */
export async function changeTotals(store: Store, request: ChangesRequest): Promise<ChangeTotals> {
  const counts = await store.rows<ChangeCount>(changeCountsSql(request));
  const listed = counts.filter((count) => isListed(request, count));
  const fresh = listed.filter(({ kind }) => newKinds.includes(kind));
  const sum = (of: ChangeCount[], name: "entries" | "added" | "taken_back") =>
    of.reduce((total, count) => total + count[name], 0);
  const offered = counts.filter((count) => isListed({ ...request, kind: [] }, count));
  const requested = counts.filter(({ kind }) => request.kind.length === 0 || request.kind.includes(kind));
  return {
    entries: sum(listed, "entries"),
    actions: sum(fresh, "entries"),
    net: sum(fresh, "added") + sum(fresh, "taken_back"),
    added: sum(fresh, "added"),
    taken_back: sum(fresh, "taken_back"),
    kinds: changeKinds
      .map((kind) => ({
        kind,
        entries: sum(
          offered.filter((count) => count.kind === kind),
          "entries",
        ),
      }))
      .filter(({ entries }) => entries > 0),
    administrative: sum(
      requested.filter(({ administrative }) => administrative),
      "entries",
    ),
  };
}

/** What was noticed on one day. */
export interface DayOfChanges {
  noticed: Day;
  /** How many changes there are of each kind. */
  entries: Partial<Record<ChangeKind, number>>;
  /** What the new actions obligate. */
  net: Cents;
}

/** The newest days on which listed changes were noticed, newest first. */
export async function changeDays(
  store: Store,
  request: ChangesRequest,
  most: number,
): Promise<DayOfChanges[]> {
  const rows = await store.rows<ChangeCount & { noticed: Day }>(changeDaysSql(request, most));
  const days = new Map<Day, DayOfChanges>();
  for (const row of rows.filter((count) => isListed({ ...request, kind: [] }, count))) {
    const day: DayOfChanges = days.get(row.noticed) ?? { noticed: row.noticed, entries: {}, net: 0 };
    day.entries[row.kind] = (day.entries[row.kind] ?? 0) + row.entries;
    if (newKinds.includes(row.kind)) day.net += row.added + row.taken_back;
    days.set(row.noticed, day);
  }
  return [...days.values()];
}

/** Since when changes are listed. */
export async function changesSince(store: Store): Promise<ChangesSince> {
  const [row] = await store.rows<{ value: string }>(metaSql("changes"));
  return row ? (JSON.parse(row.value) as ChangesSince) : { since: null };
}
