import { z } from "zod";

import { type Change, type ChangeKind, changeKinds, foldedKinds, remarkKinds } from "@/lib/contracts/changes";
import { type Day, isDay } from "@/lib/contracts/days";
import { joined, list, raw, type Sql, sql } from "@/lib/query/fragments";
import { given, type ParameterProblem, parseOnly } from "@/lib/query/parse";
import { filterNames, isSet, type ParameterName, type Query, toSearchParams } from "@/lib/query/query";
import { where } from "@/lib/query/sql";

/** Which changes are asked for: those of the actions that a query selects, of some kinds, from a day on. */
export interface ChangesRequest {
  query: Query;
  /** Empty for every kind. */
  kind: ChangeKind[];
  /** Noticed on this day or later. */
  since: Day | null;
  /** Whether what is administrative is listed too. */
  administrative: "yes" | "no";
}

const readers = {
  kind: z.enum(changeKinds, { error: `must be one of ${changeKinds.join(", ")}` }),
  since: z.string().refine(isDay, "must be a day that exists, written YYYY-MM-DD"),
  administrative: z.enum(["yes", "no"], { error: "must be one of yes, no" }),
};
type OwnName = keyof typeof readers;

/** The parameters of a query that say something of changes. */
const shared = [
  "view",
  ...filterNames,
  "amount",
  "grouped",
  "page",
  "size",
  "snapshot",
] as const satisfies ParameterName[];

/** Reads a query string. What cannot be understood is left out of the request and named in `problems`. */
export function parseChanges(params: URLSearchParams): {
  request: ChangesRequest;
  problems: ParameterProblem[];
} {
  const others = new URLSearchParams([...params].filter(([name]) => !Object.hasOwn(readers, name)));
  const { query, problems } = parseOnly(others, shared);
  const own: ParameterProblem[] = [];
  function read<Name extends OwnName>(name: Name, isList = false) {
    const values = given(params, name).map((value) => value.trim());
    if (values.length > 1 && !isList) {
      own.push({ name, detail: "must be given once", values });
      return [];
    }
    return values.flatMap((value) => {
      const result = readers[name].safeParse(value);
      if (result.success) return [result.data as z.output<(typeof readers)[Name]>];
      own.push({ name, detail: result.error.issues[0]?.message ?? "cannot be read", values: [value] });
      return [];
    });
  }
  const kinds = read("kind", true);
  const request = {
    query,
    kind: changeKinds.filter((kind) => kinds.includes(kind)),
    since: read("since")[0] ?? null,
    administrative: read("administrative")[0] ?? "no",
  };
  return { request, problems: [...own, ...problems] };
}

/** The parameters of a request beside its query, as a URL writes them. */
export function ownParams({
  kind,
  since,
  administrative,
}: Omit<ChangesRequest, "query">): [string, string][] {
  return [
    ...kind.map((name): [string, string] => ["kind", name]),
    ...(since === null ? [] : [["since", since] as [string, string]]),
    ...(administrative === "no" ? [] : [["administrative", administrative] as [string, string]]),
  ];
}

/** The address of some changes: of the page, or of one of its feeds. */
export function changesHref<Path extends string = "/changes">(
  request: ChangesRequest,
  path: Path = "/changes" as Path,
): Path {
  const params = toSearchParams(request.query);
  for (const [name, value] of ownParams(request)) params.append(name, value);
  return (params.size > 0 ? `${path}?${params}` : path) as Path;
}

/** The same request with something changed, from its first page on. */
export function changeRequest(request: ChangesRequest, patch: Partial<ChangesRequest>): ChangesRequest {
  const { query, ...rest } = { ...request, ...patch };
  return { ...rest, query: patch.query ? query : { ...query, page: 1 } };
}

/** All changes of a query's actions, as other pages link to them. */
export const changesOf = (query: Query): ChangesRequest => ({
  query,
  kind: [],
  since: null,
  administrative: "no",
});

/** A change as the database gives it: `company` is a number. */
export interface ChangeRow extends Omit<Change, "company"> {
  company: number | null;
}

/** How many changes there are of a kind, folded ones apart, and the dollars of the actions they are of, in cents. */
export interface ChangeCount {
  kind: ChangeKind;
  administrative: boolean;
  entries: number;
  added: number;
  taken_back: number;
}

/** One page of changes, the newest first. */
export function changesSql(request: ChangesRequest): Sql {
  const { page, size } = request.query;
  return sql`select ch.id, ch.kind, ch.snapshot, ch.published, strftime(ch.noticed, '%Y-%m-%d') as noticed, ch.agency,
      ch.fiscal_year::integer as fiscal_year, ch.piid, ch.modification, c.key as contract, coalesce(a.company, g.company) as company,
      ch.recipient, strftime(ch.signed, '%Y-%m-%d') as signed, coalesce(a.description, g.description) as description, ch.before, ch.after,
      (ch.amount * 100)::double as amount, (ch.amount_before * 100)::double as amount_before, ch.late, ch.administrative
    from (select * from changes ch where ${chosen(request)} order by ch.noticed desc, ch.seq desc
        limit ${size}::bigint offset ${size * (page - 1)}::bigint) ch
      left join actions a on a.id = ch.action left join gone g on g.id = ch.action
      left join contracts c on c.key = ch.contract_key
    order by ch.noticed desc, ch.seq desc`;
}

/** How many changes of each kind there are, whatever kinds are asked for, folded ones too. */
export function changeCountsSql(request: ChangesRequest): Sql {
  return sql`select kind, administrative, count(*)::double as entries,
      (coalesce(sum(amount) filter (amount > 0), 0) * 100)::double as added,
      (coalesce(sum(amount) filter (amount < 0), 0) * 100)::double as taken_back
    from changes ch where ${within(request)} group by all`;
}

/** Whether the changes of a request with these kinds hold one of this kind: a folded one only where it is asked for. */
export function isListed(
  { kind: kinds, administrative }: Pick<ChangesRequest, "kind" | "administrative">,
  { kind, administrative: isFolded }: Pick<Change, "kind" | "administrative">,
): boolean {
  const isChosen = kinds.length === 0 || kinds.includes(kind);
  return (
    isChosen &&
    (!isFolded || administrative === "yes" || (kinds.includes(kind) && foldedKinds.includes(kind)))
  );
}

/** The condition of {@link isListed}, and that of the query. */
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
function within({ query, since }: ChangesRequest): Sql {
  const condition = where(query);
  const isWhole = filterNames.every((name) => name === "agency" || !isSet(query, name));
  const remark = isWhole
    ? sql`ch.kind in (${list(remarkKinds)}) and ch.agency in (${list(query.agency)})`
    : raw("false");
  return sql`${since === null ? raw("true") : sql`ch.noticed >= ${since}::date`} and (${remark}
    or ch.action in (select a.id from actions a where a.id in (select action from changes) and ${condition})
    or ch.action in (
      with actions as (select * from gone),
        mentions as (select b.id as brand, g.id as action from (select id, unnest(brands) as slug from gone) g join brands b using (slug)),
        left_out as (select 0 as brand, 0 as action)
      select a.id from actions a where ${condition}))`;
}
