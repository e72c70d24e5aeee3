import { columnsOf, views } from "@/lib/contracts/columns";
import type { SnapshotInfo } from "@/lib/contracts/snapshots";
import type { Query } from "@/lib/query/query";
import { relevantProblems } from "@/lib/query/relevant-problems";

/** The fields that hold money: cents inside, dollars in every answer. */
const money = new Set<string>([
  "running_total",
  "options_not_used",
  ...views.flatMap((view) =>
    columnsOf(view)
      .filter(([, { kind }]) => kind === "money")
      .map(([name]) => name),
  ),
]);

/** The same facts with their money in dollars, as answers give them. A number has at most two decimals. */
export function inDollars<Facts extends object>(facts: Facts): Facts {
  const entries = Object.entries(facts).map(([name, value]) => [
    name,
    money.has(name) && typeof value === "number" ? value / 100 : value,
  ]);
  return Object.fromEntries(entries) as Facts;
}

/** The chosen columns of a row in their order; all of them without `cols`. */
export function chosen(row: object, { cols }: Query): object {
  if (cols.length === 0) return row;
  const values = row as Record<string, unknown>;
  return Object.fromEntries(cols.map((name) => [name, values[name]]));
}

/** What an answer says about the snapshot it came from, with the known problems that touch the query. */
export function aboutSnapshot(info: SnapshotInfo, query: Query) {
  const problems = relevantProblems(info.problems, query).map(({ id, title, detail }) => ({
    id,
    title,
    detail,
  }));
  return { id: info.id, data_through: info.data_through, retrieved: info.retrieved, problems };
}
