import type { Route } from "next";
import type { ChartGroup, ChartPart } from "@/components/charts/groups";
import { Swatch } from "@/components/charts/legend";
import { type DataColumn, DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { type Cents, formatCount, formatShare } from "@/lib/contracts/money";
import type { TableSort } from "@/lib/query/table-sort";

import styles from "./numbers-table.module.css";

interface NumbersTableProps {
  /** What the rows are: "Company", "Month". */
  heading: string;
  caption: string;
  groups: ChartGroup[];
  /** All groups that are not listed, added together: the last row in every order. */
  rest?: ChartGroup | null;
  sort?: TableSort;
  /** Whether names are periods, which sort by time. */
  isTime: boolean;
  /** The net obligations that shares are taken of. Without it there is no column of shares. */
  whole?: Cents;
}

/** A group, or a part of one, which follows it in every order: it sorts by the values of its group. */
type Numbers = { group: ChartGroup; part?: ChartPart };

/**
 * The exact numbers of a chart. Each row links to the records behind it, and to the group's own page where there is one.
 * The parts of a group follow it.
 */
export function NumbersTable({ heading, caption, groups, rest, sort, isTime, whole }: NumbersTableProps) {
  const figures = ({ group, part }: Numbers) => part ?? group;
  const figure = (
    header: string,
    name: "added" | "taken_back" | "actions" | "contracts",
  ): DataColumn<Numbers> => {
    const isMoney = name === "added" || name === "taken_back";
    return {
      id: name,
      header,
      kind: isMoney ? "money" : "count",
      value: ({ group }) => group[name],
      cell: (row) => (isMoney ? <Money cents={figures(row)[name]} exact /> : formatCount(figures(row)[name])),
    };
  };
  return (
    <DataTable
      caption={caption}
      columns={[
        {
          id: "name",
          header: heading,
          isRowHeader: true,
          value: ({ group }) => (isTime ? group.key : group.label),
          cell: (row) => <Name {...row} />,
        },
        {
          id: "net",
          header: "Obligated (net)",
          kind: "money",
          value: ({ group }) => group.net,
          cell: ({ group, part }) => {
            const net = <Money cents={(part ?? group).net} exact />;
            return !part && group.page && group.href ? <Link href={group.href as Route}>{net}</Link> : net;
          },
        },
        whole !== undefined && {
          header: "Share",
          kind: "figure",
          value: ({ group }) => group.net,
          cell: (row) => formatShare(figures(row).net, whole),
        },
        figure("Added", "added"),
        figure("Taken back", "taken_back"),
        figure("Actions", "actions"),
        figure("Contracts", "contracts"),
      ]}
      sort={sort}
      isPinned={({ group }) => group === rest}
      rows={(rest ? [...groups, rest] : groups).flatMap((group): Numbers[] => [
        { group },
        ...(group.parts ?? []).map((part) => ({ group, part })),
      ])}
      rowKey={({ group, part }) =>
        `${group.key === null ? `no key: ${group.label}` : group.key}${part ? ` ${part.key}` : ""}`
      }
      rowAttributes={({ part }) => ({ className: part && styles.part })}
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
