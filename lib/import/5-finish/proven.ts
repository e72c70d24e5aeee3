import "server-only";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Report } from "@/lib/contracts/import-report";
import { counted, formatCount, formatMoney } from "@/lib/contracts/money";
import type { SourceFile } from "@/lib/import/source-files";

/** The snapshot differs from the counts and sums of its source, so it is not published. */
export class NotProven extends Error {
  override name = "NotProven";
  constructor(
    readonly report: Report,
    /** One sentence for each difference. */
    readonly problems: string[],
  ) {
    super(
      `${problems.join(" ")} Nothing is published; run the command again, and report it where it says the same.`,
    );
  }
}

/**
 * Compares the snapshot with the source's counts and sums of the agencies and fiscal years that are imported now.
 * @throws {NotProven} if one of them differs.
 */
export async function requireProven(connection: DuckDBConnection, sources: SourceFile[], report: Report) {
  const proven = sources.flatMap((source) => (source.from === "import" ? (source.proves ?? []) : []));
  if (proven.length === 0) return;
  const read = await connection.runAndReadAll(
    "select agency_code, fiscal_year, count(*)::integer, sum(amount_cents)::double from actions group by all",
  );
  const held = new Map(
    (read.getRows() as [string, number, number, number][]).map(([agency, year, actions, net]) => [
      `${agency} FY${year}`,
      { actions, net },
    ]),
  );
  const problems = proven.flatMap(({ agency, fiscal_year, actions, net }) => {
    const name = `${agency} FY${fiscal_year}`;
    const own = held.get(name) ?? { actions: 0, net: 0 };
    if (own.actions === actions && own.net === net) return [];
    return `${name}: the snapshot has ${counted(own.actions, "action")} that obligate ${formatMoney(own.net)} (net), and the source has ${formatCount(actions)} that obligate ${formatMoney(net)}.`;
  });
  if (problems.length > 0) throw new NotProven(report, problems);
}
