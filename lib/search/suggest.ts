import "server-only";

import { contractNumbers } from "@/lib/contracts/awards";
import { formatSince } from "@/lib/contracts/days";
import type { Cents } from "@/lib/contracts/money";
import type { EntryKind, Suggestion } from "@/lib/contracts/suggestions";
import { change, defaults, type Query } from "@/lib/query/query";
import { findRequest } from "@/lib/query/requests";
import { parseWrittenAmount } from "@/lib/query/written-figure";
import { type FoundEntry, searchIndex } from "@/lib/search/search-index";
import { publishedAs } from "@/lib/store/checks";
import type { Store } from "@/lib/store/open";

/** The most suggestions, and the most of one kind among several. */
const mostSuggestions = 10;
const mostOfKind = 5;

/** A suggestion with its money in cents. */
type Suggested = Omit<Suggestion, "net"> & { net: Cents | null };

/** What a search box suggests for what was typed: of the agencies and the snapshot of a query. */
export async function suggest(store: Store, query: Query, kind: EntryKind | null): Promise<Suggested[]> {
  const typed = query.q.trim();
  if (typed === "") return [];
  const scope = change(defaults("contracts"), { agency: query.agency, snapshot: store.named });
  const index = await searchIndex(store);
  const found = index.find(typed, { agency: scope.agency, ...(kind && { kinds: [kind] }) });
  const named = kind === null ? index.contractsOf(longNumbers(typed)) : [];
  const counts = new Map<EntryKind, number>();
  const listed = found.filter(({ entry }) => {
    const count = (counts.get(entry.kind) ?? 0) + 1;
    counts.set(entry.kind, count);
    return kind !== null || count <= mostOfKind;
  });
  const figure = kind === null ? await figureSuggestion(store, typed, scope) : null;
  const isNamed = ({ entry, fit }: FoundEntry) => fit === "exact" || named.includes(entry);
  const inText = named
    .filter((entry) => !listed.some((one) => one.entry === entry))
    .map((entry) => ({ entry, reason: null }));
  return [
    ...[...inText, ...listed.filter(isNamed)].map((one) => suggestionOf(one, scope)),
    ...(figure ? [figure] : []),
    ...listed.filter((one) => !isNamed(one)).map((one) => suggestionOf(one, scope)),
  ].slice(0, mostSuggestions);
}

/** The fewest characters of a contract number in a text, such as the address of an award. */
const shortestPiid = 10;

const longNumbers = (typed: string) => contractNumbers(typed).filter(({ length }) => length >= shortestPiid);

function suggestionOf({ entry, reason }: Pick<FoundEntry, "entry" | "reason">, scope: Query): Suggested {
  const { kind, label, detail, slug } = entry;
  return {
    kind,
    label,
    detail: reason ?? detail,
    href: entry.page(scope),
    net: entry.netOf(scope.agency),
    slug,
  };
}

/**
 * The search for a figure, if the text is one: an amount with a dollar sign, a unit or thousands separators. It names who
 * published the figure, if it is a published one.
 */
export async function figureSuggestion(
  store: Store,
  typed: string,
  { agency, snapshot }: Query,
): Promise<Suggested | null> {
  const figure = parseWrittenAmount(typed);
  if ("problem" in figure || !(figure.unit || /[$,]/.test(typed))) return null;
  const query = change(defaults("contracts"), { agency, snapshot });
  const [known] = await publishedAs(store, figure.value);
  return {
    kind: "figure",
    label: `Find ${typed} in the records`,
    detail: known
      ? `published by ${known.publisher}, ${formatSince(known.published)}`
      : "actions, contracts and sums with this amount",
    href: findRequest.href("/find", { query, amount: { text: typed, figure } }),
    net: null,
    slug: null,
  };
}
