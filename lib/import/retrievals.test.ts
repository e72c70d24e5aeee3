import { afterAll, beforeAll, expect, it } from "vitest";
import { recordColumns } from "@/lib/contracts/columns";
import type { FileReport } from "@/lib/contracts/import-report";
import { type Ensured, ensureSnapshot, importFiles } from "@/lib/import/import";
import { retrievalDay } from "@/lib/import/source-files";
import { readStoredFile } from "@/lib/import/stored-files";
import { csv, Homes, query, type RecordCells } from "@/lib/import/testing/homes";
import { listSnapshots, readManifest } from "@/lib/snapshot/manifest";
import type { Home } from "@/lib/snapshot/paths";

const wide = [
  "contract_transaction_unique_key",
  ...recordColumns,
  "period_of_performance_current_end_date",
  "current_total_value_of_award",
];

/** A file of one agency's records. */
interface File {
  rows: RecordCells[];
  columns?: readonly string[];
  /** The day in its name; by default that of the import. */
  named?: string;
  /** The stated day of retrieval. */
  retrieved?: string;
  proven?: boolean;
  /** A second name under which the same file is imported at once. */
  alsoNamed?: string;
}

interface Test {
  agency: string;
  /** A file for each import; `null` for none. */
  files: (File | null)[];
}

// Even a small import takes a second, so the files of all tests are imported together, one of each test at a time.
// Each test has its own agency, because the records of agencies do not affect each other.
const tests: Test[] = [];
const homes = new Homes({ rules: "few" });
let home: Home;
const imports: Ensured[] = [];
/** The result of importing a file again by its other name. */
const repeated = new Map<string, Ensured>();

const dayOf = (place: number) => `2026-08-0${place + 1}`;
const nameOf = (agency: string, day: string) => `${agency}-retrieved-${day}.csv`;
const textOf = (agency: string, { rows, columns }: File) =>
  csv(
    rows.map((row) => ({ awarding_sub_agency_code: agency, ...row })),
    columns,
  );

async function importAt(place: number): Promise<Ensured> {
  const files = tests.flatMap(({ agency, files: all }) => {
    const file = all[place];
    return file ? [{ agency, file, name: nameOf(agency, file.named ?? dayOf(place)) }] : [];
  });
  return importFiles({
    home,
    files: await Promise.all(
      files.map(async ({ agency, file, name }) => ({
        path: await homes.file(name, textOf(agency, file)),
        name,
        retrieved: file.retrieved,
        proven: file.proven,
      })),
    ),
  });
}

beforeAll(async () => {
  await homes.open();
  home = await homes.make({}, 20);
  const count = Math.max(...tests.map(({ files }) => files.length));
  for (let place = 0; place < count; place += 1) {
    imports.push(await importAt(place));
    for (const { agency, files } of tests) {
      const file = files[place];
      if (!file?.alsoNamed) continue;
      const again = await homes.import(home, file.alsoNamed, textOf(agency, file), file.retrieved);
      repeated.set(file.alsoNamed, again);
    }
  }
}, 300_000);
afterAll(() => homes.close());

/** The state of a test's agency after an import, by default its last one. */
class Outcome {
  readonly last: number;

  constructor({ agency, files }: Test) {
    this.agency = agency;
    this.last = files.length - 1;
  }
  readonly agency: string;

  /** The reports of the agency's files. */
  files(place = this.last): FileReport[] {
    return imports[place]?.report.files.filter(({ file }) => file.startsWith(this.agency)) ?? [];
  }

  /** The counts of all of its rows. */
  totals() {
    const sum = (name: "read" | "accepted" | "duplicate" | "superseded" | "rejected") =>
      this.files().reduce((all, file) => all + file[name], 0);
    return {
      read: sum("read"),
      accepted: sum("accepted"),
      duplicate: sum("duplicate"),
      superseded: sum("superseded"),
      rejected: sum("rejected"),
    };
  }

  /** The rows of a query in which `AGENCY` stands for the agency's code. */
  find(sql: string, place = this.last) {
    return query(imports[place]?.file ?? "", sql.replaceAll("AGENCY", `'${this.agency}'`));
  }

  /** The number of actions, their net obligations, and how many of them the newest file lacks. */
  async count(place?: number) {
    const [counted] = await this.find(
      `select count(*)::integer, sum(amount_cents), count(*) filter (missing)::integer from actions where agency_code = AGENCY`,
      place,
    );
    return counted;
  }

  /** The same after each of the test's imports. */
  counts() {
    return Promise.all(Array.from({ length: this.last + 1 }, (_, place) => this.count(place)));
  }

  /** The stored files that the next import uses again. */
  async kept(): Promise<string[]> {
    const ids = (await readManifest(home, imports[this.last]?.id ?? ""))?.kept ?? [];
    const names = await Promise.all(ids.map(async (id) => (await readStoredFile(home, id)).name));
    return names.filter((name) => name.startsWith(this.agency));
  }
}

/** A test of the files of one agency, imported one after the other. */
function imported(
  name: string,
  files: (agency: string) => (File | null)[],
  check: (outcome: Outcome) => Promise<void>,
) {
  const agency = `${8001 + tests.length}`;
  const test = { agency, files: files(agency) };
  tests.push(test);
  it(name, () => check(new Outcome(test)));
}

/** Ten actions of one contract, with some left out or changed. */
const ten = (change: Record<number, RecordCells | null> = {}): File => ({
  rows: Array.from({ length: 10 }, (_, index) => index).flatMap((index) => {
    const row = { modification_number: `P${index}`, federal_action_obligation: `${index}.00` };
    return change[index] === null ? [] : [{ ...row, ...change[index] }];
  }),
});

const keyOf = (agency: string, piid: string) => `CONT_AWD_${piid}_${agency}_-NONE-_-NONE-`;

/** Ten contracts of one action each, with keys, and these rows. */
const contracts = (agency: string, rows: RecordCells[] = [], count = 10): RecordCells[] => [
  ...Array.from({ length: count }, (_, index) => ({
    award_id_piid: `70CDCR26C0000010${index}`,
    contract_award_unique_key: keyOf(agency, `70CDCR26C0000010${index}`),
    contract_transaction_unique_key: `${agency} T${index}`,
  })),
  ...rows,
];

imported(
  "a newer file corrects an older one, and the report says how much",
  () => [ten(), ten({ 3: { federal_action_obligation: "33.00" } })],
  async (outcome) => {
    expect(await outcome.count()).toEqual([10, "7500", 0]);
    expect(outcome.totals()).toMatchObject({ read: 20, accepted: 10, duplicate: 9, superseded: 1 });
    const newer = nameOf(outcome.agency, dayOf(1));
    expect(outcome.files()[0]?.warnings).toContainEqual(
      `1 action is also in ${newer}, which counts as newer; different: amount in 1.`,
    );
  },
);

imported(
  "an action that two files in a row lack is kept, and one that a third lacks is left out",
  () => [
    ten(),
    ten({ 9: null }),
    ten({ 1: { recipient_name: "X" }, 9: null }),
    ten({ 1: { recipient_name: "Y" }, 9: null }),
  ],
  async (outcome) => {
    expect(await outcome.counts()).toEqual([
      [10, "4500", 0],
      [10, "4500", 1],
      [10, "4500", 1],
      [9, "3600", 0],
    ]);
    const [, second, third, fourth] = [0, 1, 2, 3].map((place) => nameOf(outcome.agency, dayOf(place)));
    expect(outcome.files(1)[0]?.warnings).toContainEqual(
      `1 action is not in ${second}, which is a newer retrieval of the same agency and fiscal year; kept until 3 retrievals in a row lack them, or two at least 3 days apart.`,
    );
    expect(outcome.files()[0]?.warnings).toContainEqual(
      `1 action is not in ${second}, ${third} and ${fourth}, which are newer retrievals of the same agency and fiscal year; left out.`,
    );
  },
);

imported(
  "an action that two files lack which are three days apart is left out",
  () => [
    { ...ten(), retrieved: "2026-08-01" },
    { ...ten({ 9: null }), retrieved: "2026-08-02" },
    { ...ten({ 1: { recipient_name: "X" }, 9: null }), retrieved: "2026-08-05" },
  ],
  async (outcome) =>
    expect(await outcome.counts()).toEqual([
      [10, "4500", 0],
      [10, "4500", 1],
      [9, "3600", 0],
    ]),
);

imported(
  "an action that is missing once and comes back changes nothing",
  () => [ten(), ten({ 9: null }), ten(), ten({ 9: null })],
  async (outcome) => expect(await outcome.count()).toEqual([10, "4500", 1]),
);

const corrected: RecordCells = { federal_action_obligation: "33.00" };
imported(
  "corrections, additions and what is gone for good are news, and nothing else is",
  () => [
    ten({ 8: null }),
    ten({ 9: null }),
    ten({ 3: corrected, 7: null }),
    ten({ 3: corrected, 6: null }),
    ten({ 3: corrected, 5: { recipient_name: "ACME INC." }, 6: null }),
    ten({ 3: corrected, 5: { recipient_name: "ACME, INC." }, 6: null }),
  ],
  async (outcome) => {
    const listed = async (place: number) =>
      (
        await outcome.find(
          `select kind, modification, before, after from changes
            where not administrative and agency = AGENCY order by kind, modification`,
          place,
        )
      ).map((row) => row.filter(Boolean).join(" "));
    expect(await Promise.all([0, 1, 2, 3, 4, 5].map(listed))).toEqual([
      [],
      ["new_action P8"],
      ["amount P3 3.00 33.00", "new_action P8"],
      ["amount P3 3.00 33.00", "new_action P8"],
      ["amount P3 3.00 33.00", "new_action P8"],
      ["amount P3 3.00 33.00", "new_action P8", `vanished P6 ${dayOf(2)}`],
    ]);
  },
);

imported(
  "the same file twice counts as one retrieval",
  () => [ten(), ten({ 9: null }), ten({ 9: null })],
  async (outcome) => {
    expect(await outcome.count()).toEqual([10, "4500", 1]);
    expect(await outcome.find("from changes where agency = AGENCY")).toEqual([]);
  },
);

const few: RecordCells = { modification_number: "P1", federal_action_obligation: "1.00" };
imported(
  "files of a few actions take nothing away",
  () => [ten(), { rows: [few] }, { rows: [{ ...few, recipient_name: "ACME LLC" }] }],
  async (outcome) => expect(await outcome.count()).toEqual([10, "4500", 0]),
);

imported(
  "a file that was proved whole takes away at once",
  () => [ten(), { ...ten({ 9: null }), proven: true }],
  async (outcome) => expect(await outcome.count()).toEqual([9, "3600", 0]),
);

imported(
  "a file is forgotten when enough newer ones say all that it said",
  () => [ten(), ...["W", "X", "Y", "Z"].map((name) => ten({ 1: { recipient_name: name } }))],
  async (outcome) => {
    expect(await outcome.count()).toEqual([10, "4500", 0]);
    expect(outcome.files()).toHaveLength(4);
    expect(await outcome.kept()).toHaveLength(3);
  },
);

imported(
  "a file is forgotten when newer ones of other months stand for it, though rows of it were rejected",
  (agency) => {
    const wrong = { award_id_piid: "70CDCR26C00000999", action_date: "soon" };
    const file = (rows: RecordCells[], retrieved: string) => ({
      rows: contracts(agency, rows),
      columns: wide,
      retrieved,
    });
    return [
      ...["2026-02-01", "2026-03-01", "2026-04-01"].map((day) =>
        file([{ ...wrong, recipient_name: day }], day),
      ),
      file([], "2026-05-01"),
    ];
  },
  async (outcome) => {
    expect(outcome.files(3).map(({ read, rejected }) => [read, rejected])).toEqual([
      [11, 1],
      [11, 1],
      [10, 0],
    ]);
    expect(await outcome.kept()).toHaveLength(2);
  },
);

imported(
  "a snapshot that found a file superfluous is not built again",
  (agency) => {
    const file = (count: number, retrieved: string) => ({
      rows: contracts(agency, [], count),
      columns: wide,
      retrieved,
    });
    return [null, null, file(9, "2026-02-01"), file(9, "2026-03-01"), file(10, "2026-04-01")];
  },
  async (outcome) => {
    expect(outcome.files()).toHaveLength(3);
    expect(await outcome.kept()).toHaveLength(2);
    expect(await ensureSnapshot({ home })).toMatchObject({ id: imports.at(-1)?.id, built: false });
  },
);

imported(
  "a file that is imported under two names is one retrieval",
  (agency) => [
    { rows: contracts(agency, [{}]), columns: wide, retrieved: "2026-02-01" },
    { rows: contracts(agency), columns: wide, retrieved: "2026-03-01", alsoNamed: "the same.csv" },
  ],
  async (outcome) => {
    expect(repeated.get("the same.csv")).toMatchObject({ id: imports[1]?.id, built: false });
    expect(await outcome.count()).toEqual([11, "11000", 1]);
  },
);

imported(
  "the day in a file's name counts as its day, unless it holds a newer action",
  () => [ten(), { ...ten({ 0: { action_date: "2026-08-30" } }), named: "2026-08-29" }],
  async (outcome) => {
    const [newest] = await listSnapshots(home);
    const days = newest?.files.flatMap(({ file, retrieved }) =>
      file.startsWith(outcome.agency) ? [retrieved] : [],
    );
    expect(days).toHaveLength(2);
    expect(days?.[0]).toBe("2026-08-01");
    expect(days?.[1]).not.toBe("2026-08-29");
  },
);

it.each([
  "CBP_ICE_FY2026_2026-08-01.csv",
  "FY2026_070_Contracts_Full_20260801_1.csv",
  "actions_2026-08-01_H15M03S22.zip.csv",
])("a file's day is read from a name such as %s", (name) => {
  const file = { from: "import" as const, name, retrieved: undefined, modified: "2026-09-30" };
  expect(retrievalDay(file, "2026-01-15")).toEqual({ day: "2026-08-01", isGuess: false });
  expect(retrievalDay(file, "2026-08-02")).toEqual({ day: "2026-08-02", isGuess: true });
});

it("dates a file without a stated day by its newest action, and by its last change at the latest", () => {
  const file = { from: "import" as const, name: "may.csv", retrieved: undefined, modified: "2026-11-29" };
  expect(retrievalDay(file, "2026-05-15")).toEqual({ day: "2026-05-15", isGuess: true });
  expect(retrievalDay(file, "2049-01-01")).toEqual({ day: "2026-11-29", isGuess: true });
  expect(retrievalDay(file, null)).toEqual({ day: "2026-11-29", isGuess: true });
});

it("ignores a future day in a file name", () => {
  const file = {
    from: "import" as const,
    name: "contracts-20991231.csv",
    retrieved: undefined,
    modified: "2026-11-29",
  };
  expect(retrievalDay(file, "2026-05-15")).toEqual({ day: "2026-05-15", isGuess: true });
});

it("does not let an old copy without a day replace later retrievals, and reports its assumed day", async () => {
  const home = await homes.make({}, 5);
  const row = (modification_number: string, federal_action_obligation: string) => ({
    modification_number,
    federal_action_obligation,
    action_date: "2026-05-15",
  });
  const add = async (name: string, rows: RecordCells[], retrieved?: string) =>
    importFiles({ home, files: [{ path: await homes.file(name, csv(rows)), name, retrieved }] });
  await add("august.csv", [row("0", "75.00"), row("1", "5.00")], "2026-08-22");
  const { file, report } = await add("copy.csv", [row("0", "50.00"), row("1", "5.00")]);
  expect(await query(file, "select amount_cents::double from actions order by modification")).toEqual([
    [7500],
    [500],
  ]);
  expect(report.files.flatMap(({ warnings }) => warnings)).toContain(
    "Nothing says when the file was retrieved; it is taken to be of May 15, 2026, like its newest action. --retrieved states another day.",
  );
});

imported(
  "a recipient that the newest file leaves out is the one of the file before",
  () => [
    { rows: [{}], retrieved: "2026-02-01" },
    { rows: [{ recipient_name: "" }], retrieved: "2026-03-01" },
  ],
  async (outcome) => {
    const names = await outcome.find(
      "select name from actions join recipients on recipients.id = actions.recipient where agency_code = AGENCY",
    );
    expect(names).toEqual([["ACME INC"]]);
  },
);

imported(
  "a contract whose only action is withdrawn leaves no contract behind",
  (agency) => {
    const gone = {
      contract_award_unique_key: keyOf(agency, "70CDCR26C00000016"),
      contract_transaction_unique_key: `${agency} T`,
      current_total_value_of_award: "5.00",
    };
    const file = (rows: RecordCells[], retrieved: string) => ({
      rows: contracts(agency, rows),
      columns: wide,
      retrieved,
    });
    return [
      file([gone], "2026-02-01"),
      file([], "2026-03-01"),
      file([{ award_id_piid: "70CDCR26C00000999" }], "2026-04-01"),
    ];
  },
  async (outcome) => {
    const left = `select piid, actions from contracts join agencies on agencies.id = agency
      where code = AGENCY and (piid = '70CDCR26C00000016' or actions = 0)`;
    expect(await outcome.find(left, 0)).toEqual([["70CDCR26C00000016", 1]]);
    expect(await outcome.find(left)).toEqual([]);
  },
);

imported(
  "an action that was recorded on a wrong day says nothing of its contract once it is corrected",
  () => {
    const end = (day: string) => ({ period_of_performance_current_end_date: day });
    return [
      {
        rows: [{ modification_number: "P1", action_date: "2026-02-28", ...end("2026-12-31") }],
        columns: wide,
        retrieved: "2026-03-01",
      },
      {
        rows: [
          { modification_number: "P1", action_date: "2026-01-28", ...end("2026-12-31") },
          { modification_number: "P2", action_date: "2026-02-03", ...end("2027-12-31") },
        ],
        columns: wide,
        retrieved: "2026-04-01",
      },
    ];
  },
  async (outcome) => {
    const ends = await outcome.find(
      "select current_end from contracts join agencies on agencies.id = agency where code = AGENCY",
    );
    expect(ends).toEqual([["2027-12-31"]]);
  },
);

imported(
  "rows with one transaction key are one action, however a spreadsheet wrote their modification",
  (agency) => {
    const keyed = { contract_transaction_unique_key: `${agency} T1` };
    return [
      { rows: [{ modification_number: "00001" }], retrieved: "2026-02-01" },
      { rows: [{ modification_number: "00001", ...keyed }], columns: wide, retrieved: "2026-02-02" },
      { rows: [{ modification_number: "1", ...keyed }], columns: wide, retrieved: "2026-02-03" },
    ];
  },
  async (outcome) => {
    expect(
      await outcome.find("select modification, amount_cents from actions where agency_code = AGENCY"),
    ).toEqual([["1", "1000"]]);
    expect(outcome.totals()).toMatchObject({ read: 3, accepted: 1, superseded: 2 });
  },
);
