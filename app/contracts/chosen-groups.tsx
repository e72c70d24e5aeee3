import type { Route } from "next";
import { GroupChart } from "@/components/charts/group-chart";
import { GroupYearsChart } from "@/components/charts/group-years";
import { withLinks } from "@/components/charts/links";
import { fillsTogether } from "@/components/charts/palette";
import { ChosenLines } from "@/components/compare/chosen-lines";
import { ChosenTable } from "@/components/compare/chosen-table";
import { OthersChoice } from "@/components/compare/others-choice";
import { fiscalYear } from "@/lib/contracts/days";
import { grouping, overlapNote } from "@/lib/contracts/groupings";
import { lookUp } from "@/lib/contracts/look-up";
import { joinNames } from "@/lib/contracts/text";
import { comparedPeriods, mostCompared } from "@/lib/query/comparison";
import { change } from "@/lib/query/query";
import { workbenchRequest } from "@/lib/query/requests";
import { comparePeriods } from "@/lib/store/comparison";
import { groupsByYear, netsOverTime } from "@/lib/store/leaders";
import { type Grouped, subtitleOf, yearsOfGroup } from "./grouped";

/** Groups that a reader chose, beside each other: bars, fiscal years and months on one scale, and a table. */
export async function ChosenGroups({ grouped }: { grouped: Grouped }) {
  const { store, request, query, by, chosen, all, whole, names, span, page } = grouped;
  const { info } = store;
  const { plural, parameter } = grouping(by);
  const known = parameter ? names[parameter] : undefined;
  const absent = chosen
    .filter((one) => !all.some(({ key }) => key === one))
    .map((one) => lookUp(known ?? {}, one) ?? one);
  const overlaps = overlapNote(by);
  const hasPeriod = query.fy.length > 0 || query.from !== null || query.to !== null;
  const year = hasPeriod ? {} : { fy: [fiscalYear(info.data_through)] };
  const periods = comparedPeriods(change(query, { ...year, vs: "year-earlier" }), info);
  const [byYear, years, months, compared] = await Promise.all([
    groupsByYear(store, query, by),
    netsOverTime(store, query, "fiscal_year", by),
    netsOverTime(store, query, "month", by),
    typeof periods === "string" || periods.notes.length > 0 ? null : comparePeriods(store, periods, by),
  ]);
  const drawn = byYear.slice(0, mostCompared);
  const fills = fillsTogether(
    by,
    drawn.map(({ total }) => total.key),
  );
  const lines = { query, by, span, days: info };
  const first = <Nets extends { lines: unknown[] }>(nets: Nets): Nets => ({
    ...nets,
    lines: nets.lines.slice(0, mostCompared),
  });
  return (
    <>
      <OthersChoice
        address={(others) =>
          workbenchRequest.href("/contracts" as Route, { ...request, query: change(query, { others }) })
        }
        isAlone
        chosen={chosen.length}
        plural={plural}
      />
      {absent.length > 0 && <p>This selection has no actions for {joinNames(absent)}.</p>}
      {overlaps && <p className="soft">{overlaps}.</p>}
      <ChosenLines {...lines} time="fiscal_year" nets={first(years)} />
      {drawn.length > 1 && (drawn[0]?.years.length ?? 0) > 1 && (
        <GroupYearsChart
          by={by}
          name={`Each of the chosen ${plural}`}
          title={`Each of the chosen ${plural} by fiscal year`}
          subtitle={`Obligated (net) by fiscal year (Oct. 1 to Sept. 30), ${span}: ${plural} on one scale`}
          query={query}
          page={page}
          groups={drawn.map((one, index) => yearsOfGroup(one, query, by, fills[index]))}
          days={info}
          numbers="#chosen"
        />
      )}
      <ChosenLines {...lines} time="month" nets={first(months)} />
      <ChosenTable
        query={query}
        by={by}
        page={page}
        years={years}
        compared={compared && typeof periods !== "string" ? { periods, change: compared } : null}
      />
      <GroupChart
        by={by}
        subtitle={subtitleOf(grouped)}
        query={query}
        page={page}
        isOwnPage
        days={info}
        about={{ names }}
        groups={withLinks(all, query, by)}
        whole={whole.net}
      />
    </>
  );
}
