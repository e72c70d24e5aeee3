import { readFileSync } from "node:fs";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import Papa from "papaparse";
import { beforeAll, expect, it } from "vitest";
import { dayNumber } from "@/lib/contracts/days";
import { checkRecords, ensureSnapshot, importFiles } from "@/lib/import/import";
import { csv, Homes, query, sources } from "@/lib/import/testing/homes";
import type { Home } from "@/lib/snapshot/paths";
import { sharedHome } from "@/lib/store/testing/shared";

type Row = Record<string, string>;
const rowsOf = (text: string) => Papa.parse<Row>(text, { header: true, skipEmptyLines: true }).data;

interface Known {
  row: Row;
  /** Since when and in how many retrievals in a row it is away, and the last retrieval with it. */
  since: string;
  away: number;
  seen: string;
  gone: string | null;
}

/** A name in capitals without signs, with one spelling of the forms that occur. */
const letters = (name = "") =>
  name
    .replace(/[^A-Z0-9]/gi, "")
    .toUpperCase()
    .replace(/CORPORATION$/, "CORP");
const spaced = (text = "") => text.trim().replace(/\s+/g, " ").toLowerCase();
const compared = {
  amount: "federal_action_obligation",
  date: "action_date",
  recipient: "recipient_name",
  description: "transaction_description",
};
const isZero = (row: Row) => Number(row.federal_action_obligation) === 0;

/** What differs between the retrievals of an agency, by plain loops over the rows of its files. */
function changesOf(agency: "ice" | "cbp"): string[] {
  const name = `${agency}-contract-actions-fy2026.csv`;
  const earlier = rowsOf(gunzipSync(readFileSync(join("data", "history", `${name}.gz`))).toString());
  const retrievals = ["2026-07-08", "2026-08-03", "2026-08-08", "2026-08-15"].map((day) => ({
    day,
    rows: earlier.filter(({ retrieved = "" }) => retrieved.includes(day)),
  }));
  retrievals.push({
    day: "2026-08-22",
    rows: rowsOf(readFileSync(join("data", "records", name), "utf8")),
  });
  const found: string[] = [];
  const all = new Map<string, Known>();
  const contracts = new Set<string>();
  for (const [step, { day, rows }] of retrievals.entries()) {
    const here = new Map(rows.map((row) => [`${row.award_id_piid} ${row.modification_number}`, row]));
    const before = new Set(contracts);
    const list = (kind: string, row: Row, about: string, isFolded = false) => {
      const entry = [day, kind, row.award_id_piid, row.modification_number, about, isFolded].join(" | ");
      if (step > 0) found.push(entry);
      return entry;
    };
    for (const [key, row] of here) {
      const known = all.get(key);
      const contract = row.award_id_piid ?? "";
      if (!known) {
        const isAward = row.modification_number === "0" && !before.has(contract);
        const late = dayNumber(row.action_date ?? "") < dayNumber(day) - 30;
        const about = `${row.action_date} ${row.federal_action_obligation}${late ? " late" : ""}`;
        list(isAward ? "new_contract" : "new_action", row, about, !isAward && isZero(row));
        contracts.add(contract);
      } else {
        if (known.gone !== null) found.splice(found.indexOf(known.gone), 1);
        for (const [kind, column] of Object.entries(compared)) {
          const [was = "", is = ""] = [known.row[column], row[column]];
          if (was === is) continue;
          const isSpelling = kind === "recipient" && letters(was) === letters(is);
          const isSpacing = kind === "description" && spaced(was) === spaced(is);
          list(isSpelling ? "spelling" : kind, row, `${was} -> ${is}`, isSpelling || isSpacing);
        }
      }
      all.set(key, { row, since: "", away: 0, seen: day, gone: null });
    }
    for (const [key, known] of all) {
      if (here.has(key)) continue;
      known.away += 1;
      if (known.away === 1) known.since = day;
      const isApart = known.away >= 2 && dayNumber(day) - dayNumber(known.since) >= 3;
      if (known.gone === null && (known.away >= 3 || isApart))
        known.gone = list("vanished", known.row, `${known.seen}`, isZero(known.row));
    }
  }
  return found;
}

let listed: string[];
beforeAll(async () => {
  const { file } = await ensureSnapshot({ home: sharedHome });
  const rows = await query<string>(
    file,
    `select concat_ws(' | ', noticed, kind, piid, modification, case when kind in ('new_contract', 'new_action')
        then concat(signed, ' ', (amount_cents::decimal(18,0) * 0.01::decimal(3,2))::varchar, case when late then ' late' else '' end)
        when kind = 'vanished' then before else concat(before, ' -> ', after) end, administrative)
      from changes where kind <> 'classification'`,
  );
  listed = rows.map(([text]) => text ?? "");
});

it("lists what differs between the bundled retrievals as plain loops over their files find it", () => {
  expect(listed.toSorted()).toEqual([...changesOf("ice"), ...changesOf("cbp")].toSorted());
});

it("has the corrections that were read by hand", () => {
  const of = (day: string, kind: string) =>
    listed.filter((text) => text.startsWith(`${day} | ${kind} | `) && text.includes(" | 70C")).length;
  const kinds = ["new_contract", "amount", "date", "recipient", "description"];
  expect(
    Object.fromEntries(
      ["2026-08-03", "2026-08-08", "2026-08-15", "2026-08-22"].map((day) => [
        day,
        kinds.map((kind) => of(day, kind)),
      ]),
    ),
  ).toEqual({
    "2026-08-03": [63, 5, 4, 0, 1],
    "2026-08-08": [26, 2, 3, 0, 1],
    "2026-08-15": [39, 0, 1, 1, 0],
    "2026-08-22": [59, 2, 2, 0, 2],
  });
  expect(listed).toContain(
    "2026-08-03 | amount | 70CDCR25FR0000031 | P00011 | 1962440.00 -> 4935840.00 | false",
  );
  expect(listed).toContain(
    "2026-08-15 | recipient | 70CTD025FR0000038 | P00001 | GOVERNMENT ACQUISITIONS INC -> GOVERNMENT ACQUISITIONS LLC | false",
  );
});

it("comes before the first comparison only, and a later import adds to it", async () => {
  const homes = new Homes({ rules: "few" });
  await homes.open();
  try {
    const rows = [{}, { modification_number: "P00001" }, { modification_number: "P00002" }];
    const corrected = { federal_action_obligation: "12.00" };
    const home = await homes.make({
      "a.csv": csv([corrected, ...rows.slice(1)]),
      "sources.csv": sources({ "a.csv": "2026-02-09" }),
    });
    // A home without any change, as earlier versions of the program left it.
    expect(await query((await ensureSnapshot({ home })).file, "from changes")).toEqual([]);
    const [header, first, second] = csv(rows.slice(0, 2)).split("\n");
    await mkdir(join(home.data, "history"));
    await writeFile(
      join(home.data, "history", "a.csv.gz"),
      gzipSync(`${header},retrieved\n${first},2026-02-01 2026-02-05\n${second},2026-02-05\n`),
    );
    const listed = (file: string) =>
      query(file, "select kind, modification, noticed::varchar, published from changes order by seq");
    const history = [
      ["new_action", "P00001", "2026-02-05", "2026-02-05T00:00:00.000Z"],
      ["new_action", "P00002", "2026-02-09", "2026-02-09T00:00:00.000Z"],
      ["amount", "0", "2026-02-09", "2026-02-09T00:00:00.000Z"],
    ];
    const published = await ensureSnapshot({ home });
    expect(await listed(published.file)).toEqual(history);
    expect(published.report.totals.read).toBe(3);
    expect(await query(published.file, "select value from meta where name = 'changes'")).toEqual([
      ['{"since":"2026-02-01"}'],
    ]);
    const path = await homes.file(
      "b.csv",
      csv([corrected, ...rows.slice(1), { modification_number: "P00003" }]),
    );
    const { file } = await importFiles({ home, files: [{ path, name: "b.csv", retrieved: "2026-02-20" }] });
    expect(await listed(file)).toEqual([
      ...history,
      ["new_action", "P00003", "2026-02-20", expect.stringMatching(/^20\d\d-/)],
    ]);
  } finally {
    await homes.close();
  }
});

/** A home with a record file, and a folder for history that has none yet. */
async function withHistory(work: (homes: Homes, home: Home, path: string) => Promise<void>) {
  const homes = new Homes({ rules: "few" });
  await homes.open();
  try {
    const home = await homes.make({ "a.csv": csv([{}]), "sources.csv": sources({ "a.csv": "2026-02-09" }) });
    await mkdir(join(home.data, "history"));
    await work(homes, home, join(home.data, "history", "b.csv.gz"));
  } finally {
    await homes.close();
  }
}

const [header, row = ""] = csv([{}]).split("\n");
const [, wrong = ""] = csv([{ action_date: "soon" }]).split("\n");
const days = "2026-02-01 2026-02-05";
const history = (...lines: string[]) => gzipSync([`${header},retrieved`, ...lines, ""].join("\n"));
const whole = history(`${row},${days}`);
const damages: { is: string; bytes: Buffer; sentence: RegExp; tags?: string[] }[] = [
  {
    is: "a row that cannot be read",
    bytes: history(`${row},${days}`, `${wrong},2026-02-01`),
    sentence: /, line 3: action_date is not a day .*\.$/,
  },
  {
    is: "a file that is cut off",
    bytes: whole.subarray(0, whole.length - 9),
    sentence: /^history\/b\.csv\.gz, line 1: the file is damaged .*\.$/,
  },
  ...[
    {
      is: "a file that is not packed",
      bytes: Buffer.from("a,b,retrieved\n"),
      sentence: /, line 1: the file is damaged .*\.$/,
    },
    {
      is: "another last column",
      bytes: gzipSync("a,b\n"),
      sentence: /, line 1: the last column must be retrieved\.$/,
    },
    {
      is: "a retrieval without a day",
      bytes: history(`${row},${days}`, `${row},../../x`),
      sentence: /, line 3: retrieved must be days such as .*\.$/,
    },
    {
      is: "a retrieval without a row that can be read",
      bytes: history(`${row},2026-02-01`, `${wrong},2026-02-05`),
      sentence: /, line 3: action_date is not a day .*\.$/,
    },
    {
      is: "a stray quotation mark",
      bytes: history(`${row},${days}`, `"${row},${days}`, `${row},${days}`),
      sentence: /, line \d: .*quotation mark.*\.$/,
    },
    {
      is: "columns of another kind",
      bytes: gzipSync(`a,b,retrieved\n1,2,${days}\n`),
      sentence: /^history\/b\.csv\.gz, line 1: .*\.$/,
    },
  ].map((damage) => ({ ...damage, tags: ["deep"] })),
];

for (const { is, bytes, sentence, tags = [] } of damages)
  it(`refuses a history with ${is} by file and line, and leaves nothing behind`, { tags }, () =>
    withHistory(async (_, home, path) => {
      await writeFile(path, bytes);
      await expect(checkRecords({ home })).rejects.toThrow(sentence);
      expect(await readdir(home.root)).toEqual([]);
    }),
  );

it("leaves nothing behind when a file is refused while the history is built", () =>
  withHistory(async (homes, home, path) => {
    await writeFile(path, whole);
    const page = { path: await homes.file("page.csv", "<html></html>"), name: "page.csv" };
    await expect(importFiles({ home, files: [page] })).rejects.toThrow("page.csv was refused");
    expect(await readdir(home.root)).toEqual(["snapshots"]);
  }));
