import { z } from "zod";

import { type Change, type ChangeKind, changeKinds, foldedKinds } from "@/lib/contracts/changes";
import { type Day, isDay } from "@/lib/contracts/days";
import { given, type ParameterProblem, parseOnly } from "@/lib/query/parse";
import { filterNames, type ParameterName, type Query, toSearchParams } from "@/lib/query/query";

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
