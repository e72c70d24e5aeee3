import type { Route } from "next";
import { kindNames } from "@/components/changes/sentence";
import { DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { type ChangeKind, changeKinds } from "@/lib/contracts/changes";
import { type Day, formatDay } from "@/lib/contracts/days";
import { type Cents, formatCount } from "@/lib/contracts/money";
import { capitalize } from "@/lib/contracts/text";
import type { TableSort } from "@/lib/query/table-sort";

interface RetrievalsTableProps {
  days: { noticed: Day; entries: Partial<Record<ChangeKind, number>>; net: Cents }[];
  sort: TableSort;
  /** The address of the changes of a day, of all kinds or one. */
  address: (day: Day, kind: ChangeKind[]) => Route;
}

/** How many changes each retrieval had, by kind. */
export function RetrievalsTable({ days, sort, address }: RetrievalsTableProps) {
  const kinds = changeKinds.filter((kind) => days.some(({ entries }) => entries[kind]));
  return (
    <DataTable
      label="Changes by retrieval"
      rows={days}
      rowKey={({ noticed }) => noticed}
      sort={sort}
      columns={[
        {
          header: "Retrieved",
          kind: "day",
          isRowHeader: true,
          value: ({ noticed }) => noticed,
          cell: ({ noticed }) => <Link href={address(noticed, [])}>{formatDay(noticed)}</Link>,
        },
        { header: "Obligated (net) by new actions", id: "net", kind: "money", value: ({ net }) => net },
        ...kinds.toReversed().map((kind) => ({
          header: capitalize(kindNames[kind].many),
          id: kind,
          kind: "count" as const,
          value: ({ entries }: RetrievalsTableProps["days"][number]) => entries[kind] ?? 0,
          cell: ({ noticed, entries }: RetrievalsTableProps["days"][number]) =>
            entries[kind] ? <Link href={address(noticed, [kind])}>{formatCount(entries[kind])}</Link> : "0",
        })),
      ]}
    />
  );
}
