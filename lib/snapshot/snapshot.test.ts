import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordColumns } from "@/lib/contracts/columns";
import { guard } from "@/lib/contracts/formulas";
import { groupRecipients } from "@/lib/identity/companies";
import { normaliseName } from "@/lib/identity/names";
import { currentSnapshot, type Home } from "@/lib/snapshot/home";
import { checkRecords, ensureSnapshot } from "@/lib/snapshot/publish";
import { readRuleTables } from "@/lib/snapshot/tables";
import { awardKey, Homes, query, type Row, sources, csv as writeCsv } from "@/lib/snapshot/testing/homes";

const homes = new Homes();
beforeAll(() => homes.open());
afterAll(() => homes.close());

const makeHome = (records: Record<string, string>) => homes.make(records);
const csv = (...rows: Row[]) => writeCsv(rows);

describe("the bundled records", () => {
  let file: string;
  let home: Home;
  beforeAll(async () => {
    home = { data: "data", root: join(homes.folder, "bundled"), keep: 2 };
    ({ file } = await ensureSnapshot({ home }));
  });

  it("account for every row", async () => {
    const { report, built } = await ensureSnapshot({ home });
    expect(built).toBe(false);
    expect(report.totals).toEqual({
      read: 63_109,
      accepted: 62_963,
      duplicate: 146,
      superseded: 0,
      rejected: 0,
      masked: 8,
    });
  });

  it("give the published figures", async () => {
    const ice = "agency = (select id from agencies where code = '7012')";
    const [year] = await query(
      file,
      `select sum(amount) filter (amount > 0), sum(amount) filter (amount < 0), sum(amount) from actions where ${ice} and fiscal_year = 2025`,
    );
    expect(year).toEqual(["4171586227.15", "-182924739.77", "3988661487.38"]);
    expect(await query(file, `select sum(amount) from actions where ${ice} and fiscal_year = 2026`)).toEqual([
      ["6770140465.18"],
    ]);
    const palantir = await query(
      file,
      "select count(*)::integer, count(distinct contract)::integer, sum(amount) from actions where company = (select id from companies where slug = 'palantir')",
    );
    expect(palantir).toEqual([[39, 8, "318638423.10"]]);
    expect(await query(file, "select count(award_key)::integer, count(*)::integer from contracts")).toEqual([
      [23_461, 26_340],
    ]);
  });

  it("number actions so that the largest of a contract is its latest", async () => {
    const sql = `select count(*)::integer from actions one join actions other on other.id = one.id + 1
      where (one.contract, one.action_date, one.modification_order) > (other.contract, other.action_date, other.modification_order)`;
    expect(await query(file, sql)).toEqual([[0]]);
    expect(await query(file, "select min(id), max(id), count(*)::integer from actions")).toEqual([
      [1, 62_963, 62_963],
    ]);
  });

  it.each(["companies", "recipients", "offices", "categories"])(
    "number %s by their shown names",
    async (table) => {
      const names = (await query<string | null>(file, `select name from ${table} order by id`)).map(
        ([name]) => name ?? null,
      );
      const sorted = [...names].sort((one, other) => {
        if (one === null || other === null) return one === other ? 0 : one === null ? 1 : -1;
        const [low, high] = [one.toLowerCase(), other.toLowerCase()];
        return low < high ? -1 : low > high ? 1 : one < other ? -1 : 1;
      });
      expect(names).toEqual(sorted);
    },
  );

  it("match every rule that expects a match, and none that does not", async () => {
    const rules = await readRuleTables(home);
    const recipients = (await query<string>(file, "select name from recipients")).map(([name]) => ({
      name: name ?? null,
      actions: 1,
    }));
    const grouping = groupRecipients(recipients, rules.companies);
    const matched = new Set(grouping.recipients.map(({ decided }) => decided?.line));
    for (const { line, rule } of rules.companies.values()) {
      expect(matched.has(line), `data/companies.csv, line ${line}: ${rule.value}`).toBe(rule.expected === "");
    }
    const products = await query<string>(file, "select description from products");
    const used = new Set(products.map(([description]) => rules.categories.lineFor(description ?? "")));
    for (const line of rules.categories.lines)
      expect(used, `data/categories.csv, line ${line}`).toContain(line);
  });

  it("match no recipient by two rules", async () => {
    const { companies } = await readRuleTables(home);
    const normalised = new Map<string, number>();
    for (const { line, rule } of companies.values())
      if (rule.match === "normalised") normalised.set(normaliseName(rule.value), line);
    for (const { line, rule } of companies.values())
      if (rule.match === "exact")
        expect(normalised.get(normaliseName(rule.value)), `data/companies.csv, line ${line}`).toBeUndefined();
  });

  it("have a company for every look-alike note", async () => {
    const { lookalikes } = await readRuleTables(home);
    const slugs = (await query<string>(file, "select slug from companies")).map(([slug]) => slug ?? "");
    for (const { line, rule } of lookalikes) {
      expect(slugs, `data/lookalikes.csv, line ${line}`).toContain(rule.company);
      if (rule.other !== null) expect(slugs, `data/lookalikes.csv, line ${line}`).toContain(rule.other);
    }
    const named = `select one.slug, other.slug from lookalikes
      join companies one on one.id = company left join companies other on other.id = other order by 1, 2`;
    const pairs = lookalikes.map(({ rule }) => [rule.company, rule.other]);
    expect(new Set((await query(file, named)).map(String))).toEqual(new Set(pairs.map(String)));
  });

  it("lead a former slug to its company, and never away from one that has it", async () => {
    const led = `select former_slugs.slug, companies.slug from former_slugs join companies on companies.id = company
      where former_slugs.slug in ('west-publishing', 'bi', 'g4s', 'paragon-professional-services', 'dell-federal-systems') order by 1`;
    expect(await query(file, led)).toEqual([
      ["bi", "geo-group"],
      ["dell-federal-systems", "dell"],
      ["g4s", "allied-universal"],
      ["paragon-professional-services", "bering-straits"],
      ["west-publishing", "thomson-reuters"],
    ]);
    expect(
      await query(file, "select slug from former_slugs where slug in (select slug from companies)"),
    ).toEqual([]);
  });

  it("have a company for every reviewed one, with a recipient or without, and say why a recipient is in it", async () => {
    const { companies } = await readRuleTables(home);
    const reviewed = new Set([...companies.values()].map(({ rule }) => rule.slug));
    const slugs = (await query<string>(file, "select slug from companies")).map(([slug]) => slug ?? "");
    for (const slug of reviewed) expect(slugs).toContain(slug);
    const without = await query(
      file,
      "select slug from companies where id not in (select company from recipients) and slug in ('meta', 'openai', 'salesforce')",
    );
    expect(without.flat().sort()).toEqual(["meta", "openai", "salesforce"]);
    expect(
      await query(
        file,
        "select uei, reviewed, note from recipients where name = 'PALANTIR TECHNOLOGIES INC.'",
      ),
    ).toEqual([["FSY4LVSBGWB7", "2026-11-23", null]]);
    expect(
      await query(
        file,
        "select count(*)::integer from recipients where (reviewed is null) <> (basis = 'automatic')",
      ),
    ).toEqual([[0]]);
  });

  it("leave less than a twentieth of ICE's net to the category Other", async () => {
    const [shares] = await query<number>(
      file,
      `select sum(amount) filter (slug = 'other')::double / sum(amount)::double from actions
       join categories on categories.id = category where agency = (select id from agencies where code = '7012')`,
    );
    expect(shares?.[0]).toBeLessThan(0.05);
  });

  it("come back equal from an export of ours", async () => {
    const columns = `a.award_key, a.piid, modification, action_date, amount, agencies.code, agencies.name, recipients.name, products.description, industries.description, a.description`;
    const content = `select ${columns} from actions a join agencies on agencies.id = agency join recipients on recipients.id = recipient
      left join products on products.id = product left join industries on industries.id = industry order by a.id`;
    const rows = await query<string | null>(file, content);
    const data = rows.map((row) => [
      ...row.map((cell, index) => (index === 4 ? cell : guard(cell ?? ""))),
      "abc",
    ]);
    const text = `\ufeff${Papa.unparse({ fields: [...recordColumns, "snapshot"], data }, { newline: "\r\n" })}\r\n`;
    const again = await ensureSnapshot({ home: await makeHome({ "export.csv": text }) });
    expect(again.report.totals).toEqual({
      read: 62_963,
      accepted: 62_963,
      duplicate: 0,
      superseded: 0,
      rejected: 0,
      masked: 0,
    });
    expect(await query(again.file, content)).toEqual(rows);
  });
});

describe("contracts", () => {
  it("take in a row without a key where its PIID has exactly one, else it is one of its own", async () => {
    const home = await makeHome({
      "a.csv": csv(
        { award_id_piid: "ONE", contract_award_unique_key: awardKey("ONE") },
        { award_id_piid: "ONE", modification_number: "P00001" },
        { award_id_piid: "TWO", contract_award_unique_key: "CONT_AWD_TWO_7012_A_4730" },
        {
          award_id_piid: "TWO",
          contract_award_unique_key: "CONT_AWD_TWO_7012_B_4730",
          modification_number: "P00001",
        },
        { award_id_piid: "TWO", modification_number: "P00002" },
        { award_id_piid: "ONE", awarding_sub_agency_code: "7014", modification_number: "P00003" },
        { award_id_piid: "NONE", modification_number: "P00001" },
      ),
    });
    const { file } = await ensureSnapshot({ home });
    const rows = await query(
      file,
      "select key, award_key, vehicle, parents.agency, actions, base_included from contracts left join parents on parents.id = parent order by contracts.id",
    );
    expect(rows).toEqual([
      ["7012-NONE", null, null, null, 1, false],
      ["7012-TWO", null, null, null, 1, false],
      ["7014-ONE", null, null, null, 1, false],
      [awardKey("ONE"), awardKey("ONE"), "none", "none", 2, true],
      ["CONT_AWD_TWO_7012_A_4730", "CONT_AWD_TWO_7012_A_4730", "A", "4730", 1, true],
      ["CONT_AWD_TWO_7012_B_4730", "CONT_AWD_TWO_7012_B_4730", "B", "4730", 1, false],
    ]);
  });

  it("carry the facts of the latest action and the sums of all", async () => {
    const home = await makeHome({
      "a.csv": csv(
        {
          modification_number: "P00002",
          action_date: "2026-02-01",
          recipient_name: "NEW INC",
          federal_action_obligation: "-0.01",
        },
        {
          modification_number: "P00010",
          action_date: "2026-02-01",
          recipient_name: "NEWEST INC",
          federal_action_obligation: "0.00",
        },
        {
          modification_number: "0",
          action_date: "2025-10-01",
          federal_action_obligation: "9999999999999.99",
        },
      ),
    });
    const { file } = await ensureSnapshot({ home });
    const sql =
      "select recipients.name, in_records, actions, first_action, last_action from contracts join recipients on recipients.id = recipient";
    expect(await query(file, sql)).toEqual([
      ["NEWEST INC", "9999999999999.98", 3, "2025-10-01", "2026-02-01"],
    ]);
    expect(
      await query(file, "select fiscal_year, calendar_year, month from actions where modification = '0'"),
    ).toEqual([[2026, 2025, 202_510]]);
  });
});

describe("the same action twice", () => {
  const totals = async (records: Record<string, string>) =>
    (await ensureSnapshot({ home: await makeHome(records) })).report.totals;

  it("is dropped where every column agrees, in one file or two", async () => {
    expect(await totals({ "a.csv": csv({}, {}), "b.csv": csv({}) })).toMatchObject({
      read: 3,
      accepted: 1,
      duplicate: 2,
      superseded: 0,
    });
  });

  it("stays where modifications differ, though award and amount agree", async () => {
    expect(
      await totals({ "a.csv": csv({ modification_number: "P00009" }, { modification_number: "P00012" }) }),
    ).toMatchObject({ accepted: 2, duplicate: 0 });
  });

  it("is taken from the newer file, and the report says what differs", async () => {
    const home = await makeHome({
      "sources.csv": sources({ "a.csv": "2026-03-01", "b.csv": "2026-02-01" }),
      "a.csv": csv({ recipient_name: "NEW LLC" }),
      "b.csv": csv({ federal_action_obligation: "11.00" }, { modification_number: "P00001" }),
    });
    const { file, report } = await ensureSnapshot({ home });
    expect(report.files.map(({ file, accepted, superseded }) => [file, accepted, superseded])).toEqual([
      ["a.csv", 1, 0],
      ["b.csv", 1, 1],
    ]);
    expect(report.files[1]?.warnings).toEqual([
      "1 action is also in a.csv, which counts as newer; different: amount in 1, recipient in 1.",
    ]);
    expect(await query(file, "select name from recipients order by id")).toEqual([["ACME INC"], ["NEW LLC"]]);
    expect(await query(file, "select sum(amount) from actions")).toEqual([["20.00"]]);
  });

  it("counts a file that no source names as the newest", async () => {
    const home = await makeHome({
      "sources.csv": sources({ "b.csv": "2026-02-01" }),
      "a.csv": csv({ federal_action_obligation: "1.00" }),
      "b.csv": csv({ federal_action_obligation: "2.00" }),
    });
    expect(await query((await ensureSnapshot({ home })).file, "select amount from actions")).toEqual([
      ["1.00"],
    ]);
  });

  it("is two actions where one file repeats contract and modification with other facts", async () => {
    const rows = [{ federal_action_obligation: "1.00" }, { federal_action_obligation: "2.00" }];
    expect(await totals({ "a.csv": csv(...rows) })).toMatchObject({ accepted: 2, superseded: 0 });
    const later = rows.map((row) => ({ ...row, recipient_name: "RENAMED LLC" }));
    expect(await totals({ "a.csv": csv(...rows), "b.csv": csv(...later) })).toMatchObject({
      accepted: 2,
      superseded: 2,
    });
  });

  it("is told apart by what masking removed", async () => {
    const rows = ["COR A@B.GOV", "COR C@D.GOV"].map((transaction_description) => ({
      transaction_description,
    }));
    expect(await totals({ "a.csv": csv(...rows) })).toMatchObject({ duplicate: 0, superseded: 1, masked: 2 });
  });
});

describe("publishing", () => {
  it("refuses a bad file with its sentence and loads the rest", async () => {
    const home = await makeHome({
      "a.csv": csv({}),
      "b.csv": `${csv({ modification_number: "P1" }, { modification_number: "P2" })}cut`,
      "c.csv": "<html></html>",
    });
    const { report, file } = await ensureSnapshot({ home });
    expect(report.files.map(({ refused }) => refused)).toEqual([
      null,
      expect.stringMatching(/ends inside a row: line 4/),
      expect.stringMatching(/web page/),
    ]);
    expect(report.totals).toMatchObject({ read: 1, accepted: 1 });
    expect(await query(file, "select count(*)::integer from actions")).toEqual([[1]]);
  });

  it("publishes nothing without a good file, and keeps what was published", async () => {
    const home = await makeHome({ "a.csv": csv({}) });
    const { id } = await ensureSnapshot({ home });
    await writeFile(join(home.data, "records", "a.csv"), "<html></html>");
    await expect(ensureSnapshot({ home })).rejects.toThrow("No record file could be read");
    expect((await currentSnapshot(home))?.id).toBe(id);
    expect(await readdir(home.root)).not.toContain("tmp");
  });

  it("publishes nothing with a bad rule table, and names file and line", async () => {
    const home = await makeHome({ "a.csv": csv({}) });
    await writeFile(join(home.data, "offices.csv"), "code,name\nA,Office\nA,Other\n");
    await expect(ensureSnapshot({ home })).rejects.toThrow(
      'data/offices.csv, line 3: repeats "A" of line 2.',
    );
    expect(await currentSnapshot(home)).toBeNull();
  });

  it("names a snapshot by its content: the same again is up to date, a changed rule is not", async () => {
    const home = await makeHome({ "a.csv": csv({}) });
    const first = await ensureSnapshot({ home });
    expect(await ensureSnapshot({ home })).toEqual({ ...first, built: false });
    await writeFile(join(home.data, "offices.csv"), "code,name\n70CDCR,Renamed\n");
    const second = await ensureSnapshot({ home });
    expect([second.built, second.id === first.id]).toEqual([true, false]);
    expect(await query(second.file, "select name from offices")).toEqual([["Renamed"]]);
  });

  it("keeps as many snapshots as it is told, and never leaves a journal beside them", async () => {
    const home = await makeHome({});
    for (const amount of ["1.00", "2.00", "3.00"]) {
      await writeFile(join(home.data, "records", "a.csv"), csv({ federal_action_obligation: amount }));
      const { file } = await ensureSnapshot({ home });
      if (amount === "1.00") await mkdir(`${file}.tmp`); // as a server that was killed leaves it
    }
    const names = await readdir(join(home.root, "snapshots"));
    expect(names.filter((name) => name.endsWith(".duckdb")).length).toBe(2);
    expect(names.filter((name) => !/\.(duckdb|json|rejects\.csv)$/.test(name))).toEqual([]);
  });

  it("builds again where a crash left litter and a lock behind", async () => {
    const home = await makeHome({ "a.csv": csv({}) });
    await mkdir(join(home.root, "tmp"), { recursive: true });
    await writeFile(join(home.root, "tmp", "half.duckdb"), "half");
    await writeFile(join(home.root, "import.lock"), "999999999");
    expect((await ensureSnapshot({ home })).built).toBe(true);
    await expect(stat(join(home.root, "tmp", "half.duckdb"))).rejects.toThrow("ENOENT");
  });

  it("lets one import run at a time", async () => {
    const home = await makeHome({ "a.csv": csv({}) });
    const results = await Promise.allSettled([ensureSnapshot({ home }), ensureSnapshot({ home })]);
    const failed = results.filter((result) => result.status === "rejected");
    expect(failed.map(({ reason }) => reason.name)).toEqual(["BusyError"]);
  });

  it("writes rejected rows so that a mended copy loads", async () => {
    const home = await makeHome({
      "a.csv": csv({}, { modification_number: "P1", action_date: "soon", recipient_name: "=EVIL" }),
    });
    const { id, report } = await ensureSnapshot({ home });
    expect(report.totals).toMatchObject({ read: 2, accepted: 1, rejected: 1 });
    const rejects = await readFile(join(home.root, "snapshots", `${id}.rejects.csv`), "utf8");
    expect(rejects).toContain("'=EVIL");
    const mended = await makeHome({ "mended.csv": rejects.replace("soon", "2026-02-01") });
    const { file } = await ensureSnapshot({ home: mended });
    expect(
      await query(file, "select name, action_date from actions join recipients on recipients.id = recipient"),
    ).toEqual([["=EVIL", "2026-02-01"]]);
  });

  it("checks without publishing", async () => {
    const home = await makeHome({ "a.csv": csv({}) });
    expect((await checkRecords({ home })).report.totals.accepted).toBe(1);
    expect(await currentSnapshot(home)).toBeNull();
    expect(await readdir(home.root)).toEqual([]);
  });
});
