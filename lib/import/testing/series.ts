import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import Papa from "papaparse";
import { recordColumns } from "@/lib/contracts/columns";
import type { Day } from "@/lib/contracts/days";
import { recordChanges } from "@/lib/import/6-compare/compare";
import { ensureSnapshot } from "@/lib/import/import";
import { dollarText } from "@/lib/import/sql";
import { Homes, sources } from "@/lib/import/testing/homes";

export type SeriesRow = Partial<Record<(typeof recordColumns)[number], string>>;

/** Options of a retrieval besides its rows. */
interface SeriesRetrieval {
  day: Day;
  /** Its label; by default its day. A map has a label for each agency. */
  hash?: string | ReadonlyMap<string, string>;
  /** SQL on the finished tables, for facts that these files cannot express. */
  also?: string;
}

/** Snapshots in a temporary folder, each compared with the one before. */
export class Series {
  private previous: { id: string; file: string } | null = null;
  private constructor(
    private readonly base: SeriesRow,
    private readonly homes: Homes,
  ) {}

  /** `base` has the default values of rows. With `rules: "few"` only the rules of Cellebrite apply. */
  static async begin(
    base: SeriesRow = {},
    { rules = "all" }: { rules?: "all" | "few" } = {},
  ): Promise<Series> {
    const series = new Series(base, new Homes({ rules }));
    await series.homes.open();
    return series;
  }

  /** The newest snapshot. */
  get newest(): { id: string; file: string } {
    if (!this.previous) throw new Error("Nothing was published yet.");
    return this.previous;
  }

  async publish(rows: SeriesRow[], { day, hash = day, also = "" }: SeriesRetrieval): Promise<void> {
    const reported = rows.map((row) => ({ ...this.base, ...row }));
    const home = await this.homes.make({
      "records.csv": Papa.unparse({ fields: [...recordColumns], data: reported }),
      "sources.csv": sources({ "records.csv": day }),
    });
    const { id, file } = await ensureSnapshot({ home });
    const label =
      typeof hash === "string"
        ? `'${hash}'`
        : `case agency_code ${[...hash].map(([code, name]) => `when '${code}' then '${name}'`).join(" ")} end`;
    const previous = this.previous?.file ?? null;
    await openFile(file, async (connection) => {
      await connection.run(
        "delete from changes; delete from gone; delete from meta where name = 'changes'; delete from cells",
      );
      await connection.run(`insert into cells
        select agency_code, fiscal_year, 'records.csv', ${label}, date '${day}', false from actions group by all; ${also}`);
      await recordChanges(connection, { id, previous, built: `${day}T06:00:00Z`, retrieved: day });
    });
    this.previous = { id, file };
  }

  /** The changes of the newest snapshot in order; folded ones only with `all`. */
  async listed({ all = false } = {}): Promise<string[]> {
    return (await this.entries()).flatMap(({ text, folded }) => (folded && !all ? [] : text));
  }

  /** The changes of the newest snapshot in order, with their agencies. */
  async entries(): Promise<{ agency: string; text: string; folded: boolean }[]> {
    const rows = await this.read<[string, string, boolean]>(`
      select agency, concat_ws(' ', kind, piid, modification, case when kind in ('new_contract', 'new_action') then ${dollarText("amount_cents")} end,
        before, case when after is not null then '-> ' || after end, case when late then '(late)' end), administrative
      from changes order by seq`);
    return rows.map(([agency, text, folded]) => ({ agency, text, folded }));
  }

  /** Runs a query on the newest snapshot. */
  async read<Found>(sql: string): Promise<Found[]> {
    return openFile(
      this.newest.file,
      async (connection) => (await connection.runAndReadAll(sql)).getRowsJson() as Found[],
    );
  }

  async remove(): Promise<void> {
    await this.homes.close();
  }
}

async function openFile<Result>(file: string, use: (connection: DuckDBConnection) => Promise<Result>) {
  const instance = await DuckDBInstance.create(file);
  const connection = await instance.connect();
  try {
    return await use(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
