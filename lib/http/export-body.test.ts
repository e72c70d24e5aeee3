import fc from "fast-check";
import Papa from "papaparse";
import { afterAll, beforeAll, expect, it } from "vitest";
import { lifetimeSuffix } from "@/lib/contracts/recorded";
import { readEnv } from "@/lib/env";
import { exportBody } from "@/lib/http/export-body";
import { Homes } from "@/lib/import/testing/homes";
import { defaults, everyRowOf } from "@/lib/query/query";
import { openFile } from "@/lib/store/file";

const homes = new Homes({ rules: "few" });
beforeAll(() => homes.open());
afterAll(() => homes.close());

/** Every action of a snapshot of one record file, as exported. */
async function exportOf(file: string): Promise<string> {
  const home = await homes.make({ "records.csv": file });
  const { store, close } = await openFile((await homes.ensure(home)).file);
  const body = await exportBody(store, everyRowOf(defaults("actions")), "csv", new AbortController().signal);
  const text = await new Response(body).text();
  close();
  return text;
}

type Row = Record<string, string>;
const read = (text: string) =>
  Papa.parse<Row>(text.replace("\uFEFF", ""), { header: true, skipEmptyLines: true })
    .data.map(({ snapshot: _snapshot, ...row }) => row)
    .sort((one, other) => ((one.award_id_piid ?? "") < (other.award_id_piid ?? "") ? -1 : 1));

const text = fc
  .array(
    fc.constantFrom("ORDER", "of", "-x", "=SUM", "a,b", 'the "A"', "+ more", "'quoted'", "Ünïted", "|"),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((words) => words.join(" "));
const cents = fc
  .integer({ min: -1e12, max: 1e12 })
  .map(
    (amount) =>
      `${amount < 0 ? "-" : ""}${Math.trunc(Math.abs(amount) / 100)}.${String(Math.abs(amount) % 100).padStart(2, "0")}`,
  );
const day = fc
  .integer({ min: 0, max: 2_000 })
  .map((days) => new Date(Date.UTC(2021, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));
const blank = fc.constant("");
const orBlank = (values: fc.Arbitrary<string>) => fc.oneof({ weight: 3, arbitrary: values }, blank);
const pair = (code: string, name: string, pairs: [string, string][]) =>
  fc
    .constantFrom(...pairs, ["", ""] as [string, string])
    .map(([key, value]) => ({ [code]: key, [name]: value }));

const modern = (number: number) => `70CDCR26C${String(number).padStart(8, "0")}`;

/** A row of a download of prime transactions with every recorded fact; optional ones may be blank. */
const wideRow = fc
  .tuple(
    fc.record({
      action_date: day,
      federal_action_obligation: cents,
      action_type_code: orBlank(fc.constantFrom("A", "C", "K")),
      award_type_code: orBlank(fc.constantFrom("A", "B", "C", "D")),
      recipient_name: text,
      recipient_uei: orBlank(fc.constantFrom("ABCDEFGHJKL1", "ZYXWVUTSRQP9")),
      recipient_parent_uei: orBlank(fc.constant("ABCDEFGHJKL2")),
      recipient_parent_name: orBlank(text),
      transaction_description: orBlank(text),
      prime_award_base_transaction_description: orBlank(text),
      award_base_action_date: orBlank(day),
      period_of_performance_start_date: orBlank(day),
      period_of_performance_current_end_date: orBlank(day),
      period_of_performance_potential_end_date: orBlank(day),
      ordering_period_end_date: orBlank(day),
      total_dollars_obligated: orBlank(cents),
      total_outlayed_amount_for_overall_award: orBlank(cents),
      current_total_value_of_award: orBlank(cents),
      potential_total_value_of_award: orBlank(cents),
      primary_place_of_performance_city_name: orBlank(text),
      primary_place_of_performance_state_code: orBlank(fc.constantFrom("VA", "TX")),
      primary_place_of_performance_country_code: orBlank(fc.constant("USA")),
      other_than_full_and_open_competition: orBlank(text),
      number_of_offers_received: orBlank(fc.constantFrom("1", "12")),
      funding_sub_agency_name: orBlank(text),
      parent_award_id_piid: orBlank(fc.constant("47QTCA18D00A2")),
      parent_award_agency_id: orBlank(fc.constantFrom("4732", "7012")),
    }),
    // The names of an office differ from row to row, and its code is seldom the one that the PIID begins with.
    fc.oneof(
      fc.record({
        awarding_office_code: fc.constantFrom("70CDCR", "70CTD0", "HSCEMD"),
        awarding_office_name: orBlank(text),
      }),
      fc.constant({ awarding_office_code: "", awarding_office_name: "" }),
    ),
    pair("funding_office_code", "funding_office_name", [
      ["70CDCR", "DETENTION COMPLIANCE AND REMOVALS"],
      ["70CTD0", ""],
    ]),
    pair("product_or_service_code", "product_or_service_code_description", [
      ["DA10", "IT AND TELECOM - SOFTWARE AS A SERVICE"],
      ["S206", "HOUSEKEEPING- GUARD"],
    ]),
    pair("naics_code", "naics_description", [["513210", "SOFTWARE PUBLISHERS"]]),
    pair("extent_competed_code", "extent_competed", [["C", "NOT COMPETED"]]),
    pair("type_of_contract_pricing_code", "type_of_contract_pricing", [["J", "FIRM FIXED PRICE"]]),
    pair("type_of_set_aside_code", "type_of_set_aside", [["NONE", "NO SET ASIDE USED."]]),
  )
  .map((parts): Row => Object.assign({}, ...parts));

const wideFile = fc.array(wideRow, { minLength: 40, maxLength: 40 }).map((rows) =>
  rows.map(
    (row, index): Row => ({
      contract_transaction_unique_key: `7012_-NONE-_${modern(index)}_0_-NONE-_0`,
      contract_award_unique_key: `CONT_AWD_${modern(index)}_7012_-NONE-_-NONE-`,
      award_id_piid: modern(index),
      modification_number: "0",
      awarding_sub_agency_code: "7012",
      awarding_sub_agency_name: "U.S. Immigration and Customs Enforcement",
      ...row,
    }),
  ),
);

it("exports every recorded fact of an action, so that the export can be imported again without loss", {
  tags: ["deep"],
}, async () => {
  const numRuns = readEnv().TEST_DEEP ? 10 : 2;
  await fc.assert(
    fc.asyncProperty(wideFile, async (rows) => {
      const exported = await exportOf(`${Papa.unparse(rows)}\n`);
      const named = (row: Row) =>
        Object.fromEntries(
          Object.entries(row).map(([name, value]) => [name.replace(lifetimeSuffix, ""), value]),
        );
      const unguarded = (row: Row) =>
        Object.fromEntries(
          Object.entries(row).map(([name, value]) => [name, value.replace(/^'(?='*[=+\-@])/, "")]),
        );
      expect(read(exported).map(named).map(unguarded)).toEqual(
        rows.map((row) => expect.objectContaining(unguarded(row))),
      );
      expect(read(await exportOf(exported))).toEqual(read(exported));
    }),
    { numRuns, endOnFailure: true },
  );
});
