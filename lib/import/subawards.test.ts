import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importFiles } from "@/lib/import/import";
import { csv, Homes, query, type RecordCells, sources } from "@/lib/import/testing/homes";
import { personalMark, subawards } from "@/lib/import/testing/subawards";

const homes = new Homes({ rules: "few" });
beforeAll(() => homes.open());
afterAll(() => homes.close());

const key = "CONT_AWD_70CDCR26C00000016_7012_-NONE-_-NONE-";
const keyed = { contract_award_unique_key: key } as RecordCells;
const actions = csv(
  [keyed],
  ["contract_award_unique_key", ...Object.keys(keyed)]
    .slice(1)
    .concat(
      "award_id_piid",
      "modification_number",
      "action_date",
      "federal_action_obligation",
      "awarding_sub_agency_code",
      "recipient_name",
    ),
);
const rows = subawards(
  {},
  {},
  { subaward_fsrs_report_id: "R-2", subaward_fsrs_report_month: "3" },
  { subaward_fsrs_report_id: "R-3", subaward_amount: "-5.00", subawardee_name: "Third, Inc." },
  { subaward_fsrs_report_id: "R-4", subaward_amount: "" },
);

describe("an imported download of subawards", () => {
  it("accounts for every row, and marks what repeats another report", async () => {
    const home = await homes.make({ "actions.csv": actions });
    await homes.ensure(home);
    const { report, file } = await homes.import(home, "subawards.csv", rows, "2026-03-01");
    const [own] = report.files.filter(({ file: name }) => name === "subawards.csv");
    expect(own).toMatchObject({
      format: "USAspending subawards",
      read: 5,
      accepted: 3,
      duplicate: 1,
      superseded: 0,
      rejected: 1,
    });
    expect(own?.first_rejected).toEqual(["line 6: subaward_amount is empty"]);
    expect(
      await query(file, "select report_id, amount_cents, repeats from subawards order by report_id"),
    ).toEqual([
      ["R-1", "10000", null],
      ["R-2", "10000", "R-1"],
      ["R-3", "-500", null],
    ]);
    // The next import reads the stored rows, with a report that has changed since.
    const changed = subawards({ subaward_fsrs_report_id: "R-3", subaward_amount: "7.00" });
    const next = await homes.import(home, "newer.csv", changed, "2026-04-01");
    expect(next.report.files.map(({ accepted, superseded }) => [accepted, superseded])).toEqual([
      [1, 0],
      [2, 1],
      [1, 0],
    ]);
    expect(await query(next.file, "select amount_cents from subawards where report_id = 'R-3'")).toEqual([
      ["700"],
    ]);
    expect(await query(next.file, "select sum(amount_cents)::integer from actions")).toEqual([[1000]]);
  });

  it("keeps no address, officer or pay: not in the snapshot, its report, its rejects or the stored rows", async () => {
    const home = await homes.make({ "actions.csv": actions });
    await homes.ensure(home);
    const { file } = await homes.import(home, "subawards.csv", rows, "2026-03-01");
    const [{ dump } = { dump: "" }] = (
      await query<string>(file, "select string_agg(s::varchar, '') from subawards s")
    ).map(([text]) => ({ dump: text ?? "" }));
    expect(dump).toContain("OTHER LLC");
    const all = await readdir(home.root, { recursive: true, withFileTypes: true });
    const files = all.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    expect(files.length).toBeGreaterThan(4);
    for (const path of files) {
      const bytes = await readFile(path);
      const text = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("latin1");
      expect(text.includes(personalMark), path).toBe(false);
    }
  });

  it("gives its contract what it says of the award, and leaves newer facts of full-width files", async () => {
    const end = "period_of_performance_current_end_date";
    const wide = (day: string, modification: string, ends: string) =>
      csv(
        [
          {
            ...keyed,
            action_date: day,
            modification_number: modification,
            [end]: ends,
            recipient_uei: "ZZZZZZZZZZZ1",
          },
        ],
        [
          "contract_award_unique_key",
          "award_id_piid",
          "modification_number",
          "action_date",
          "federal_action_obligation",
          "awarding_sub_agency_code",
          "recipient_name",
          "recipient_uei",
          end,
        ],
      );
    const ends = async (records: Record<string, string>) => {
      const home = await homes.make(records);
      const files = [
        { path: await homes.file("subawards.csv", rows), name: "subawards.csv", retrieved: "2026-03-01" },
      ];
      const { file } = await importFiles({ home, files });
      return (
        await query(
          file,
          "select current_end::varchar, uei, obligated_cents::integer, facts_as_of::varchar from contracts",
        )
      )[0];
    };
    expect(await ends({ "actions.csv": actions })).toEqual([
      "2026-12-31",
      "ABCDEFGHJKL1",
      100000,
      "2026-03-01",
    ]);
    // The report knows the award through Feb. 1, 2026.
    const older = {
      "wide.csv": wide("2026-01-15", "0", "2026-06-30"),
      "sources.csv": sources({ "wide.csv": "2026-01-20" }),
    };
    expect((await ends(older))?.slice(0, 2)).toEqual(["2026-12-31", "ABCDEFGHJKL1"]);
    const newer = {
      "wide.csv": wide("2026-02-20", "P1", "2027-06-30"),
      "sources.csv": sources({ "wide.csv": "2026-02-25" }),
    };
    expect((await ends(newer))?.slice(0, 3)).toEqual(["2027-06-30", "ZZZZZZZZZZZ1", 100000]);
  });

  it("describes a contract of which no action is here, and joins one whose actions have no key", async () => {
    const other = csv([{ award_id_piid: "70CTD026C00000001" }]);
    const home = await homes.make({ "actions.csv": other });
    await homes.ensure(home);
    const described = await homes.import(home, "subawards.csv", rows, "2026-03-01");
    expect(
      await query(
        described.file,
        "select key, actions from contracts join subawards on contracts.id = contract group by all",
      ),
    ).toEqual([[key, 0]]);
    const loose = await homes.make({ "actions.csv": csv([{}]) });
    await homes.ensure(loose);
    const joined = await homes.import(loose, "subawards.csv", rows, "2026-03-01");
    expect(await query(joined.file, "select key, award_key, actions from contracts")).toEqual([
      ["7012-70CDCR26C00000016", null, 1],
    ]);
  });

  it("groups subcontractors by the rules and by spelling, and leaves the address of a recipient", async () => {
    const home = await homes.make({ "actions.csv": csv([{ recipient_name: "ACME INC" }]) });
    await homes.ensure(home);
    const named = (name: string, id: string) => ({ subawardee_name: name, subaward_fsrs_report_id: id });
    const text = subawards(named("Acme, Inc.", "A"), named("ACME LLC", "B"), named("CELLEBRITE INC", "C"));
    const { file } = await homes.import(home, "subawards.csv", text, "2026-03-01");
    expect(
      await query(
        file,
        "select s.name, slug from subawards s join companies c on c.id = s.company order by report_id",
      ),
    ).toEqual([
      ["Acme, Inc.", "acme"],
      ["ACME LLC", "acme-llc"],
      ["CELLEBRITE INC", "cellebrite"],
    ]);
  });
});
