import { expect, it } from "vitest";

import type { Client, Transaction } from "@/lib/usaspending/client";
import { listYear, NotWhole } from "@/lib/usaspending/days";
import type { Progress } from "@/lib/usaspending/progress";

const agency = { code: "7012", name: "U.S. Immigration and Customs Enforcement", toptier: "DHS" };
const rows = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ "Award ID": `70CDCR26P0000000${index}` }) as Transaction);

/** What a year of so many actions is read as where the API gives these pages, one after the other. */
function read(count: number, pages: { rows: Transaction[]; more: boolean }[]) {
  const given = [...pages];
  const client = { listTransactions: async () => given.shift() } as unknown as Client;
  const progress = { remember: (_: string, work: () => unknown) => work() } as unknown as Progress;
  return listYear(client, progress, { agency, fiscal_year: 2026 }, count, () => {}).then((found) => ({
    found: found.length,
    left: given.length,
  }));
}

it("asks again for a page that lacks rows, and for one that says there are more than were counted", async () => {
  const whole = { rows: rows(2), more: false };
  expect(await read(2, [whole, whole])).toEqual({ found: 2, left: 1 });
  expect(await read(2, [{ rows: rows(1), more: false }, whole])).toEqual({ found: 2, left: 0 });
  expect(await read(2, [{ rows: rows(2), more: true }, whole])).toEqual({ found: 2, left: 0 });
});

it("gives up after three pages that do not agree with the count", async () => {
  const page = { rows: rows(2), more: true };
  await expect(read(2, [page, page, page, { rows: rows(2), more: false }])).rejects.toThrow(NotWhole);
});
