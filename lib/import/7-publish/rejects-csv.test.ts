import { expect, it } from "vitest";
import { csvTable, readWhole, reported } from "@/lib/import/2-parse/testing/read";
import { rejectsToCsv } from "@/lib/import/7-publish/rejects-csv";

const action = {
  contract_award_unique_key: "CONT_AWD_A_7012_-NONE-_-NONE-",
  award_id_piid: "A",
  modification_number: "0",
  action_date: "2026-01-15",
  federal_action_obligation: "-1.00",
  awarding_sub_agency_code: "7012",
  recipient_name: "=ACME",
  award_or_idv_flag: "AWARD",
  potential_total_value_of_award: "5.00",
  transaction_description: "COR A@B.GOV, 'QUOTED'",
};
const search = {
  Agency: "ICE",
  "Award ID": "B",
  Mod: "P00001",
  "Action Date": "2026-01-15",
  "Transaction Amount": "2.0",
  "Recipient Name": "ACME",
};
const summary = {
  award_id_piid: "C",
  awarding_sub_agency_code: "7012",
  recipient_name: "ACME",
  total_obligated_amount: "7.00",
  award_or_idv_flag: "AWARD",
};
const agreement = { ...summary, award_id_piid: "D", award_or_idv_flag: "IDV" };

/** The rows of a file with one wrong value, and of the corrected file. */
async function both(row: Record<string, string>, column: string, wrong: string) {
  const [bad, good] = [
    await readWhole(csvTable([{ ...row, [column]: wrong }, row])),
    await readWhole(csvTable([row, row])),
  ];
  expect([bad.accepted.length, bad.rejected.length]).toEqual([1, 1]);
  return { rejected: bad.rejected, accepted: good.accepted.slice(0, 1) };
}

it("loads again after correction, from any kind of file", async () => {
  const files = [
    await both(action, "action_date", "soon"),
    await both(search, "Transaction Amount", "1.23E+11"),
    await both(summary, "award_id_piid", "not one"),
  ];
  const agreements = await readWhole(csvTable([{ ...agreement, award_id_piid: "not this" }, summary]));
  const rejects = [...files.flatMap(({ rejected }) => rejected), ...agreements.rejected];
  const text = rejectsToCsv(rejects, "abc");
  const again = await readWhole(text);
  expect(again.accepted).toEqual([]);
  expect(again.rejected.map(({ column, value }) => [column, value])).toEqual(
    rejects.map(({ column, value }) => [column, value]),
  );

  const mended = await readWhole(
    text
      .replace("soon", "2026-01-15")
      .replace("1.23E+11", "2.0")
      .replace("not one", "C")
      .replace("not this", "D"),
  );
  expect([mended.format, mended.rejected]).toEqual(["rejected rows of this tracker", []]);
  const expected = files.flatMap(({ accepted }) => accepted);
  expect(mended.accepted.map(({ kind }) => kind)).toEqual(["action", "action", "award", "agreement"]);
  expect(mended.accepted.slice(0, 3).map(reported)).toEqual(expected.map(reported));
  expect(mended.accepted[3]?.record).toMatchObject({ award_id_piid: "D", total_dollars_obligated: 700 });
});

it("guards formulas, and contains nothing that was masked", async () => {
  const { rejected } = await both(action, "action_date", "soon");
  const text = rejectsToCsv(rejected, "abc");
  expect(text).toContain("'=ACME");
  expect(text).not.toContain("A@B.GOV");
  expect(text).toContain("potential_total_value_of_award_lifetime_do_not_sum");
});
