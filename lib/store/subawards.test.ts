import { readFileSync } from "node:fs";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { change, defaults } from "@/lib/query/query";
import { totals } from "@/lib/store/contracts";
import type { Store } from "@/lib/store/open";
import { listSubawards, subawardCoverage, subawardTotals } from "@/lib/store/subawards";
import { beforeAllBundled } from "@/lib/store/testing/snapshot";

let store: Store;
beforeAllBundled((bundled) => {
  store = bundled.store;
});

const folder = "data/records/subawards";
const { data: rows } = Papa.parse<Record<string, string>>(
  readFileSync(`${folder}/ice-subawards-2020-2025.csv`, "utf8"),
  { header: true, skipEmptyLines: true },
);
const cents = (row: Record<string, string>) => Number((row.subaward_amount as string).replace(".", ""));
const sum = (chosen: typeof rows) => chosen.reduce((all, row) => all + cents(row), 0);
const distinct = (chosen: typeof rows, name: string) => new Set(chosen.map((row) => row[name])).size;

/** The reports that repeat one before them, by a plain loop from the first month of a report. */
function repeatsIn(chosen: typeof rows) {
  const month = (row: Record<string, string>) =>
    `${row.subaward_fsrs_report_year}-${row.subaward_fsrs_report_month?.padStart(2, "0")} ${row.subaward_fsrs_report_last_modified_date} ${row.subaward_fsrs_report_id}`;
  const seen = new Set<string>();
  return chosen
    .toSorted((one, other) => (month(one) < month(other) ? -1 : 1))
    .filter((row) => {
      const key = ["prime_award_unique_key", "subaward_number", "subawardee_name", "subaward_amount"]
        .map((name) => row[name])
        .join("\n");
      return seen.has(key) || !seen.add(key);
    });
}

const query = defaults("contracts");
const all = { query, contract: null, prime: null };

describe("reports of subcontracts", () => {
  it("come to what a plain loop over their file gives, with 41 that repeat another", async () => {
    const repeats = repeatsIn(rows);
    expect([rows.length, sum(rows), distinct(rows, "subawardee_name"), repeats.length]).toEqual([
      482, 275_545_535_38, 155, 41,
    ]);
    expect(await subawardTotals(store, all)).toMatchObject({
      reports: rows.length,
      amount: sum(rows),
      repeats: repeats.length,
      repeated: sum(repeats),
      contracts: distinct(rows, "prime_award_unique_key"),
    });
    const listed = await listSubawards(store, all);
    expect(
      listed
        .filter((row) => row.repeats !== null)
        .map((row) => row.report_id)
        .toSorted(),
    ).toEqual(repeats.map((row) => row.subaward_fsrs_report_id).toSorted());
    expect(await subawardCoverage(store)).toEqual({
      reports: 482,
      from: "2020-01-29",
      to: "2025-02-26",
      through: "2025-03-25",
    });
  });

  it("have the facts of each row", async () => {
    const [newest] = await listSubawards(store, all, { size: 1, number: 1 });
    const row = rows.find(({ subaward_fsrs_report_id: id }) => id === newest?.report_id);
    expect(newest).toMatchObject({
      award_key: row?.prime_award_unique_key,
      piid: row?.prime_award_piid,
      name: row?.subawardee_name,
      number: row?.subaward_number,
      signed: "2025-02-26",
      amount: cents(row ?? {}),
      agency: "7012",
    });
  });

  it.each([
    ["booz-allen-hamilton", /^BOOZ ALLEN HAMILTON/],
    ["thomson-reuters", /^THOMSON REUTERS/],
    ["henry-schein", /^HENRY SCHEIN/],
    ["safariland", /^SAFARILAND/],
  ])("of the company %s are those of its names", async (company, names) => {
    const own = rows.filter(({ subawardee_name: name }) => names.test(name as string));
    const found = await subawardTotals(store, { ...all, query: change(query, { company: [company] }) });
    expect(found).toMatchObject({ reports: own.length, amount: sum(own), companies: 1 });
  });

  it("can be chosen by prime contractor, contract and days of signature", async () => {
    const contract = "70CTD020FR0000280";
    const own = rows.filter(({ prime_award_piid: piid }) => piid === contract);
    expect(await subawardTotals(store, { ...all, contract })).toMatchObject({
      reports: own.length,
      amount: sum(own),
    });
    const prime = { ...all, prime: "alpha-omega-integration" };
    expect((await subawardTotals(store, prime)).reports).toBeGreaterThanOrEqual(own.length);
    const days = change(query, { from: "2024-01-01", to: "2024-12-31" });
    const in2024 = rows.filter(({ subaward_action_date: day }) => day?.startsWith("2024-"));
    expect(await subawardTotals(store, { ...all, query: days })).toMatchObject({
      reports: in2024.length,
      amount: sum(in2024),
    });
    const cbp = { ...all, query: change(query, { agency: ["7014"] }) };
    expect(await subawardTotals(store, cbp)).toMatchObject({ reports: 0, amount: 0 });
  });

  it("move no total of obligations", async () => {
    expect((await totals(store, change(query, { fy: [2025] }))).net).toBe(3_988_661_487_38);
    expect(
      (await totals(store, change(query, { company: ["booz-allen-hamilton"] }))).contracts,
    ).toBeGreaterThan(0);
  });
});
