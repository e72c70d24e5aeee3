import { describe, expect, it } from "vitest";
import { mask } from "@/lib/import/2-parse/mask";

describe("mask", () => {
  it.each([
    ["COR: JOHN.DOE@ICE.DHS.GOV.", "COR: [e-mail removed]."],
    ["MAIL jane_doe+1@example.co.uk TODAY", "MAIL [e-mail removed] TODAY"],
    ["ACOR JOHN DOE (202) 732-2970", "ACOR JOHN DOE [phone removed]"],
    ["CALL 202-732-2970 OR 202.732.2971", "CALL [phone removed] OR [phone removed]"],
    ["CALL 202 732 2970 EXT 12", "CALL [phone removed]"],
    ["VENDOR +1 202-732-2970, THANKS", "VENDOR [phone removed], THANKS"],
    ["ACOR/POC: JANE DOE, 2027322970, URGENT", "ACOR/POC: JANE DOE, [phone removed], URGENT"],
    ["COR 2027322970", "COR [phone removed]"],
    ["POC:2027322970", "POC:[phone removed]"],
    ["ALT JANE.DOE@ICE.DHS.GOV 2027322970", "ALT [e-mail removed] [phone removed]"],
    ["FUNDED BY JANE DOE 2027322970", "FUNDED BY JANE DOE [phone removed]"],
    ["PHONE 732-2970", "PHONE [phone removed]"],
    ["FAX: 732.2970 EXT 4, ROOM 12", "FAX [phone removed], ROOM 12"],
    ["2027322970, JANE.DOE@ICE.DHS.GOV", "[phone removed], [e-mail removed]"],
    ["POC: JANE DOE, 2027322970 X 34", "POC: JANE DOE, [phone removed]"],
    ["POC: JANE DOE, OFFICE 12, 2027322970", "POC: JANE DOE, OFFICE 12, [phone removed]"],
    ["COR JANE DOE (RM 4, 210): 202-7322970", "COR JANE DOE (RM 4, 210): [phone removed]"],
    ["POC: JANE DOE +1 2027322970", "POC: JANE DOE [phone removed]"],
    ["MIKE PELL 214)905-5201", "MIKE PELL [phone removed]"],
    ["SMITH (202)-819-4864", "SMITH [phone removed]"],
  ])("replaces what names a person's line: %s", (text, masked) => {
    expect(mask(text)).toBe(masked);
  });

  it.each([
    "NSN 1005-01-123-4567",
    "NSN: 1005-01-533-1414 PISTOL",
    "APFS# P2021054531",
    "APFS #2020048958. NEW AWARD",
    "SBA REQUIREMENT NUMBER UL1757366358E",
    "REQUISITION 2021054531",
    "POC TBD, REQUISITION 2021054531",
    "70CTD022FR0000170 P00009",
    "BPA # 70RTAC1800000003",
    "FUNDING JAMFPRO-1002010101_0001",
    "$29,898,236.00 FROM 2025-04-11 TO 2025-09-25",
    "09/25/2025 - 09/24/2026",
    "268 @ 900 ROUNDS PER CASE",
    "30 CASES @ $255.03/30,000 ROUNDS",
    "192120-21-0000000123",
    "GS-35F-0086U 47QTCA18D00A2",
    "HSHQDC-15-A-00017",
    "POP 20210401-20220331",
    "CONTRACT ORDER 4045551234",
    "",
  ])("leaves %j alone", (text) => {
    expect(mask(text)).toBe(text);
  });

  it("changes nothing the second time", () => {
    const once = mask("POC JANE DOE 2027322970 JANE@ICE.DHS.GOV (202) 732-2970");
    expect(mask(once)).toBe(once);
  });

  it.each([
    ["a long name of an address", "A.".repeat(100_000)],
    ["apostrophes", "A'".repeat(100_000)],
    ["one letter", "A".repeat(200_000)],
    ["words", "A ".repeat(100_000)],
    ["digits", "2027322970".repeat(20_000)],
  ])("takes no longer than its length for %s", (_, text) => {
    expect(mask(`${text} @`)).toBe(`${text} @`); // at a time that grows with the square, minutes
    expect(mask(`${text}@`)).toBe(`${text}@`);
  });
});
