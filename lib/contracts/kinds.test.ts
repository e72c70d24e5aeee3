import { describe, expect, it } from "vitest";
import { type ActionKind, actionTypeNamed, type KindReading, readKind } from "@/lib/contracts/kinds";

/** A modification as the records have it: what its text says, and the dollars it moves. */
const read = (description: string | null, dollars = 0, modification = "P00002"): KindReading =>
  readKind({ modification, description, amount: Math.round(dollars * 100) });

it("ignores spaces around a description and around the words that name a kind", () => {
  expect(read("  AND CLOSES  ")).toEqual({ kind: "closed out", from: "text", words: "AND CLOSES" });
  expect(read(null)).toEqual({ kind: "no money", from: "amount", words: null });
});

it.each([
  ["EXERCISE AN OPTION", "G"],
  ["Additional work (new\nagreement, FAR part 6)", "A"],
  ["Terminate - for: convenience", "F"],
  ["no such type", null],
])("an action type may be named as %j", (name, type) => {
  expect(actionTypeNamed(name)).toBe(type);
});

describe("readKind of descriptions as recorded", () => {
  it.each<[string, number, ActionKind, string]>([
    ["EXERCISE OPTION YEAR 3 OF MFD LEASE.", 2324.04, "option exercised", "EXERCISE OPTION YEAR 3"],
    [
      "THIS MODIFICATION EXERCISES OPTION PERIOD THREE AND OBLIGATES FUNDS TO CONTINUE TO SUPPORT",
      1_347_350,
      "option exercised",
      "EXERCISES OPTION PERIOD THREE",
    ],
    [
      "THIS MODIFICATION OBLIGATES FUNDING AND EXTENDS THE PERIOD OF PERFORMANCE BY EXERCISING AN OPTION PERIOD.",
      93_278.4,
      "option exercised",
      "EXERCISING AN OPTION PERIOD",
    ],
    ["EXERCISE OY 3", 135_232.68, "option exercised", "EXERCISE OY 3"],
    [
      "THIS MODIFICATION EXERCISES AND FULLY FUNDS THE OPTION.",
      5940,
      "option exercised",
      "EXERCISES AND FULLY FUNDS THE OPTION",
    ],
    [
      "TITLE III DIGITAL COLLECTION SYSTEMS - OPTION EXERCISE",
      1_488_663.5,
      "option exercised",
      "OPTION EXERCISE",
    ],
    ["DE-OBLIGATE FUNDS AND CONTRACT CLOSEOUT.", -356_193.16, "closed out", "CLOSEOUT"],
    [
      "EXERCISE OPTION PERIOD 4  THIS IS A CLOSEOUT MODIFICATION",
      0,
      "closed out",
      "THIS IS A CLOSEOUT MODIFICATION",
    ],
    [
      "THIS MODIFICATION DE-OBLIGATES UNUSED FUNDS AND CLOSES THE CONTRACT.",
      -43_162.21,
      "closed out",
      "CLOSES THE CONTRACT",
    ],
    [
      "THIS MODIFICATION DE-OBLIGATES FUNDS AND CLOSES OUT THE ORDER FOLLOWING TERMINATION SETTLEMENT TERMS.",
      -1,
      "closed out",
      "CLOSES OUT",
    ],
    ["TERMINATION FOR CONVENIENCE OF THE GOVERNMENT", -55_650, "terminated", "TERMINATION FOR CONVENIENCE"],
    [
      "THE PURPOSE OF THIS CONTRACT MODIFICATION IS TO FULLY TERMINATE FOR CONVENIENCE AND CLOSE OUT THE CONTRACT.",
      0,
      "terminated",
      "FULLY TERMINATE FOR CONVENIENCE",
    ],
    ["CANCEL THE ORDER PER OFTP REQUEST", -53_306.88, "cancelled", "CANCEL THE ORDER"],
    [
      "STOP-WORK ORDER FOR EDISCOVERY ICE SOFTWARE AS A SOLUTION (EDSICE SAAS)",
      0,
      "stopped",
      "STOP-WORK ORDER",
    ],
    ["THE PURPOSE OF THIS MOD IS TO LIFT THE STOP WORK", 0, "resumed", "LIFT THE STOP WORK"],
    [
      "THIS MODIFICATION RESCINDS THE STOP WORK ORDER AT THE SURPRISE PROCESSING AND DETENTION FACILITY.",
      0,
      "resumed",
      "RESCINDS THE STOP WORK ORDER",
    ],
    ["MOD TO CANCEL STOP WORK ORDER", 0, "resumed", "CANCEL STOP WORK ORDER"],
    ["THREE (3) MONTH (NO COST) EXTENSION", 0, "extended", "MONTH (NO COST) EXTENSION"],
    [
      "EXTEND THE POP OF THE BPA CALL AWARD AT NO COST TO THE GOVERNMENT",
      -67_070.72,
      "extended",
      "EXTEND THE POP",
    ],
    [
      "THIS MODIFICATION IS TO EXTEND STOP WORK ORDER WHILE AWAITING APPROPRIATE APPROVALS",
      0,
      "stopped",
      "STOP WORK ORDER",
    ],
    ["DE-OBLIGATE EXCESS FUNDS", -588, "money taken back", "DE-OBLIGATE EXCESS FUNDS"],
    ["PROVIDE INCREMENTAL FUNDING.", 468_045.33, "money added", "PROVIDE INCREMENTAL FUNDING"],
    ["ADMIN MOD TO UPDATE COR AND ACOR", 0, "administrative", "ADMIN MOD"],
    ["UPDATING COR/ACOR ON STRATEGIC PLANNING", 0, "administrative", "UPDATING COR"],
  ])("%s (%d): %s", (description, dollars, kind, words) => {
    expect(read(description, dollars)).toEqual({ kind, from: "text", words });
  });

  it.each<[string, number, ActionKind]>([
    ["MAINTENANCE RENEWAL & CO-TERMINATION FOR ISS PROVENTIA", 0, "no money"],
    ["RODENT CONTROL AND EXTERMINATION SERVICES.", 0, "no money"],
    ["FUND WAGE INCREASE DETERMINATION-GROUNDS AND CUSTODIAL SERVICES", 15_490.81, "money added"],
    ["NEED EXERCISE EQUIPMENT FOR LEO CONTINUED PHYSICAL FITNESS.", 0, "no money"],
    ["OPTION YEAR 3 HARLINGEN TO FOR SNA TRANSPORTATION", 394_800, "money added"],
    ["REPAIR AND UPGRADE CLOSED-CIRCUIT TELEVISION SYSTEM", -7333.65, "money taken back"],
    ["REQUESTION TO ADD CUBICLE HEIGHT EXTENSIONS FOR THE OPLA ELOY OFFICE", 403.17, "money added"],
    ['EXTENDED 8" MLOK HANDGUARDS FOR THE SIG SAUER MPX', 0, "no money"],
    ["SUPPLY OF EXTENDED MAINTENANCE", 31_678.07, "money added"],
    ["EQUITABLE ADJUSTMENT ATTRIBUTABLE TO STOP-WORK ORDER ON CLIN 0003.", 0, "no money"],
    ["THIS MODIFICATION ADDS A DELIVERY STOP AND PAYS FOR IT", 1473.51, "money added"],
    ["THE PURPOSE OF THIS MODIFICATION IS TO PROVIDE INCREMENTAL FUNDING", 0, "no money"],
    ["OPTION YEAR 4 NOT EXERCISED", 0, "no money"],
    ["ADMINISTRATIVE ACCOUNTING CORRECTION", -22_000_000, "money taken back"],
  ])("does not take more from %s (%d) than it says", (description, dollars, kind) => {
    expect(read(description, dollars)).toEqual({ kind, from: "amount", words: null });
  });
});

describe("readKind", () => {
  it("takes modification 0 for the award, whatever its text names", () => {
    expect(read("TERMINATION OF THE LEASE", 5, "0")).toEqual({
      kind: "award",
      from: "modification",
      words: null,
    });
  });

  it("reads only the amount where nothing is described", () => {
    expect(read(null, -1).kind).toBe("money taken back");
  });

  it.each<[string, number, ActionKind]>([
    ["A", 1, "changed"],
    ["B", 1, "changed"],
    ["C", 1, "money added"],
    ["C", -1, "money taken back"],
    ["C", 0, "no money"],
    ["D", 0, "changed"],
    ["E", -1, "terminated"],
    ["F", -1, "terminated"],
    ["G", 1, "option exercised"],
    ["H", 0, "changed"],
    ["J", 0, "administrative"],
    ["K", -1, "closed out"],
    ["L", 0, "changed"],
    ["M", 0, "administrative"],
    ["N", 0, "cancelled"],
    ["P", 0, "administrative"],
    ["R", 0, "administrative"],
    ["S", 0, "administrative"],
    ["T", 0, "administrative"],
    ["V", 0, "administrative"],
    ["W", 0, "administrative"],
    ["X", 0, "terminated"],
  ])("believes the recorded type %s (amount %d) before the text", (type, dollars, kind) => {
    const reading = readKind({
      type,
      modification: "P00001",
      description: "STOP WORK ORDER",
      amount: dollars * 100,
    });
    expect(reading).toMatchObject({ kind, from: "type" });
    expect(reading.words).not.toBeNull();
  });

  it("reads the text where the type is none that is known", () => {
    expect(
      readKind({ type: "?", modification: "P00001", description: "STOP WORK ORDER", amount: 0 }),
    ).toMatchObject({ kind: "stopped", from: "text" });
  });
});
