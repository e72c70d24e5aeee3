import type { Route } from "next";
import { GroupChart } from "@/components/charts/group-chart";
import { GroupYearsChart } from "@/components/charts/group-years";
import { groupsFile, remaining, withLinks } from "@/components/charts/links";
import { NumbersTable } from "@/components/charts/numbers-table";
import { OthersChoice } from "@/components/compare/others-choice";
import { InlineChoice } from "@/components/ui/joined";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import { categoryRule } from "@/lib/contracts/categories";
import { unfinishedYear } from "@/lib/contracts/companies";
import { grouping } from "@/lib/contracts/groupings";
import { counted, formatCount } from "@/lib/contracts/money";
import { capitalize } from "@/lib/contracts/text";
import { leadersFinding } from "@/lib/findings/leaders";
import { change } from "@/lib/query/query";
import { barCounts, workbenchRequest } from "@/lib/query/requests";
import { tableSort } from "@/lib/query/table-sort";
import { firstGroups } from "@/lib/store/contracts";
import { groupsByYear, leadersOf } from "@/lib/store/leaders";
import { type Grouped, subtitleOf, yearsOfGroup, yearsOfRest } from "./grouped";
import styles from "./groups.module.css";

const mostPanels = 6;
/** The rows of the table at first, and the most that a page has: the file has all of them. */
const shortTable = 25;
const longTable = 1000;

/** Groups by size: bars, the largest by fiscal year, and a table. */
export async function RankedGroups({ grouped }: { grouped: Grouped }) {
  const { store, request, query, by, except, compared, chosen, all, whole, names, span, page } = grouped;
  const { label, plural, overlaps } = grouping(by);
  const byYear = await groupsByYear(store, query, by, except);
  const first = (most: number) => {
    const { groups, rest } = firstGroups(all, most);
    const isPast = ({ key }: { key: string | null }) => chosen.length > 0 && !chosen.includes(key ?? "");
    return {
      groups: withLinks(groups, compared, by).map((group) => ({ ...group, past: isPast(group) })),
      rest: remaining(rest, by),
    };
  };
  const addressWith = (other: Partial<typeof request>) =>
    workbenchRequest.href("/contracts" as Route, { ...request, ...other });
  const everyGroup = counted(all.length, label, plural);
  const rows = request.rows === "all" ? longTable : shortTable;
  const allText = all.length > longTable ? `the first ${formatCount(longTable)}` : `all ${everyGroup}`;
  return (
    <>
      {chosen.length > 0 && (
        <OthersChoice
          address={(others) => addressWith({ query: change(query, { others }) })}
          isAlone={false}
          chosen={chosen.length}
          plural={plural}
        />
      )}
      <GroupChart
        by={by}
        subtitle={subtitleOf(grouped, ...(by === "category" ? [categoryRule] : []))}
        query={compared}
        page={page}
        isOwnPage
        days={store.info}
        about={{ names }}
        {...first(request.bars)}
        whole={whole.net}
        numbers="#numbers"
        choice={
          all.length > (barCounts[0] ?? 0) && (
            <p className={styles.choice}>
              Show the largest{" "}
              <InlineChoice
                choices={barCounts
                  .filter((_, index) => all.length > (barCounts[index - 1] ?? 0))
                  .map((bars) => ({
                    label: bars < all.length ? String(bars) : `all ${formatCount(all.length)}`,
                    name: `${bars} bars`,
                    href: addressWith({ bars }),
                    isChosen: bars === request.bars,
                  }))}
              />{" "}
              {all.length > (barCounts.at(-1) ?? 0) ? `of ${everyGroup}` : plural}
            </p>
          )
        }
      />
      <LargestByYear grouped={grouped} byYear={byYear} />
      <Section
        id="numbers"
        title={`All ${plural}`}
        subtitle={`U.S. dollars obligated, ${span}. A name opens its page, an amount its actions`}
      >
        <NumbersTable
          heading={capitalize(label)}
          groups={first(all.length).groups}
          most={rows}
          sort={tableSort(page, by, "-net")}
          whole={whole.net}
          years={new Map(byYear.map(({ total, years }) => [total.key, years]))}
          unfinished={unfinishedYear(store.info.data_through)}
          {...(!overlaps && { total: { ...whole, label: `All ${everyGroup}` } })}
          compare={{ query, by }}
        />
        {all.length > shortTable && (
          <p className={styles.choice}>
            {rows === shortTable ? (
              <Link href={`${addressWith({ rows: "all" })}#numbers` as Route} scroll={false}>
                Show {allText}
              </Link>
            ) : (
              <Link href={`${addressWith({ rows: null })}#numbers` as Route}>
                Show the first {shortTable}
              </Link>
            )}
            {all.length > longTable && (
              <>
                {" · "}
                <a href={groupsFile("csv", compared, [by])}>All {everyGroup} (CSV)</a>
              </>
            )}
          </p>
        )}
      </Section>
    </>
  );
}

interface LargestByYearProps {
  grouped: Grouped;
  byYear: Awaited<ReturnType<typeof groupsByYear>>;
}

/** The largest groups by fiscal year. Renders nothing for a single group or fiscal year. */
function LargestByYear({ grouped, byYear }: LargestByYearProps) {
  const { store, by, compared, span, page } = grouped;
  const { plural, overlaps } = grouping(by);
  const { leaders, rest } = leadersOf(byYear, byYear.length > mostPanels ? mostPanels - 1 : mostPanels);
  if (leaders.length < 2 || (leaders[0]?.years.length ?? 0) < 2) return null;
  const name = `The largest ${plural} by fiscal year`;
  return (
    <GroupYearsChart
      by={by}
      name={name}
      title={leadersFinding(leaders, plural, compared, store.info) ?? name}
      subtitle={`Obligated (net) by fiscal year (Oct. 1 to Sept. 30), ${span}: the ${leaders.length} largest ${plural} on one scale`}
      query={compared}
      page={page}
      groups={leaders.map((one) => yearsOfGroup(one, compared, by))}
      rest={overlaps ? null : rest && yearsOfRest(rest, by)}
      days={store.info}
    />
  );
}
