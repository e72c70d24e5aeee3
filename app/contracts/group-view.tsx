import { remaining } from "@/components/charts/doors";
import type { ChartGroup } from "@/components/charts/groups";
import { unfinishedPeriod } from "@/components/charts/time";
import { GroupView } from "@/components/table/group-view";
import { categoryRule } from "@/lib/contracts/categories";
import { type Day, fiscalYear, shortDay } from "@/lib/contracts/days";
import type { Group } from "@/lib/contracts/facts";
import { type GroupingName, grouping, type ShownGrouping } from "@/lib/contracts/groupings";
import { narrow } from "@/lib/query/narrow";
import { boundsSelectedSums, type FilterName, href, isSet, type Query, selectionOf } from "@/lib/query/query";
import type { FilterWords } from "@/lib/query/words";
import { type Groups, groups, totals } from "@/lib/store/contracts";
import type { Store } from "@/lib/store/open";

const titles: Record<ShownGrouping, string> = {
  company: "Who is it obligated to?",
  agency: "Which agency signed?",
  office: "Which office signed?",
  month: "When was it obligated?",
  fiscal_year: "In which fiscal year was it obligated?",
  category: "What kind of product or service is it for?",
};
const mostBars = 20;
const mostRows = 200;

/**
 * The view of a selection by one grouping. Its chart leaves out the grouping's own filter; `null` where it has nothing to
 * show even so.
 */
export async function groupView(store: Store, query: Query, show: ShownGrouping, words: FilterWords[]) {
  const by: GroupingName = show === "company" && query.grouped === "no" ? "recipient" : show;
  const { label, plural, order, parameter } = grouping(by);
  const except: FilterName | undefined = by === "month" ? undefined : parameter;
  const [bars, numbers, whole] = await Promise.all([
    groups(store, query, by, { top: mostBars, except }),
    groups(store, query, by, { top: order === "time" ? undefined : mostRows, except }),
    totals(store, query, except),
  ]);
  if (bars.groups.length === 0) return null;
  const chosen = except ? [query[except]].flat().map(String) : [];
  const { data_through: through, data_from: began } = store.info;
  const drawn = ({ groups: found, rest }: Groups) => ({
    groups: found.map((group) => chartGroup(query, by, group, chosen, latestYear(by, found))),
    rest: remaining(rest, by),
  });
  const isLeftOut = except !== undefined && (except === "agency" || isSet(query, except));
  const values = words.filter(({ name }) => name === except).map(({ value }) => value);
  return (
    <GroupView
      by={by}
      title={titles[show]}
      subtitle={`Obligated (net) by ${label}, ${windowWords(query, began, through)}`}
      notes={[
        ...(show === "category" ? [categoryRule] : []),
        ...(isLeftOut ? [leftOutWords(label, values, plural)] : []),
        ...(boundsSelectedSums(query)
          ? [
              `The amount is asked of each contract’s actions in the whole selection; opened by itself, a ${label} is asked for its own actions alone, so that it can hold fewer`,
            ]
          : []),
      ]}
      bars={drawn(bars)}
      numbers={drawn(numbers)}
      whole={whole.net}
      unfinished={unfinishedPeriod(by, through)}
      files={
        isLeftOut
          ? []
          : [{ label: "These numbers as JSON", href: `${href("/api/groups", selectionOf(query))}` }].map(
              (file) => ({ ...file, href: `${file.href}${file.href.includes("?") ? "&" : "?"}by=${by}` }),
            )
      }
    />
  );
}

function chartGroup(
  query: Query,
  by: GroupingName,
  group: Group,
  chosen: string[],
  latest: number,
): ChartGroup {
  const narrowed = narrow(query, by, group.key);
  return {
    ...group,
    href: narrowed && href("/contracts", { ...narrowed, show: null }),
    past:
      by === "month"
        ? fiscalYear(`${group.key}-01`) < latest
        : chosen.length > 0 && !chosen.includes(group.key ?? ""),
  };
}

/** The fiscal year of the last of some months. */
const latestYear = (by: GroupingName, found: Group[]) =>
  by === "month" ? Math.max(...found.map(({ key }) => fiscalYear(`${key}-01`))) : 0;

const leftOutWords = (label: string, values: string[], plural: string) =>
  `The chart leaves out the ${label} filter${values.length > 0 ? ` (${values.join(", ")})` : ""}, so that all ${plural} of the selection can be compared; the figures above keep it`;

function windowWords({ from, to, fy }: Query, began: Day, through: Day): string {
  if (fy.length > 0 && from === null && to === null) return fy.map((year) => `FY${year}`).join(", ");
  const days = `${shortDay(from ?? began)} – ${shortDay(to ?? through)}`;
  return fy.length > 0 ? `${fy.map((year) => `FY${year}`).join(", ")} within ${days}` : days;
}
