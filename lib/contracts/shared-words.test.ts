import { describe, expect, it } from "vitest";

import { described, type Rarity, sharedWords, wordsOf } from "@/lib/contracts/shared-words";

describe("wordsOf", () => {
  it("compares words in capitals and in one number, as they are first written", () => {
    expect([...wordsOf("Licenses, license and CAMERAS for agencies; glass")]).toEqual([
      ["LICENSE", "Licenses"],
      ["AND", "and"],
      ["CAMERA", "CAMERAS"],
      ["FOR", "for"],
      ["AGENCY", "agencies"],
      ["GLASS", "glass"],
    ]);
  });

  it("takes words apart at hyphens and keeps them together at ampersands", () => {
    expect([...wordsOf("TELE-CONFERENCING, O&M, AT&T's").keys()]).toEqual([
      "TELE",
      "CONFERENCING",
      "O&M",
      "AT&T",
    ]);
  });

  it("leaves out numbers, modifications, years, periods, contracts and months", () => {
    const text = "P00012 M2 FY25 OY3 OP2 70CDCR20D00000013 2024 A 3M 9MM JULY SEPT. MAY";
    expect([...wordsOf(text).keys()]).toEqual(["3M", "9MM", "MAY"]);
  });
});

describe("sharedWords", () => {
  /** Of 6,500 contracts: a word in 10 or fewer is telling, one in 43 or fewer rare. */
  const rarity: Rarity = {
    contracts: 6500,
    counts: new Map(
      Object.entries({
        ...{
          THE: 4000,
          AT: 4000,
          OF: 5000,
          FOR: 5000,
          SERVICE: 3000,
          DETENTION: 600,
          CENTER: 500,
          LICENSE: 900,
          RENEWAL: 400,
        },
        ...{ OTAY: 30, MESA: 35, BROADVIEW: 40, CASE: 40, INVESTIGATIVE: 41, ANALYTIC: 42 },
        ...{ SPLUNK: 6, TOAD: 5, ENTERPRISE: 20, EDITION: 25 },
      }),
    ),
  };
  const shared = (earlier: string[], later: string[]) =>
    sharedWords(described(earlier), described(later), rarity);

  it("names the rare words of two that say almost the same, the rarest first", () => {
    expect(
      shared(["DETENTION SERVICES AT THE OTAY MESA CENTER"], ["THE MESA OTAY CENTER: DETENTION SERVICE"]),
    ).toEqual(["OTAY", "MESA"]);
  });

  it("needs three rare words where less is shared and none is very rare", () => {
    const one = "DETENTION CENTER SERVICES AT OTAY MESA";
    expect(shared([one], [`RENEWAL: LICENSE OF ${one}`])).toBeNull();
    const other = `${one} BROADVIEW`;
    expect(shared([other], [`RENEWAL: LICENSE OF ${other}`])).toEqual(["OTAY", "MESA", "BROADVIEW"]);
    const telling = "SPLUNK ENTERPRISE SERVICES";
    expect(shared([telling], [`RENEWAL: LICENSE OF ${telling}`])).toEqual(["SPLUNK", "ENTERPRISE"]);
  });

  it("needs more than one rare word", () => {
    expect(shared(["SPLUNK LICENSE RENEWAL"], ["SPLUNK LICENSE RENEWAL"])).toBeNull();
  });

  it("needs six tenths of the later award in the earlier contract, and four tenths the other way", () => {
    const award = "SPLUNK ENTERPRISE";
    expect(shared([award], [`${award} LICENSE RENEWAL OF THE SERVICE`])).not.toBeNull();
    expect(shared([award], [`${award} CASE INVESTIGATIVE ANALYTIC LICENSE`])).toBeNull();
    expect(shared([`${award} CASE INVESTIGATIVE ANALYTIC LICENSE`], [award])).not.toBeNull();
    expect(shared([`${award} CASE INVESTIGATIVE ANALYTIC OTAY MESA BROADVIEW`], [award])).toBeNull();
  });

  it("finds no match if one alone has a word that is rarer than all shared words", () => {
    expect(
      shared(["SPLUNK ENTERPRISE EDITION LICENSE RENEWAL"], ["TOAD ENTERPRISE EDITION LICENSE RENEWAL"]),
    ).toBeNull();
    expect(
      shared(["SPLUNK ENTERPRISE EDITION LICENSE"], ["SPLUNK ENTERPRISE EDITION LICENSE FOR BROADVIEW"]),
    ).toEqual(["SPLUNK", "ENTERPRISE", "EDITION"]);
  });

  it("reads the words of later actions of either, too", () => {
    const award = "INVESTIGATIVE CASE ANALYTICS";
    expect(shared(["SERVICE", award], [award])).toBeNull(); // the later contract has nothing of the earlier award
    expect(shared([award], ["SERVICE", award])).toBeNull();
    expect(shared(["CASE SERVICE", award], [award])).toEqual(["CASE", "INVESTIGATIVE", "ANALYTICS"]);
  });

  it("uses an abbreviation in brackets to match, never to tell apart", () => {
    const award = "INVESTIGATIVE CASE ANALYTICS";
    expect(shared([`${award} (ICX)`], [`${award} LICENSE`])).not.toBeNull();
    expect(shared([`${award} ICX`], [`${award} LICENSE`])).toBeNull();
    expect(shared([`${award} (ICX)`], [`${award} ICX`])?.[0]).toBe("ICX");
    expect(shared(["(SPLUNK ENTERPRISE)"], ["(SPLUNK ENTERPRISE)"])).toEqual(["SPLUNK", "ENTERPRISE"]);
  });

  it("finds nothing where nothing is described, or no words were counted", () => {
    expect(shared([], ["SPLUNK ENTERPRISE"])).toBeNull();
    expect(shared([""], [""])).toBeNull();
    const award = described(["SPLUNK ENTERPRISE EDITION"]);
    expect(sharedWords(award, award, { contracts: 0, counts: new Map() })).toBeNull();
  });
});
