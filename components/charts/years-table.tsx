import type { Route } from "next";
import type { GroupYears } from "@/components/charts/group-years";
import { unfinishedPeriod } from "@/components/charts/time";
import { DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import type { Day } from "@/lib/contracts/days";
import type { Cents } from "@/lib/contracts/money";
import type { TableSort } from "@/lib/query/table-sort";

import styles from "./years-table.module.css";

interface YearsTableProps {
  /** What the rows are: "Agency". */
  heading: string;
  groups: GroupYears[];
  through: Day;
  sort: TableSort;
  /** The name of the last row, which adds up the others. */
  total: string;
}

const money = (cents: Cents) => <Money cents={cents} exact />;
const linked = (href: Route | null | undefined, cents: Cents) =>
  href ? <Link href={href}>{money(cents)}</Link> : money(cents);

/** Groups in rows, their fiscal years in columns. Each figure leads to its records. */
export function YearsTable({ heading, groups, through, sort, total }: YearsTableProps) {
  const unfinished = unfinishedPeriod("fiscal_year", through);
  const years = groups[0]?.parts ?? [];
  const sum = (of: (group: GroupYears) => Cents) => groups.reduce((all, group) => all + of(group), 0);
  return (
    <DataTable
      label={`${heading} by fiscal year`}
      sort={sort}
      className={styles.table}
      totalLabel={total}
      rows={groups}
      rowKey={({ key, label }) => key ?? `no key: ${label}`}
      columns={[
        {
          id: "name",
          header: heading,
          isRowHeader: true,
          value: ({ short, label }) => short ?? label,
          cell: ({ page, href, short, label }) =>
            page || href ? (
              <Link href={(page ?? href) as Route} title={short && label}>
                {short ?? label}
              </Link>
            ) : (
              (short ?? label)
            ),
        },
        ...years.map(({ key, label }, index) => ({
          id: key ?? label,
          header: label,
          kind: "money" as const,
          ...(key === unfinished?.key && { help: `Unfinished, through ${unfinished.through}` }),
          value: ({ parts }: GroupYears) => parts[index]?.net ?? 0,
          cell: ({ parts }: GroupYears) => linked(parts[index]?.href, parts[index]?.net ?? 0),
          total: money(sum(({ parts }) => parts[index]?.net ?? 0)),
        })),
        {
          id: "net",
          header: "All years",
          kind: "money",
          value: ({ net }) => net,
          cell: ({ href, net }) => linked(href, net),
          total: money(sum(({ net }) => net)),
        },
      ]}
    />
  );
}
