import { type Change, type ChangeKind, foldedKinds, remarkKinds } from "@/lib/contracts/changes";
import type { Cents } from "@/lib/contracts/money";
import { filterNames } from "@/lib/query/filters";
import { isSet } from "@/lib/query/query";
import type { ChangesRequest } from "@/lib/query/requests";
import { asDay, asNumber, unnested } from "@/lib/sql/dialect";
import { joined, limit, list, raw, type Sql, sql } from "@/lib/sql/fragments";
import { inNumbers } from "@/lib/sql/totals";
import { where } from "@/lib/sql/where";

/** A change as the database gives it: `company` is a number. */
export interface ChangeRow extends Omit<Change, "company"> {
  company: number | null;
}

/** How many changes there are of a kind, folded ones apart, and the money of the actions they are of. */
export interface ChangeCount {
  kind: ChangeKind;
  administrative: boolean;
  entries: number;
  added: Cents;
  taken_back: Cents;
}

/** One page of changes, the newest first. */
export function changesSql(request: ChangesRequest): Sql {
  const { page, size } = request.query;
  return sql`select ch.id, ch.kind, ch.snapshot, ch.published, ${asDay(sql`ch.noticed`)} as noticed, ch.agency,
      ch.fiscal_year::integer as fiscal_year, ch.piid, ch.modification, c.key as contract, coalesce(a.company, g.company) as company,
      ch.recipient, ${asDay(sql`ch.signed`)} as signed, coalesce(a.description, g.description) as description, ch.before, ch.after,
      ${asNumber(sql`ch.amount_cents`)} as amount, ${asNumber(sql`ch.amount_before_cents`)} as amount_before, ch.late, ch.administrative
    from (select * from changes ch where ${chosen(request)} order by ch.noticed desc, ch.seq desc
        ${limit(size, page)}) ch
      left join actions a on a.id = ch.action left join gone g on g.id = ch.action
      left join contracts c on c.key = ch.contract_key
    order by ch.noticed desc, ch.seq desc`;
}

/** How many changes of each kind there are, also of kinds that the request leaves out, and folded ones. */
export function changeCountsSql(request: ChangesRequest): Sql {
  return sql`select kind, administrative, ${inNumbers("entries", "added", "taken_back")}
    from (select kind, administrative, count(*) as entries,
        sum(amount_cents) filter (where amount_cents > 0) as added, sum(amount_cents) filter (where amount_cents < 0) as taken_back
      from changes ch where ${within(request)} group by kind, administrative)`;
}

/** The same for each of the newest days that changes were noticed on. */
export function changeDaysSql(request: ChangesRequest, most: number): Sql {
  return sql`select ${asDay(sql`noticed`)} as noticed, kind, administrative, ${inNumbers("entries", "added", "taken_back")}
    from (select noticed, kind, administrative, count(*) as entries, dense_rank() over (order by noticed desc) as place,
        sum(amount_cents) filter (where amount_cents > 0) as added, sum(amount_cents) filter (where amount_cents < 0) as taken_back
      from changes ch where ${within(request)} group by noticed, kind, administrative)
    where place <= ${most} order by noticed desc`;
}

/** The condition of `isListed`, and that of the query. */
function chosen(request: ChangesRequest): Sql {
  const { kind: kinds, administrative } = request;
  const unfolded = kinds.filter((kind) => foldedKinds.includes(kind));
  return joined(
    [
      within(request),
      ...(kinds.length > 0 ? [sql`ch.kind in (${list(kinds)})`] : []),
      ...(administrative === "yes"
        ? []
        : [
            unfolded.length > 0
              ? sql`(not ch.administrative or ch.kind in (${list(unfolded)}))`
              : raw("not ch.administrative"),
          ]),
    ],
    " and ",
  );
}

/**
 * The changes of the actions that a query selects. An action that is gone is selected by what it was; in its condition the
 * names of the tables stand for what is gone. A remark is of all actions of its agency, and belongs to no narrower query.
 */
function within({ query, since, until }: ChangesRequest): Sql {
  const condition = where(query);
  const isWhole = filterNames.every((name) => name === "agency" || !isSet(query, name));
  const remark = isWhole
    ? sql`ch.kind in (${list(remarkKinds)}) and ch.agency in (${list(query.agency)})`
    : raw("false");
  const days = joined(
    [
      ...(since === null ? [] : [sql`ch.noticed >= ${since}::date`]),
      ...(until === null ? [] : [sql`ch.noticed <= ${until}::date`]),
      raw("true"),
    ],
    " and ",
  );
  return sql`${days} and (${remark}
    or ch.action in (select a.id from actions a where a.id in (select action from changes) and ${condition})
    or ch.action in (
      with actions as (select * from gone),
        mentions as (select b.id as brand, g.id as action from (select id, ${unnested(sql`brands`)} as slug from gone) g join brands b using (slug)),
        left_out as (select 0 as brand, 0 as action),
        place_mentions as (select f.id as facility, g.id as action from (select id, ${unnested(sql`places`)} as slug from gone) g join facilities f using (slug)),
        state_mentions as (select distinct f.state, m.action from place_mentions m join facilities f on f.id = m.facility)
      select a.id from actions a where ${condition}))`;
}
