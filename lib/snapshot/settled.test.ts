import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { recordColumns } from "@/lib/contracts/columns";
import { type Home, manifestFile } from "@/lib/snapshot/home";
import { readManifest } from "@/lib/snapshot/manifest";
import { chooseSnapshot, ensureSnapshot, NoSuchSnapshot } from "@/lib/snapshot/publish";
import { awardKey, csv, Homes, query, type Row } from "@/lib/snapshot/testing/homes";

const homes = new Homes();
beforeAll(() => homes.open());
afterAll(() => homes.close());

const wide = [
  "contract_transaction_unique_key",
  ...recordColumns,
  "period_of_performance_current_end_date",
  "current_total_value_of_award",
];

const retrieve = (home: Home, day: string, text: string, name = `retrieved-${day}.csv`) =>
  homes.import(home, name, text, day);

/** Ten contracts of one action each. */
const ten = (rows: Row[] = [], left = 10) =>
  csv(
    [
      ...Array.from({ length: left }, (_, index) => ({
        award_id_piid: `70CDCR26C0000010${index}`,
        contract_award_unique_key: awardKey(`70CDCR26C0000010${index}`),
        contract_transaction_unique_key: `T${index}`,
      })),
      ...rows,
    ],
    wide,
  );

it("a recipient that the newest file leaves out is the one of the file before", async () => {
  const home = await homes.make({});
  await retrieve(home, "2026-02-01", csv([{}]));
  const { file } = await retrieve(home, "2026-03-01", csv([{ recipient_name: "" }]));
  expect(
    await query(file, "select name from actions join recipients on recipients.id = actions.recipient"),
  ).toEqual([["ACME INC"]]);
});

it("a contract whose only action is withdrawn leaves no contract behind", async () => {
  const home = await homes.make({});
  const gone = {
    contract_award_unique_key: awardKey("70CDCR26C00000016"),
    contract_transaction_unique_key: "T",
    current_total_value_of_award: "5.00",
  };
  await retrieve(home, "2026-02-01", ten([gone]));
  await retrieve(home, "2026-03-01", ten());
  const { file } = await retrieve(home, "2026-04-01", ten([{ award_id_piid: "70CDCR26C00000999" }]));
  expect(
    await query(file, "select piid, actions from contracts where piid = '70CDCR26C00000016' or actions = 0"),
  ).toEqual([]);
});

it("an action that was recorded on a wrong day keeps nothing to say once it is corrected", async () => {
  const home = await homes.make({});
  const end = (day: string) => ({ period_of_performance_current_end_date: day });
  await retrieve(
    home,
    "2026-03-01",
    csv([{ modification_number: "P1", action_date: "2026-02-28", ...end("2026-12-31") }], wide),
  );
  const { file } = await retrieve(
    home,
    "2026-04-01",
    csv(
      [
        { modification_number: "P1", action_date: "2026-01-28", ...end("2026-12-31") },
        { modification_number: "P2", action_date: "2026-02-03", ...end("2027-12-31") },
      ],
      wide,
    ),
  );
  expect(await query(file, "select current_end from contracts")).toEqual([["2027-12-31"]]);
});

it("rows with one transaction key are one action, however a spreadsheet wrote their modification", async () => {
  const home = await homes.make({});
  const keyed = { contract_transaction_unique_key: "T1" };
  await retrieve(home, "2026-02-01", csv([{ modification_number: "00001" }]), "narrow.csv");
  await retrieve(home, "2026-02-02", csv([{ modification_number: "00001", ...keyed }], wide));
  const { file, report } = await retrieve(
    home,
    "2026-02-03",
    csv([{ modification_number: "1", ...keyed }], wide),
  );
  expect(await query(file, "select modification, amount from actions")).toEqual([["1", "10.00"]]);
  expect(report.totals).toMatchObject({ read: 3, accepted: 1, superseded: 2 });
});

it("a retrieval that is imported under two names is one retrieval", async () => {
  const home = await homes.make({});
  await retrieve(home, "2026-02-01", ten([{}]));
  await retrieve(home, "2026-03-01", ten());
  const { file, built } = await retrieve(home, "2026-03-01", ten(), "the same.csv");
  expect(built).toBe(false);
  expect(
    await query(file, "select count(*)::integer, count(*) filter (missing)::integer from actions"),
  ).toEqual([[11, 1]]);
});

it("a retrieval that two newer ones stand for is forgotten, though rows of it were rejected", async () => {
  const home = await homes.make({});
  const wrong = { award_id_piid: "70CDCR26C00000999", action_date: "soon" };
  for (const day of ["2026-02-01", "2026-03-01", "2026-04-01"]) await retrieve(home, day, ten([wrong]));
  const { id, report } = await retrieve(home, "2026-05-01", ten());
  expect(report.files.map(({ read, rejected }) => [read, rejected])).toEqual([
    [11, 1],
    [11, 1],
    [10, 0],
  ]);
  expect((await readManifest(home, id))?.kept).toHaveLength(2);
});

it("a snapshot that found a file superfluous is not built again", async () => {
  const home = await homes.make({});
  await retrieve(home, "2026-02-01", ten([], 9));
  await retrieve(home, "2026-03-01", ten([], 9));
  const { id } = await retrieve(home, "2026-04-01", ten());
  expect((await readManifest(home, id))?.kept).toHaveLength(2);
  expect(await ensureSnapshot({ home })).toMatchObject({ id, built: false });
});

it("a snapshot with other tables is not gone back to", async () => {
  const home = await homes.make({ "a.csv": csv([{}]) });
  const { id } = await ensureSnapshot({ home });
  const manifest = await readManifest(home, id);
  await writeFile(manifestFile(home, id), JSON.stringify({ ...manifest, writtenBy: "000000000000" }));
  await writeFile(join(home.data, "records", "a.csv"), csv([{}, { modification_number: "P1" }]));
  await ensureSnapshot({ home });
  await expect(chooseSnapshot(id, home)).rejects.toThrow(NoSuchSnapshot);
});
