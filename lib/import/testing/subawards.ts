import { readFileSync } from "node:fs";
import { csvTable } from "@/lib/import/2-parse/testing/read";

/** The 118 columns of the download of subawards before the reports moved to SAM.gov, in its order. */
export const subawardHeader = readFileSync("lib/usaspending/testing/headers/Subawards.csv", "utf8")
  .trim()
  .replaceAll("_sam_", "_fsrs_")
  .split(",");

/** The columns with a person's name or pay, or with an address, of either party. */
export const personalColumns = subawardHeader.filter((name) => /address|zip|officer/.test(name));

/** A name that no other cell has, for each cell that must not be kept. */
export const personalMark = "JOHNQPUBLIC";

const report = {
  prime_award_unique_key: "CONT_AWD_70CDCR26C00000016_7012_-NONE-_-NONE-",
  prime_award_piid: "70CDCR26C00000016",
  prime_award_amount: "1000.00",
  prime_award_latest_action_date: "2026-02-01",
  prime_award_period_of_performance_current_end_date: "2026-12-31",
  prime_award_awarding_sub_agency_code: "7012",
  prime_award_awarding_sub_agency_name: "U.S. IMMIGRATION AND CUSTOMS ENFORCEMENT",
  prime_awardee_name: "ACME INC",
  prime_awardee_uei: "ABCDEFGHJKL1",
  subaward_type: "sub-contract",
  subaward_fsrs_report_id: "R-1",
  subaward_fsrs_report_year: "2026",
  subaward_fsrs_report_month: "2",
  subaward_number: "S-1",
  subaward_amount: "100.00",
  subaward_action_date: "2026-01-20",
  subawardee_uei: "MNPQRSTUVWX2",
  subawardee_name: "OTHER LLC",
  subaward_description: "GUARDS",
  subaward_fsrs_report_last_modified_date: "2026-02-10 00:00:00+00",
};

/** A download of subawards with a mark in each personal cell. */
export const subawards = (...rows: Partial<typeof report>[]): string =>
  csvTable(
    rows.map((row) => ({
      ...Object.fromEntries(personalColumns.map((name) => [name, personalMark])),
      ...report,
      ...row,
    })),
    { columns: subawardHeader },
  );
