import type { Route } from "next";
import { type CompanyYears, CompanyYearsChart } from "@/components/charts/company-years";
import { GroupChart } from "@/components/charts/group-chart";
import { type ChartGroup, mostBars } from "@/components/charts/groups";
import { remaining, withLinks } from "@/components/charts/links";
import { fillOf } from "@/components/charts/palette";
import { earlierYears } from "@/components/charts/time";
import { categoryRule } from "@/lib/contracts/categories";
import {
  type GroupingName,
  grouping,
  isTime,
  othersName,
  type ShownGrouping,
} from "@/lib/contracts/groupings";
import type { Group } from "@/lib/contracts/totals";
import type { FilterName } from "@/lib/query/filters";
import { queryOfGroup } from "@/lib/query/group-query";
import { boundsSelectedSums, change, href, isSet, type Query, without } from "@/lib/query/query";
import { type FilterText, type Labels, windowText } from "@/lib/query/query-text";
import { firstGroups, groups, periods, totals } from "@/lib/store/contracts";
import { type ByYear, leadersByYear } from "@/lib/store/leaders";
import type { Store } from "@/lib/store/open";
import { sameDates } from "@/lib/store/overview";

const maxRows = 200;
const maxLeaders = 5;

/**
 * A selection by one grouping. The chart ignores the filter of its own grouping. Returns `null` if there are no actions
 * even so.
 */
export async function groupView(
  store: Store,
  query: Query,
  show: ShownGrouping,
  { words, names }: { words: FilterText[]; names: Labels },
) {
  const by: GroupingName = show === "company" && query.grouped === "no" ? "recipient" : show;
  const { label, plural, parameter } = grouping(by);
  const except: FilterName | undefined = by === "month" ? undefined : parameter;
  const [all, whole, dates] = await Promise.all([
    isTime(by)
      ? periods(store, query, by, except)
      : groups(store, query, by, { except }).then((found) => found.groups),
    totals(store, query, except),
    by === "fiscal_year" ? sameDates(store, change(query, { fy: [] })) : undefined,
  ]);
  if (whole.actions === 0) return null;
  const { data_through: through, data_from: began } = store.info;
  const isFilterIgnored = except !== undefined && (except === "agency" || isSet(query, except));
  const compared = isFilterIgnored ? withoutFilter(query, except, all) : query;
  const values = words.filter(({ name }) => name === except).map(({ value }) => value);
  const span = windowText(query, began, through);
  const chosen = except ? [query[except]].flat().map(String) : [];
  const isPast = mutedGroups(by, chosen, all);
  const first = (most: number | undefined) => {
    const { groups: found, rest } = firstGroups(all, most);
    return {
      groups: withLinks(found, query, by).map((group) => ({ ...group, page: null, past: isPast(group) })),
      rest: remaining(rest, by),
    };
  };
  return (
    <>
      <GroupChart
        by={by}
        subtitle={[
          `Obligated (net) by ${label}, ${span}`,
          show === "category" && categoryRule,
          isFilterIgnored && ignoredFilterText(label, values, plural),
          boundsSelectedSums(query) &&
            `The amount filter looks at each contract’s total in the whole selection. On its own, a ${label} is filtered by its own actions, so it can show fewer`,
          query.new.length > 0 &&
            isTime(by) &&
            (by === "fiscal_year"
              ? "Each fiscal year has the contracts that were new in that year, or were not"
              : `New contracts are those awarded in the whole period. On its own, a ${label} is its own period`),
        ]
          .filter(Boolean)
          .join(". ")}
        query={compared}
        page={href("/contracts" as Route, query)}
        isOwnPage
        days={store.info}
        about={{ names, sameDates: dates }}
        {...first(isTime(by) ? undefined : mostBars)}
        numbers={first(isTime(by) ? undefined : maxRows)}
        whole={whole.net}
        open
      />
      {show === "company" && (
        <LeadingCompanies
          store={store}
          query={query}
          by={by}
          except={except}
          compared={compared}
          span={span}
        />
      )}
    </>
  );
}

interface LeadingCompaniesProps {
  store: Store;
  query: Query;
  by: GroupingName;
  except: FilterName | undefined;
  /** The query without the ignored filter. */
  compared: Query;
  span: string;
}

/** The largest companies by fiscal year. Renders nothing for a single company or fiscal year. */
async function LeadingCompanies({ store, query, by, except, compared, span }: LeadingCompaniesProps) {
  const { leaders, rest } = await leadersByYear(store, query, maxLeaders, except);
  if (leaders.length < 2 || (leaders[0]?.years.length ?? 0) < 2) return null;
  const drawn = ({ total, label, years }: ByYear, of: Query | null): CompanyYears => {
    const fill = fillOf(by, total.key);
    const [company] = withLinks([{ ...total, label: label ?? "" }], query, by);
    const inYears = withLinks(years, of ?? query, "fiscal_year");
    return {
      ...(company as ChartGroup),
      page: null,
      fill,
      parts: inYears.map(({ parts: _none, page: _page, ...year }) => ({
        ...year,
        fill,
        href: of && year.actions > 0 ? year.href : null,
      })),
    };
  };
  return (
    <CompanyYearsChart
      by={by}
      span={span}
      query={compared}
      page={href("/contracts" as Route, query)}
      leaders={leaders.map((one) => drawn(one, queryOfGroup(query, by, one.total.key)))}
      rest={rest && { ...drawn(rest, null), label: othersName(by, rest.groups), href: null }}
      days={store.info}
    />
  );
}

/** The query without one filter. Exports need agencies, so it has all agencies found. */
const withoutFilter = (query: Query, except: FilterName, found: Group[]): Query =>
  except === "agency"
    ? change(query, { agency: found.flatMap(({ key }) => key ?? []).toSorted() })
    : without(query, except);

/** Which groups are muted: months before the latest fiscal year, and groups that the filter does not select. */
function mutedGroups(
  by: GroupingName,
  chosen: string[],
  found: Group[],
): (group: Pick<Group, "key">) => boolean {
  return by === "month" ? earlierYears(found) : ({ key }) => chosen.length > 0 && !chosen.includes(key ?? "");
}

const ignoredFilterText = (label: string, values: string[], plural: string) =>
  `The chart shows all ${plural} for comparison. The figures above keep the ${label} filter${values.length > 0 ? ` (${values.join(", ")})` : ""}`;
