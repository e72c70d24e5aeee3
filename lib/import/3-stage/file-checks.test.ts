import { describe, expect, it } from "vitest";
import { dayOfNumber } from "@/lib/contracts/days";
import { csvTable, readWhole } from "@/lib/import/2-parse/testing/read";
import { fileChecks } from "@/lib/import/3-stage/file-checks";

const row = {
  contract_award_unique_key: "CONT_AWD_A_7012_-NONE-_-NONE-",
  award_id_piid: "A",
  modification_number: "0",
  action_date: "2026-01-15",
  federal_action_obligation: "1.00",
  awarding_sub_agency_code: "7012",
  recipient_name: "ACME",
};

async function smells(rows: Record<string, string>[]) {
  const test = fileChecks();
  await readWhole(csvTable(rows.map((own) => ({ ...row, ...own }))), {
    size: 1000,
    onBatch: (batch) => test.add(batch),
  });
  return test.end();
}

/** Rows on consecutive days, with amounts by index. */
const many = (count: number, amount: (index: number) => number, own: Record<string, string> = {}) =>
  Array.from({ length: count }, (_, index) => ({
    modification_number: `P${index}`,
    action_date: dayOfNumber(20_000 + (index % 300)),
    federal_action_obligation: amount(index).toFixed(2),
    ...own,
  }));
const wavy = (index: number) => 1 + (index % 7);
const titles = async (rows: Record<string, string>[]) => (await smells(rows)).map(({ title }) => title);

describe("a round number of rows", () => {
  it("without a negative amount is reported", async () => {
    expect(await smells(many(300, wavy))).toEqual([
      {
        severity: "notice",
        agency: "7012",
        from: "2024-10-04",
        to: "2025-07-30",
        title: "A round number of rows",
        detail:
          "The file has exactly 300 rows of this agency and no negative amount among them, as where a page-by-page download was cut.",
      },
    ]);
  });

  it("is not reported with a negative amount, with one row more, or below 300", async () => {
    expect(await smells(many(300, (index) => wavy(index) - 2))).toEqual([]);
    expect(await smells(many(301, wavy))).toEqual([]);
    expect(await smells(many(200, wavy))).toEqual([]);
  });

  it("counts rejected rows, and each agency separately", async () => {
    const other = many(150, wavy, { awarding_sub_agency_code: "7014" });
    expect(await smells([...many(150, wavy), ...other])).toEqual([]);
    expect((await smells([...many(400, wavy), ...other])).map(({ agency }) => agency)).toEqual(["7012"]);
    expect(await titles([...many(299, wavy), { action_date: "soon" }])).toEqual(["A round number of rows"]);
  });
});

describe("months without any action", () => {
  it("are reported as runs", async () => {
    const days = (month: string) => many(80, (index) => wavy(index) - 2, { action_date: `${month}-15` });
    const found = await smells(["2025-01", "2025-03", "2025-07"].flatMap(days));
    expect(found.map(({ detail }) => detail)).toEqual([
      "Between its first and its last action of this agency the file has none in February 2025, April 2025 to June 2025.",
    ]);
  });

  it("are not reported for a small file", async () => {
    expect(await smells([{ action_date: "2020-01-01" }, { action_date: "2026-01-01" }])).toEqual([]);
  });
});

describe("the order of amounts", () => {
  it("is reported if they only fall and none is negative", async () => {
    const found = await smells(many(60, (index) => 100 - index));
    expect(found.map(({ detail }) => detail)).toEqual([
      "The 60 rows of this agency run from the highest amount down to 41.00 and none is negative, as where the end of a sorted download was lost.",
    ]);
    expect(await titles(many(60, (index) => Math.max(0, 40 - index)))).toEqual([
      "Sorted by amount, without negatives",
    ]);
  });

  it("is not reported with negative amounts, or with few rows", async () => {
    expect(await titles(many(60, (index) => 40 - index))).toEqual([]);
    expect(await titles(many(10, (index) => 100 - index))).toEqual([]);
  });

  it("is reported if the last is 0 and none is negative", async () => {
    const rows = many(60, wavy);
    expect(await titles([...rows, { federal_action_obligation: "0.00" }])).toEqual(["The last amount is 0"]);
    expect(
      await titles([{ federal_action_obligation: "-1.00" }, ...rows, { federal_action_obligation: "0.00" }]),
    ).toEqual([]);
  });
});

describe("figures of whole awards", () => {
  it("that repeat on each action are reported with the right and the wrong sum", async () => {
    const award = { contract_award_unique_key: "CONT_AWD_B_7012_-NONE-_-NONE-", award_id_piid: "B" };
    const total = (total_dollars_obligated: string, potential_total_value_of_award = "") => ({
      total_dollars_obligated,
      potential_total_value_of_award,
    });
    const found = await smells([
      { ...total("9999999999999.99"), modification_number: "P1" },
      { ...total("9999999999999.99"), modification_number: "P2" },
      { ...total("9999999999999.99", "5.00"), modification_number: "P3" },
      { ...award, ...total("-0.01") },
    ]);
    expect(found).toMatchObject([
      {
        title: "Figures of whole awards on each action",
        detail:
          "Adding total_dollars_obligated over these rows counts $9,999,999,999,999.98 as $29,999,999,999,999.96.",
      },
    ]);
  });
});
