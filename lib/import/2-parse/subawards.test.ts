import { expect, it } from "vitest";
import { csvTable, readWhole, reported } from "@/lib/import/2-parse/testing/read";
import { personalMark, subawardHeader, subawards } from "@/lib/import/testing/subawards";

it("reads the download of subawards as reports of subcontracts, with facts of the prime award", async () => {
  const { format, accepted, rejected, notes } = await readWhole(subawards({}));
  expect([format, rejected, notes]).toEqual(["USAspending subawards", [], []]);
  expect(accepted.map(({ kind, record }) => [kind, reported({ record })])).toEqual([
    [
      "subaward",
      {
        contract_award_unique_key: "CONT_AWD_70CDCR26C00000016_7012_-NONE-_-NONE-",
        award_id_piid: "70CDCR26C00000016",
        action_date: 20_485,
        awarding_sub_agency_code: "7012",
        awarding_sub_agency_name: "U.S. IMMIGRATION AND CUSTOMS ENFORCEMENT",
        recipient_name: "ACME INC",
        recipient_uei: "ABCDEFGHJKL1",
        total_dollars_obligated: 1000_00,
        period_of_performance_current_end_date: 20_818,
        subaward_fsrs_report_id: "R-1",
        subaward_fsrs_report_year: 2026,
        subaward_fsrs_report_month: 2,
        subaward_fsrs_report_last_modified_date: 20_494,
        subaward_number: "S-1",
        subaward_amount: 100_00,
        subaward_action_date: 20_473,
        subaward_description: "GUARDS",
        subawardee_name: "OTHER LLC",
        subawardee_uei: "MNPQRSTUVWX2",
      },
    ],
  ]);
});

it("reads the names that the columns have since the reports moved to SAM.gov", async () => {
  const { accepted } = await readWhole(subawards({}).replaceAll("_fsrs_", "_sam_"));
  expect(accepted[0]?.record).toMatchObject({ subaward_fsrs_report_id: "R-1" });
});

it.each([
  [{ subaward_fsrs_report_id: "" }, "subaward_fsrs_report_id", "is empty"],
  [{ subaward_amount: "a lot" }, "subaward_amount", "is not an amount in dollars such as -1234.50"],
  [{ subaward_action_date: "" }, "subaward_action_date", "is empty"],
  [{ subawardee_name: " " }, "subawardee_name", "is empty"],
  [{ prime_award_piid: "" }, "award_id_piid", "is empty"],
  [
    { prime_award_unique_key: "CONT_IDV_70CDCR26D00000001_7012" },
    "contract_award_unique_key",
    "is of an ordering agreement (IDV); subcontracts are listed by the contract they are reported under",
  ],
  [
    { prime_award_unique_key: "ASST_NON_X_7012" },
    "award_type_code",
    "is of assistance (a grant, loan or payment), not of a contract",
  ],
])("rejects a row with %j", async (cells, column, reason) => {
  const { accepted, rejected } = await readWhole(subawards({}, cells));
  expect(accepted).toHaveLength(1);
  expect(rejected).toMatchObject([{ line: 3, column, reason, row: { record_kind: "subaward" } }]);
});

it("keeps no address, officer or pay, whether a row is accepted, rejected or damaged", async () => {
  const [header = "", row = ""] = subawards({}).trim().split("\n");
  const damaged = [`${row},more`, row.split(",").slice(1).join(","), `"A" B,${row}`];
  const bad = subawards({ subaward_amount: "" }).trim().split("\n")[1];
  const read = await readWhole(`${[header, row, bad, ...damaged].join("\n")}\n`);
  expect([read.accepted.length, read.rejected.length]).toEqual([1, 4]);
  expect(JSON.stringify(read)).toContain("ACME INC");
  expect(JSON.stringify(read)).not.toContain(personalMark);
});

it("refuses a table of subawards that lacks what a report needs", async () => {
  const columns = subawardHeader.filter((name) => !/subaward_amount|prime_award_piid/.test(name));
  await expect(readWhole(csvTable([{}], { columns }))).rejects.toThrow(
    "The file holds subawards and its header lacks subaward_amount, prime_award_piid; download the subawards again",
  );
});
