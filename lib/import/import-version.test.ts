import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import Papa from "papaparse";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readEnv } from "@/lib/env";
import { ensureSnapshot, importFiles } from "@/lib/import/import";
import { Homes } from "@/lib/import/testing/homes";
import { importVersion } from "@/lib/snapshot/fingerprint";
import { schema } from "@/lib/snapshot/schema";

const homes = new Homes();
beforeAll(() => homes.open());
afterAll(() => homes.close());

const folder = join("lib", "import", "testing");
const goldenFile = join(folder, "import-versions.json");

/** Columns that differ from build to build: times and snapshot ids. */
const varying: Record<string, string[]> = { changes: ["snapshot", "published", "noticed"] };

/** A digest of each table of a snapshot that does not depend on the order of its rows. */
async function digests(file: string): Promise<Record<string, string>> {
  const instance = await DuckDBInstance.create(file, { access_mode: "READ_ONLY" });
  const connection = await instance.connect();
  const read = async (sql: string) =>
    (await connection.runAndReadAll(sql)).getRows().map(([value]) => String(value));
  const digest = async (table: string) => {
    const without = varying[table] ? ` exclude (${varying[table].join(", ")})` : "";
    const rows = `(select (columns(*)::varchar) from (select *${without} from "${table}"))`;
    return (
      await read(
        `select md5(coalesce(string_agg(row::varchar, chr(10) order by row::varchar), '')) from ${rows} row`,
      )
    )[0];
  };
  try {
    const tables = (await tablesOf(connection)).filter((name) => name !== "meta");
    return Object.fromEntries(await Promise.all(tables.map(async (name) => [name, await digest(name)])));
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

const tablesOf = async (connection: DuckDBConnection) =>
  (await connection.runAndReadAll("select table_name from duckdb_tables() where not internal order by 1"))
    .getRows()
    .map(([name]) => String(name));

/** Publishes the files of `testing/import`, then imports two newer retrievals of one of them. */
async function build(): Promise<string> {
  const data = join(homes.folder, "golden");
  await cp(join(folder, "import"), data, { recursive: true });
  const home = { data, root: join(homes.folder, "golden-home"), keep: 5 };
  const first = Papa.parse<Record<string, string>>(
    await readFile(join(data, "records", "ice-fy2025.csv"), "utf8"),
    {
      header: true,
      skipEmptyLines: true,
    },
  ).data;
  await ensureSnapshot({ home });
  let file = "";
  await mkdir(join(homes.folder, "later"));
  for (const [index, retrieved] of ["2026-03-01", "2026-03-10"].entries()) {
    // Three actions are missing, an amount and a description are corrected, and an action is new.
    const rows = first.slice(3).map(
      (row, place): Record<string, string> => ({
        ...row,
        ...(place === 5 ? { federal_action_obligation: "123456.78" } : {}),
        ...(place === 6 ? { transaction_description: "ANOTHER DESCRIPTION" } : {}),
      }),
    );
    const piid = `70CTD025P0000000${index}`;
    rows.push({
      ...(first[10] as Record<string, string>),
      contract_award_unique_key: `CONT_AWD_${piid}_7012_-NONE-_-NONE-`,
      award_id_piid: piid,
      modification_number: "0",
    });
    const path = join(homes.folder, "later", `${retrieved}.csv`);
    await writeFile(path, Papa.unparse(rows));
    ({ file } = await importFiles({ home, files: [{ path, name: `${retrieved}.csv`, retrieved }] }));
  }
  return file;
}

it("builds the same tables from the same files unless importVersion is raised", async () => {
  const golden = JSON.parse(await readFile(goldenFile, "utf8")) as Record<string, Record<string, string>>;
  const built = await digests(await build());
  const known = golden[importVersion];
  if (!known && readEnv().WRITE_IMPORT_VERSION) {
    golden[importVersion] = built;
    await writeFile(goldenFile, `${JSON.stringify(golden, null, 2)}\n`);
    return;
  }
  const differing = Object.keys({ ...built, ...known }).filter((name) => built[name] !== known?.[name]);
  expect(
    differing,
    `The tables that are built from the same records have changed. Raise importVersion in lib/snapshot/fingerprint.ts, so that their snapshots get another id, and run this test once with WRITE_IMPORT_VERSION=yes.`,
  ).toEqual([]);
});

it("adds only nullable columns and tables to the oldest readable version, and has its dollars as cents", async () => {
  const oldest = JSON.parse(await readFile(join(folder, "tables-1.json"), "utf8")) as Record<
    string,
    Record<string, string>
  >;
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(schema);
  const read = await connection.runAndReadAll(
    "select table_name, column_name, data_type, is_nullable from duckdb_columns() where not internal",
  );
  const columns = read.getRows() as [string, string, string, boolean][];
  const needed = columns.flatMap(([table, name, type, isNullable]) => {
    const before = oldest[table]?.[name];
    const isMoney = oldest[table]?.[name.replace(/_cents$/, "")] === "DECIMAL(18,2)" && type === "BIGINT";
    const isFine =
      before === undefined ? isMoney || isNullable || oldest[table] === undefined : before === type;
    return isFine ? [] : [`${table}.${name}`];
  });
  connection.closeSync();
  instance.closeSync();
  expect(
    needed,
    "Older snapshots cannot be read with these columns: make them nullable, or raise schemaVersion and oldestReadable in lib/snapshot/schema.ts and record the tables again.",
  ).toEqual([]);
});
