import { afterEach, describe, expect, it } from "vitest";
import { type Row, Series } from "@/lib/snapshot/testing/series";

const begun: Series[] = [];
afterEach(async () => {
  for (const series of begun.splice(0)) await series.remove();
});
async function begin(): Promise<Series> {
  const series = await Series.begin(base);
  begun.push(series);
  return series;
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
    const series = await begin();
    await series.publish([{}, ...others], { day: "2026-02-01" });
    expect(await series.listed({ all: true })).toEqual([]);
    await series.publish([{}, ...others].reverse(), { day: "2026-02-02" });
    expect(await series.listed({ all: true })).toEqual([]);
    expect(await series.read("select value from meta where name = 'changes'")).toEqual([
      ['{"since":"2026-02-01"}'],
    ]);
  });

  it("is a new contract with its first action, a new action, and how late they are", async () => {
    const series = await begin();
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
  /** The entries after actions, each a modification of its own, are recorded otherwise. */
  async function corrected(now: Row[]) {
    const series = await begin();
    const numbered = (row: Row, index: number) => ({ ...row, modification_number: `P${index + 1}` });
    await series.publish([...others, ...now.map((_, index) => numbered({}, index))], { day: "2026-02-01" });
    await series.publish([...others, ...now.map(numbered)], { day: "2026-02-02" });
    return series;
  }

  it("is named with what was recorded before", async () => {
    const series = await corrected([
      { federal_action_obligation: "12.50" },
      { action_date: "2026-01-16" },
      { recipient_name: "ACME LLC" },
      { transaction_description: "GUARD DOGS" },
      { action_date: "2026-01-14", federal_action_obligation: "-1.00" },
    ]);
    expect((await series.listed()).sort()).toEqual([
      "amount P1 P1 10.00 -> 12.50",
      "amount P1 P5 10.00 -> -1.00",
      "date P1 P2 2026-01-15 -> 2026-01-16",
      "date P1 P5 2026-01-15 -> 2026-01-14",
      "description P1 P4 GUARDS -> GUARD DOGS",
      "recipient P1 P3 ACME INC -> ACME LLC",
    ]);
  });

  it("is no news where only spelling or spacing differ, and no change where nothing was or is reported", async () => {
    const series = await corrected([
      { recipient_name: "Acme, Incorporated" },
      { transaction_description: "guards " },
      { recipient_name: "", transaction_description: "" },
      { product_or_service_code_description: "HOUSEKEEPING- GUARD" },
    ]);
    expect(await series.listed()).toEqual([]);
    expect((await series.listed({ all: true })).sort()).toEqual([
      "description P1 P2 GUARDS -> guards ",
      "spelling P1 P1 ACME INC -> Acme, Incorporated",
    ]);
  });

  it("is the end of a contract, once, where both retrievals report one", async () => {
    const series = await begin();
    const ends = (end: string) =>
      `update contracts set current_end = ${end}, potential_end = date '2030-01-01' where piid = 'P1'`;
    await series.publish(was, { day: "2026-02-01" });
    await series.publish(was, { day: "2026-02-02", also: ends("date '2026-09-30'") });
    expect(await series.listed()).toEqual([]);
    await series.publish(was, { day: "2026-02-03", also: ends("date '2027-09-30'") });
    await series.publish(was, { day: "2026-02-04", also: ends("null") });
    expect(await series.listed()).toEqual(["end P1 P00001 2026-09-30 -> 2027-09-30"]);
  });

  it("has an id of its own, and the same one on every machine", async () => {
    const there: Row[] = [{ federal_action_obligation: "12.00" }, ...others];
    const ids = async () => {
      const series = await begin();
      for (const [index, rows] of [was, there, was, there].entries())
        await series.publish(rows, { day: `2026-02-0${index + 1}`, hash: "one file" });
      return (
        await series.read<string[]>("select id from changes where kind = 'amount' order by seq")
      ).flat();
    };
    const [first, second] = [await ids(), await ids()];
    expect(new Set(first).size).toBe(3);
    expect(second).toEqual(first);
  });
});

describe("the same action", () => {
  it("is known by its contract and modification, whether the contract has a key, gets it or loses it", async () => {
    const series = await begin();
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
    const series = await begin();
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
    const series = await begin();
    const named = "update actions set transaction_key = 'T' || action_date where piid = 'P1'";
    const twins = (one: string, other: string): Row[] => [
      { action_date: "2026-01-01", federal_action_obligation: one },
      { action_date: "2026-01-02", federal_action_obligation: other },
    ];
    await series.publish([...twins("1.00", "2.00"), ...others], { day: "2026-02-01", also: named });
    await series.publish([...twins("2.00", "1.00"), ...others], { day: "2026-02-02", also: named });
    expect(await series.listed()).toEqual(["amount P1 0 2.00 -> 1.00", "amount P1 0 1.00 -> 2.00"]);
  });
});

describe("what is absent", () => {
  const all: Row[] = [{}, { modification_number: "P00001", transaction_description: "DOGS" }, ...others];
  const lacking: Row[] = [{}, ...others];

  it("is listed when a second retrieval lacks it, and filters know it", async () => {
    const series = await begin();
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
    const series = await begin();
    await series.publish(all, { day: "2026-02-01" });
    await series.publish(lacking, { day: "2026-02-02" });
    await series.publish(
      [{}, { modification_number: "P00001", transaction_description: "CATS" }, ...others],
      { day: "2026-02-03" },
    );
    expect(await series.listed({ all: true })).toEqual(["description P1 P00001 DOGS -> CATS"]);
  });

  it("counts as absent while the snapshot still keeps it", async () => {
    const series = await begin();
    const missing = "update actions set missing = true where piid = 'P1' and modification = 'P00001'";
    await series.publish(all, { day: "2026-02-01" });
    await series.publish(all, { day: "2026-02-02", also: missing });
    await series.publish(all, { day: "2026-02-03" });
    expect(await series.listed({ all: true })).toEqual([]);
    await series.publish(all, { day: "2026-02-04", also: missing });
    await series.publish(lacking, { day: "2026-02-05" });
    expect(await series.listed({ all: true })).toEqual(["vanished P1 P00001 2026-02-03"]);
  });

  it("waits where its agency and year are not here at all, or where most of them are absent at once", async () => {
    const series = await begin();
    const many: Row[] = Array.from({ length: 50 }, (_, index) => ({ award_id_piid: `M${index}` }));
    const elsewhere: Row = { award_id_piid: "C1", awarding_sub_agency_code: "7014" };
    await series.publish([...many, elsewhere], { day: "2026-02-01" });
    for (const day of ["2026-02-02", "2026-02-03"]) await series.publish([elsewhere], { day });
    expect(await series.listed({ all: true })).toEqual([]);
    for (const day of ["2026-02-04", "2026-02-05", "2026-02-06"])
      await series.publish([...many.slice(30), elsewhere], { day });
    expect(await series.listed({ all: true })).toEqual(["incomplete 50 -> 30"]);
    // What the incomplete source lacked has not been looked for before.
    await series.publish([...many.slice(1), elsewhere], { day: "2026-02-07" });
    expect(await series.listed({ all: true })).toEqual([]);
    await series.publish([...many, elsewhere], { day: "2026-02-08" });
    expect(await series.listed({ all: true })).toEqual([]);
  });
});

describe("what is loaded", () => {
  it("is one remark for an agency and year that were not here, and news where a year has just begun", async () => {
    const series = await begin();
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
    expect(await series.listed()).toEqual(["new_contract P8 0 10.00", "loaded -> 1", "loaded -> 2"]);
    expect(
      await series.read("select agency, fiscal_year from changes where kind = 'loaded' order by seq"),
    ).toEqual([
      ["7012", 2025],
      ["7014", 2026],
    ]);
  });

  it("starts a history where the snapshot before it has none, and compares by what both have", async () => {
    const series = await begin();
    await series.publish([{}, ...others], { day: "2026-02-01" });
    await series.read(`drop table changes; drop table gone; drop table cells; delete from meta where name = 'changes';
      ${["missing", "transaction_key", "action_type"].map((name) => `alter table actions drop ${name}`).join(";")};
      alter table contracts drop current_end; alter table parents drop agency`);
    await series.publish([{ federal_action_obligation: "11.00" }, ...others], { day: "2026-02-02" });
    expect(await series.listed({ all: true })).toEqual(["amount P1 0 10.00 -> 11.00"]);
    await series.read("alter table actions rename modification to number");
    await series.publish([{}, ...others], { day: "2026-02-03" });
    expect(await series.listed({ all: true })).toEqual([]);
    expect(await series.read("select value from meta where name = 'changes'")).toEqual([['{"since":null}']]);
  });
});
