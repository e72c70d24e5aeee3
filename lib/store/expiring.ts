import "server-only";

import { type Day, dayNumber, daysAfter, washingtonDay } from "@/lib/contracts/days";
import {
  type EndingContract,
  type EndingWeek,
  type EndName,
  ends,
  optionsNotUsed,
  type Within,
} from "@/lib/contracts/expiring";
import { readKind } from "@/lib/contracts/kinds";
import { type EndingDays, endingDays } from "@/lib/query/expiring";
import type { Query } from "@/lib/query/query";
import {
  endingLatestSql,
  endingSql,
  endingWeeksSql,
  endsKnownSql,
  hasEstimatesSql,
} from "@/lib/sql/expiring";
import { withLookups } from "@/lib/store/lookups";
import type { Store } from "@/lib/store/open";

/** The contracts of a selection that end in some days. Counts only: their figures are never added up. */
export interface Endings {
  /** How many end in these days. */
  contracts: number;
  /** Every seven days of them, those in which none ends too. */
  weeks: EndingWeek[];
  /** The page that the query asks for, the first to end first. */
  rows: EndingContract[];
  /** How many contracts are selected, how many of them have such an end recorded, and how many one that can be right. */
  known: { contracts: number; recorded: number; usable: number };
}

/** Whether a snapshot has the ends of contracts at all. */
export const hasEnds = ({ info }: Pick<Store, "info">): boolean =>
  (["period_of_performance_current_end_date", "period_of_performance_potential_end_date"] as const).some(
    (name) => info.has?.includes(name),
  );

/** Whether it has the values that options not yet used are read from. */
export const hasValues = ({ info }: Pick<Store, "info">): boolean =>
  (["current_total_value_of_award", "potential_total_value_of_award"] as const).every((name) =>
    info.has?.includes(name),
  );

/** Whether some contract has an end, estimated from words, on a day or later. */
async function hasEstimates(store: Store, day: Day): Promise<boolean> {
  const [found] = await store.rows<{ has: boolean }>(hasEstimatesSql(day));
  return found?.has ?? false;
}

/** Whether `/expiring` has anything to list: recorded ends, or estimated ones from today on. */
export const canExpire = async (store: Store): Promise<boolean> =>
  hasEnds(store) || (await hasEstimates(store, washingtonDay(new Date())));

/** The end that is listed if an address names none: the recorded current one, else the estimated one. */
export const defaultEnd = (store: Pick<Store, "info">): EndName => (hasEnds(store) ? "current" : "words");

/** The contracts of a query that end in some days. */
export async function endings(store: Store, query: Query, days: EndingDays): Promise<Endings> {
  const [counts, rows, known] = await Promise.all([
    endingWeeks(store, query, days),
    endingRows(store, query, days),
    endsKnown(store, query, days),
  ]);
  return { ...counts, rows, known };
}

/** What ends in the days ahead, and which end it is. */
export interface EndsAhead extends Pick<Endings, "contracts" | "rows" | "known"> {
  end: EndName;
  within: Within;
}

/** The contracts of a query that end within a year from today, by the end that is listed by default, else by the other. */
export async function comingUp(store: Store, query: Query): Promise<EndsAhead> {
  const within = 365;
  const today = washingtonDay(new Date());
  const by = async (end: EndName) =>
    ({
      ...(await endings(store, query, endingDays({ within, end }, today))),
      end,
      within,
    }) as const;
  const first = await by(defaultEnd(store));
  if (first.contracts > 0) return first;
  const other = await by(first.end === "words" ? "current" : "words");
  return other.contracts > 0 ? other : first;
}

/** How many of them there are, in all and in every seven days. */
export async function endingWeeks(
  store: Store,
  query: Query,
  days: EndingDays,
): Promise<Pick<Endings, "contracts" | "weeks">> {
  type Week = { week: number; contracts: number };
  const weeks = await store.rows<Week>(endingWeeksSql(query, days));
  const count = Math.ceil((dayNumber(days.to) - dayNumber(days.from) + 1) / 7);
  return {
    contracts: weeks.reduce((sum, { contracts }) => sum + contracts, 0),
    weeks: Array.from({ length: count }, (_, index) => {
      const last = daysAfter(days.from, 7 * index + 6);
      return {
        from: daysAfter(days.from, 7 * index),
        to: last < days.to ? last : days.to,
        contracts: weeks.find(({ week }) => week === index)?.contracts ?? 0,
      };
    }),
  };
}

/** The page of them that the query asks for, the first to end first. */
export const endingRows = (store: Store, query: Query, days: EndingDays): Promise<EndingContract[]> =>
  listed(store, query, days, query);

/** Of how many contracts of a query an end is known. */
export async function endsKnown(
  store: Store,
  query: Query,
  { end }: Pick<EndingDays, "end">,
): Promise<Endings["known"]> {
  const [known] = await store.rows<Endings["known"]>(endsKnownSql(query, end));
  return known as Endings["known"];
}

/** How many contracts of a query end in some days. */
export async function countEndings(store: Store, query: Query, days: EndingDays): Promise<number> {
  const weeks = await store.rows<{ contracts: number }>(endingWeeksSql(query, days));
  return weeks.reduce((sum, { contracts }) => sum + contracts, 0);
}

/** Every contract of a query that ends in some days. */
export const everyEnding = (store: Store, query: Query, days: EndingDays): Promise<EndingContract[]> =>
  listed(store, query, days);

async function listed(
  store: Store,
  query: Query,
  days: EndingDays,
  page?: Pick<Query, "page" | "size">,
): Promise<EndingContract[]> {
  type Row = Omit<EndingContract, "options_not_used" | "latest_kind" | "ends" | "days_left">;
  type Latest = Parameters<typeof readKind>[0] & { key: string };
  const [rows, latest] = await Promise.all([
    store.rows<object>(endingSql(query, days, store.info.has, page)),
    store.rows<Latest>(endingLatestSql(query, days)),
  ]);
  const actions = new Map(latest.map((action) => [action.key, action]));
  return withLookups<Row>(store, "contracts", rows).map((row) => {
    const last = row[ends[days.end].column] as string;
    const options = optionsNotUsed(row);
    const action = actions.get(row.key);
    return {
      ...row,
      in_records: row.actions === 0 ? null : row.in_records,
      options_not_used: "cents" in options ? options.cents : null,
      latest_kind: action ? readKind(action).kind : null,
      ends: last,
      days_left: dayNumber(last) - dayNumber(days.today),
    };
  });
}
