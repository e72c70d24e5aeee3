import { describe, expect, it } from "vitest";
import {
  contractNumbers,
  isBase,
  modificationOrder,
  officeOf,
  piidIn,
  readParent,
} from "@/lib/contracts/awards";

describe("readParent", () => {
  it("reads vehicle and agency, says none where the key does, and nothing without a key of its form", () => {
    expect(readParent("CONT_AWD_70CDCR24FR0000006_7012_47QTCA18D00A2_4732")).toEqual({
      vehicle: "47QTCA18D00A2",
      agency: "4732",
    });
    expect(readParent("CONT_AWD_70CDCR26C00000016_7012_-NONE-_-NONE-")).toEqual({
      vehicle: "none",
      agency: "none",
    });
    expect(readParent(null)).toBeNull();
    for (const key of [
      "CONT_AWD_70CDCR24FR0000006_7012",
      "CONT_AWD_70CDCR24FR0000006_7012_47QTCA18D00A2",
      "CONT_AWD_70CDCR24FR0000006_7012_47QTCA18D00A2_",
      "CONT_AWD_70CDCR24FR0000006_7012__4732",
      "CONT_AWD_70CDCR24FR0000006_7012_47QTCA18D00A2_4732_X",
    ]) {
      expect(readParent(key), key).toBeNull();
    }
  });
});

describe("modifications", () => {
  it("sort naturally", () => {
    const sorted = ["P00010", "P2", "0", "p1", "A00001"].sort((one, other) =>
      modificationOrder(one) < modificationOrder(other) ? -1 : 1,
    );
    expect(sorted).toEqual(["0", "A00001", "p1", "P2", "P00010"]);
  });

  it("are the award itself when they are nothing but zeros", () => {
    expect(["0", "00", "P00000", "10", "", "01"].map(isBase)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});

it("a PIID names its office in its first six characters", () => {
  expect(officeOf("70CDCR24FR0000006")).toBe("70CDCR");
});

it.each([
  ["70CTD022FR0000170", ["70CTD022FR0000170"]],
  ["70ctd0-22-fr-0000170", ["70CTD022FR0000170"]],
  ["70CTD0 22 FR 0000170", ["70CTD0", "0000170", "70CTD022FR0000170"]],
  [
    "https://www.usaspending.gov/award/CONT_AWD_70CTD022FR0000170_7012_GS35F0086U_4730/",
    ["CONT_AWD_70CTD022FR0000170_7012_GS35F0086U_4730", "70CTD022FR0000170", "GS35F0086U"],
  ],
  ["see contract 70CTD022FR0000170, signed 2022", ["70CTD022FR0000170"]],
  ["palantir", []],
  ["", []],
])("a contract may be named in %j by %j", (text, numbers) => {
  expect(contractNumbers(text)).toEqual(numbers);
});

it("takes a word of a search for the PIID that it has with hyphens or in an award key", () => {
  expect(piidIn("CONT_AWD_70CTD022FR0000170_7012_-NONE-_-NONE-")).toBe("70CTD022FR0000170");
  expect(piidIn("70CTD0-22-FR-0000170")).toBe("70CTD022FR0000170");
  for (const word of ["70CTD022FR0000170", "2024-05-01", "AIR-TO-AIR", "30-60", "x"])
    expect(piidIn(word)).toBeUndefined();
});
