import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordColumns } from "@/lib/contracts/columns";
import { ImportRefused } from "@/lib/snapshot/build";
import { currentSnapshot } from "@/lib/snapshot/home";
import { listSnapshots } from "@/lib/snapshot/manifest";
import { checkRecords, chooseSnapshot, ensureSnapshot, importFiles } from "@/lib/snapshot/publish";
import { awardKey, csv, Homes, query, type Row, sources } from "@/lib/snapshot/testing/homes";

const homes = new Homes();
beforeAll(() => homes.open());
afterAll(() => homes.close());

const wide = [
  "contract_transaction_unique_key",
  ...recordColumns,
  "award_type_code",
  "awarding_office_code",
  "awarding_office_name",
  "product_or_service_code",
  "recipient_uei",
  "recipient_phone_number",
  "total_dollars_obligated",
  "potential_total_value_of_award",
  "period_of_performance_current_end_date",
];
type Wide = Row & { recipient_phone_number?: string };
const key = awardKey("70CDCR26C00000016");

const actions = (file: string, columns = "modification, amount") =>
  query(file, `select ${columns} from actions order by id`);

/** Ten actions, some of them left out or changed. */
const ten = (change: Record<number, Row | null> = {}) =>
  csv(
    Array.from({ length: 10 }, (_, index) => index).flatMap((index) => {
      const row = { modification_number: `P${index}`, federal_action_obligation: `${index}.00` };
      return change[index] === null ? [] : [{ ...row, ...change[index] }];
    }),
  );

describe("a file that is imported", () => {
  it("is read once where one command names it twice", async () => {
    const home = await homes.make({});
    const file = { path: await homes.file("twice.csv", csv([{}])), name: "twice.csv" };
    const { report } = await importFiles({ home, files: [file, file] });
    expect(report.files.map(({ read, accepted }) => [read, accepted])).toEqual([[1, 1]]);
  });

  it("joins what is there, and stays when the data folder is read again", async () => {
    const home = await homes.make({ "a.csv": csv([{}]) });
    await ensureSnapshot({ home });
    const { file, report } = await homes.import(home, "b.csv", csv([{ modification_number: "P1" }]));
    expect(report.files.map(({ file, accepted }) => [file, accepted])).toEqual([
      ["a.csv", 1],
      ["b.csv", 1],
    ]);
    expect(await actions(file)).toEqual([
      ["0", "10.00"],
      ["P1", "10.00"],
    ]);
    expect((await ensureSnapshot({ home })).built).toBe(false);
    await writeFile(join(home.data, "records", "a.csv"), csv([{ federal_action_obligation: "11.00" }]));
    expect(await actions((await ensureSnapshot({ home })).file)).toEqual([
      ["0", "11.00"],
      ["P1", "10.00"],
    ]);
  });

  it("is the same import when it comes again", async () => {
    const home = await homes.make({ "a.csv": csv([{}]) });
    const files = [{ path: await homes.file("b.csv", csv([{ modification_number: "P1" }])), name: "b.csv" }];
    const first = await importFiles({ home, files });
    const again = await importFiles({ home, files });
    expect([again.id, again.built]).toEqual([first.id, false]);
  });

  it("publishes nothing when one of several is refused, and keeps nothing of the others", async () => {
    const home = await homes.make({ "a.csv": csv([{}]) });
    const { id } = await ensureSnapshot({ home });
    const good = await homes.file("good.csv", csv([{ modification_number: "P1" }]));
    const bad = await homes.file("bad.csv", "<html></html>");
    const files = [good, bad].map((path, index) => ({ path, name: ["good.csv", "bad.csv"][index] ?? "" }));
    const failure = await importFiles({ home, files }).catch((error) => error);
    expect(failure).toBeInstanceOf(ImportRefused);
    expect(failure.message).toBe("Nothing is published, because bad.csv was refused.");
    expect((await currentSnapshot(home))?.id).toBe(id);
    expect(await readdir(home.root)).toEqual(["current.json", "snapshots"]);
  });

  it("is checked without a trace", async () => {
    const home = await homes.make({ "a.csv": csv([{}]) });
    const { id } = await ensureSnapshot({ home });
    const files = [{ path: await homes.file("b.csv", csv([{}])), name: "b.csv" }];
    expect((await checkRecords({ home, files })).report.totals).toMatchObject({ read: 2, duplicate: 1 });
    expect((await currentSnapshot(home))?.id).toBe(id);
    expect(await readdir(home.root)).toEqual(["current.json", "snapshots"]);
  });

  it("keeps no telephone number anywhere", async () => {
    const home = await homes.make({ "a.csv": csv([{}]) });
    const row: Wide = {
      modification_number: "P1",
      recipient_phone_number: "6126245599",
      transaction_description: "COR JANE DOE, TEL 202-732-2970",
    };
    await homes.import(home, "b.csv", csv([row, { ...row, action_date: "never" }], wide));
    const folder = join(home.root, "records");
    for (const name of await readdir(folder)) {
      const bytes = await readFile(join(folder, name));
      const text = (name.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString();
      expect(text, name).not.toMatch(/6126245599|732-2970/);
    }
  });
});

describe("a full-width file beside a narrow one", () => {
  it("brings facts and counts nothing twice", async () => {
    const home = await homes.make({
      "sources.csv": sources({ "a.csv": "2026-02-01" }),
      "a.csv": csv([{}, { modification_number: "P1", federal_action_obligation: "-4.00" }]),
    });
    const full: Row = {
      contract_award_unique_key: key,
      award_type_code: "D",
      awarding_office_code: "70CTD0",
      awarding_office_name: "INFORMATION TECHNOLOGY DIVISION",
      product_or_service_code: "S206",
      product_or_service_code_description: "HOUSEKEEPING- GUARD",
      recipient_uei: "AAAAAAAAAAA1",
      total_dollars_obligated: "6.00",
      potential_total_value_of_award: "99.00",
      period_of_performance_current_end_date: "2026-12-31",
    };
    const text = csv(
      [
        { ...full, contract_transaction_unique_key: "T0" },
        {
          ...full,
          contract_transaction_unique_key: "T1",
          modification_number: "P1",
          action_date: "2026-02-01",
          federal_action_obligation: "-4.00",
          period_of_performance_current_end_date: "2027-06-30",
        },
      ],
      wide,
    );
    const { file, report } = await homes.import(home, "full.csv", text, "2026-03-01");
    expect(report.totals).toMatchObject({ read: 4, accepted: 2, superseded: 2, duplicate: 0 });
    expect(await query(file, "select sum(amount), count(*)::integer from actions")).toEqual([["6.00", 2]]);
    const facts =
      "key, actions, in_records, type, uei, obligated, potential_value, current_end, facts_as_of, offices.code, products.code";
    expect(
      await query(
        file,
        `select ${facts} from contracts join offices on offices.id = office join products on products.id = product`,
      ),
    ).toEqual([
      [key, 2, "6.00", "D", "AAAAAAAAAAA1", "6.00", "99.00", "2027-06-30", "2026-03-01", "70CTD0", "S206"],
    ]);
    expect(await actions(file, "modification, transaction_key, type")).toEqual([
      ["0", "T0", "D"],
      ["P1", "T1", "D"],
    ]);
  });

  it("keeps its facts when a newer narrow file corrects the amount", async () => {
    const home = await homes.make({ "a.csv": csv([{ modification_number: "P9" }]) });
    await homes.import(
      home,
      "full.csv",
      csv([{ contract_transaction_unique_key: "T0", recipient_uei: "AAAAAAAAAAA1" }], wide),
      "2026-03-01",
    );
    const { file } = await homes.import(
      home,
      "new.csv",
      csv([{ federal_action_obligation: "12.00" }]),
      "2026-04-01",
    );
    expect(await actions(file, "modification, amount, transaction_key")).toEqual([
      ["0", "12.00", "T0"],
      ["P9", "10.00", null],
    ]);
    expect(await query(file, "select uei from contracts")).toEqual([["AAAAAAAAAAA1"]]);
  });

  it("tells two actions apart by their transaction keys", async () => {
    const home = await homes.make({ "a.csv": csv([{ modification_number: "P9" }]) });
    const rows = ["T0", "T1"].map((contract_transaction_unique_key) => ({ contract_transaction_unique_key }));
    const { report } = await homes.import(home, "full.csv", csv(rows, wide));
    expect(report.totals).toMatchObject({ accepted: 3, superseded: 0 });
  });

  it("gives the code of a product or service to narrow rows that name it alike", async () => {
    const description = { product_or_service_code_description: "HOUSEKEEPING- GUARD" };
    const home = await homes.make({ "a.csv": csv([{ ...description, award_id_piid: "OTHER" }]) });
    const { file } = await homes.import(
      home,
      "b.csv",
      csv([{ ...description, product_or_service_code: "S206" }], wide),
    );
    expect(await query(file, "select code, description from products")).toEqual([
      ["S206", "HOUSEKEEPING- GUARD"],
    ]);
  });
});

describe("award summaries", () => {
  const columns = [
    "contract_award_unique_key",
    "award_id_piid",
    "award_or_idv_flag",
    "idv_type_code",
    "awarding_sub_agency_code",
    "awarding_sub_agency_name",
    "recipient_name",
    "total_obligated_amount",
    "potential_total_value_of_award",
    "period_of_performance_current_end_date",
    "award_base_action_date",
  ];
  const row = (piid: string, more: Record<string, string> = {}) =>
    ({
      contract_award_unique_key: awardKey(piid),
      award_id_piid: piid,
      award_or_idv_flag: "AWARD",
      total_obligated_amount: "500.00",
      potential_total_value_of_award: "900.00",
      period_of_performance_current_end_date: "2027-01-31",
      award_base_action_date: "2019-05-05",
      ...more,
    }) as Row;

  it("describe contracts, those without an action here too, and enter no sum", async () => {
    const home = await homes.make({ "a.csv": csv([{}]) });
    const idv = {
      contract_award_unique_key: "CONT_IDV_70CDCR20D00000001_7012",
      award_or_idv_flag: "IDV",
      idv_type_code: "B",
    };
    const text = csv(
      [row("70CDCR26C00000016"), row("70CDCR19C00000001"), row("70CDCR20D00000001", idv)],
      columns,
    );
    const { file, report } = await homes.import(home, "awards.csv", text, "2026-03-01");
    expect(report.files[1]).toMatchObject({ read: 3, accepted: 3, duplicate: 0, superseded: 0 });
    expect(await query(file, "select sum(amount), count(*)::integer from actions")).toEqual([["10.00", 1]]);
    expect(
      await query(
        file,
        "select piid, actions, in_records, obligated, potential_value, signed, last_action from contracts order by piid",
      ),
    ).toEqual([
      ["70CDCR19C00000001", 0, "0.00", "500.00", "900.00", "2019-05-05", null],
      ["70CDCR26C00000016", 1, "10.00", "500.00", "900.00", "2019-05-05", "2026-01-15"],
    ]);
    expect(await query(file, "select piid, agency, recipient, potential_value from agreements")).toEqual([
      ["70CDCR20D00000001", "7012", "ACME INC", "900.00"],
    ]);
  });

  it("account for rows that come twice and that a newer file describes again", async () => {
    const home = await homes.make({ "a.csv": csv([{}]) });
    await homes.import(home, "old.csv", csv([row("A"), row("A"), row("B")], columns), "2026-03-01");
    const { file, report } = await homes.import(
      home,
      "new.csv",
      csv([row("A", { total_obligated_amount: "501.00" })], columns),
      "2026-04-01",
    );
    expect(
      report.files
        .slice(1)
        .map(({ read, accepted, duplicate, superseded }) => [read, accepted, duplicate, superseded]),
    ).toEqual([
      [3, 1, 1, 1],
      [1, 1, 0, 0],
    ]);
    expect(
      await query(file, "select piid, obligated from contracts where actions = 0 order by piid"),
    ).toEqual([
      ["A", "501.00"],
      ["B", "500.00"],
    ]);
  });
});

describe("retrievals one after the other", () => {
  const retrievals = async (...texts: string[]) => {
    const home = await homes.make({}, 20);
    const results = [];
    for (const [index, text] of texts.entries())
      results.push(await homes.import(home, `retrieved-2026-08-0${index + 1}.csv`, text));
    const last = results.at(-1);
    if (!last) throw new Error("nothing imported");
    return { home, results, ...last };
  };
  const count = async (file: string) =>
    (
      await query(
        file,
        "select count(*)::integer, sum(amount), count(*) filter (missing)::integer from actions",
      )
    )[0];

  it("correct what they correct", async () => {
    const { file, report } = await retrievals(ten(), ten({ 3: { federal_action_obligation: "33.00" } }));
    expect(await count(file)).toEqual([10, "75.00", 0]);
    expect(report.totals).toMatchObject({ read: 20, accepted: 10, duplicate: 9, superseded: 1 });
    expect(report.files[0]?.warnings).toContainEqual(
      "1 action is also in retrieved-2026-08-02.csv, which counts as newer; different: amount in 1.",
    );
  });

  it("keep what one of them lacks, and leave out what two in a row lack", async () => {
    const { results, report } = await retrievals(
      ten(),
      ten({ 9: null }),
      ten({ 1: { recipient_name: "X" }, 9: null }),
    );
    expect(await Promise.all(results.map(({ file }) => count(file)))).toEqual([
      [10, "45.00", 0],
      [10, "45.00", 1],
      [9, "36.00", 0],
    ]);
    expect(report.files[0]?.warnings).toContainEqual(
      "1 action is not in retrieved-2026-08-02.csv and retrieved-2026-08-03.csv, which are newer retrievals of the same agency and fiscal year; left out.",
    );
  });

  it("change nothing by what is missing once and comes back", async () => {
    const { file } = await retrievals(ten(), ten({ 9: null }), ten(), ten({ 9: null }));
    expect(await count(file)).toEqual([10, "45.00", 1]);
  });

  it("are news where they correct, add or take away for good, and only there", async () => {
    const listed = async (file: string) =>
      (
        await query(
          file,
          "select kind, modification, before, after from changes where not administrative order by kind, modification",
        )
      ).map((row) => row.filter(Boolean).join(" "));
    const corrected: Row = { federal_action_obligation: "33.00" };
    const { results } = await retrievals(
      ten({ 8: null }),
      ten({ 9: null }),
      ten({ 3: corrected, 7: null }),
      ten({ 3: corrected, 6: null }),
      ten({ 3: corrected, 5: { recipient_name: "ACME INC." }, 6: null }),
    );
    expect(await Promise.all(results.map(({ file }) => listed(file)))).toEqual([
      [],
      ["new_action P8"],
      ["amount P3 3.00 33.00", "new_action P8"],
      ["amount P3 3.00 33.00", "new_action P8"],
      ["amount P3 3.00 33.00", "new_action P8", "vanished P6 2026-08-03"],
    ]);
  });

  it("are one look where they are the same file", async () => {
    const { file } = await retrievals(ten(), ten({ 9: null }), ten({ 9: null }));
    expect(await count(file)).toEqual([10, "45.00", 1]);
    expect(await query(file, "select * from changes")).toEqual([]);
  });

  it("are told from files of some actions only, which take nothing away", async () => {
    const few = csv([{ modification_number: "P1", federal_action_obligation: "1.00" }]);
    const { file } = await retrievals(ten(), few, few.replace("ACME INC", "ACME LLC"));
    expect(await count(file)).toEqual([10, "45.00", 0]);
  });

  it("take away at once when they were proved whole", async () => {
    const home = await homes.make({}, 20);
    await homes.import(home, "2026-08-01.csv", ten());
    const path = await homes.file("2026-08-02.csv", ten({ 9: null }));
    const { file } = await importFiles({ home, files: [{ path, name: "2026-08-02.csv", proven: true }] });
    expect(await count(file)).toEqual([9, "36.00", 0]);
  });

  it("are forgotten when two newer ones say all that they said", async () => {
    const { home, file, report } = await retrievals(ten(), ten(), ten(), ten({ 1: { recipient_name: "X" } }));
    expect(await count(file)).toEqual([10, "45.00", 0]);
    const kept = (await currentSnapshot(home))?.kept ?? [];
    expect([report.files.length, kept.length]).toEqual([3, 2]);
    expect(await count((await ensureSnapshot({ home })).file)).toEqual([10, "45.00", 0]);
  });

  it.each([
    "CBP_ICE_FY2026_2026-08-01.csv",
    "FY2026_070_Contracts_Full_20260801_1.csv",
    "actions_2026-08-01_H15M03S22.zip.csv",
  ])("know their day from a name such as %s", async (name) => {
    const home = await homes.make({});
    await homes.import(home, name, ten());
    expect((await listSnapshots(home))[0]?.retrieved).toBe("2026-08-01");
  });

  it("count as retrieved on the day in their name, unless they hold a newer action", async () => {
    const { home } = await retrievals(ten());
    const late = ten({ 0: { action_date: "2026-08-30" } });
    await homes.import(home, "retrieved-2026-08-29.csv", late);
    const [newest] = await listSnapshots(home);
    const days = newest?.files.map(({ retrieved }) => retrieved);
    expect(days?.[0]).toBe("2026-08-01");
    expect(days?.[1]).not.toBe("2026-08-29");
  });
});

describe("snapshots", () => {
  it("are listed with what they were made of, the newest first", async () => {
    const home = await homes.make({ "sources.csv": sources({ "a.csv": "2026-02-01" }), "a.csv": csv([{}]) });
    const { id: first } = await ensureSnapshot({ home });
    const { id: second } = await homes.import(
      home,
      "b.csv",
      csv([{ modification_number: "P1" }]),
      "2026-03-01",
    );
    const list = await listSnapshots(home);
    expect(list.map(({ id, current, totals }) => [id, current, totals.net, totals.actions])).toEqual([
      [second, true, 2_000, 2],
      [first, false, 1_000, 1],
    ]);
    expect(list[0]?.files).toEqual([
      { file: "a.csv", hash: expect.stringMatching(/^[0-9a-f]{64}$/), retrieved: "2026-02-01", accepted: 1 },
      { file: "b.csv", hash: expect.stringMatching(/^[0-9a-f]{64}$/), retrieved: "2026-03-01", accepted: 1 },
    ]);
  });

  it("can be gone back to; a start stays there and the next import goes on from there", async () => {
    const home = await homes.make({ "a.csv": csv([{}]) }, 5);
    const { id: first } = await ensureSnapshot({ home });
    await homes.import(home, "b.csv", csv([{ modification_number: "P1" }]));
    await chooseSnapshot(first, home);
    expect((await ensureSnapshot({ home, unlessChosen: true })).id).toBe(first);
    const { file } = await homes.import(home, "c.csv", csv([{ modification_number: "P2" }]));
    expect((await actions(file, "modification")).flat()).toEqual(["0", "P2"]);
  });

  it("that are not kept cannot be gone back to", async () => {
    const home = await homes.make({ "a.csv": csv([{}]) });
    await ensureSnapshot({ home });
    await expect(chooseSnapshot("0123456789ab", home)).rejects.toThrow("No snapshot 0123456789ab is kept");
  });
});
