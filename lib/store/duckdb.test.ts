import { copyFile, mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type GroupingName, groupingNames } from "@/lib/contracts/groupings";
import { change, defaults, type Query } from "@/lib/query/query";
import { findContract } from "@/lib/store/contract";
import { groups, listActions, listContracts, totals } from "@/lib/store/contracts";
import { csvLines } from "@/lib/store/export";
import { amountCounts, facets } from "@/lib/store/facets";
import { type Opened, openFile, type Store } from "@/lib/store/file";
import { type BundledSnapshot, openBundled } from "@/lib/store/testing/snapshot";

let bundled: BundledSnapshot;
let older: Opened;

/**
 * Turns a snapshot into one of the oldest version that is read: drops the columns and tables that came later, and two
 * more, and writes its money in dollars.
 */
async function makeOlder(connection: DuckDBConnection) {
  const first = JSON.parse(await readFile(join("lib", "import", "testing", "tables-1.json"), "utf8"));
  const read = await connection.runAndReadAll(
    "select table_name, column_name from duckdb_columns() where not internal and database_name = current_database()",
  );
  for (const [table, name] of read.getRows() as [string, string][]) {
    const dollars = name.replace(/_cents$/, "");
    if (!first[table]) await connection.run(`drop table if exists "${table}"`);
    else if (dollars !== name)
      await connection.run(`alter table "${table}" alter column "${name}" type ${first[table][dollars]}
        using ("${name}"::decimal(18,0) * 0.01::decimal(3,2)); alter table "${table}" rename column "${name}" to "${dollars}"`);
    else if (!first[table][name]) await connection.run(`alter table "${table}" drop column "${name}"`);
  }
  await connection.run("alter table actions drop column action_type; drop table lookalikes");
}

beforeAll(async () => {
  bundled = await openBundled();
  const folder = join(bundled.root, "older-1"); // a name that is no plain word
  await mkdir(folder);
  const file = join(folder, "0123-older.duckdb");
  await copyFile(bundled.file, file);
  const instance = await DuckDBInstance.create(file);
  const connection = await instance.connect();
  await makeOlder(connection);
  connection.closeSync();
  instance.closeSync();
  older = await openFile(file);
});
afterAll(async () => {
  older?.close();
  await bundled?.remove();
});

const query = change(defaults("actions"), { fy: [2025], agency: ["7012"] });
const contracts = change(query, { view: "contracts" });

async function answers(store: Store) {
  const lines = await csvLines(
    store,
    change(query, { cols: ["award_id_piid", "federal_action_obligation"] }),
    never,
  );
  return {
    totals: await totals(store, query),
    bounded: await totals(
      store,
      change(contracts, { min: "999999.99", max: "5000000", amount: "in_records" }),
    ),
    bins: await amountCounts(store, contracts),
    contracts: await listContracts(store, contracts),
    groups: await Promise.all(
      groupingNames.filter((by) => !newer.includes(by)).map((by) => groups(store, query, by, { top: 5 })),
    ),
    exported: await textOf(lines),
  };
}

async function textOf(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  let text = "";
  for await (const piece of pieces) text += Buffer.from(piece).toString();
  return text;
}

/** The groupings of what the older snapshot lacks. */
const newer: GroupingName[] = ["action_kind", "place", "place_state"];

const never = new AbortController().signal;

it("answers from a snapshot with fewer columns and tables as from one of today", async () => {
  const today = await answers(bundled.store);
  expect(await answers(older.store)).toEqual({
    ...today,
    // The import reads what a contract is for, and its options. Without it, the latest description serves.
    contracts: today.contracts.map((contract) => ({
      ...contract,
      purpose: contract.description,
      places: null,
      option_does: null,
      option_words: null,
      option_signed: null,
      option_length: null,
      option_ends: null,
    })),
  });
});

it("puts every action into one group where the snapshot lacks what it is grouped by", async () => {
  const labels = await Promise.all(
    newer.map(async (by) => {
      const { groups: found } = await groups(older.store, query, by, { top: 5 });
      return found.map(({ key, label }) => [key, label]);
    }),
  );
  expect(labels).toEqual([
    [[null, "Not reported"]],
    [[null, "No facility named"]],
    [[null, "No facility in a state named"]],
  ]);
});

it("offers no filter by a kind of action whose column the snapshot lacks, but removes one that is set", async () => {
  const offeredBy = async (store: Store, patch: Partial<Query> = {}) =>
    (await facets(store, change(query, patch))).filter(({ name }) => name === "action_kind");
  expect(await offeredBy(bundled.store)).toMatchObject([{ values: { length: 8 } }]);
  expect(await offeredBy(older.store)).toEqual([]);
  expect(await offeredBy(older.store, { action_kind: ["terminated"] })).toMatchObject([
    { values: [{ value: "terminated", count: 0, chosen: true }] },
  ]);
});

it("leaves out a fact whose column the snapshot lacks", async () => {
  const blank: Query = change(query, { cols: ["awarding_office_code", "action_type_code"] });
  const [row] = await listActions(older.store, blank);
  expect(row).toMatchObject({ awarding_office_code: null, action_type_code: null });
  const [{ key } = { key: "" }] = await listContracts(older.store, contracts);
  const found = await findContract(older.store, key);
  expect(found).not.toBeNull();
});
