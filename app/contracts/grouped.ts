import "server-only";

import type { Route } from "next";
import type { GroupYears } from "@/components/charts/group-years";
import type { ChartGroup } from "@/components/charts/groups";
import { withLinks } from "@/components/charts/links";
import { fillOf, otherFill } from "@/components/charts/palette";
import {
  type GroupingName,
  grouping,
  isTime,
  othersName,
  overlapNote,
  type ShownGrouping,
} from "@/lib/contracts/groupings";
import type { Group, Totals } from "@/lib/contracts/totals";
import { chosenGroups, isChosenOnly } from "@/lib/query/comparison";
import type { FilterName } from "@/lib/query/filters";
import { queryOfGroup } from "@/lib/query/group-query";
import { boundsSelectedSums, change, isSet, type Query, without } from "@/lib/query/query";
import { type FilterText, type Labels, windowText } from "@/lib/query/query-text";
import { type WorkbenchRequest, workbenchRequest } from "@/lib/query/requests";
import { largestFirst, periods, totals } from "@/lib/store/contracts";
import type { ByYear, Leaders } from "@/lib/store/leaders";
import type { Store } from "@/lib/store/open";

/** A selection by one grouping, as every part of the page needs it. */
export interface Grouped {
  store: Store;
  request: WorkbenchRequest;
  query: Query;
  by: GroupingName;
  /** The filter of the grouping itself, unless its groups are alone: the groups ignore it. */
  except: FilterName | undefined;
  /** The query without the ignored filter. */
  compared: Query;
  /** The values of the filter of the grouping. */
  chosen: string[];
  /** All groups, and their sum. */
  all: Group[];
  whole: Totals;
  names: Labels;
  span: string;
  page: Route;
  /** What a reader must know of the groups, as sentences without their period. */
  notes: string[];
}

interface LoadOptions {
  words: FilterText[];
  names: Labels;
}

/** Loads a selection by the grouping that it shows; `null` if there are no actions even without that filter. */
export async function loadGrouped(
  store: Store,
  request: WorkbenchRequest,
  show: ShownGrouping,
  { words, names }: LoadOptions,
): Promise<Grouped | null> {
  const { query } = request;
  const by: GroupingName = show === "company" && query.grouped === "no" ? "recipient" : show;
  const except: FilterName | undefined =
    by === "month" || isChosenOnly(query, by) ? undefined : grouping(by).parameter;
  const [all, whole] = await Promise.all([
    isTime(by) ? periods(store, query, by, except) : largestFirst(store, query, by, except),
    totals(store, query, except),
  ]);
  if (whole.actions === 0) return null;
  const isFilterIgnored = except !== undefined && (except === "agency" || isSet(query, except));
  const values = words.filter(({ name }) => name === except).map(({ value }) => value);
  const span = windowText(query, store.info.data_from, store.info.data_through);
  return {
    store,
    request,
    query,
    by,
    except,
    compared: isFilterIgnored ? withoutFilter(query, except, all) : query,
    chosen: by === "month" ? [] : chosenGroups(query, by),
    all,
    whole,
    names,
    span,
    page: workbenchRequest.href("/contracts" as Route, request),
    notes: notes(query, by, isFilterIgnored ? values : null),
  };
}

/** The query without one filter. Exports need agencies, so it has all agencies found. */
const withoutFilter = (query: Query, except: FilterName, found: Group[]): Query =>
  except === "agency"
    ? change(query, { agency: found.flatMap(({ key }) => key ?? []).toSorted() })
    : without(query, except);

/** The measure and the window, then the notes. */
export const subtitleOf = ({ by, span, notes: more }: Grouped, ...others: string[]): string =>
  [`Obligated (net) by ${grouping(by).label}, ${span}`, ...others, ...more].join(". ");

/** The notes on the groups; `ignored` are the values of a filter that they ignore. */
function notes(query: Query, by: GroupingName, ignored: string[] | null): string[] {
  const { label, plural } = grouping(by);
  const found: (string | false | null)[] = [
    overlapNote(by),
    ignored !== null &&
      `The charts show all ${plural} for comparison. The figures above keep the ${label} filter${ignored.length > 0 ? ` (${ignored.join(", ")})` : ""}`,
    boundsSelectedSums(query) &&
      `The amount filter looks at each contract’s total in the whole selection. On its own, a ${label} is filtered by its own actions, so it can show fewer`,
    query.new.length > 0 &&
      isTime(by) &&
      (by === "fiscal_year"
        ? "Each fiscal year has the contracts that were new in that year, or were not"
        : `New contracts are those awarded in the whole period. On its own, a ${label} is its own period`),
  ];
  return found.filter((note) => typeof note === "string");
}

/** A group with its fiscal years as parts in its color, each leading to its records. */
export function yearsOfGroup(
  { total, label, years }: ByYear,
  query: Query,
  by: GroupingName,
  fill = fillOf(by, total.key),
): GroupYears {
  const of = queryOfGroup(query, by, total.key);
  return {
    ...(withLinks([{ ...total, label: label ?? "" }], query, by)[0] as ChartGroup),
    fill,
    parts: withLinks(years, of ?? query, "fiscal_year").map(({ parts: _none, page: _page, ...year }) => ({
      ...year,
      fill,
      href: of && year.actions > 0 ? year.href : null,
    })),
  };
}

/** All other groups in their fiscal years, which no filter selects. */
export const yearsOfRest = (
  { groups, total, years }: NonNullable<Leaders["rest"]>,
  by: GroupingName,
): GroupYears => ({
  ...total,
  label: othersName(by, groups),
  href: null,
  fill: otherFill,
  parts: years.map(({ parts: _none, ...year }) => ({ ...year, fill: otherFill, href: null })),
});
