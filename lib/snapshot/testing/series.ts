import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import Papa from "papaparse";
import { recordColumns } from "@/lib/contracts/columns";
import type { Day } from "@/lib/contracts/days";
import { recordChanges } from "@/lib/snapshot/changes";
import { ensureSnapshot } from "@/lib/snapshot/publish";
import { tableNames } from "@/lib/snapshot/tables";

export type Row = Partial<Record<(typeof recordColumns)[number], string>>;

/** What is said of a retrieval beyond its rows. */
interface Retrieval {
  day: Day;
  /** What names it; the day, where nothing else does. */
  hash?: string;
  /** SQL on the finished tables: what no file of these columns can say. */
  also?: string;
}

/** One snapshot after the other, each compared with the one before, in a temporary folder. */
export class Series {
  private count = 0;
  private constructor(
    private readonly folder: string,
    private readonly base: Row,
    private previous: { id: string; file: string } | null = null,
  ) {}

  /** `base` is what a row says where it says nothing else. */
  static async begin(base: Row = {}): Promise<Series> {
    return new Series(await mkdtemp(join(tmpdir(), "series-")), base);
  }

  /** The newest snapshot. */
  get newest(): { id: string; file: string } {
    if (!this.previous) throw new Error("Nothing was published yet.");
    return this.previous;
  }

  async publish(rows: Row[], { day, hash = day, also = "" }: Retrieval): Promise<void> {
    this.count += 1;
    const data = join(this.folder, `data${this.count}`);
    await mkdir(join(data, "records"), { recursive: true });
    for (const name of tableNames) await copyFile(join("data", name), join(data, name));
    const told = rows.map((row) => ({ ...this.base, ...row }));
    await writeFile(
      join(data, "records", "records.csv"),
      Papa.unparse({ fields: [...recordColumns], data: told }),
    );
    await writeFile(join(data, "records", "sources.csv"), sources(day));
    const home = { data, root: join(this.folder, `home${this.count}`), keep: 2 };
    const { id, file } = await ensureSnapshot({ home });
    const previous = this.previous?.file ?? null;
    await openFile(file, async (connection) => {
      await connection.run(
        "delete from changes; delete from gone; delete from meta where name = 'changes'; delete from cells",
      );
      await connection.run(`insert into cells
        select agency_code, fiscal_year, 'records.csv', '${hash}', date '${day}', false from actions group by all; ${also}`);
      await recordChanges(connection, { id, previous, built: `${day}T06:00:00Z`, retrieved: day });
    });
    this.previous = { id, file };
  }

  /** The entries of the newest snapshot in their order, folded ones only with `all`. */
  async listed({ all = false } = {}): Promise<string[]> {
    const rows = await this.read<[string]>(`
      select concat_ws(' ', kind, piid, modification, case when kind in ('new_contract', 'new_action') then amount end,
        before, case when after is not null then '-> ' || after end, case when late then '(late)' end)
      from changes where ${all} or not administrative order by seq`);
    return rows.map(([text]) => text);
  }

  /** Runs a statement on the newest snapshot. */
  async read<Found>(sql: string): Promise<Found[]> {
    return openFile(
      this.newest.file,
      async (connection) => (await connection.runAndReadAll(sql)).getRowsJson() as Found[],
    );
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

const sources = (day: Day) =>
  `file,agency,fiscal_year,publisher,retrieved,retrieved_through,known_limits\nrecords.csv,7012,2026,USAspending.gov,${day},its API,\n`;

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
