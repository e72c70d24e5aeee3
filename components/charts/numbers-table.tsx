import type { Route } from "next";
import type { ChartGroup, ChartPart } from "@/components/charts/groups";
import { Swatch } from "@/components/charts/legend";
import { Sparkline, SparklinePattern } from "@/components/companies/sparkline";
import { CompareGroups, GroupBox } from "@/components/compare/compare-groups";
import { type DataColumn, DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import type { UnfinishedYear } from "@/lib/contracts/companies";
import type { GroupingName } from "@/lib/contracts/groupings";
import { type Cents, formatCount, formatShare } from "@/lib/contracts/money";
import type { Group, Totals } from "@/lib/contracts/totals";
import type { Query } from "@/lib/query/query";
import type { TableSort } from "@/lib/query/table-sort";

import styles from "./numbers-table.module.css";

interface NumbersTableProps {
  /** What the rows are: "Company", "Month". */
  heading: string;
  caption?: string;
  groups: ChartGroup[];
  /** All groups that are not listed, added together: the last row in every order. */
  rest?: ChartGroup | null;
  /** How many groups are shown, the first ones in their order; all without it. */
  most?: number;
  sort?: TableSort;
  /** Whether names are periods, which sort by time. */
  isTime?: boolean;
  /** The net obligations that shares are taken of. Without it there is no column of shares. */
  whole?: Cents;
  /** The fiscal years of groups, by key; and the one that is not over. */
  years?: ReadonlyMap<string | null, Group[]>;
  unfinished?: UnfinishedYear | null;
  /** All groups together, in the last row. */
  total?: Totals & { label: string };
  /** What the groups are of, if a reader can choose some of them to compare. */
  compare?: { query: Query; by: GroupingName } | undefined;
}

/** A group, or a part of one, which follows it in every order: it sorts by the values of its group. */
type Numbers = { group: ChartGroup; part?: ChartPart };

/**
 * The exact numbers of a chart. Each row links to the records behind it, and to the group's own page where there is one.
 * The parts of a group follow it.
 */
export function NumbersTable({
  heading,
  caption,
  groups,
  rest = null,
  most,
  sort,
  isTime = false,
  whole,
  years,
  unfinished = null,
  total,
  compare,
}: NumbersTableProps) {
  const figures = ({ group, part }: Numbers) => part ?? group;
  const figure = (
    header: string,
    name: "added" | "taken_back" | "actions" | "contracts",
  ): DataColumn<Numbers> => {
    const isMoney = name === "added" || name === "taken_back";
    const written = (value: number) => (isMoney ? <Money cents={value} exact /> : formatCount(value));
    return {
      id: name,
      header,
      kind: isMoney ? "money" : "count",
      className: styles[name],
      total: total && written(total[name]),
      value: ({ group }) => group[name],
      cell: (row) => written(figures(row)[name]),
    };
  };
  return (
    <>
      {years && <SparklinePattern />}
      {compare && <CompareGroups {...compare} />}
      <DataTable
        className={years && styles.list}
        caption={caption}
        columns={[
          {
            id: "name",
            header: heading,
            isRowHeader: true,
            rowName: compare && (({ group }) => group.label),
            value: ({ group }) => (isTime ? group.key : group.label),
            cell: (row) =>
              compare && !row.part ? (
                <GroupBox {...compare} group={row.group}>
                  <Name {...row} />
                </GroupBox>
              ) : (
                <Name {...row} />
              ),
          },
          {
            id: "net",
            header: "Obligated (net)",
            kind: "money",
            className: styles.net,
            total: total && <Money cents={total.net} exact />,
            value: ({ group }) => group.net,
            cell: ({ group, part }) => {
              const net = <Money cents={(part ?? group).net} exact />;
              return !part && group.page && group.href ? <Link href={group.href as Route}>{net}</Link> : net;
            },
          },
          whole !== undefined && {
            header: "Share",
            kind: "figure",
            className: styles.share,
            total: total && formatShare(total.net, whole),
            value: ({ group }) => group.net,
            cell: (row) => formatShare(figures(row).net, whole),
          },
          years !== undefined && {
            id: "years",
            header: yearsHeader(years),
            className: styles.years,
            help: "Net obligations of each fiscal year as a bar, each row on its own scale. Sorts by the last year.",
            value: ({ group }) => years.get(group.key)?.at(-1)?.net ?? 0,
            cell: ({ group }) => <Years years={years.get(group.key)} unfinished={unfinished} />,
          },
          figure("Added", "added"),
          figure("Taken back", "taken_back"),
          figure("Actions", "actions"),
          figure("Contracts", "contracts"),
        ]}
        sort={sort}
        isPinned={({ group }) => group === rest}
        {...(most !== undefined && { slice: [0, most] })}
        rows={(rest ? [...groups, rest] : groups).flatMap((group): Numbers[] => [
          { group },
          ...(group.parts ?? []).map((part) => ({ group, part })),
        ])}
        rowKey={({ group, part }) =>
          `${group.key === null ? `no key: ${group.label}` : group.key}${part ? ` ${part.key}` : ""}`
        }
        rowAttributes={({ part }) => ({ className: part && styles.part })}
        {...(total && { totalLabel: total.label })}
      />
    </>
  );
}

/** The first and the last fiscal year of bars: "FY2021–FY2026". */
function yearsHeader(years: ReadonlyMap<string | null, Group[]>): string {
  const [some = []] = years.values();
  return [...new Set([some[0]?.label, some.at(-1)?.label])].filter(Boolean).join("–");
}

function Years({ years, unfinished }: { years: Group[] | undefined; unfinished: UnfinishedYear | null }) {
  if (!years) return null;
  return (
    <Sparkline
      years={years.map(({ key, net, actions }) => ({ year: Number(key), net, actions }))}
      unfinished={unfinished}
    />
  );
}

function Name({ group, part }: Numbers) {
  if (part) {
    return (
      <>
        <Swatch fill={part.fill} />
        {part.label}
        <span className="visually-hidden">, {group.label}</span>
      </>
    );
  }
  const address = group.page ?? group.href;
  return (
    <>
      {group.fill && <Swatch fill={group.fill} />}
      {address ? <Link href={address as Route}>{group.label}</Link> : group.label}
    </>
  );
}
