import type { Route } from "next";
import type { ChartGroup, ChartPart } from "@/components/charts/groups";
import { Swatch } from "@/components/charts/legend";
import { DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { type Cents, formatShare } from "@/lib/contracts/money";

import styles from "./numbers-table.module.css";

interface NumbersTableProps {
  /** What the rows are: "Company", "Month". */
  heading: string;
  caption: string;
  groups: ChartGroup[];
  /** The net obligations that shares are taken of. Without it there is no column of shares. */
  whole?: Cents;
}

/** A group, or a part of one, which follows it. */
type Numbers = { group: ChartGroup; part?: ChartPart };

/**
 * The exact numbers of a chart. Each row links to the records behind it, and to the group's own page where there is one.
 * The parts of a group follow it.
 */
export function NumbersTable({ heading, caption, groups, whole }: NumbersTableProps) {
  const figures = ({ group, part }: Numbers) => part ?? group;
  return (
    <DataTable
      caption={caption}
      columns={[
        { header: heading, isRowHeader: true, cell: (row) => <Name {...row} /> },
        {
          header: "Obligated (net)",
          kind: "money",
          cell: ({ group, part }) => {
            const net = <Money cents={(part ?? group).net} exact />;
            return !part && group.page && group.href ? <Link href={group.href as Route}>{net}</Link> : net;
          },
        },
        whole !== undefined && {
          header: "Share",
          kind: "figure",
          cell: (row) => formatShare(figures(row).net, whole),
        },
        { header: "Added", kind: "money", value: (row) => figures(row).added },
        { header: "Taken back", kind: "money", value: (row) => figures(row).taken_back },
        { header: "Actions", kind: "count", value: (row) => figures(row).actions },
        { header: "Contracts", kind: "count", value: (row) => figures(row).contracts },
      ]}
      rows={groups.flatMap((group): Numbers[] => [
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
