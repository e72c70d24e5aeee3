import { GroupChart } from "@/components/charts/group-chart";
import type { ChartGroup, Unfinished } from "@/components/charts/groups";
import { NumbersTable } from "@/components/charts/numbers-table";
import { RankedChart } from "@/components/charts/ranked-chart";
import { type GroupingName, grouping } from "@/lib/contracts/groupings";
import type { Cents } from "@/lib/contracts/money";

import styles from "./group-view.module.css";

/** The groups of a selection, and what is left over added together. */
interface Shown {
  groups: ChartGroup[];
  rest: ChartGroup | null;
}

interface GroupViewProps {
  by: GroupingName;
  title: string;
  /** The measure and the window in words. */
  subtitle: string;
  /** What a reader must know of these groups, each a sentence without its full stop. */
  notes: string[];
  bars: Shown;
  numbers: Shown;
  whole: Cents;
  unfinished: Unfinished | null;
  files: { label: string; href: string }[];
}

/** A selection by one grouping: its chart, and under it the numbers, each row a door to its records. */
export function GroupView({
  by,
  title,
  subtitle,
  notes,
  bars,
  numbers,
  whole,
  unfinished,
  files,
}: GroupViewProps) {
  const { label, order } = grouping(by);
  const said = [subtitle, ...notes].join(". ");
  if (order === "time") {
    return (
      <GroupChart
        by={by}
        title={title}
        subtitle={said}
        groups={numbers.groups}
        whole={whole}
        unfinished={unfinished}
        files={files}
        open
      />
    );
  }
  return (
    <section aria-labelledby="groups">
      <h2 id="groups">{title}</h2>
      <p className={styles.subtitle}>{said}</p>
      <RankedChart groups={bars.groups} rest={bars.rest} whole={whole} />
      <div className={styles.numbers}>
        <NumbersTable
          heading={label.charAt(0).toUpperCase() + label.slice(1)}
          caption="The same in numbers: U.S. dollars obligated, exact."
          groups={numbers.rest ? [...numbers.groups, numbers.rest] : numbers.groups}
          whole={whole}
        />
      </div>
      <p className={styles.foot}>
        {files.map((file) => (
          <a key={file.href} href={file.href}>
            {file.label}
          </a>
        ))}{" "}
        Source: USAspending.gov contract actions
      </p>
    </section>
  );
}
