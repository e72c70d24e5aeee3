import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordColumns } from "@/lib/contracts/columns";
import { guard } from "@/lib/contracts/formulas";
import { groupRecipients } from "@/lib/identity/companies";
import { normalizeName } from "@/lib/identity/names";
import { type Ensured, ensureSnapshot } from "@/lib/import/import";
import { readRuleTables } from "@/lib/import/rule-tables";
import { dollarText } from "@/lib/import/sql";
import {
  awardKey,
  Homes,
  query,
  type RecordCells,
  sources,
  csv as writeCsv,
} from "@/lib/import/testing/homes";
import { currentSnapshot } from "@/lib/snapshot/current";
import { sharedHome } from "@/lib/store/testing/shared";

const homes = new Homes({ rules: "few" });
beforeAll(() => homes.open());
afterAll(() => homes.close());

const makeHome = (records: Record<string, string>) => homes.make(records);
const csv = (...rows: RecordCells[]) => writeCsv(rows);

describe("the bundled records", () => {
  let file: string;
  const home = sharedHome;
  beforeAll(async () => {
    ({ file } = await ensureSnapshot({ home }));
  });

  it("account for every row", async () => {
    const { report, built } = await ensureSnapshot({ home });
    expect(built).toBe(false);
    expect(report.totals).toEqual({
      read: 63_591,
      accepted: 63_445,
      duplicate: 146,
      superseded: 0,
      rejected: 0,
      masked: 32,
    });
  });

  it("give the published figures", async () => {
    const ice = "agency = (select id from agencies where code = '7012')";
    const [year] = await query(
      file,
      `select sum(amount_cents) filter (amount_cents > 0), sum(amount_cents) filter (amount_cents < 0), sum(amount_cents) from actions where ${ice} and fiscal_year = 2025`,
    );
    expect(year).toEqual(["417158622715", "-18292473977", "398866148738"]);
    expect(
      await query(file, `select sum(amount_cents) from actions where ${ice} and fiscal_year = 2026`),
    ).toEqual([["677014046518"]]);
    const palantir = await query(
      file,
      "select count(*)::integer, count(distinct contract)::integer, sum(amount_cents) from actions where company = (select id from companies where slug = 'palantir')",
    );
    expect(palantir).toEqual([[39, 8, "31863842310"]]);
    expect(await query(file, "select count(award_key)::integer, count(*)::integer from contracts")).toEqual([
      [23_461, 26_340],
    ]);
  });

  it("number actions so that the largest id of a contract is its latest action", async () => {
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

  it("match every rule that expects a match, and no rule that expects none", async () => {
    const rules = await readRuleTables(home);
    const recipients = (
      await query<string>(file, "select name from recipients union select name from subawards")
    ).map(([name]) => ({
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
    const normalizedLines = new Map<string, number>();
    for (const { line, rule } of companies.values())
      if (rule.match === "normalised") normalizedLines.set(normalizeName(rule.value), line);
    for (const { line, rule } of companies.values())
      if (rule.match === "exact")
        expect(
          normalizedLines.get(normalizeName(rule.value)),
          `data/companies.csv, line ${line}`,
        ).toBeUndefined();
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

  it("redirect a former slug to its company, and no current slug", async () => {
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

  it("have every reviewed company, also without a recipient, and the reason for each recipient", async () => {
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
      `select sum(amount_cents) filter (slug = 'other')::double / sum(amount_cents)::double from actions
       join categories on categories.id = category where agency = (select id from agencies where code = '7012')`,
    );
    expect(shares?.[0]).toBeLessThan(0.05);
  });

  /** Imports the export of some bundled actions, and expects the same records. */
  async function expectEqualAgain(which: string, homes: Homes) {
    const columns = `a.award_key, a.piid, modification, action_date, ${dollarText("amount_cents")}, agencies.code, agencies.name, recipients.name, products.description, industries.description, a.description`;
    const content = (which: string) => `select ${columns} from actions a
      join agencies on agencies.id = agency join recipients on recipients.id = recipient
      left join products on products.id = product left join industries on industries.id = industry
      where ${which} order by a.id`;
    const rows = await query<string | null>(file, content(which));
    const data = rows.map((row) => [
      ...row.map((cell, index) => (index === 4 ? cell : guard(cell ?? ""))),
      "abc",
    ]);
    const text = `\ufeff${Papa.unparse({ fields: [...recordColumns, "snapshot"], data }, { newline: "\r\n" })}\r\n`;
    const again = await ensureSnapshot({ home: await homes.make({ "export.csv": text }) });
    expect(again.report.totals).toEqual({
      read: rows.length,
      accepted: rows.length,
      duplicate: 0,
      superseded: 0,
      rejected: 0,
      masked: 0,
    });
    expect(await query(again.file, content("true"))).toEqual(rows);
    return rows;
  }

  it("are equal after an export and an import", { tags: ["deep"] }, async () => {
    const whole = new Homes();
    await whole.open();
    const rows = await expectEqualAgain("true", whole).finally(() => whole.close());
    expect(rows).toHaveLength(62_963);
  });

  it("are equal after an export and an import of some contracts, unusual ones included", async () => {
    // Every fortieth PIID, and those with masked texts and texts like formulas, each with all of its contracts.
    const rows = await expectEqualAgain(
      `a.piid in (select piid from (select piid, row_number() over (order by piid) as place from (select distinct piid from actions)) where place % 40 = 0
        union all select piid from actions where contains(description, ' removed]') or description like '-%')`,
      homes,
    );
    expect(rows.length).toBeGreaterThan(1_500);
    const kinds = {
      negative: rows.filter((row) => row[4]?.startsWith("-")),
      zero: rows.filter((row) => row[4] === "0.00"),
      "without a key": rows.filter((row) => row[0] === null),
      masked: rows.filter((row) => row[10]?.includes(" removed]")),
      guarded: rows.filter((row) =>
        row.some((cell, index) => index !== 4 && cell !== null && guard(cell) !== cell),
      ),
      ICE: rows.filter((row) => row[5] === "7012"),
      CBP: rows.filter((row) => row[5] === "7014"),
    };
    for (const [kind, some] of Object.entries(kinds)) expect(some.length, kind).toBeGreaterThan(0);
  });
});

describe("rows of the data folder", () => {
  // The tests share one import, each with its own files and agency, because the records of agencies do not affect each other.
  const of = (agency: string, ...rows: RecordCells[]) =>
    csv(...rows.map((row) => ({ awarding_sub_agency_code: agency, ...row })));
  const repeats = [{ federal_action_obligation: "1.00" }, { federal_action_obligation: "2.00" }];

  let built: Ensured;
  beforeAll(async () => {
    const home = await homes.make({
      "sources.csv": sources({
        "newer-a.csv": "2026-03-01",
        "newer-b.csv": "2026-02-01",
        "unsourced-b.csv": "2026-02-01",
      }),
      "keys.csv": csv(
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
      "latest.csv": of(
        "8001",
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
      "equal-a.csv": of("8002", {}, {}),
      "equal-b.csv": of("8002", {}),
      "numbered.csv": of("8003", { modification_number: "P00009" }, { modification_number: "P00012" }),
      "newer-a.csv": of("8004", { recipient_name: "NEW LLC" }),
      "newer-b.csv": of("8004", { federal_action_obligation: "11.00" }, { modification_number: "P00001" }),
      "unsourced-a.csv": of("8005", { federal_action_obligation: "1.00" }),
      "unsourced-b.csv": of("8005", { federal_action_obligation: "2.00" }),
      "repeats.csv": of("8006", ...repeats),
      "again-a.csv": of("8007", ...repeats),
      "again-b.csv": of("8007", ...repeats.map((row) => ({ ...row, recipient_name: "RENAMED LLC" }))),
      "masked.csv": of(
        "8008",
        { transaction_description: "COR A@B.GOV" },
        { transaction_description: "COR C@D.GOV" },
      ),
    });
    built = await ensureSnapshot({ home });
  });

  /** The reports of the files whose names begin with a text. */
  const reports = (name: string) => built.report.files.filter(({ file }) => file.startsWith(name));
  /** The row counts of these files. */
  function totals(name: string) {
    const sum = (count: "read" | "accepted" | "duplicate" | "superseded" | "masked") =>
      reports(name).reduce((all, file) => all + file[count], 0);
    return {
      read: sum("read"),
      accepted: sum("accepted"),
      duplicate: sum("duplicate"),
      superseded: sum("superseded"),
      masked: sum("masked"),
    };
  }

  describe("contracts", () => {
    it("include a row without a key if its PIID has exactly one key; other rows without a key are contracts of their own", async () => {
      const rows = await query(
        built.file,
        `select key, award_key, vehicle, parents.agency, actions, base_included from contracts left join parents on parents.id = parent
          where piid in ('ONE', 'TWO', 'NONE') order by contracts.id`,
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

    it("have the facts of the latest action and the sums of all", async () => {
      const sql = `select recipients.name, in_records_cents, contracts.actions, first_action, last_action from contracts
        join recipients on recipients.id = recipient join agencies on agencies.id = contracts.agency where code = '8001'`;
      expect(await query(built.file, sql)).toEqual([
        ["NEWEST INC", "999999999999998", 3, "2025-10-01", "2026-02-01"],
      ]);
      const base = `select fiscal_year, calendar_year, month from actions where modification = '0' and agency_code = '8001'`;
      expect(await query(built.file, base)).toEqual([[2026, 2025, 202_510]]);
    });
  });

  describe("the same action twice", () => {
    it("is dropped if every column agrees, in one file or two", () => {
      expect(totals("equal")).toMatchObject({ read: 3, accepted: 1, duplicate: 2, superseded: 0 });
    });

    it("stays if modifications differ, although award and amount agree", () => {
      expect(totals("numbered")).toMatchObject({ accepted: 2, duplicate: 0 });
    });

    it("comes from the newer file, and the report lists the differences", async () => {
      const files = reports("newer");
      expect(files.map(({ file, accepted, superseded }) => [file, accepted, superseded])).toEqual([
        ["newer-a.csv", 1, 0],
        ["newer-b.csv", 1, 1],
      ]);
      expect(files[1]?.warnings).toEqual([
        "1 action is also in newer-a.csv, which counts as newer; different: amount in 1, recipient in 1.",
      ]);
      const own = `select amount_cents, name from actions join recipients on recipients.id = recipient
        where agency_code = '8004' order by modification`;
      expect(await query(built.file, own)).toEqual([
        ["1000", "NEW LLC"],
        ["1000", "ACME INC"],
      ]);
    });

    it("comes from a file without an entry in sources.csv before one with an entry", async () => {
      expect(await query(built.file, "select amount_cents from actions where agency_code = '8005'")).toEqual([
        ["100"],
      ]);
    });

    it("is two actions if one file repeats contract and modification with other facts", () => {
      expect(totals("repeats")).toMatchObject({ accepted: 2, superseded: 0 });
      expect(totals("again")).toMatchObject({ accepted: 2, superseded: 2 });
    });

    it("is no duplicate if masking removed different text", () => {
      expect(totals("masked")).toMatchObject({ duplicate: 0, superseded: 1, masked: 2 });
    });
  });
});

describe("publishing", () => {
  /** Two good files, one with a rejected row, and two bad ones. */
  const mixed = {
    "a.csv": csv({}),
    "b.csv": `${csv({ modification_number: "P1" }, { modification_number: "P2" })}cut`,
    "c.csv": "<html></html>",
    "d.csv": csv({ modification_number: "P1", action_date: "soon", recipient_name: "=EVIL" }),
  };

  it("refuses a bad file with a reason and loads the rest", async () => {
    const { report, file } = await homes.ensure(await makeHome(mixed));
    expect(report.files.map(({ refused }) => refused)).toEqual([
      null,
      expect.stringMatching(/ends inside a row: line 4/),
      expect.stringMatching(/web page/),
      null,
    ]);
    expect(report.totals).toMatchObject({ read: 2, accepted: 1, rejected: 1 });
    expect(await query(file, "select count(*)::integer from actions")).toEqual([[1]]);
  });

  it("writes rejected rows so that a corrected copy loads", async () => {
    const home = await makeHome(mixed);
    const { id } = await homes.ensure(home);
    const rejects = await readFile(join(home.root, "snapshots", `${id}.rejects.csv`), "utf8");
    expect(rejects).toContain("'=EVIL");
    const mended = await makeHome({ "mended.csv": rejects.replace("soon", "2026-02-01") });
    const { file } = await ensureSnapshot({ home: mended });
    expect(
      await query(file, "select name, action_date from actions join recipients on recipients.id = recipient"),
    ).toEqual([["=EVIL", "2026-02-01"]]);
  });

  it("publishes nothing without a good file, and leaves the published snapshot", async () => {
    const home = await makeHome({ "a.csv": csv({}) });
    const { id } = await homes.ensure(home);
    await writeFile(join(home.data, "records", "a.csv"), "<html></html>");
    await expect(ensureSnapshot({ home })).rejects.toThrow("No row of any record file was accepted");
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

  it("names a snapshot by its content: the same files are up to date, a changed rule is not", async () => {
    const home = await makeHome({ "a.csv": csv({}) });
    const first = await homes.ensure(home);
    expect(await ensureSnapshot({ home })).toEqual({ ...first, built: false });
    await writeFile(join(home.data, "offices.csv"), "code,name\n70CDCR,Renamed\n");
    const second = await homes.ensure(home);
    expect([second.built, second.id === first.id]).toEqual([true, false]);
    expect(await query(second.file, "select name from offices")).toEqual([["Renamed"]]);
  });

  it("keeps CONTRACTS_KEEP snapshots, and leaves no journal files", async () => {
    const home = await makeHome({ "a.csv": csv({}) });
    const first = await homes.ensure(home);
    await writeFile(join(home.data, "offices.csv"), "code,name\n70CDCR,Renamed\n");
    await homes.ensure(home);
    await mkdir(`${first.file}.tmp`); // as a server that was killed leaves it
    await writeFile(join(home.data, "records", "a.csv"), csv({ federal_action_obligation: "3.00" }));
    await ensureSnapshot({ home });
    const names = await readdir(join(home.root, "snapshots"));
    expect(names.filter((name) => name.endsWith(".duckdb")).length).toBe(2);
    expect(names.filter((name) => name.startsWith(first.id))).toEqual([]);
    expect(names.filter((name) => !/\.(duckdb|json|rejects\.csv)$/.test(name))).toEqual([]);
  });
});
