import { readFile } from "node:fs/promises";
import Papa from "papaparse";
import { afterAll, beforeAll, expect, it } from "vitest";
import { daysBefore } from "@/lib/contracts/days";
import { Series, type SeriesRow } from "@/lib/import/testing/series";

// A year of real records as dated retrievals: it grows, records are corrected or come late, award keys are filled
// in later, rows come twice, and many records, most of them of $0, are lost by paging for a while.

/** Random numbers that are equal in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

const days = [
  "2026-06-01",
  "2026-06-12",
  "2026-06-25",
  "2026-07-08",
  "2026-07-20",
  "2026-08-03",
  "2026-08-14",
  "2026-08-22",
];
const nameOf = (row: SeriesRow) => `${row.award_id_piid} ${row.modification_number}`;
/** A contract by agency and PIID, because several agencies can have a PIID. */
const contractOf = (row: SeriesRow) =>
  row.contract_award_unique_key || `${row.awarding_sub_agency_code}-${row.award_id_piid}`;
const identityOf = (row: SeriesRow) => `${contractOf(row)} ${row.modification_number}`;

let series: Series;
let hidden = 0;
let expected: { listed: string[]; folded: string[] };
beforeAll(async () => {
  series = await Series.begin();
  const random = seeded(2026);
  const texts = await Promise.all(
    ["ice", "cbp"].map((agency) => readFile(`data/records/${agency}-contract-actions-fy2026.csv`, "utf8")),
  );
  const read = texts.flatMap(
    (text) => Papa.parse<SeriesRow>(text, { header: true, skipEmptyLines: true }).data,
  );
  const records = [...new Map(read.map((row) => [identityOf(row), { ...row }])).values()];
  const repeated = new Set(records.map(nameOf).filter((name, index, all) => all.indexOf(name) !== index));
  const piids = new Map<string, Set<string>>();
  for (const row of records)
    piids.set(
      row.award_id_piid ?? "",
      (piids.get(row.award_id_piid ?? "") ?? new Set()).add(contractOf(row)),
    );
  /** Rows that cannot be confused with other rows. */
  const plain = records.filter(
    (row) => !repeated.has(nameOf(row)) && piids.get(row.award_id_piid ?? "")?.size === 1,
  );

  const appears = new Map(
    records.map((row) => {
      const lag = Math.floor(random() * (random() < 0.03 ? 70 : 12));
      return [row, days.findIndex((day) => daysBefore(day, lag) >= (row.action_date ?? ""))];
    }),
  );
  const isHere = (row: SeriesRow, step: number) => {
    const from = appears.get(row) ?? -1;
    return from >= 0 && from <= step;
  };
  const take = (count: number, fits: (row: SeriesRow) => boolean) => {
    const left = plain.filter((row) => fits(row) && !taken.has(row));
    return Array.from({ length: count }, () => {
      const [row] = left.splice(Math.floor(random() * left.length), 1);
      taken.add(row as SeriesRow);
      return row as SeriesRow;
    });
  };
  const taken = new Set<SeriesRow>();
  const listed = new Map<string, number>();
  const folded = new Map<string, number>();
  const expectOne = (entry: string, isFolded = false) => {
    const counts = isFolded ? folded : listed;
    counts.set(entry, (counts.get(entry) ?? 0) + 1);
  };

  const [gone, lateKeys] = [
    take(4, (row) => isHere(row, 1) && row.federal_action_obligation !== "0.00"),
    take(25, (row) => isHere(row, 0)),
  ];
  const blanked = new Set(lateKeys.map(contractOf));
  const known = new Set<string>();
  let lost: SeriesRow[] = [];
  for (const [step, day] of days.entries()) {
    if (step > 0) {
      const kinds = ["amount", "date", "recipient", "description", "spelling"] as const;
      for (const kind of kinds)
        for (const row of take(3, (one) => isHere(one, step - 1) && !lost.includes(one))) {
          const was = { ...row };
          if (kind === "amount") row.federal_action_obligation = `${Math.trunc(random() * 9e6) + 1}.25`;
          if (kind === "date")
            row.action_date = daysBefore(row.action_date ?? "", 1 + Math.floor(random() * 3));
          if (kind === "recipient") row.recipient_name = `NAMED OTHERWISE ${step} LLC`;
          if (kind === "description")
            row.transaction_description = `${row.transaction_description} - CORRECTED`;
          if (kind === "spelling") row.recipient_name = `${row.recipient_name} .`;
          const column =
            {
              amount: "federal_action_obligation",
              date: "action_date",
              description: "transaction_description",
            }[kind as "amount"] ?? "recipient_name";
          const named = column as keyof SeriesRow;
          expectOne(`${kind} ${nameOf(row)} ${was[named]} -> ${row[named]}`, kind === "spelling");
        }
    }
    const here = records.filter((row) => isHere(row, step) && !(gone.includes(row) && step >= 4));
    // An action can be missing from its second retrieval on, and is back in the next.
    const before = lost;
    lost =
      step === 0
        ? []
        : here.filter(
            (row) =>
              isHere(row, step - 1) &&
              !before.includes(row) &&
              !taken.has(row) &&
              random() < (row.federal_action_obligation === "0.00" ? 0.035 : 0.003),
          );
    hidden += lost.length;
    for (const row of here) {
      if (isHere(row, step - 1) || step === 0) continue;
      const isContract = /^0+$/.test(row.modification_number ?? "") && !known.has(contractOf(row));
      const late = (row.action_date ?? "") < daysBefore(day, 30) ? " (late)" : "";
      const amount = row.federal_action_obligation;
      const entry = `${isContract ? "new_contract" : "new_action"} ${nameOf(row)} ${amount}${late}`;
      expectOne(entry, !isContract && Number(amount) === 0);
    }
    for (const row of here) known.add(contractOf(row));
    const reported = here
      .filter((row) => !lost.includes(row))
      .map((row) =>
        blanked.has(contractOf(row)) && step < 3 ? { ...row, contract_award_unique_key: "" } : row,
      );
    const twice = reported.filter(() => random() < 0.005);
    await series.publish(
      [...reported, ...twice].sort(() => random() - 0.5),
      { day },
    );
  }
  for (const row of gone) expectOne(`vanished ${nameOf(row)} ${days[3]}`);
  const all = (counts: Map<string, number>) =>
    [...counts].flatMap(([entry, count]) => Array<string>(count).fill(entry)).sort();
  expected = { listed: all(listed), folded: all(folded) };
}, 120_000);
afterAll(() => series?.remove());

it("lists the real corrections and new actions of a year of retrievals, and no noise", {
  tags: ["deep"],
}, async () => {
  expect(hidden).toBeGreaterThan(500);
  expect(expected.listed.length).toBeGreaterThan(500);
  expect(expected.listed.filter((entry) => /^(amount|date|recipient|description) /.test(entry))).toHaveLength(
    84,
  );
  expect((await series.listed()).sort()).toEqual(expected.listed);
});

it("folds $0 actions and spellings, and nothing else", {
  tags: ["deep"],
}, async () => {
  const [shown, all] = [await series.listed(), await series.listed({ all: true })];
  const folded = all.sort();
  for (const entry of shown) folded.splice(folded.indexOf(entry), 1);
  expect(folded).toEqual(expected.folded);
});

it("gives every entry its own id", { tags: ["deep"] }, async () => {
  const [[entries, ids] = []] = await series.read<[string, string]>(
    "select count(*), count(distinct id) from changes",
  );
  expect(ids).toBe(entries);
});
