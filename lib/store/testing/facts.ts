import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { copyFile, mkdir, readdir, readFile, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

import { DuckDBInstance } from "@duckdb/node-api";
import type { RecordedName } from "@/lib/contracts/recorded";
import type { SnapshotInfo } from "@/lib/contracts/snapshots";
import type { Plain, PlainContract } from "@/lib/store/testing/records";
import { importCode, sharedHome } from "@/lib/store/testing/shared";

/** What only full-width files and reports of subcontracts say of a contract. */
export interface PlainFacts {
  type: string | null;
  competition: string | null;
  competitionName: string | null;
  state: string | null;
  country: string | null;
  start: string | null;
  currentEnd: string | null;
  potentialEnd: string | null;
  /** Cents. */
  currentValue: number | null;
  potentialValue: number | null;
}

export const noFacts: PlainFacts = {
  type: null,
  competition: null,
  competitionName: null,
  state: null,
  country: null,
  start: null,
  currentEnd: null,
  potentialEnd: null,
  currentValue: null,
  potentialValue: null,
};

/** The recorded facts that {@link inventFacts} gives. */
export const inventedFacts: RecordedName[] = [
  "award_type_code",
  "extent_competed_code",
  "extent_competed",
  "primary_place_of_performance_state_code",
  "primary_place_of_performance_country_code",
  "period_of_performance_start_date",
  "period_of_performance_current_end_date",
  "period_of_performance_potential_end_date",
  "current_total_value_of_award",
  "potential_total_value_of_award",
];

const competitions: [string, string][] = [
  ["A", "FULL AND OPEN COMPETITION"],
  ["C", "NOT COMPETED"],
  ["CDO", "COMPETITIVE DELIVERY ORDER"],
];

/**
 * Facts for a contract by its place among all: two of three have some, and of those each is missing now and then. Among
 * the days are some that cannot be right.
 */
function inventFacts({ place, latest, inRecords, facts }: PlainContract): PlainFacts {
  // An end that a report gives stays: the import blanked the estimate for it.
  if (place % 3 === 2) return { ...noFacts, currentEnd: facts.currentEnd };
  const unless = <Value>(every: number, value: Value) => (place % every === 0 ? null : value);
  const [competition, competitionName] = competitions[place % competitions.length] as [string, string];
  const year = Number(latest.day.slice(0, 4));
  const end = `${place % 97 === 0 ? 3017 : year + (place % 5) - (place % 89 === 0 ? 9 : 0)}${latest.day.slice(4, 8)}15`;
  const value = Math.abs(inRecords) + (place % 7) * 100_000;
  return {
    type: unless(11, "ABCD".charAt(place % 4)),
    competition: unless(13, competition),
    competitionName: unless(13, competitionName),
    state: place % 10 === 1 ? null : unless(17, ["VA", "TX", "DC"][place % 3] ?? null),
    country: place % 10 === 1 ? "MEX" : unless(19, "USA"),
    start: unless(5, `${year - 1}-10-01`),
    currentEnd: facts.currentEnd ?? unless(7, end),
    potentialEnd: unless(23, `${year + 1 + (place % 6)}-0${1 + (place % 9)}-15`),
    currentValue: unless(29, value),
    potentialValue: unless(31, value + (place % 4) * 2_500_000),
  };
}

/** Gives invented facts to the plain records, and the same to a copy of their snapshot, which it writes to `to`. */
export async function inventAll(plain: Plain, from: string, to: string): Promise<Plain> {
  const contracts = withFacts(plain.contracts);
  const byKey = new Map(contracts.map((contract) => [contract.key, contract]));
  const actions = plain.actions.map((action) => ({
    ...action,
    contract: byKey.get(action.contract.key) as PlainContract,
  }));
  const byAgency = new Map(
    [...plain.byAgency.keys()].map((code) => [code, actions.filter(({ agency }) => agency === code)]),
  );
  await copyFile(await inventedFile(from, async () => plain), to);
  return { ...plain, has: inventedFacts, contracts, actions, byAgency };
}

const withFacts = (contracts: PlainContract[]) =>
  contracts.map((contract) => ({ ...contract, facts: inventFacts(contract) }));

/**
 * The path of a snapshot with invented facts, which test files share and none changes. It is made where it is not there
 * yet, or where the snapshot or the code that invents has changed.
 */
export async function inventedFile(from: string, read: () => Promise<Plain>): Promise<string> {
  const folder = join(dirname(sharedHome.root), "invented");
  const hash = createHash("sha256");
  for (const name of ["facts.ts", "records.ts"])
    hash.update(await readFile(join(process.cwd(), "lib", "store", "testing", name)));
  hash.update(importCode());
  const name = `${basename(from, ".duckdb")}-${hash.digest("hex").slice(0, 12)}.duckdb`;
  const path = join(folder, name);
  if (existsSync(path)) return path;
  await mkdir(folder, { recursive: true });
  const whole = join(folder, `${process.pid}-${name}`);
  await writeFacts(withFacts((await read()).contracts), from, whole);
  await rename(whole, path); // two test files may make it at once: each makes the same
  for (const other of await readdir(folder))
    if (/^[0-9a-f]{12}-/.test(other) && other !== name) await rm(join(folder, other), { force: true });
  return path;
}

async function writeFacts(contracts: PlainContract[], from: string, to: string): Promise<void> {
  await copyFile(from, to);
  const instance = await DuckDBInstance.create(to);
  const connection = await instance.connect();
  await connection.run(`create temp table invented (key varchar, type varchar, competition varchar, name varchar, state varchar,
    country varchar, start date, current_end date, potential_end date, current_value bigint, potential_value bigint)`);
  const rows = contracts.map(({ key, facts }) => [key, ...Object.values(facts)]);
  const quoted = (value: string | number | null) =>
    value === null ? "null" : typeof value === "number" ? `${value}` : `'${value.replaceAll("'", "''")}'`;
  await connection.run(
    `insert into invented values ${rows.map((row) => `(${row.map(quoted).join(",")})`).join(",")}`,
  );
  await connection.run(`update contracts set type = i.type, competition = i.competition, competition_name = i.name,
      place_state = i.state, place_country = i.country, start = i.start, current_end = i.current_end,
      option_ends = case when i.current_end is null then option_ends end,
      potential_end = i.potential_end, current_value_cents = i.current_value, potential_value_cents = i.potential_value
    from invented i where i.key = contracts.key`);
  await connection.run(
    "update actions set type = (select c.type from contracts c where c.id = actions.contract)",
  );
  const read = await connection.runAndReadAll("select value from meta where name = 'info'");
  const info = JSON.parse(String(read.getRows()[0]?.[0])) as SnapshotInfo;
  await connection.run("update meta set value = $value where name = 'info'", {
    value: JSON.stringify({ ...info, has: inventedFacts }),
  });
  connection.closeSync();
  instance.closeSync();
}
