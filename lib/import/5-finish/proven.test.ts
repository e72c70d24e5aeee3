import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { ProvenYear } from "@/lib/contracts/snapshots";
import { NotProven } from "@/lib/import/5-finish/proven";
import { ensureSnapshot, importFiles } from "@/lib/import/import";
import { awardKey, csv, Homes, query, sources } from "@/lib/import/testing/homes";
import { currentSnapshot } from "@/lib/snapshot/current";
import type { Home } from "@/lib/snapshot/paths";

const homes = new Homes({ rules: "few" });
beforeAll(() => homes.open());
afterAll(() => homes.close());

const row = (number: number, dollars: string, date = "2026-01-15", agency = "7012") => ({
  contract_award_unique_key: awardKey(`70CDCR26C0000000${number}`),
  award_id_piid: `70CDCR26C0000000${number}`,
  action_date: date,
  federal_action_obligation: dollars,
  awarding_sub_agency_code: agency,
});
const recorded = [row(1, "10.00"), row(2, "20.50"), row(3, "1.00", "2024-11-01")];

let home: Home;
beforeEach(async () => {
  home = await homes.make({ "ice.csv": csv(recorded), "sources.csv": sources({ "ice.csv": "2026-08-20" }) });
  await homes.ensure(home);
});

/** Imports a later retrieval that proves some years. */
const proving = async (rows: Parameters<typeof csv>[0], ...proves: ProvenYear[]) =>
  importFiles({
    home,
    files: [
      {
        path: await homes.file("a.csv", csv(rows)),
        name: "a.csv",
        retrieved: "2026-08-22",
        proven: true,
        proves,
      },
    ],
  });
const year = (fiscal_year: number, actions: number, net: number): ProvenYear => ({
  agency: "7012",
  fiscal_year,
  actions,
  net,
});

it("publishes a snapshot that equals the counts and sums of its source", async () => {
  const { file } = await proving([row(1, "11.00")], year(2026, 1, 1_100), year(2025, 0, 0));
  expect(await query(file, "select amount_cents::integer from actions")).toEqual([[1100]]);
});

it("publishes nothing that differs, and reports the differences", async () => {
  const before = await currentSnapshot(home);
  // Two equal rows count as one.
  const import_ = proving([row(1, "11.00"), row(1, "11.00")], year(2026, 2, 2_200), year(2024, 1, 100));
  await expect(import_).rejects.toThrow(NotProven);
  await expect(import_).rejects.toThrow(
    "7012 FY2026: the snapshot has 1 action that obligate $11.00 (net), and the source has 2 that obligate $22.00. 7012 FY2024: the snapshot has 0 actions that obligate $0.00 (net), and the source has 1 that obligate $1.00. Nothing is published; run the command again, and report it where it says the same.",
  );
  expect(await currentSnapshot(home)).toEqual(before);
});

it("remembers that a year has no action after later imports", { tags: ["deep"] }, async () => {
  await proving([row(1, "10.00")], year(2026, 1, 1_000), year(2025, 0, 0));
  const next = await importFiles({
    home,
    files: [
      {
        path: await homes.file("b.csv", csv([row(1, "12.00")])),
        name: "b.csv",
        retrieved: "2026-08-23",
        proven: true,
        proves: [year(2026, 1, 1_200)],
      },
    ],
  });
  expect(await query(next.file, "select amount_cents::integer from actions")).toEqual([[1200]]);
  const { file } = await ensureSnapshot({ home });
  expect(await query(file, "select amount_cents::integer from actions")).toEqual([[1200]]);
});

it("takes the rows of some agencies from a file, and reports only these", { tags: ["deep"] }, async () => {
  const path = await homes.file("dhs.csv", csv([row(4, "5.00"), row(5, "6.00", "2026-01-16", "7014")]));
  const of = (agencies?: string[]) =>
    importFiles({ home, files: [{ path, name: "dhs.csv", retrieved: "2026-08-22", agencies }] });
  const { file, report } = await of(["7012"]);
  expect(report.files.at(-1)).toMatchObject({
    read: 1,
    accepted: 1,
    warnings: ["1 row of other agencies than 7012 left out."],
  });
  expect(await query(file, "select count(*)::integer from actions where agency_code = '7014'")).toEqual([
    [0],
  ]);
  const all = await of();
  expect(await query(all.file, "select count(*)::integer from actions where agency_code = '7014'")).toEqual([
    [1],
  ]);
});
