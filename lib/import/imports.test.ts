import { readdir, readFile, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { recordColumns } from "@/lib/contracts/columns";
import { readEnv } from "@/lib/env";
import {
  checkRecords,
  chooseSnapshot,
  type Ensured,
  ensureSnapshot,
  importFiles,
  NoSuchSnapshot,
} from "@/lib/import/import";
import { ImportRefused } from "@/lib/import/report";
import { awardKey, csv, Homes, query, type RecordCells, sources } from "@/lib/import/testing/homes";
import { currentSnapshot } from "@/lib/snapshot/current";
import { listSnapshots, readManifest } from "@/lib/snapshot/manifest";
import { currentFile, type Home, manifestFile } from "@/lib/snapshot/paths";

const homes = new Homes({ rules: "few" });
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
type Wide = RecordCells & { recipient_phone_number?: string };

const actions = (file: string, columns = "modification, amount_cents") =>
  query(file, `select ${columns} from actions order by id`);

/** A home with the snapshot of one action, and the id of that snapshot. */
async function begun(): Promise<{ home: Home; id: string }> {
  const records = { "sources.csv": sources({ "a.csv": "2026-02-01" }), "a.csv": csv([{}]) };
  const home = await homes.make(records, 5);
  const { id } = await homes.ensure(home);
  return { home, id };
}
/** Another action of the same contract. */
const second = csv([{ modification_number: "P1" }]);
const importSecond = (home: Home) => homes.import(home, "b.csv", second, "2026-03-01");

describe("an imported file", () => {
  it("joins earlier files, is the same import the second time, and stays when the data folder is read again", async () => {
    const { home } = await begun();
    const { id, file, report } = await importSecond(home);
    expect(report.files.map(({ file, accepted }) => [file, accepted])).toEqual([
      ["a.csv", 1],
      ["b.csv", 1],
    ]);
    expect(await actions(file)).toEqual([
      ["0", "1000"],
      ["P1", "1000"],
    ]);
    const again = { path: await homes.file("b.csv", second), name: "b.csv", retrieved: "2026-03-01" };
    expect(await importFiles({ home, files: [again] })).toMatchObject({ id, built: false });
    expect(await ensureSnapshot({ home })).toMatchObject({ id, built: false });
    await writeFile(join(home.data, "records", "a.csv"), csv([{ federal_action_obligation: "11.00" }]));
    expect(await actions((await ensureSnapshot({ home })).file)).toEqual([
      ["0", "1100"],
      ["P1", "1000"],
    ]);
  });

  it("publishes nothing and stores none of several files if one is refused", async () => {
    const { home, id } = await begun();
    const good = await homes.file("good.csv", second);
    const bad = await homes.file("bad.csv", "<html></html>");
    const files = [good, bad].map((path, index) => ({ path, name: ["good.csv", "bad.csv"][index] ?? "" }));
    const failure = await importFiles({ home, files }).catch((error) => error);
    expect(failure).toBeInstanceOf(ImportRefused);
    expect(failure.message).toBe("Nothing is published, because bad.csv was refused.");
    expect((await currentSnapshot(home))?.id).toBe(id);
    expect(await readdir(home.root)).toEqual(["current.json", "snapshots"]);
  });

  it("leaves no trace when it is checked", async () => {
    const { home, id } = await begun();
    const files = [{ path: await homes.file("b.csv", csv([{}])), name: "b.csv" }];
    expect((await checkRecords({ home, files })).report.totals).toMatchObject({ read: 2, duplicate: 1 });
    expect((await currentSnapshot(home))?.id).toBe(id);
    expect(await readdir(home.root)).toEqual(["current.json", "snapshots"]);
  });

  it("is read once if one command names it twice, and leaves no phone number anywhere", async () => {
    const home = await homes.make({ "a.csv": csv([{}]) });
    const row: Wide = {
      modification_number: "P1",
      recipient_phone_number: "6126245599",
      transaction_description: "COR JANE DOE, TEL 202-732-2970",
    };
    const text = csv([row, { ...row, action_date: "never" }], wide);
    const file = { path: await homes.file("twice.csv", text), name: "twice.csv" };
    const { report } = await importFiles({ home, files: [file, file] });
    expect(report.files.map(({ file, read, accepted }) => [file, read, accepted])).toEqual([
      ["a.csv", 1, 1],
      ["twice.csv", 2, 1],
    ]);
    const folder = join(home.root, "records");
    const kept = await readdir(folder);
    expect(kept).toHaveLength(2);
    for (const name of kept) {
      const bytes = await readFile(join(folder, name));
      const text = (name.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString();
      expect(text, name).not.toMatch(/6126245599|732-2970/);
    }
  });
});

describe("files of more columns", () => {
  const summaryColumns = [
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
  const summary = (piid: string, more: Record<string, string> = {}) =>
    ({
      contract_award_unique_key: awardKey(piid),
      award_id_piid: piid,
      award_or_idv_flag: "AWARD",
      total_obligated_amount: "500.00",
      potential_total_value_of_award: "900.00",
      period_of_performance_current_end_date: "2027-01-31",
      award_base_action_date: "2019-05-05",
      ...more,
    }) as RecordCells;

  /** The agencies of the tests. They share two imports, because the records of agencies do not affect each other. */
  const agencies = { full: "8001", corrected: "8002", twins: "8003", codes: "8004", awards: "8005" };
  const of = (name: keyof typeof agencies, rows: RecordCells[]) =>
    rows.map((row) => ({ awarding_sub_agency_code: agencies[name], ...row }));
  const guard = { product_or_service_code_description: "HOUSEKEEPING- GUARD" };
  const full: RecordCells = {
    contract_award_unique_key: awardKey("FULL"),
    award_id_piid: "FULL",
    award_type_code: "D",
    awarding_office_code: "70CTD0",
    awarding_office_name: "INFORMATION TECHNOLOGY DIVISION",
    product_or_service_code: "S206",
    ...guard,
    recipient_uei: "AAAAAAAAAAA1",
    total_dollars_obligated: "6.00",
    potential_total_value_of_award: "99.00",
    period_of_performance_current_end_date: "2026-12-31",
  };
  const minus = { modification_number: "P1", federal_action_obligation: "-4.00" };

  let first: Ensured;
  let last: Ensured;
  beforeAll(async () => {
    const home = await homes.make({
      "sources.csv": sources({ "narrow.csv": "2026-02-01" }),
      "narrow.csv": csv(of("full", [{ award_id_piid: "FULL" }, { award_id_piid: "FULL", ...minus }])),
      "others.csv": csv([
        ...of("corrected", [{ modification_number: "P9" }]),
        ...of("twins", [{ modification_number: "P9" }]),
        ...of("codes", [{ ...guard, award_id_piid: "OTHER" }]),
        ...of("awards", [{}]),
      ]),
    });
    const publish = async (files: Record<string, string>, retrieved: string) =>
      importFiles({
        home,
        files: await Promise.all(
          Object.entries(files).map(async ([name, text]) => ({
            path: await homes.file(name, text),
            name,
            retrieved,
          })),
        ),
      });
    const keyed = (key: string, row: RecordCells = {}) => ({ ...row, contract_transaction_unique_key: key });
    const idv = {
      contract_award_unique_key: "CONT_IDV_70CDCR20D00000001_7012",
      award_or_idv_flag: "IDV",
      idv_type_code: "B",
    };
    first = await publish(
      {
        "full.csv": csv(
          of("full", [
            keyed("F0", full),
            keyed("F1", {
              ...full,
              ...minus,
              action_date: "2026-02-01",
              period_of_performance_current_end_date: "2027-06-30",
            }),
          ]),
          wide,
        ),
        "more.csv": csv(
          [
            ...of("corrected", [keyed("C0", { recipient_uei: "AAAAAAAAAAA1" })]),
            ...of("twins", [keyed("T0"), keyed("T1")]),
            ...of("codes", [{ ...guard, product_or_service_code: "S206" }]),
          ],
          wide,
        ),
        "awards.csv": csv(
          of("awards", [
            summary("70CDCR26C00000016"),
            summary("70CDCR19C00000001"),
            summary("70CDCR20D00000001", idv),
          ]),
          summaryColumns,
        ),
        "old.csv": csv(of("awards", [summary("A"), summary("A"), summary("B")]), summaryColumns),
      },
      "2026-03-01",
    );
    last = await publish(
      {
        "newer.csv": csv(of("corrected", [{ federal_action_obligation: "12.00" }])),
        "new.csv": csv(of("awards", [summary("A", { total_obligated_amount: "501.00" })]), summaryColumns),
      },
      "2026-04-01",
    );
  });

  const find = ({ file }: Ensured, name: keyof typeof agencies, columns: string, from = "actions") =>
    query(file, `select ${columns} from ${from} where agency_code = '${agencies[name]}' order by all`);
  const contractsOf = (name: keyof typeof agencies) =>
    `(select c.*, code as agency_code from contracts c join agencies on agencies.id = c.agency where code = '${agencies[name]}')`;
  /** The row counts of a file: read, accepted, duplicate, superseded. */
  const account = ({ report }: Ensured, name: string) => {
    const { read, accepted, duplicate, superseded } = report.files.find(({ file }) => file === name) ?? {};
    return [read, accepted, duplicate, superseded];
  };

  describe("a full-width file with a narrow one", () => {
    it("adds facts and counts no action twice", async () => {
      expect(account(first, "narrow.csv")).toEqual([2, 0, 0, 2]);
      expect(account(first, "full.csv")).toEqual([2, 2, 0, 0]);
      expect(await find(first, "full", "sum(amount_cents), count(*)::integer")).toEqual([["600", 2]]);
      const facts =
        "key, actions, in_records_cents, type, uei, obligated_cents, potential_value_cents, current_end, facts_as_of, offices.code, products.code";
      expect(
        await query(
          first.file,
          `select ${facts} from ${contractsOf("full")} c join offices on offices.id = office join products on products.id = product`,
        ),
      ).toEqual([
        [
          awardKey("FULL"),
          2,
          "600",
          "D",
          "AAAAAAAAAAA1",
          "600",
          "9900",
          "2027-06-30",
          "2026-03-01",
          "70CTD0",
          "S206",
        ],
      ]);
      expect(await find(first, "full", "modification, transaction_key, type")).toEqual([
        ["0", "F0", "D"],
        ["P1", "F1", "D"],
      ]);
    });

    it("keeps its facts when a newer narrow file corrects the amount", async () => {
      expect(await find(last, "corrected", "modification, amount_cents, transaction_key")).toEqual([
        ["0", "1200", "C0"],
        ["P9", "1000", null],
      ]);
      expect(await query(last.file, `select uei from ${contractsOf("corrected")}`)).toEqual([
        ["AAAAAAAAAAA1"],
      ]);
    });

    it("separates two actions by their transaction keys", async () => {
      expect(account(first, "more.csv")).toEqual([4, 4, 0, 0]);
      expect(await find(first, "twins", "modification, transaction_key")).toEqual([
        ["0", "T0"],
        ["0", "T1"],
        ["P9", null],
      ]);
    });

    it("gives the code of a product or service to narrow rows with the same description", async () => {
      expect(await query(last.file, "select code, description from products")).toEqual([
        ["S206", "HOUSEKEEPING- GUARD"],
      ]);
    });
  });

  describe("award summaries", () => {
    it("describe contracts, also those without an action, and are not in any total", async () => {
      expect(account(first, "awards.csv")).toEqual([3, 3, 0, 0]);
      expect(await find(first, "awards", "sum(amount_cents), count(*)::integer")).toEqual([["1000", 1]]);
      expect(
        await query(
          first.file,
          `select piid, actions, in_records_cents, obligated_cents, potential_value_cents, signed, last_action
            from ${contractsOf("awards")} where piid not in ('A', 'B') order by piid`,
        ),
      ).toEqual([
        ["70CDCR19C00000001", 0, "0", "50000", "90000", "2019-05-05", null],
        ["70CDCR26C00000016", 1, "1000", "50000", "90000", "2019-05-05", "2026-01-15"],
      ]);
      expect(
        await query(first.file, "select piid, agency, recipient, potential_value_cents from agreements"),
      ).toEqual([["70CDCR20D00000001", agencies.awards, "ACME INC", "90000"]]);
    });

    it("count repeated rows as duplicates and rows that a newer file replaces as superseded", async () => {
      expect(account(last, "old.csv")).toEqual([3, 1, 1, 1]);
      expect(account(last, "new.csv")).toEqual([1, 1, 0, 0]);
      expect(
        await query(
          last.file,
          `select piid, obligated_cents from ${contractsOf("awards")} where actions = 0 and piid in ('A', 'B') order by piid`,
        ),
      ).toEqual([
        ["A", "50100"],
        ["B", "50000"],
      ]);
    });
  });
});

describe("snapshots", () => {
  it("are listed newest first, with their files", async () => {
    const { home, id: first } = await begun();
    const { id: later } = await importSecond(home);
    const list = await listSnapshots(home);
    expect(list.map(({ id, current, totals }) => [id, current, totals.net, totals.actions])).toEqual([
      [later, true, 2_000, 2],
      [first, false, 1_000, 1],
    ]);
    expect(list[0]?.files).toEqual([
      { file: "a.csv", hash: expect.stringMatching(/^[0-9a-f]{64}$/), retrieved: "2026-02-01", accepted: 1 },
      { file: "b.csv", hash: expect.stringMatching(/^[0-9a-f]{64}$/), retrieved: "2026-03-01", accepted: 1 },
    ]);
  });

  it("can be published again; a start keeps them, and the next import builds on them", async () => {
    const { home, id: first } = await begun();
    await importSecond(home);
    await chooseSnapshot(first, home);
    expect((await ensureSnapshot({ home, unlessChosen: true })).id).toBe(first);
    const { file } = await homes.import(home, "c.csv", csv([{ modification_number: "P2" }]));
    expect((await actions(file, "modification")).flat()).toEqual(["0", "P2"]);
  });

  it("that are not stored cannot be published again", async () => {
    const { home } = await begun();
    await expect(chooseSnapshot("0123456789ab", home)).rejects.toThrow("No snapshot 0123456789ab is stored");
  });

  it("with tables of another version cannot be published again", async () => {
    const { home, id } = await begun();
    await importSecond(home);
    const manifest = await readManifest(home, id);
    await writeFile(manifestFile(home, id), JSON.stringify({ ...manifest, schema: 1_000 }));
    await expect(chooseSnapshot(id, home)).rejects.toThrow(NoSuchSnapshot);
  });
});

it("describes a code without a description as other rows do, unless they disagree", async () => {
  const row = (award_id_piid: string, product_or_service_code: string, description: string): Wide => ({
    award_id_piid,
    product_or_service_code,
    product_or_service_code_description: description,
  });
  const rows = [
    row("A", "S206", "GUARD"),
    row("B", "S206", "HOUSEKEEPING- GUARD"),
    row("C", "S206", ""),
    row("D", "R499", "SUPPORT"),
    row("E", "R499", ""),
  ];
  const { file } = await ensureSnapshot({ home: await homes.make({ "records.csv": csv(rows, wide) }, 5) });
  const described =
    "select piid, p.description from actions a left join products p on p.id = a.product order by piid";
  expect(await query(file, described)).toEqual([
    ["A", "GUARD"],
    ["B", "HOUSEKEEPING- GUARD"],
    ["C", null],
    ["D", "SUPPORT"],
    ["E", "SUPPORT"],
  ]);
});

it("reads a file twice to learn the order of its dates, compressed or not", async () => {
  const days = ["05/04/2024", "27/03/2024"];
  const text = csv(
    days.map((action_date, index) => ({ action_date, award_id_piid: `70CDCR24P0000000${index}` })),
  );
  for (const [name, bytes] of [
    ["day-first.csv", text],
    ["day-first.csv.gz", gzipSync(text)],
  ] as const) {
    const home = await homes.make({}, 5);
    const path = await homes.file(name, bytes);
    const { file } = await importFiles({ home, files: [{ path, name, retrieved: "2026-02-01" }] });
    expect(await actions(file, "action_date::varchar")).toEqual([["2024-04-05"], ["2024-03-27"]]);
  }
});

describe("a damaged home", () => {
  const records = { "records.csv": csv([{ federal_action_obligation: "10.00" }]) };
  const more = async (dollars: number) => {
    const row = {
      award_id_piid: `70CDCR26P0000${2000 + dollars}`,
      federal_action_obligation: `${dollars}.00`,
    };
    const name = `more${dollars}.csv`;
    return { path: await homes.file(name, csv([row])), name, retrieved: "2026-02-01" };
  };
  const net = async (file: string) =>
    (await query(file, "select sum(amount_cents)::double as net from actions"))[0] as unknown;

  const damages: [string, (file: string) => Promise<void>][] = [
    ["another in one byte", (file) => flipByte(file)],
    ["cut", (file) => truncate(file, 20_000)],
    ["emptied", (file) => writeFile(file, "")],
  ];
  it.each(readEnv().TEST_DEEP ? damages : damages.slice(0, 1))(
    "has its snapshot made again where its file is %s, with all that was imported",
    async (_, damage) => {
      const log = vi.spyOn(console, "error").mockImplementation(() => {});
      const home = await homes.make(records, 5);
      await ensureSnapshot({ home });
      const whole = await importFiles({ home, files: [await more(1)] });
      const before = await net(whole.file);
      await damage(whole.file);
      const again = await ensureSnapshot({ home });
      expect([again.id, again.built, await net(again.file)]).toEqual([whole.id, true, before]);
      expect(log.mock.calls.flat()).toEqual([expect.stringContaining(`snapshot ${whole.id} is damaged`)]);
      const next = await importFiles({ home, files: [await more(2)] });
      expect((await currentSnapshot(home))?.made).toHaveLength(2);
      await damage(next.file);
      const third = await importFiles({ home, files: [await more(4)] });
      expect((await currentSnapshot(home))?.id).toBe(third.id);
      expect((await currentSnapshot(home))?.made).toHaveLength(3);
      log.mockRestore();
    },
  );

  it.each(["", "null", '{"id":"12'])(
    "goes on from its newest snapshot where current.json is %j",
    async (text) => {
      const log = vi.spyOn(console, "error").mockImplementation(() => {});
      const home = await homes.make(records, 5);
      await ensureSnapshot({ home });
      const { id } = await importFiles({ home, files: [await more(1)] });
      await writeFile(currentFile(home), text);
      expect(await currentSnapshot(home)).toMatchObject({ id, isGuess: true });
      expect((await ensureSnapshot({ home })).id).toBe(id);
      expect(await currentSnapshot(home)).toMatchObject({ id, isGuess: false });
      expect(log.mock.calls.flat()).toEqual([expect.stringContaining(`going on from ${id}`)]);
      log.mockRestore();
    },
  );
});

/** Changes a byte in the middle of a file. */
async function flipByte(path: string) {
  const bytes = await readFile(path);
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] as number) ^ 0xff;
  await writeFile(path, bytes);
}
