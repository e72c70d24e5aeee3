import { GroupChart } from "@/components/charts/group-chart";
import { withLinks } from "@/components/charts/links";
import { earlierYears } from "@/components/charts/time";
import { isTime, type ShownGrouping } from "@/lib/contracts/groupings";
import { isChosenOnly } from "@/lib/query/comparison";
import { change } from "@/lib/query/query";
import type { FilterText, Labels } from "@/lib/query/query-text";
import type { WorkbenchRequest } from "@/lib/query/requests";
import type { Store } from "@/lib/store/open";
import { sameDates } from "@/lib/store/overview";
import { AgencyGroups } from "./agency-groups";
import { ChosenGroups } from "./chosen-groups";
import { type Grouped, loadGrouped, subtitleOf } from "./grouped";
import { RankedGroups } from "./ranked-groups";

/** A selection by the grouping that it shows, as charts and a table; `null` if there is nothing to show. */
export async function groupView(
  store: Store,
  request: WorkbenchRequest,
  show: ShownGrouping,
  labels: { words: FilterText[]; names: Labels },
) {
  const grouped = await loadGrouped(store, request, show, labels);
  if (!grouped) return null;
  if (isTime(grouped.by)) return <Periods grouped={grouped} />;
  if (isChosenOnly(grouped.query, grouped.by)) return <ChosenGroups grouped={grouped} />;
  return grouped.by === "agency" ? <AgencyGroups grouped={grouped} /> : <RankedGroups grouped={grouped} />;
}

/** Columns over time. Months of earlier fiscal years, and years that the filter leaves out, are in a lighter color. */
async function Periods({ grouped }: { grouped: Grouped }) {
  const { store, query, by, compared, chosen, all, names, page } = grouped;
  const dates = by === "fiscal_year" ? await sameDates(store, change(query, { fy: [] })) : undefined;
  const isPast =
    by === "month"
      ? earlierYears(all)
      : ({ key }: { key: string | null }) => chosen.length > 0 && !chosen.includes(key ?? "");
  return (
    <GroupChart
      by={by}
      subtitle={subtitleOf(grouped)}
      query={compared}
      page={page}
      isOwnPage
      days={store.info}
      about={{ names, sameDates: dates }}
      groups={withLinks(all, query, by).map((group) => ({ ...group, page: null, past: isPast(group) }))}
      open
    />
  );
}
