import fc from "fast-check";
import { expect, it } from "vitest";

import { namePieces, readableName } from "@/lib/contracts/recorded-name";
import { readPieces } from "@/lib/contracts/recorded-text";
import { normalizeName } from "@/lib/identity/names";

it.each([
  ["FISHER SAND & GRAVEL CO", "Fisher Sand & Gravel Co."],
  ["PALANTIR USG, INC", "Palantir USG, Inc."],
  ["THE GEO GROUP, INC.", "The GEO Group, Inc."],
  ["COCHRANE USA INC", "Cochrane USA Inc."],
  ["FOUR POINTS TECHNOLOGY, L.L.C.", "Four Points Technology, L.L.C."],
  ["DELL FEDERAL SYSTEMS L.P", "Dell Federal Systems L.P"],
  ["G. L. P., INC.", "G. L. P., Inc."],
  ["AT&T ENTERPRISES, LLC", "AT&T Enterprises, LLC"],
  ["SCIENCE AND ENGINEERING SERVICES, LLC", "Science and Engineering Services, LLC"],
  ["MCKESSON CORPORATION", "McKesson Corporation"],
  ["O'BRIEN'S PEN-LINK, LTD", "O'Brien's Pen-Link, Ltd."],
  ["SMITH & SONS II, LLC", "Smith & Sons II, LLC"],
  ["MANTECH ADVANCED SYSTEMS INTERNATIONAL, INC.", "ManTech Advanced Systems International, Inc."],
  ["CACI, INC. - FEDERAL", "CACI, Inc. - Federal"],
  ["CITY OF EL PASO", "City of El Paso"],
  ["BUY.COM", "Buy.com"],
  ["Chevo LLC", "Chevo LLC"],
  ["CORPORATE SOURCE, INC THE", "The Corporate Source, Inc."],
  ["WATER FACTORY, INC., THE", "The Water Factory, Inc."],
  ["ELOCEN GROUP, LLC (THE)", "The Elocen Group, LLC"],
  ["Training Clinic, The", "The Training Clinic"],
  ["THE", "The"],
  ["ACT1 FEDERAL LLC", "ACT1 Federal LLC"],
  ["INC", "Inc"],
  ["", ""],
])("%s is shown as %s", (recorded, shown) => {
  expect(readableName(recorded)).toBe(shown);
});

it("shows the article of a recorded name where it is", () => {
  const pieces = namePieces("FIRING PIN, LLC, THE");
  expect(readPieces(pieces)).toBe("Firing Pin, LLC, The");
});

it("keeps every letter of the record, and its spelling finds it", () => {
  const words = fc.constantFrom(
    "THE",
    "INC",
    "CO",
    "MCNEIL",
    "O'NEIL",
    "&",
    "A",
    "LLC",
    "4D",
    ".",
    ",",
    "-",
    " ",
    "É",
  );
  fc.assert(
    fc.property(
      fc.array(words).map((some) => some.join("")),
      (name) => {
        const pieces = namePieces(name);
        expect(pieces.map((piece) => (typeof piece === "string" ? piece : piece.small)).join("")).toBe(name);
        expect(normalizeName(readableName(name))).toBe(normalizeName(name));
      },
    ),
  );
});
