import type { Route } from "next";
import { DataChart } from "@/components/charts/data-chart";
import { sharedFrame } from "@/components/charts/describe";
import { ChartFrame } from "@/components/charts/frame";
import type { GroupYears } from "@/components/charts/group-years";
import type { ChartGroup } from "@/components/charts/groups";
import { Swatch } from "@/components/charts/legend";
import { groupsFile } from "@/components/charts/links";
import { NumbersTable } from "@/components/charts/numbers-table";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import type { Day } from "@/lib/contracts/days";
import { type GroupingName, grouping } from "@/lib/contracts/groupings";
import { capitalize } from "@/lib/contracts/text";
import { href, type Query } from "@/lib/query/query";
import { tableSort } from "@/lib/query/table-sort";

import styles from "./group-years.module.css";

/** The largest groups of an agency. */
export interface GroupList {
  agency: GroupYears;
  groups: ChartGroup[];
  rest: ChartGroup | null;
}

interface GroupListsProps {
  by: GroupingName;
  subtitle: string;
  query: Query;
  page: Route;
  through: Day;
  lists: GroupList[];
}

/** The largest groups of each agency as lists of bars side by side, all on one scale. */
export function GroupLists({ by, subtitle, query, page, through, lists }: GroupListsProps) {
  const { label, plural } = grouping(by);
  const name = `The largest ${plural} of each agency`;
  const data = lists.map(({ agency, groups, rest }) => ({
    groups: groups.map((group) => ({ ...group, fill: agency.fill })),
    rest,
    whole: agency.net,
  }));
  const frame = sharedFrame(data);
  const sort = tableSort(page, by, "-net");
  return (
    <ChartFrame
      name={name}
      title={name}
      subtitle={subtitle}
      links={{
        csv: groupsFile("csv", query, ["agency", by]),
        records: href("/contracts", { ...query, show: null }),
        chart: `${page}#by-agency-and-${by}` as Route,
      }}
      through={through}
      open={sort.isNamed}
      numbers={
        <NumbersTable
          sort={sort}
          heading={`Agency and ${label}`}
          caption={`${capitalize(plural)} of each agency. U.S. dollars obligated, exact.`}
          groups={lists.map(({ agency, groups, rest }) => ({
            ...agency,
            parts: [...groups, ...(rest ? [rest] : [])].map((group) => ({ ...group, fill: agency.fill })),
          }))}
        />
      }
    >
      <div className={styles.frame}>
        <ul className={`${styles.panels} ${styles.large} ${styles.lists}`}>
          {lists.map(({ agency }, index) => (
            <li key={agency.key ?? agency.label}>
              <p className={styles.name}>
                <Swatch fill={agency.fill} />
                {agency.href ? <Link href={agency.href}>{agency.label}</Link> : agency.label}{" "}
                <span className="soft">
                  <Money cents={agency.net} />
                </span>
              </p>
              <DataChart
                title={`${capitalize(plural)} of ${agency.label}`}
                data={{ kind: "ranked", frame, ...(data[index] ?? { groups: [], rest: null, whole: 0 }) }}
              />
            </li>
          ))}
        </ul>
      </div>
    </ChartFrame>
  );
}
