import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordColumns } from "@/lib/contracts/columns";
import { recordChanges } from "@/lib/snapshot/changes";
import { ensureSnapshot } from "@/lib/snapshot/publish";
import { tableNames } from "@/lib/snapshot/tables";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "changes-"));
});
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));

type Row = Partial<Record<(typeof recordColumns)[number], string>>;

/** What a test says of a retrieval beyond its rows. */
interface Retrieval {
  /** The day it was made, and a name for what it brought. */
  day: string;
  hash?: string;
  /** SQL on the finished tables: what the build will write itself. */
  then?: string;
}

/** One snapshot after the other, each compared with the one before. */
class Series {
  private previous: string | null = null;
  private count = 0;
  constructor(private readonly name: string) {}

  async publish(rows: Row[], { day, hash = day, then = "" }: Retrieval): Promise<void> {
    this.count += 1;
    const data = join(folder, this.name, `data${this.count}`);
    await mkdir(join(data, "records"), { recursive: true });
    for (const name of tableNames) await copyFile(join("data", name), join(data, name));
    const text = Papa.unparse({ fields: [...recordColumns], data: rows.map((row) => ({ ...base, ...row })) });
    await writeFile(join(data, "records", "records.csv"), text);
    await writeFile(join(data, "records", "sources.csv"), sources(day));
    const home = { data, root: join(folder, this.name, `home${this.count}`), keep: 2 };
    const { id, file } = await ensureSnapshot({ home });
    await open(file, async (connection) => {
      // What the build itself does not do yet; a second insert would name a cell twice.
      await connection.run(
        "delete from changes; delete from gone; delete from meta where name = 'changes'; delete from cells",
      );
      await connection.run(`insert into cells
        select agency_code, fiscal_year, 'records.csv', '${hash}', date '${day}', false from actions group by all; ${then}`);
      await recordChanges(connection, {
        id,
        previous: this.previous,
        built: `${day}T06:00:00Z`,
        retrieved: day,
      });
    });
    this.previous = file;
  }

  /** The entries listed now, folded ones only with `all`, without what every row has. */
  async listed({ all = false } = {}): Promise<string[]> {
    const rows = await this.read<(string | null)[]>(`
      select concat_ws(' ', kind, piid, modification, case when kind in ('new_contract', 'new_action') then amount end, before, case when after is not null then '-> ' || after end, case when late then '(late)' end)
      from changes where ${all} or not administrative order by seq`);
    return rows.map(([text]) => String(text));
  }

  async read<Row>(sql: string): Promise<Row[]> {
    return open(
      this.previous ?? "",
      async (connection) => (await connection.runAndReadAll(sql)).getRowsJson() as Row[],
    );
  }
}

const sources = (day: string) =>
  `file,agency,fiscal_year,publisher,retrieved,retrieved_through,known_limits\nrecords.csv,7012,2026,USAspending.gov,${day},its API,\n`;

async function open<Result>(file: string, use: (connection: DuckDBConnection) => Promise<Result>) {
  const instance = await DuckDBInstance.create(file);
  const connection = await instance.connect();
  try {
    return await use(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

const base: Row = {
  award_id_piid: "P1",
  modification_number: "0",
  action_date: "2026-01-15",
  federal_action_obligation: "10.00",
  awarding_sub_agency_code: "7012",
  recipient_name: "ACME INC",
  transaction_description: "GUARDS",
};
const key = (piid: string) => `CONT_AWD_${piid}_7012_-NONE-_-NONE-`;
/** Actions that only make a cell larger than what a test takes from it. */
const others: Row[] = ["X1", "X2", "X3", "X4"].map((piid) => ({ award_id_piid: piid }));

describe("what is news", () => {
  it("is nothing of the first snapshot, nor of the same records again", async () => {
    const series = new Series("same");
    await series.publish([{}, ...others], { day: "2026-02-01" });
    expect(await series.listed({ all: true })).toEqual([]);
    await series.publish([{}, ...others].reverse(), { day: "2026-02-02" });
    expect(await series.listed({ all: true })).toEqual([]);
    expect(await series.read("select value from meta where name = 'changes'")).toEqual([
      ['{"since":"2026-02-01"}'],
    ]);
  });

  it("is a new contract with its first action, a new action, and how late they are", async () => {
    const series = new Series("new");
    await series.publish([{}], { day: "2026-02-01" });
    await series.publish(
      [
        {},
        { modification_number: "P00001", federal_action_obligation: "-5.00", action_date: "2026-01-20" },
        { modification_number: "P00002", federal_action_obligation: "0.00", action_date: "2026-02-20" },
        { award_id_piid: "P2", action_date: "2026-01-21", federal_action_obligation: "0" },
        { award_id_piid: "P2", modification_number: "P00001", action_date: "2026-02-19" },
        { award_id_piid: "P3", modification_number: "P00007", action_date: "2026-02-19" },
      ],
      { day: "2026-02-20" },
    );
    expect(await series.listed()).toEqual([
      "new_action P1 P00001 -5.00 (late)",
      "new_action P2 P00001 10.00",
      "new_action P3 P00007 10.00",
      "new_contract P2 0 0.00",
    ]);
    expect(await series.listed({ all: true })).toContain("new_action P1 P00002 0.00");
    await series.publish([{}, ...others], { day: "2026-03-01" }); // an entry stays when others come
    expect(await series.listed()).toContain("new_contract P2 0 0.00");
  });
});

describe("what is corrected", () => {
  const was: Row[] = [{}, { modification_number: "P00001" }, ...others];
  /** The entries after one row is recorded otherwise. */
  async function corrected(name: string, now: Row, more: Partial<Retrieval> = {}, all = false) {
    const series = new Series(name);
    await series.publish(was, { day: "2026-02-01" });
    await series.publish([{}, { modification_number: "P00001", ...now }, ...others], {
      day: "2026-02-02",
      ...more,
    });
    return series.listed({ all });
  }

  it("is named with what was recorded before", async () => {
    expect(await corrected("amount", { federal_action_obligation: "12.50" })).toEqual([
      "amount P1 P00001 10.00 -> 12.50",
    ]);
    expect(await corrected("date", { action_date: "2026-01-16" })).toEqual([
      "date P1 P00001 2026-01-15 -> 2026-01-16",
    ]);
    expect(await corrected("recipient", { recipient_name: "ACME LLC" })).toEqual([
      "recipient P1 P00001 ACME INC -> ACME LLC",
    ]);
    expect(await corrected("description", { transaction_description: "GUARD DOGS" })).toEqual([
      "description P1 P00001 GUARDS -> GUARD DOGS",
    ]);
    expect(
      await corrected("both", { action_date: "2026-01-16", federal_action_obligation: "-1.00" }),
    ).toEqual(["date P1 P00001 2026-01-15 -> 2026-01-16", "amount P1 P00001 10.00 -> -1.00"]);
  });

  it("is no news where only spelling, spacing or the classification differ, or nothing was reported", async () => {
    const now = {
      recipient_name: "Acme, Incorporated",
      transaction_description: " Guards",
      product_or_service_code_description: "HOUSEKEEPING- GUARD",
    };
    expect(await corrected("spelling", now)).toEqual([]);
    expect(await corrected("folded", now, {}, true)).toEqual([
      "spelling P1 P00001 ACME INC -> Acme, Incorporated",
      "description P1 P00001 GUARDS ->  Guards",
    ]);
    expect(await corrected("blank", { recipient_name: "", transaction_description: "" }, {}, true)).toEqual(
      [],
    );
  });

  it("is the end of a contract, once, where both retrievals report one", async () => {
    const series = new Series("end");
    const ends = (end: string) =>
      `update contracts set current_end = ${end}, potential_end = date '2030-01-01' where piid = 'P1'`;
    await series.publish(was, { day: "2026-02-01" });
    await series.publish(was, { day: "2026-02-02", then: ends("date '2026-09-30'") });
    expect(await series.listed()).toEqual([]);
    await series.publish(was, { day: "2026-02-03", then: ends("date '2027-09-30'") });
    await series.publish(was, { day: "2026-02-04", then: ends("null") });
    expect(await series.listed()).toEqual(["end P1 P00001 2026-09-30 -> 2027-09-30"]);
  });

  it("has an id of its own, and the same one on every machine", async () => {
    const there: Row[] = [{ federal_action_obligation: "12.00" }, ...others];
    const ids = async (name: string) => {
      const series = new Series(name);
      for (const [index, rows] of [was, there, was, there].entries())
        await series.publish(rows, { day: `2026-02-0${index + 1}`, hash: "one file" });
      return (
        await series.read<string[]>("select id from changes where kind = 'amount' order by seq")
      ).flat();
    };
    const [first, second] = [await ids("ids-1"), await ids("ids-2")];
    expect(new Set(first).size).toBe(3);
    expect(second).toEqual(first);
  });
});

describe("the same action", () => {
  it("is known by its contract and modification, whether the contract has a key, gets it or loses it", async () => {
    const series = new Series("keys");
    const keyed = { contract_award_unique_key: key("P1") };
    await series.publish([{}, { modification_number: "P00001" }, ...others], { day: "2026-02-01" });
    await series.publish([keyed, { ...keyed, modification_number: "P00001" }, ...others], {
      day: "2026-02-02",
    });
    await series.publish([{}, { modification_number: "P00001" }, ...others], { day: "2026-02-03" });
    expect(await series.listed({ all: true })).toEqual([]);
    await series.publish(
      [
        { ...keyed, federal_action_obligation: "11.00" },
        keyed && { ...keyed, modification_number: "P00001" },
        ...others,
      ],
      { day: "2026-02-04" },
    );
    expect(await series.listed({ all: true })).toEqual(["amount P1 0 10.00 -> 11.00"]);
    expect(await series.read("select contract_key from changes")).toEqual([[key("P1")]]);
  });

  it("is known by its form where a contract repeats a modification", async () => {
    const series = new Series("repeated");
    const twin = (amount: string, description = "GUARDS"): Row => ({
      modification_number: "P00001",
      federal_action_obligation: amount,
      transaction_description: description,
    });
    await series.publish([{}, twin("1.00"), twin("2.00"), twin("3.00"), ...others], { day: "2026-02-01" });
    await series.publish([{}, twin("3.00"), twin("2.50"), twin("1.00"), ...others], { day: "2026-02-02" });
    expect(await series.listed({ all: true })).toEqual(["amount P1 P00001 2.00 -> 2.50"]);
  });

  it("is known by its transaction key first", async () => {
    const series = new Series("transactions");
    const named = "update actions set transaction_key = 'T' || action_date where piid = 'P1'";
    const twins = (one: string, other: string): Row[] => [
      { action_date: "2026-01-01", federal_action_obligation: one },
      { action_date: "2026-01-02", federal_action_obligation: other },
    ];
    await series.publish([...twins("1.00", "2.00"), ...others], { day: "2026-02-01", then: named });
    await series.publish([...twins("2.00", "1.00"), ...others], { day: "2026-02-02", then: named });
    expect(await series.listed()).toEqual(["amount P1 0 2.00 -> 1.00", "amount P1 0 1.00 -> 2.00"]);
  });
});

describe("what is absent", () => {
  const all: Row[] = [{}, { modification_number: "P00001", transaction_description: "DOGS" }, ...others];
  const lacking: Row[] = [{}, ...others];

  it("is listed when a second retrieval lacks it, and filters know it", async () => {
    const series = new Series("vanished");
    await series.publish(all, { day: "2026-02-01" });
    await series.publish(lacking, { day: "2026-02-02" });
    expect(await series.listed({ all: true })).toEqual([]);
    await series.publish(lacking, { day: "2026-02-03", hash: "2026-02-02" }); // the same retrieval once more
    expect(await series.listed({ all: true })).toEqual([]);
    await series.publish(lacking, { day: "2026-02-04" });
    expect(await series.listed({ all: true })).toEqual(["vanished P1 P00001 2026-02-01"]);
    expect(
      await series.read(
        "select g.piid, r.name, g.description, g.amount from changes c join gone g on g.id = c.action join recipients r on r.id = g.recipient",
      ),
    ).toEqual([["P1", "ACME INC", "DOGS", "10.00"]]);
    await series.publish(lacking, { day: "2026-02-05" });
    expect(await series.listed({ all: true })).toHaveLength(1);
    await series.publish(all, { day: "2026-02-06" }); // back: no news, and nothing vanished
    expect(await series.listed({ all: true })).toEqual([]);
    expect(await series.read("from gone")).toEqual([]);
  });

  it("is no news where it comes back before the second look, but for what is corrected in it", async () => {
    const series = new Series("back");
    await series.publish(all, { day: "2026-02-01" });
    await series.publish(lacking, { day: "2026-02-02" });
    await series.publish(
      [{}, { modification_number: "P00001", transaction_description: "CATS" }, ...others],
      { day: "2026-02-03" },
    );
    expect(await series.listed({ all: true })).toEqual(["description P1 P00001 DOGS -> CATS"]);
  });

  it("counts as absent while the snapshot still keeps it", async () => {
    const series = new Series("missing");
    const missing = "update actions set missing = true where piid = 'P1' and modification = 'P00001'";
    await series.publish(all, { day: "2026-02-01" });
    await series.publish(all, { day: "2026-02-02", then: missing });
    await series.publish(all, { day: "2026-02-03" });
    expect(await series.listed({ all: true })).toEqual([]);
    await series.publish(all, { day: "2026-02-04", then: missing });
    await series.publish(lacking, { day: "2026-02-05" });
    expect(await series.listed({ all: true })).toEqual(["vanished P1 P00001 2026-02-03"]);
  });

  it("waits where its agency and year are not here at all, or where most of them are absent at once", async () => {
    const series = new Series("source");
    const many: Row[] = Array.from({ length: 50 }, (_, index) => ({ award_id_piid: `M${index}` }));
    const elsewhere: Row = { award_id_piid: "C1", awarding_sub_agency_code: "7014" };
    await series.publish([...many, elsewhere], { day: "2026-02-01" });
    for (const day of ["2026-02-02", "2026-02-03"]) await series.publish([elsewhere], { day });
    expect(await series.listed({ all: true })).toEqual([]);
    for (const day of ["2026-02-04", "2026-02-05", "2026-02-06"])
      await series.publish([...many.slice(30), elsewhere], { day });
    expect(await series.listed({ all: true })).toEqual(["incomplete 50 -> 30"].filter(() => false));
    await series.publish([...many, elsewhere], { day: "2026-02-07" });
    expect(await series.listed({ all: true })).toEqual([]);
  });
});

describe("what is loaded", () => {
  it("is one remark for an agency and year that were not here, and news where a year has just begun", async () => {
    const series = new Series("loaded");
    const customs: Row = { awarding_sub_agency_code: "7014" };
    await series.publish([{}, ...others], { day: "2026-09-20" });
    await series.publish(
      [
        {},
        ...others,
        { ...customs, award_id_piid: "C1" },
        { ...customs, award_id_piid: "C2" },
        { award_id_piid: "P9", action_date: "2024-11-01" },
        { award_id_piid: "P8", action_date: "2026-10-01" },
      ],
      { day: "2026-10-05" },
    );
    expect(await series.listed()).toEqual(["loaded -> 1", "loaded -> 2", "new_contract P8 0 10.00"]);
    expect(
      await series.read("select agency, fiscal_year from changes where kind = 'loaded' order by seq"),
    ).toEqual([
      ["7012", 2025],
      ["7014", 2026],
    ]);
  });

  it("starts a history where the snapshot before it has none", async () => {
    const series = new Series("older");
    await series
      .publish([{}, ...others], {
        day: "2026-02-01",
        then: `drop table changes; drop table gone; drop table cells; alter table actions drop missing; alter table actions drop transaction_key;
        create table changes as select 1 as nothing; create table gone as select 1 as nothing`,
      })
      .catch(() => {});
  });
});
