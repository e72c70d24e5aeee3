import { describe, expect, it } from "vitest";
import {
  type ActionKind,
  actionTypeNamed,
  endingKinds,
  type KindReading,
  readKind,
} from "@/lib/contracts/kinds";

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
    ...[
      "THIS MODIFICATION IS A PARTIAL TERMINATION FOR CONVENIENCE",
      "THE PURPOSE OF THIS MOD IS TO PARTIALLY TERMINATE FOR CONVENIENCE",
    ].map((text): [string, number, ActionKind, string] => [
      text,
      -108_328.24,
      "partly terminated",
      text.slice(text.indexOf("PARTIAL")),
    ]),
    [
      "MODIFICATION TO TERMINATE (PARTIAL) FOR CONVENIENCE OF THE GOVERNMENT",
      -34_003.9,
      "partly terminated",
      "TERMINATE (PARTIAL)",
    ],
    ["TERMINATE CLIN 0003", -1, "partly terminated", "TERMINATE CLIN"],
    ["FULL TERMINATION OF THE TASK ORDER, WHICH ENDS CLIN 4 IN PART", 0, "terminated", "FULL TERMINATION"],
    [
      "THE PURPOSE OF THIS MODIFICATION IS TO RESCIND THE TERMINATION FOR CONVENIENCE",
      0,
      "resumed",
      "RESCIND THE TERMINATION FOR CONVENIENCE",
    ],
    [
      "TO FUND A NEW AWARDEE AFTER A PROTEST REVERSAL AND TERMINATE TASK ORDER 1",
      -1,
      "terminated",
      "TERMINATE",
    ],
    ["UNSUSPEND ALL WORK, EXTEND POP", 0, "resumed", "UNSUSPEND"],
    ["UN-SUSPEND THE CONTRACT", 0, "resumed", "UN-SUSPEND"],
    ["MEMORIALIZE THE STOP WORK AND START WORK FOR CHECKPOINTS", 0, "resumed", "STOP WORK AND START WORK"],
    ["RESUME PERFORMANCE AFTER THE PROTEST", 0, "resumed", "RESUME PERFORMANCE"],
    ["THE SWO WAS RESCINDED", 0, "resumed", "SWO WAS RESCINDED"],
    ["BILATERAL MODIFICATION TO END STOP-WORK ORDER", 0, "resumed", "END STOP-WORK ORDER"],
    ["P00008_STOP-WORK ORDER, 04C25F187", 0, "stopped", "STOP-WORK ORDER"],
    ["DIRECT THE CONTRACTOR TO STOP ALL WORK", 0, "stopped", "STOP ALL WORK"],
    ["EXTEND THE POP DATES AS A RESULT OF THE STOP WORK ORDER BEING LIFTED", 0, "extended", "EXTEND THE POP"],
    ["DOCUMENT SERVICES- EXTENDING POP DUE TO COVID SWO.", 0, "extended", "EXTENDING POP"],
    [
      "EXTEND THE CONTRACT. IT IS UNDER A STOP-WORK ORDER. ONLY THEN WILL THE STOP-WORK BE LIFTED",
      0,
      "extended",
      "EXTEND THE CONTRACT",
    ],
    ["THE POP DATES WERE EXTENDED", 0, "extended", "WERE EXTENDED"],
    [
      "CANCELATION OF RAPID DNA TESTING SERVICES FOR 120 DAYS",
      0,
      "stopped",
      "CANCELATION OF RAPID DNA TESTING SERVICES FOR 120 DAYS",
    ],
    ["CANCEL PO IN ITS ENTIRETY", -56_330.09, "cancelled", "CANCEL PO"],
    ["CANCELING P.O. AND MOVING FUNDS TO ANOTHER PO", -214_137, "cancelled", "CANCELING P.O"],
    ["ORDER CANCELLED, K9S WERE NO LONGER REQUIRED", -27_200.1, "cancelled", "ORDER CANCELLED"],
    ["DO IS CANCELLED.  THIS WAS NOT A GSA BUY.", -99_952.38, "cancelled", "DO IS CANCELLED"],
    [
      "PURCHASE ORDER CANCELLATION: TUNNEL SAFETY TRAINING",
      -36_050,
      "cancelled",
      "PURCHASE ORDER CANCELLATION",
    ],
    [
      "PURCHASE ORDER CANCELLED AND CLOSED OUT ON 09/07/2021.",
      -4850,
      "cancelled",
      "PURCHASE ORDER CANCELLED",
    ],
    [
      "THE DELIVERY ORDER WAS ISSUED A STOP WORK ORDER AND CANCELLED DUE TO AWARD MADE TO A VENDOR",
      -17_298_038.98,
      "cancelled",
      "THE DELIVERY ORDER WAS ISSUED A STOP WORK ORDER AND CANCELLED",
    ],
    [
      "ORDER FOR FX MARKING CARTRIDGES IS BEING CANCELLED, AS THE INCORRECT VENDOR WAS USED.",
      -481_440.72,
      "cancelled",
      "ORDER FOR FX MARKING CARTRIDGES IS BEING CANCELLED",
    ],
    ["ORDER BEING MUTUALLY CANCELLED IN FULL", -22_500_000, "cancelled", "ORDER BEING MUTUALLY CANCELLED"],
    [
      "CANCELLED AND DE-OBLIGATED IN ITS TOTALITY",
      -56_650,
      "cancelled",
      "CANCELLED AND DE-OBLIGATED IN ITS TOTALITY",
    ],
    ["NOTHING WAS DONE. CANCELLED IN IT'S ENTIRETY", -1, "cancelled", "CANCELLED IN IT'S ENTIRETY"],
    ["DEOBLIGATION OF EXCESS FUNDS / FULL CANCELLATION", -82_626.6, "cancelled", "FULL CANCELLATION"],
    ["NO COST CANCELLATION - SAFES", -22_660, "cancelled", "NO COST CANCELLATION"],
    ["CANCELLATION", -72_121.28, "cancelled", "CANCELLATION"],
    ["CANCELLATION FY23 DUE TO INABILTIY TO EXECUTE", -21_555.84, "cancelled", "CANCELLATION"],
    ["DE-OBLIGATION OF FUNDS BECAUSE OF CANCELLATION", -7800, "cancelled", "CANCELLATION"],
    ["ARBITRATION CANCELLED.", 0, "cancelled", "ARBITRATION CANCELLED"],
    ["OY1 CANCELLED", -56_120, "cancelled", "OY1 CANCELLED"],
    [
      "MUTUAL AGREEMENT TO CANCEL THE REMAINING MONTHS OF OPTION  YEAR 4",
      0,
      "cancelled",
      "CANCEL THE REMAINING",
    ],
    [
      "MODIFICATION TO CANCEL COURT REPORTER SERVICES AND DE-OBLIGATE FUNDS",
      -4465,
      "cancelled",
      "CANCEL COURT REPORTER SERVICES",
    ],
    ["LODGING SERVICES CANCELLED DUE TO VETTING ISSUES", -6313.3, "cancelled", "SERVICES CANCELLED"],
    ["CANCELS UNEXERCISED OPTION AND CLOSES OUT THE CONTRACT", 0, "closed out", "CLOSES OUT"],
    [
      "MODIFICATION TO TERMINATE CONTRACTING OFFICER'S REPRESENTATIVE (COR) APPOINTMENT.",
      0,
      "administrative",
      "TERMINATE CONTRACTING OFFICER'S",
    ],
    ["NAME CHANGE AGREEMENT", 0, "administrative", "NAME CHANGE"],
    ["UPDATE IPP APPROVER", 0, "administrative", "UPDATE IPP"],
    ["INVOICE APPROVER CHANGE.", 0, "administrative", "INVOICE APPROVER CHANGE"],
    ["KEY PERSONNEL CHANGE FOR SUPPORT SERVICES", 0, "administrative", "KEY PERSONNEL CHANGE"],
    ["MODIFICATION FOR NEW COR", 0, "administrative", "NEW COR"],
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
    ["PAYMENT OF PENSION TERMINATION CLAIM", 87_033.67, "money added"],
    ["FINAL SETTLEMENT DUE TO FULL TERMINATION", 115_148.27, "money added"],
    ["HAD TO CANCEL THE ORDER AND REDO THE MOD.", 1_143_684.53, "money added"],
    ["PAY THE INVOICES OF THE CALEXICO CLOSE OUT", 828_748, "money added"],
    ["REQUEST TO INCORPORATE TERMINATION CEILING SCHEDULE", 0, "no money"],
    ["MODIFICATION TO TAKE FUNDING FROM TERMINATED PURCHASE ORDER", -2270.04, "money taken back"],
    ["ROUNDING ERROR DELTA AFTER TERMINATION AND ALL INVOICES", -0.04, "money taken back"],
    ["THIS MODIFICATION CANCELS MODIFICATION P00006", 0, "no money"],
    ["CANCELLATION OF MODIFICATION P00001 IN ITS ENTIRETY.", 0, "no money"],
    ["CANCEL WARRANTY EXTENSION AND ORDER MORE MOVERS", 0, "no money"],
    ["IT REQUEST FROM FY16 CANCELLED - RESUBMIT", 0, "no money"],
    ["MOD TO TAKE OUT FUNDS THAT CANCEL ON 9/30/23", -107_141.48, "money taken back"],
    ["CANCEL THE SEPTEMBER CLASS", -39_862, "money taken back"],
    ["FUNDS CANCELLED", -1, "money taken back"],
    ["TASK ORDER CANCEL P00017", -3486, "money taken back"],
    ["MODIFYING TO SUSPEND PAYMENTS UNTIL A POSITION IS FILLED", 0, "no money"],
    ["PAYS FOR PREVIOUSLY EXERCISED OPTION 1", 1, "money added"],
  ])("does not read more into %s (%d) than it says", (description, dollars, kind) => {
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
  ])("prefers the recorded type %s (amount %d) to the text", (type, dollars, kind) => {
    const reading = readKind({
      type,
      modification: "P00001",
      description: "STOP WORK ORDER",
      amount: dollars * 100,
    });
    expect(reading).toMatchObject({ kind, from: "type" });
    expect(reading.words).not.toBeNull();
  });

  it("finds a partial termination in the text, because no type says it", () => {
    const terminated = (description: string, amount: number) =>
      readKind({ type: "F", modification: "P00013", description, amount });
    expect(terminated("THIS IS A PARTIAL TERMINATION FOR CONVENIENCE", -1)).toEqual({
      kind: "partly terminated",
      from: "text",
      words: "PARTIAL TERMINATION FOR CONVENIENCE",
    });
    expect(terminated("STOP WORK ORDER", -1).kind).toBe("terminated");
  });

  it.each(["E", "F", "K", "N", "X"])(
    "does not count an action of type %s that adds money as an end",
    (type) => {
      const reading = readKind({
        type,
        modification: "P00001",
        description: "PARTIAL TERMINATION",
        amount: 1,
      });
      expect(reading).toMatchObject({ kind: "money added", from: "type" });
      expect(endingKinds.has(reading.kind)).toBe(false);
    },
  );

  it("does not count a partial termination as an end", () => {
    expect([...endingKinds]).toEqual(["terminated", "cancelled", "closed out", "stopped"]);
  });

  it("reads the text if the type is unknown", () => {
    expect(
      readKind({ type: "?", modification: "P00001", description: "STOP WORK ORDER", amount: 0 }),
    ).toMatchObject({ kind: "stopped", from: "text" });
  });
});
