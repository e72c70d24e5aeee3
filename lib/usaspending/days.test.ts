import Papa from "papaparse";
import { expect, it } from "vitest";

import type { ApiClient, Sorting, Transaction } from "@/lib/usaspending/client";
import { listYear, NotWhole, toCsv } from "@/lib/usaspending/days";
import type { DaySpan } from "@/lib/usaspending/plan";
import type { SavedProgress } from "@/lib/usaspending/progress";

const agency = {
  code: "7012",
  name: "ICE",
  apiName: "U.S. Immigration and Customs Enforcement",
  department: { name: "DHS", id: 63, code: "070" },
};
const rows = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ "Award ID": `70CDCR26P0000000${index}` }) as Transaction);
const progress = { cached: (_: string, load: () => unknown) => load() } as unknown as SavedProgress;
const read = (client: Partial<ApiClient>, count: number) =>
  listYear(
    { client: client as ApiClient, progress, variant: 0 },
    { agency, fiscal_year: 2026 },
    count,
    () => {},
  );

/** What a year of so many actions is read as where the API gives these pages, one after the other. */
async function readPages(count: number, pages: { rows: Transaction[]; more: boolean }[]) {
  const given = [...pages];
  const orders = new Set<string>();
  const listTransactions: ApiClient["listTransactions"] = async (...[, , , , , sorting]: unknown[]) => {
    const { sort, order } = sorting as Sorting;
    orders.add(`${sort} ${order}`);
    return given.shift() as { rows: Transaction[]; more: boolean };
  };
  const found = await read({ listTransactions }, count);
  return { found: found.length, left: given.length, orders: orders.size };
}

it("requests a page that does not agree with the count again, in another order", async () => {
  const whole = { rows: rows(2), more: false };
  expect(await readPages(2, [whole, whole])).toEqual({ found: 2, left: 1, orders: 1 });
  expect(await readPages(2, [{ rows: rows(1), more: false }, whole])).toEqual({
    found: 2,
    left: 0,
    orders: 2,
  });
  expect(await readPages(2, [{ rows: rows(2), more: true }, whole])).toEqual({
    found: 2,
    left: 0,
    orders: 2,
  });
});

it("gives up after three pages that do not agree with the count", async () => {
  const page = { rows: rows(2), more: true };
  await expect(readPages(2, [page, page, page, { rows: rows(2), more: false }])).rejects.toThrow(NotWhole);
});

it("counts the second half too if the total leaves no row for it", async () => {
  const counted: DaySpan[] = [];
  const countTransactions = async (_: unknown, span: DaySpan) => {
    counted.push(span);
    return span.from === "2025-10-01" ? 150 : 1;
  };
  await expect(read({ countTransactions }, 150)).rejects.toThrow(
    "The API counts 150 actions from 2025-10-01 to 2026-09-30, and 150 and 1 in the two halves of these days",
  );
  expect(counted).toEqual([
    { from: "2025-10-01", to: "2026-04-01" },
    { from: "2026-04-02", to: "2026-09-30" },
  ]);
});

it("keeps actions apart that are alike in all that the search gives", () => {
  const row: Transaction = {
    "Award ID": "70CDCR26P00000001",
    Mod: "0",
    "Action Date": "2026-01-15",
    "Transaction Amount": 1_050,
    generated_internal_id: "CONT_AWD_70CDCR26P00000001_7012_-NONE-_-NONE-",
  };
  const keys = (transactions: Transaction[]) =>
    Papa.parse<Record<string, string>>(toCsv(agency, transactions), {
      header: true,
      skipEmptyLines: true,
    }).data.map((cells) => cells.contract_transaction_unique_key);
  const other = { ...row, "Recipient Name": "OTHER LLC" };
  const given = keys([row, { ...row }, other, { ...row, Mod: "P00001" }]);
  expect(given[3]).toBe("");
  expect(new Set(given).size).toBe(4);
  // The same in whatever order they come.
  expect(keys([other, row])).toEqual(keys([row, other]).reverse());
  expect(keys([row])).toEqual([undefined]);
});
