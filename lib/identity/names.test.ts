import { describe, expect, it } from "vitest";
import { normalizeName } from "@/lib/identity/names";

describe("normalizeName", () => {
  it.each([
    ["THE GEO GROUP, INC.", "Geo Group Incorporated"],
    ["FOUR POINTS TECHNOLOGY, L.L.C.", "Four Points Technology LLC"],
    ["PEN-LINK, LTD", "PEN-LINK, LIMITED"],
    ["LOCKHEED MARTIN CORP", "LOCKHEED MARTIN CORPORATION"],
    ["DELL FEDERAL SYSTEMS L.P", "DELL FEDERAL SYSTEMS, LP"],
    ["B.I. INCORPORATED", "BI INC"],
    ["ACME  &  SONS CO.", "Acme and Sons Company"],
    ["MITRE CORPORATION, THE", "THE MITRE CORPORATION"],
    ["G. L. P., INC.", "G L P INCORPORATED"],
    ["J SMITH L L P", "J SMITH LLP"],
    ["CAFÉ A\u0301\u0323 INC", "CAFE A INC"],
  ])("groups %s with %s", (one, other) => {
    expect(normalizeName(one)).toBe(normalizeName(other));
  });

  it.each([
    ["ACUITY LLC", "ACUITY INC"],
    ["ACUITY", "ACUITY INC"],
    ["THE GEO GROUP, INC.", "GEO INTERNATIONAL LLC"],
    ["SNAP, INC", "FOX SNAP ENTERPRISE LLC"],
    ["X LP", "X LLP"],
    ["INC", "LLC"],
    ["G. L. P., INC.", "G LP, INC."],
    ["BREATHE INC", "BREA INC"],
    ["OVER THE TOP LLC", "OVER TOP LLC"],
    ["LATHE THEATER INC", "LATHEATER INC"],
  ])("keeps %s apart from %s", (one, other) => {
    expect(normalizeName(one)).not.toBe(normalizeName(other));
  });
});
