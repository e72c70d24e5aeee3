import { type Day, type Month, monthDays } from "@/lib/contracts/days";
import type { Cents } from "@/lib/contracts/money";
import type { SumKind } from "@/lib/query/find";
import { change, type Query } from "@/lib/query/query";
import type { Window } from "@/lib/query/windows";
import type { WrittenFigure } from "@/lib/query/written-figure";
import { asDay, asNumber, columnRows, contains, dayRows, monthStart, numberRows } from "@/lib/sql/dialect";
import { idList, joined, limit, raw, type Sql, sql } from "@/lib/sql/fragments";
import { inNumbers } from "@/lib/sql/totals";
import { where } from "@/lib/sql/where";

/** The most hits of one kind that are listed, the nearest to the written figure. */
export const mostHits = 50;

const subjects: Record<SumKind, (query: Query) => Sql> = {
  agency: () => raw("0"),
  company: ({ grouped }) => raw(grouped === "no" ? "a.recipient" : "a.company"),
  contract: () => raw("a.contract"),
};

const amount = (cents: Cents) => sql`${cents}::bigint`;

/** One sum over a window that fits. */
export interface FittingSum {
  /** The number of the company, recipient or contract; 0 for the agency. */
  subject: number;
  /** All actions, or those alone that carry the sign of the written figure. */
  measure: "net" | "one_sign";
  figure: Cents;
  /** The window's place in the list of windows, and the first place of a window that holds the same actions. */
  place: number;
  leader: number;
  /** The rank of its window; of windows with the same actions, that of the likeliest. */
  rank: number;
  /** How many sums fit, also beyond those that are listed; and how many of this rank that differ in their actions. */
  found: number;
  alike: number;
}

/**
 * The sums over windows of time that match a written figure: the likeliest windows first, of these what rounds to the figure,
 * the nearest first. The windows are in the order of their ranks. Actions are first added up over the pieces of time that no
 * window cuts in two, and a window then adds up its pieces.
 */
export function sumsSql(kind: SumKind, query: Query, figure: WrittenFigure, windows: readonly Window[]): Sql {
  const { oneSign, reaches } = reachOf(figure);
  const order = sql`${nearness("ranked.figure", figure, raw("ranked.rank"))}, leader, subject, measure, place`;
  const days = (end: "from" | "to") => dayRows(windows.map((window) => window[end]));
  return sql`
    with pieces as materialized (
      select ${subjects[kind](query)} as subject, ${pieceOf(windows)} as piece,
        sum(a.amount_cents)::bigint as net, sum(${oneSign})::bigint as one_sign
      from actions a where ${where(query)} group by 1, 2),
    reaching as (
      select * from pieces
      where subject in (select subject from pieces group by subject having sum(one_sign) ${reaches})),
    windows as (
      select ${numberRows(windows.length)} as place, ${days("from")} as opens, ${days("to")} as closes),
    sums as (
      select subject, place, sum(net) as net, sum(one_sign) as one_sign, min(piece) as since, max(piece) as until
      from reaching join windows on piece between opens and closes group by subject, place),
    figures as (
      select subject, place, since, until, ${columnRows(["net", "one_sign"], "measure", "figure")},
        net = one_sign as is_one_sign
      from sums),
    ranked as materialized (
      select subject, measure, figure, place, leader, ${rankOf(windows)} as rank
      from (select *, min(place) over (partition by subject, measure, figure, since, until) as leader
        from figures
        where figure between ${amount(figure.from)} and ${amount(figure.below - 1)} and (measure = 'net' or not is_one_sign))),
    counts as (select rank, count(*) as hits, count(*) filter (where place = leader) as alike from ranked group by rank)
    select subject, measure, ${inNumbers("figure", "place", "leader", "rank", "alike")},
      ${asNumber(sql`(select sum(hits) from counts)`)} as found
    from (select * from ranked order by ${order} ${limit(mostHits)}) ranked join counts using (rank)
    order by ${order}`;
}

/**
 * An amount of the figure's sign, zero otherwise, and whether a sum of such amounts reaches the figure. No sum of a subject
 * goes beyond that of its actions of one sign, which leaves few subjects to add up.
 */
function reachOf({ value, from, below }: WrittenFigure): { oneSign: Sql; reaches: Sql } {
  return value < 0
    ? { oneSign: raw("least(a.amount_cents, 0)"), reaches: sql`<= ${amount(below - 1)}` }
    : { oneSign: raw("greatest(a.amount_cents, 0)"), reaches: sql`>= ${amount(from)}` };
}

/** The rank of the likeliest of the windows that hold the same actions; the windows are in the order of their ranks. */
function rankOf(windows: readonly Window[]): Sql {
  const cases = [...new Set(windows.map(({ rank }) => rank))].map(
    (rank) => `when leader < ${windows.findLastIndex((window) => window.rank === rank) + 1} then ${rank}`,
  );
  return raw(`case ${cases.join(" ")} end`);
}

/** The first day of an action's piece of time: of its month, or of what the windows cut off of the month. */
function pieceOf(windows: readonly Window[]): Sql {
  const opening = windows.map(({ from }) => from).filter((day) => !day.endsWith("-01"));
  const closing = windows.map(({ to }) => to).filter((day) => day !== monthDays(day.slice(0, 7)).to);
  const cuts = [
    ...[...new Set(opening)].map((day) => sql`case when a.action_date >= ${day}::date then ${day}::date end`),
    ...[...new Set(closing)].map(
      (day) => sql`case when a.action_date > ${day}::date then ${day}::date + 1 end`,
    ),
  ];
  return sql`greatest(${joined([monthStart(sql`a.action_date`), ...cuts], ", ")})`;
}

/**
 * Equal to the cent first, then by the rank of the window, then rounding to the figure before being cut off to it,
 * then the nearest.
 */
function nearness(column: string, { value, step }: WrittenFigure, rank?: Sql): Sql {
  const apart = sql`${raw(column)} - ${amount(value)}`;
  const beyond = value < 0 ? sql`-(${apart})` : apart;
  return sql`${apart} <> 0, ${rank ? sql`${rank}, ` : raw("")}${beyond} >= ${amount(Math.ceil(step / 2))}, abs(${apart})`;
}

/** A running total of a contract that fits, and the days on which it was that. */
export interface FittingStep {
  contract: number;
  figure: Cents;
  /** The day of the action that made it so, and the last day before the next that changed it; `null` where none did. */
  since: Day;
  until: Day | null;
  /** How many contracts have one that fits, also beyond those that are listed. */
  found: number;
}

/**
 * The running totals of contracts that match a written figure, by contract, the nearest contract first and the steps of each
 * in time. A contract is searched for every company that any of its actions is with. A step that is the amount of one
 * action, or the sum of all that the query selects of the contract, is found as such and left out here.
 */
export function runningSql(query: Query, figure: WrittenFigure, month: Month | null): Sql {
  const { oneSign, reaches } = reachOf(figure);
  const whole = change(query, { company: [] });
  const { from, to } = month === null ? { from: null, to: null } : monthDays(month);
  const isOwn = query.company.length === 0 ? raw("true") : sql`(${where(query)})`;
  const isHeld =
    query.company.length === 0
      ? raw("true")
      : sql`a.contract in (select a.contract from actions a where ${where(query)})`;
  return sql`
    with reaching as materialized (
      select a.contract, bool_and(${isOwn}) as is_own from actions a where ${where(whole)} and ${isHeld} group by a.contract
      having count(*) > 1 and sum(${oneSign}) ${reaches}),
    steps as (
      select a.contract, is_own, action_date as since, sum(a.amount_cents) over so_far as figure, count(*) over so_far as moves,
        lead(action_date) over so_far as next
      from actions a join reaching using (contract) where a.amount_cents <> 0 and ${where(whole)}
      window so_far as (partition by a.contract order by a.id)),
    fitting as (
      select *, min(abs(figure - ${amount(figure.value)})) over (partition by contract) as apart from steps
      where figure between ${amount(figure.from)} and ${amount(figure.below - 1)} and moves > 1
        and next is distinct from since and (next is not null or not is_own)
        and (${to}::date is null or since <= ${to}::date) and (${from}::date is null or next is null or next > ${from}::date)),
    placed as (select *, dense_rank() over (order by apart, contract) as place from fitting)
    select contract, ${asDay(sql`since`)} as since, ${asDay(sql`next - 1`)} as until, ${inNumbers("figure", "found")}
    from (select *, max(place) over () as found from placed) where place <= ${mostHits}::bigint order by place, since`;
}

/** One action whose amount fits. */
export interface FittingAction {
  id: number;
  contract: number;
  company: number;
  modification: string;
  signed: Day;
  figure: Cents;
  description: string | null;
  /** How many actions of this contract were signed on that day and have this amount. */
  alike: number;
  found: number;
}

/** The actions whose amount matches a written figure, what rounds to it first, then the nearest, then the newest. */
export function actionsSql(query: Query, figure: WrittenFigure): Sql {
  return sql`
    select id, contract, company, modification, ${asDay(sql`action_date`)} as signed, description,
      ${inNumbers("figure", "alike", "found")}
    from (select a.*, amount_cents as figure, count(*) over () as found,
        count(*) over (partition by contract, action_date, amount_cents) as alike
      from actions a
      where a.amount_cents between ${amount(figure.from)} and ${amount(figure.below - 1)} and ${where(query)}
      order by ${nearness("a.amount_cents", figure)}, a.id desc ${limit(mostHits)})`;
}

/** The contracts of some numbers, as they are named. */
export interface NamedContract {
  id: number;
  key: string;
  piid: string;
  company: number;
  base_included: boolean;
}

export const contractNamesSql = (ids: readonly number[]): Sql =>
  sql`select id, key, piid, company, base_included from contracts
    where id in (${idList(ids)})`;

/** The most companies that words can name. */
export const mostChoices = 30;

/**
 * The companies that a text names: by slug or by a whole name, its own or of a recipient (`is_exact`), or by words that
 * one of these names holds, whole words first.
 */
export function namedCompaniesSql(text: string): Sql {
  const words = text.match(/[\p{L}\p{N}&]+/gu) ?? [];
  const allWords = (each: (word: string) => Sql) =>
    words.length === 0 ? raw("false") : sql`(${joined(words.map(each), " and ")})`;
  const holds = allWords((word) => contains(sql`n.name`, sql`lower(${word})`));
  const isWord = (word: string) => contains(sql`' ' || n.name || ' '`, sql`' ' || lower(${word}) || ' '`);
  const isExact = sql`lower(${text}) in (c.slug, n.name)`;
  return sql`
    select slug, name, is_exact, ${asNumber(sql`count(*) over ()`)} as found
    from (select c.id, c.slug, c.name, bool_or(${isExact}) as is_exact, bool_or(${allWords(isWord)}) as has_words
      from companies c join (
        select id, lower(name) as name from companies union all select company, lower(name) from recipients) n on n.id = c.id
      where ${isExact} or ${holds} group by c.id, c.slug, c.name)
    order by is_exact desc, has_words desc, id ${limit(mostChoices)}`;
}
