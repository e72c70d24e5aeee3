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
  it.each<[kind: ActionKind, dollars: number, description: string]>([
    ["option exercised", 2324.04, "[EXERCISE OPTION YEAR 3] OF MFD LEASE."],
    [
      "option exercised",
      1_347_350,
      "THIS MODIFICATION [EXERCISES OPTION PERIOD THREE] AND OBLIGATES FUNDS TO CONTINUE TO SUPPORT",
    ],
    [
      "option exercised",
      93_278.4,
      "THIS MODIFICATION OBLIGATES FUNDING AND EXTENDS THE PERIOD OF PERFORMANCE BY [EXERCISING AN OPTION PERIOD].",
    ],
    ["option exercised", 135_232.68, "[EXERCISE OY 3]"],
    ["option exercised", 5940, "THIS MODIFICATION [EXERCISES AND FULLY FUNDS THE OPTION]."],
    ["option exercised", 1_488_663.5, "TITLE III DIGITAL COLLECTION SYSTEMS - [OPTION EXERCISE]"],
    ["closed out", -356_193.16, "DE-OBLIGATE FUNDS AND CONTRACT [CLOSEOUT]."],
    ["closed out", 0, "EXERCISE OPTION PERIOD 4  [THIS IS A CLOSEOUT MODIFICATION]"],
    ["closed out", -43_162.21, "THIS MODIFICATION DE-OBLIGATES UNUSED FUNDS AND [CLOSES THE CONTRACT]."],
    [
      "closed out",
      -1,
      "THIS MODIFICATION DE-OBLIGATES FUNDS AND [CLOSES OUT] THE ORDER FOLLOWING TERMINATION SETTLEMENT TERMS.",
    ],
    ["terminated", -55_650, "[TERMINATION FOR CONVENIENCE] OF THE GOVERNMENT"],
    [
      "terminated",
      0,
      "THE PURPOSE OF THIS CONTRACT MODIFICATION IS TO [FULLY TERMINATE FOR CONVENIENCE] AND CLOSE OUT THE CONTRACT.",
    ],
    ["cancelled", -53_306.88, "[CANCEL THE ORDER] PER OFTP REQUEST"],
    ["stopped", 0, "[STOP-WORK ORDER] FOR EDISCOVERY ICE SOFTWARE AS A SOLUTION (EDSICE SAAS)"],
    ["resumed", 0, "THE PURPOSE OF THIS MOD IS TO [LIFT THE STOP WORK]"],
    [
      "resumed",
      0,
      "THIS MODIFICATION [RESCINDS THE STOP WORK ORDER] AT THE SURPRISE PROCESSING AND DETENTION FACILITY.",
    ],
    ["resumed", 0, "MOD TO [CANCEL STOP WORK ORDER]"],
    ["extended", 0, "THREE (3) [MONTH (NO COST) EXTENSION]"],
    ["extended", -67_070.72, "[EXTEND THE POP] OF THE BPA CALL AWARD AT NO COST TO THE GOVERNMENT"],
    ["stopped", 0, "THIS MODIFICATION IS TO EXTEND [STOP WORK ORDER] WHILE AWAITING APPROPRIATE APPROVALS"],
    ["partly terminated", -108_328.24, "THIS MODIFICATION IS A [PARTIAL TERMINATION FOR CONVENIENCE]"],
    ["partly terminated", -108_328.24, "THE PURPOSE OF THIS MOD IS TO [PARTIALLY TERMINATE FOR CONVENIENCE]"],
    [
      "partly terminated",
      -34_003.9,
      "MODIFICATION TO [TERMINATE (PARTIAL)] FOR CONVENIENCE OF THE GOVERNMENT",
    ],
    ["partly terminated", -1, "[TERMINATE CLIN] 0003"],
    ["terminated", 0, "[FULL TERMINATION] OF THE TASK ORDER, WHICH ENDS CLIN 4 IN PART"],
    ["resumed", 0, "THE PURPOSE OF THIS MODIFICATION IS TO [RESCIND THE TERMINATION FOR CONVENIENCE]"],
    ["terminated", -1, "TO FUND A NEW AWARDEE AFTER A PROTEST REVERSAL AND [TERMINATE] TASK ORDER 1"],
    ["resumed", 0, "[UNSUSPEND] ALL WORK, EXTEND POP"],
    ["resumed", 0, "[UN-SUSPEND] THE CONTRACT"],
    ["resumed", 0, "MEMORIALIZE THE [STOP WORK AND START WORK] FOR CHECKPOINTS"],
    ["resumed", 0, "[RESUME PERFORMANCE] AFTER THE PROTEST"],
    ["resumed", 0, "THE [SWO WAS RESCINDED]"],
    ["resumed", 0, "BILATERAL MODIFICATION TO [END STOP-WORK ORDER]"],
    ["stopped", 0, "P00008_[STOP-WORK ORDER], 04C25F187"],
    ["stopped", 0, "DIRECT THE CONTRACTOR TO [STOP ALL WORK]"],
    ["extended", 0, "[EXTEND THE POP] DATES AS A RESULT OF THE STOP WORK ORDER BEING LIFTED"],
    ["extended", 0, "DOCUMENT SERVICES- [EXTENDING POP] DUE TO COVID SWO."],
    [
      "extended",
      0,
      "[EXTEND THE CONTRACT]. IT IS UNDER A STOP-WORK ORDER. ONLY THEN WILL THE STOP-WORK BE LIFTED",
    ],
    ["extended", 0, "THE POP DATES [WERE EXTENDED]"],
    ["stopped", 0, "[CANCELATION OF RAPID DNA TESTING SERVICES FOR 120 DAYS]"],
    ["cancelled", -56_330.09, "[CANCEL PO] IN ITS ENTIRETY"],
    ["cancelled", -214_137, "[CANCELING P.O]. AND MOVING FUNDS TO ANOTHER PO"],
    ["cancelled", -27_200.1, "[ORDER CANCELLED], K9S WERE NO LONGER REQUIRED"],
    ["cancelled", -99_952.38, "[DO IS CANCELLED].  THIS WAS NOT A GSA BUY."],
    ["cancelled", -36_050, "[PURCHASE ORDER CANCELLATION]: TUNNEL SAFETY TRAINING"],
    ["cancelled", -4850, "[PURCHASE ORDER CANCELLED] AND CLOSED OUT ON 09/07/2021."],
    [
      "cancelled",
      -17_298_038.98,
      "[THE DELIVERY ORDER WAS ISSUED A STOP WORK ORDER AND CANCELLED] DUE TO AWARD MADE TO A VENDOR",
    ],
    [
      "cancelled",
      -481_440.72,
      "[ORDER FOR FX MARKING CARTRIDGES IS BEING CANCELLED], AS THE INCORRECT VENDOR WAS USED.",
    ],
    ["cancelled", -22_500_000, "[ORDER BEING MUTUALLY CANCELLED] IN FULL"],
    ["cancelled", -56_650, "[CANCELLED AND DE-OBLIGATED IN ITS TOTALITY]"],
    ["cancelled", -1, "NOTHING WAS DONE. [CANCELLED IN IT'S ENTIRETY]"],
    ["cancelled", -82_626.6, "DEOBLIGATION OF EXCESS FUNDS / [FULL CANCELLATION]"],
    ["cancelled", -22_660, "[NO COST CANCELLATION] - SAFES"],
    ["cancelled", -72_121.28, "[CANCELLATION]"],
    ["cancelled", -21_555.84, "[CANCELLATION] FY23 DUE TO INABILTIY TO EXECUTE"],
    ["cancelled", -7800, "DE-OBLIGATION OF FUNDS BECAUSE OF [CANCELLATION]"],
    ["cancelled", 0, "[ARBITRATION CANCELLED]."],
    ["cancelled", -56_120, "[OY1 CANCELLED]"],
    ["cancelled", 0, "MUTUAL AGREEMENT TO [CANCEL THE REMAINING] MONTHS OF OPTION  YEAR 4"],
    ["cancelled", -4465, "MODIFICATION TO [CANCEL COURT REPORTER SERVICES] AND DE-OBLIGATE FUNDS"],
    ["cancelled", -6313.3, "LODGING [SERVICES CANCELLED] DUE TO VETTING ISSUES"],
    ["closed out", 0, "CANCELS UNEXERCISED OPTION AND [CLOSES OUT] THE CONTRACT"],
    [
      "administrative",
      0,
      "MODIFICATION TO [TERMINATE CONTRACTING OFFICER'S] REPRESENTATIVE (COR) APPOINTMENT.",
    ],
    ["administrative", 0, "[NAME CHANGE] AGREEMENT"],
    ["administrative", 0, "[UPDATE IPP] APPROVER"],
    ["administrative", 0, "[INVOICE APPROVER CHANGE]."],
    ["administrative", 0, "[KEY PERSONNEL CHANGE] FOR SUPPORT SERVICES"],
    ["administrative", 0, "MODIFICATION FOR [NEW COR]"],
    ["money taken back", -588, "[DE-OBLIGATE EXCESS FUNDS]"],
    ["money added", 468_045.33, "[PROVIDE INCREMENTAL FUNDING]."],
    ["administrative", 0, "[ADMIN MOD] TO UPDATE COR AND ACOR"],
    ["administrative", 0, "[UPDATING COR]/ACOR ON STRATEGIC PLANNING"],
  ])("%s (%d), named by the words in brackets: %s", (kind, dollars, marked) => {
    const [, words] = /\[(.*)\]/.exec(marked) ?? [];
    expect(read(marked.replace(/[[\]]/g, ""), dollars)).toEqual({ kind, from: "text", words });
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
