import { expect, it } from "vitest";
import {
  agencyInKey,
  codeColumns,
  readActionType,
  readAwardType,
  readClass,
  withoutDecimals,
} from "@/lib/import/2-parse/codes";

it.each([
  ["", { type: "" }],
  ["A", { type: "A" }],
  ["D", { type: "D" }],
  ["Purchase Order", { type: "B" }],
  ["BPA  CALL", { type: "A" }],
  ["BPA", { type: "A" }],
  ["PO", { type: "B" }],
  ["DO", { type: "C" }],
  ["DCA", { type: "D" }],
  ["delivery order", { type: "C" }],
  ["Task Order", { type: "C" }],
  ["DEFINITIVE CONTRACT", { type: "D" }],
  ["IDV_B_A", { type: "", other: "agreement" }],
  ["GWAC", { type: "", other: "agreement" }],
  ["Blanket Purchase Agreement", { type: "", other: "agreement" }],
  ["02", { type: "02", other: "assistance" }],
  ["9", { type: "9", other: "assistance" }],
  ["10", { type: "10", other: "assistance" }],
  ["11", { type: "11", other: "assistance" }],
  ["12", { type: "12" }],
  ["1", { type: "1" }],
  ["021", { type: "021" }],
  ["ad", { type: "AD" }],
  ["e", { type: "E" }],
])("an award type %j is %j", (text, read) => {
  expect(readAwardType(text)).toEqual(read);
});

it.each([
  ["BPA", "70CDCR24A0000701", { type: "", other: "agreement" }],
  ["BPA", "70CDCR24F0000701", { type: "A" }],
  ["BPA CALL", "70CDCR24A0000701", { type: "A" }],
  ["IDC", "70CDCR24D0000701", { type: "", other: "agreement" }],
  ["DELIVERY/TASK ORDER", "70CDCR24F0000701", { type: "C" }],
])("an award type %j of %s is %j", (text, piid, read) => {
  expect(readAwardType(text, piid)).toEqual(read);
});

it.each([
  ["", ""],
  ["g", "G"],
  ["Close out", "K"],
  ["GG", null],
])("an action type %j is %j", (text, type) => {
  expect(readActionType(text)).toBe(type);
});

it.each([
  ["CONT_AWD_70CTD022FR0000170_7012_GS35F0086U_4730", "7012"],
  ["CONT_IDV_GS35F0086U_4730", "4730"],
  ["CONT_AWD_70CTD022FR0000170_7012_GS35F0086U", ""],
  ["CONT_AWD", ""],
])("the agency in the key %s is %j", (key, agency) => {
  expect(agencyInKey(key)).toBe(agency);
});

it.each([
  ["561612.0", "561612"],
  ["7012.0", "7012"],
  ["S206", "S206"],
  ["A12.0", "A12.0"],
  ["1.05", "1.05"],
  ["12.0.0", "12.0.0"],
])("a code %s without decimals is %s", (code, plain) => {
  expect(withoutDecimals(code)).toBe(plain);
});

it.each([
  ["{'code': 'S206', 'description': 'HOUSEKEEPING- GUARD'}", "S206", "HOUSEKEEPING- GUARD"],
  ['{"description": "A \\"B\\" C", "code" : "S206"}', "S206", 'A "B" C'],
  ["{'code': 'S206'}", "S206", ""],
  ["{}", "", ""],
  ["HOUSEKEEPING- GUARD", "", "HOUSEKEEPING- GUARD"],
])("the product %s has the code %j and the description %j", (text, code, description) => {
  expect(readClass(text)).toEqual({ code, description });
});

it("a text without a word describes no product", () => {
  expect([readClass("99999Z"), readClass("ABC")]).toEqual([null, null]);
});

it.each([
  ["product_or_service_code", "7030.0", "7030"],
  ["product_or_service_code", "r425", "R425"],
  ["product_or_service_code", "AJ11", "AJ11"],
  ["product_or_service_code", "99999Z", null],
  ["product_or_service_code", "GUNS", null],
  ["naics_code", "561612.0", "561612"],
  ["naics_code", "ABC", null],
  ["awarding_office_code", "70CDCR", "70CDCR"],
  ["awarding_office_code", "ACD00", "ACD00"],
  ["funding_office_code", "DETENTION", null],
  ["recipient_uei", "ABC123DEF456", "ABC123DEF456"],
  ["recipient_uei", "202555123456", null],
  ["primary_place_of_performance_state_code", "TEXAS", "TX"],
  ["primary_place_of_performance_state_code", "tx", "TX"],
  ["primary_place_of_performance_state_code", "AE", "AE"],
  ["primary_place_of_performance_state_code", "XQ", null],
  ["primary_place_of_performance_state_code", "T1X", null],
  ["primary_place_of_performance_country_code", "Mexico", "MEX"],
  ["primary_place_of_performance_country_code", "UNITED STATES OF AMERICA", "USA"],
  ["primary_place_of_performance_country_code", "United States", "USA"],
  ["primary_place_of_performance_country_code", "Narnia", null],
  ["extent_competed_code", "CDOCiv", "CDO"],
  ["extent_competed_code", "E Civ", "E"],
  ["extent_competed_code", "ZZ", null],
  ["type_of_contract_pricing_code", "J", "J"],
  ["type_of_contract_pricing_code", "QQ", null],
  ["type_of_set_aside_code", "8A", "8A"],
  ["type_of_set_aside_code", "BICiv", "BI"],
  ["type_of_set_aside_code", "NOPE", null],
])("%s %j is %j", (name, text, code) => {
  expect(codeColumns.find((column) => column.code === name)?.read(text)).toBe(code);
});
