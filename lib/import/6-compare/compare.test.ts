import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Series, type SeriesRow } from "@/lib/import/testing/series";

const base: SeriesRow = {
  award_id_piid: "P1",
  modification_number: "0",
  action_date: "2026-01-15",
  federal_action_obligation: "10.00",
  recipient_name: "ACME INC",
  transaction_description: "GUARDS",
};
/** Actions that keep a year larger than what a test removes from it. */
const others: SeriesRow[] = ["X1", "X2", "X3", "X4"].map((piid) => ({ award_id_piid: piid }));

/** A retrieval of one agency's records, and the expected changes of that agency. */
interface Retrieval {
  rows: SeriesRow[];
  /** Its file; by default a new one for each day. */
  file?: string;
  /** SQL on the finished tables, for facts that these files cannot express. */
  also?: string;
  /** The changes that are shown. */
  shown?: string[];
  /** All changes, also folded ones. */
  all?: string[];
  /** Queries and their rows. */
  finds?: [sql: string, rows: unknown[][]][];
}

interface Test {
  /** The agencies of its records; the first is the default of its rows. */
  agencies: [string, string];
  retrievals: Retrieval[];
  /** The changes after each retrieval. */
  found: Required<Pick<Retrieval, "shown" | "all" | "finds">>[];
}

// Building and comparing a snapshot takes a second, so the retrievals of all tests are published together, day
// by day, each with its own agency, because agencies and years are compared separately.
const tests: Test[] = [];
const dayOf = (index: number) => `2026-10-0${index + 1}`;

/** A test of the changes recorded over the retrievals of an agency. */
function records(
  name: string,
  retrievals: (agency: string, other: string) => Retrieval[],
  agencies: [string, string] = [`${8001 + tests.length}`, `${9001 + tests.length}`],
) {
  const test: Test = { agencies, retrievals: retrievals(...agencies), found: [] };
  tests.push(test);
  it(name, () => {
    for (const [index, { shown, all, finds }] of test.retrievals.entries()) {
      const found = test.found[index];
      if (shown) expect(found?.shown, `shown on ${dayOf(index)}`).toEqual(shown);
      if (all) expect(found?.all, `all on ${dayOf(index)}`).toEqual(all);
      if (finds) expect(found?.finds, `found on ${dayOf(index)}`).toEqual(finds);
    }
  });
}

let series: Series;
beforeAll(async () => {
  series = await Series.begin(base, { rules: "few" });
  const days = Math.max(...tests.map(({ retrievals }) => retrievals.length));
  for (let index = 0; index < days; index += 1) {
    // A test without further retrievals keeps its last file as the newest.
    const files = tests.map(({ agencies, retrievals }) => {
      const last = Math.min(index, retrievals.length - 1);
      return { agencies, name: dayOf(last), ...(retrievals[last] as Retrieval) };
    });
    await series.publish(
      files.flatMap(({ agencies: [agency], rows }) =>
        rows.map((row) => ({ awarding_sub_agency_code: agency, ...row })),
      ),
      {
        day: dayOf(index),
        hash: new Map(
          files.flatMap(({ agencies, name, file = name }) => agencies.map((code) => [code, file] as const)),
        ),
        also: files.map(({ also = "" }) => also).join(";"),
      },
    );
    const entries = await series.entries();
    for (const { agencies, retrievals, found } of tests) {
      if (index >= retrievals.length) continue;
      const own = entries.filter(({ agency }) => agencies.includes(agency));
      const statements = retrievals[index]?.finds ?? [];
      found.push({
        shown: own.filter(({ folded }) => !folded).map(({ text }) => text),
        all: own.map(({ text }) => text),
        finds: await Promise.all(statements.map(async ([sql]) => [sql, await series.read<unknown[]>(sql)])),
      });
    }
  }
  history = await publishHistory();
}, 300_000);
afterAll(() => series?.remove());

/** The changes listed after snapshots of earlier versions of the program. */
let history: { compared: string[]; carried: unknown[]; incomparable: string[]; since: unknown[] };

/** SQL that puts the money of a snapshot's actions and changes into dollars, as version 1 of the tables has it. */
const inDollars = (columns: string[]) =>
  columns
    .map((name) => name.split("."))
    .map(
      ([
        table,
        name,
      ]) => `alter table ${table} alter ${name}_cents type decimal(18,2) using (${name}_cents * 0.01::decimal(3,2));
        alter table ${table} rename ${name}_cents to ${name}`,
    )
    .join(";");

/**
 * Publishes after snapshots of earlier versions of the program: first without the changes and optional columns, then with
 * money in dollars, then without a required column.
 */
async function publishHistory(): Promise<typeof history> {
  await series.read(`drop table changes; drop table gone; drop table cells; delete from meta where name = 'changes';
    ${["missing", "transaction_key", "action_type"].map((name) => `alter table actions drop ${name}`).join(";")};
    alter table contracts drop current_end; alter table parents drop agency; ${inDollars(["actions.amount"])}`);
  const last = tests.flatMap(({ agencies: [agency], retrievals }) =>
    (retrievals.at(-1)?.rows ?? []).map((row) => ({ awarding_sub_agency_code: agency, ...row })),
  );
  const [one] = tests[0]?.agencies ?? [];
  const changed = last.map((row) =>
    row.awarding_sub_agency_code === one && row.award_id_piid === undefined
      ? { ...row, federal_action_obligation: "11.00" }
      : row,
  );
  await series.publish(changed, { day: "2026-11-01" });
  const compared = await series.listed({ all: true });
  await series.read(inDollars(["actions.amount", "gone.amount", "changes.amount", "changes.amount_before"]));
  await series.publish(last, { day: "2026-11-02" });
  const carried = await series.read(
    "select before, after, amount_cents, amount_before_cents from changes order by seq",
  );
  await series.read("alter table actions rename modification to number");
  await series.publish(last, { day: "2026-11-03" });
  return {
    compared,
    carried,
    incomparable: await series.listed({ all: true }),
    since: await series.read("select value from meta where name = 'changes'"),
  };
}

describe("new contracts and actions", () => {
  records("is nothing of the first snapshot, nor of the same records again", () => [
    { rows: [{}, ...others], all: [] },
    {
      rows: [{}, ...others].reverse(),
      all: [],
      finds: [["select value from meta where name = 'changes'", [[`{"since":"${dayOf(0)}"}`]]]],
    },
  ]);

  records("is a new contract with its first action, a new action, and how late they are", () => [
    { rows: [{}] },
    {
      rows: [
        {},
        { modification_number: "P00001", federal_action_obligation: "-5.00", action_date: "2026-09-01" },
        { modification_number: "P00002", federal_action_obligation: "0.00", action_date: "2026-10-02" },
        { award_id_piid: "P2", action_date: "2026-09-02", federal_action_obligation: "0" },
        { award_id_piid: "P2", modification_number: "P00001", action_date: "2026-09-29" },
        { award_id_piid: "P3", modification_number: "P00007", action_date: "2026-09-29" },
      ],
      shown: [
        "new_action P1 P00001 -5.00 (late)",
        "new_action P2 P00001 10.00",
        "new_action P3 P00007 10.00",
        "new_contract P2 0 0.00",
      ],
      all: [
        "new_action P1 P00002 0.00",
        "new_action P1 P00001 -5.00 (late)",
        "new_action P2 P00001 10.00",
        "new_action P3 P00007 10.00",
        "new_contract P2 0 0.00",
      ],
    },
    {
      rows: [{}, ...others], // an entry stays when others come
      shown: [
        "new_action P1 P00001 -5.00 (late)",
        "new_action P2 P00001 10.00",
        "new_action P3 P00007 10.00",
        "new_contract P2 0 0.00",
        "new_contract X1 0 10.00 (late)",
        "new_contract X2 0 10.00 (late)",
        "new_contract X3 0 10.00 (late)",
        "new_contract X4 0 10.00 (late)",
      ],
    },
  ]);
});

describe("corrections", () => {
  const was: SeriesRow[] = [{}, { modification_number: "P00001" }, ...others];
  /** The retrievals before and after some actions, each its own modification, are changed. */
  const corrected = (now: SeriesRow[]): [before: SeriesRow[], after: SeriesRow[]] => {
    const numbered = (row: SeriesRow, index: number) => ({ ...row, modification_number: `P${index + 1}` });
    return [
      [...others, ...now.map((_, index) => numbered({}, index))],
      [...others, ...now.map(numbered)],
    ];
  };

  records("is named with what was recorded before", () => {
    const [before, after] = corrected([
      { federal_action_obligation: "12.50" },
      { action_date: "2026-01-16" },
      { recipient_name: "ACME LLC" },
      { transaction_description: "GUARD DOGS" },
      { action_date: "2026-01-14", federal_action_obligation: "-1.00" },
    ]);
    return [
      { rows: before },
      {
        rows: after,
        shown: [
          "description P1 P4 GUARDS -> GUARD DOGS",
          "recipient P1 P3 ACME INC -> ACME LLC",
          "date P1 P5 2026-01-15 -> 2026-01-14",
          "date P1 P2 2026-01-15 -> 2026-01-16",
          "amount P1 P5 10.00 -> -1.00",
          "amount P1 P1 10.00 -> 12.50",
        ],
      },
    ];
  });

  records(
    "is no news where only spelling or spacing differ, and no change where nothing was or is reported",
    () => {
      const [before, after] = corrected([
        { recipient_name: "Acme, Incorporated" },
        { transaction_description: "guards " },
        { recipient_name: "", transaction_description: "" },
        { product_or_service_code_description: "HOUSEKEEPING- GUARD" },
      ]);
      return [
        { rows: before },
        {
          rows: after,
          shown: [],
          all: ["spelling P1 P1 ACME INC -> Acme, Incorporated", "description P1 P2 GUARDS -> guards "],
        },
      ];
    },
  );

  records("is the end of a contract, once, where both retrievals report one", (agency) => {
    const ends = (
      end: string,
    ) => `update contracts set current_end = ${end}, potential_end = date '2030-01-01'
      where piid = 'P1' and agency = (select id from agencies where code = '${agency}')`;
    return [
      { rows: was },
      { rows: was, also: ends("date '2026-09-30'"), shown: [] },
      { rows: was, also: ends("date '2027-09-30'") },
      { rows: was, also: ends("null"), shown: ["end P1 P00001 2026-09-30 -> 2027-09-30"] },
    ];
  });

  // An id is made of recorded facts only, so it can be written here.
  const ids = [
    ["d85ce9ac-f80f-8b9c-b5e8-00c0d678bb3f"],
    ["10315324-8ad5-84ef-8423-315c70d18344"],
    ["551e5a62-6a49-8024-a2bc-815fd6540628"],
  ];
  records("has an id of its own, and the same one on every machine", () => {
    const there: SeriesRow[] = [{ federal_action_obligation: "12.00" }, ...others];
    const found = "select id from changes where agency = '7012' and kind = 'amount' order by seq";
    return [
      { rows: was, file: "one" },
      { rows: there, file: "one" },
      { rows: was, file: "one" },
      { rows: there, file: "one", finds: [[found, ids]] },
    ];
  }, ["7012", "7014"]);
});

describe("the same action", () => {
  records(
    "is known by its contract and modification, whether the contract has a key, gets it or loses it",
    (agency) => {
      const key = `CONT_AWD_P1_${agency}_-NONE-_-NONE-`;
      const keyed = { contract_award_unique_key: key };
      const second = { modification_number: "P00001" };
      return [
        { rows: [{}, second, ...others] },
        { rows: [keyed, { ...keyed, ...second }, ...others] },
        { rows: [{}, second, ...others], all: [] },
        {
          rows: [{ ...keyed, federal_action_obligation: "11.00" }, { ...keyed, ...second }, ...others],
          all: ["amount P1 0 10.00 -> 11.00"],
          finds: [[`select contract_key from changes where agency = '${agency}'`, [[key]]]],
        },
        {
          rows: [{ federal_action_obligation: "12.00" }, second, ...others],
          all: ["amount P1 0 10.00 -> 11.00", "amount P1 0 11.00 -> 12.00"],
        },
      ];
    },
  );

  records("is known by its form where a contract repeats a modification", () => {
    const twin = (amount: string): SeriesRow => ({
      modification_number: "P00001",
      federal_action_obligation: amount,
    });
    return [
      { rows: [{}, twin("1.00"), twin("2.00"), twin("3.00"), ...others] },
      {
        rows: [{}, twin("3.00"), twin("2.50"), twin("1.00"), ...others],
        all: ["amount P1 P00001 2.00 -> 2.50"],
      },
    ];
  });

  records("is known by its transaction key first", (agency) => {
    const also = `update actions set transaction_key = 'T' || action_date where piid = 'P1' and agency_code = '${agency}'`;
    const twins = (one: string, other: string): SeriesRow[] => [
      { action_date: "2026-01-01", federal_action_obligation: one },
      { action_date: "2026-01-02", federal_action_obligation: other },
      ...others,
    ];
    return [
      { rows: twins("1.00", "2.00"), also },
      {
        rows: twins("2.00", "1.00"),
        also,
        shown: ["amount P1 0 2.00 -> 1.00", "amount P1 0 1.00 -> 2.00"],
      },
    ];
  });
});

describe("missing actions", () => {
  const all: SeriesRow[] = [
    {},
    { modification_number: "P00001", transaction_description: "DOGS" },
    ...others,
  ];
  const lacking: SeriesRow[] = [{}, ...others];

  records("is listed when a third retrieval in a row lacks it, and filters know it", (agency) => [
    { rows: all },
    { rows: lacking, file: "lacks it", all: [] },
    { rows: lacking, file: "lacks it", all: [] }, // the same retrieval once more
    { rows: lacking, file: "lacks it too", all: [] }, // two days after the first
    {
      rows: lacking,
      all: [`vanished P1 P00001 ${dayOf(0)}`],
      finds: [
        [
          `select g.piid, r.name, g.description, g.amount_cents from changes c join gone g on g.id = c.action
            join recipients r on r.id = g.recipient where c.agency = '${agency}'`,
          [["P1", "ACME INC", "DOGS", "1000"]],
        ],
      ],
    },
    { rows: lacking, all: [`vanished P1 P00001 ${dayOf(0)}`] },
    { rows: all, all: [], finds: [[`from gone where agency_code = '${agency}'`, []]] }, // back: no news, and nothing vanished
  ]);

  records("is listed when one retrieval lacks it that the source's own count and sums prove", (agency) => [
    { rows: all },
    {
      rows: lacking,
      also: `update cells set proven = true where agency = '${agency}'`,
      all: [`vanished P1 P00001 ${dayOf(0)}`],
    },
    { rows: lacking, all: [`vanished P1 P00001 ${dayOf(0)}`] },
  ]);

  records("is listed when a second retrieval lacks it three days after the first", () => [
    { rows: all },
    { rows: lacking, file: "lacks it", all: [] },
    ...Array.from({ length: 2 }, () => ({ rows: lacking, file: "lacks it", all: [] })),
    { rows: lacking, file: "lacks it still", all: [`vanished P1 P00001 ${dayOf(0)}`] },
  ]);

  records("is looked for anew where it comes back between two retrievals that lack it", () => [
    { rows: all },
    { rows: lacking, all: [] },
    { rows: lacking, all: [] },
    { rows: all, all: [] },
    { rows: lacking, all: [] },
    { rows: lacking, all: [] },
    { rows: lacking, all: [`vanished P1 P00001 ${dayOf(3)}`] },
  ]);

  records(
    "is no change where it comes back before the last retrieval, but for what is corrected in it",
    () => [
      { rows: all },
      { rows: lacking },
      {
        rows: [{}, { modification_number: "P00001", transaction_description: "CATS" }, ...others],
        all: ["description P1 P00001 DOGS -> CATS"],
      },
    ],
  );

  records("counts as absent while the snapshot still keeps it", (agency) => {
    const also = `update actions set missing = true
      where piid = 'P1' and modification = 'P00001' and agency_code = '${agency}'`;
    return [
      { rows: all },
      { rows: all, also },
      { rows: all, all: [] },
      { rows: all, also },
      { rows: all, also, all: [] },
      { rows: lacking, all: [`vanished P1 P00001 ${dayOf(2)}`] },
    ];
  });

  records(
    "waits where its agency and year are not here at all, or where most of them are absent at once",
    (_, other) => {
      const many: SeriesRow[] = Array.from({ length: 50 }, (_, index) => ({ award_id_piid: `M${index}` }));
      const elsewhere: SeriesRow = { award_id_piid: "C1", awarding_sub_agency_code: other };
      const most = [...many.slice(30), elsewhere];
      return [
        { rows: [...many, elsewhere] },
        { rows: [elsewhere] },
        { rows: [elsewhere], all: [] },
        { rows: most },
        { rows: most },
        { rows: most, all: ["incomplete 50 -> 30"] },
        // The actions that the incomplete file lacked have not been missing before.
        { rows: [...many.slice(1), elsewhere], all: [] },
        { rows: [...many, elsewhere], all: [] },
      ];
    },
  );
});

describe("years added afterwards", () => {
  records(
    "is one remark for an agency and year that were not here, and news where a year has just begun",
    (agency, other) => {
      const customs: SeriesRow = { awarding_sub_agency_code: other };
      return [
        { rows: [{}, ...others] },
        {
          rows: [
            {},
            ...others,
            { ...customs, award_id_piid: "C1" },
            { ...customs, award_id_piid: "C2" },
            { award_id_piid: "P9", action_date: "2024-11-01" },
            { award_id_piid: "P8", action_date: "2026-10-01" },
          ],
          shown: ["new_contract P8 0 10.00", "loaded -> 1", "loaded -> 2"],
          finds: [
            [
              `select agency, fiscal_year from changes where kind = 'loaded' and agency in ('${agency}', '${other}') order by seq`,
              [
                [agency, 2025],
                [other, 2026],
              ],
            ],
          ],
        },
      ];
    },
  );

  it("starts a history after a snapshot without one, and compares what both have, also with money in dollars", () => {
    expect(history).toEqual({
      compared: ["amount P1 0 10.00 -> 11.00"],
      carried: [
        ["10.00", "11.00", "1100", "1000"],
        ["11.00", "10.00", "1000", "1100"],
      ],
      incomparable: [],
      since: [['{"since":null}']],
    });
  });
});
