import type { StagedTable } from "@/lib/import/3-stage/stage";
import type { Dropped } from "@/lib/import/4-dedupe/dedupe";

/**
 * The ids of stored files that no later import needs: newer files give each of their actions with at least the same columns,
 * and for each of their agencies and fiscal years enough newer retrievals show which actions are withdrawn.
 */
export function superfluousFiles(tables: StagedTable[], { coveredBy }: Dropped): string[] {
  const isSuperfluous = (table: StagedTable) => {
    const years = coveredBy.get(tables.indexOf(table)) ?? [];
    if (table.report.read === 0 && years.length === 0) return true;
    return (
      table.report.accepted === 0 &&
      years.length > 0 &&
      years.every(
        ({ files, showsWithdrawn }) =>
          files.length >= 2 &&
          showsWithdrawn &&
          table.columns.every((name) => files.some((file) => tables[file]?.columns.includes(name))),
      )
    );
  };
  const needed = new Map<string, boolean>();
  for (const table of tables) {
    if (table.source.from !== "stored") continue;
    const { id } = table.source;
    needed.set(id, needed.get(id) || !isSuperfluous(table));
  }
  return [...needed].flatMap(([id, isNeeded]) => (isNeeded ? [] : [id]));
}
