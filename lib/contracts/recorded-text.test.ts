import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import Papa from "papaparse";
import { expect, it } from "vitest";

import { readingPieces, readableText as seen } from "@/lib/contracts/recorded-text";

it.each([
  [
    "INVESTIGATIVE CASE MANAGEMENT (ICM) OPERATIONS AND MAINTENANCE (O&M) SUPPORT SERVICES",
    "Investigative case management (ICM) operations and maintenance (O&M) support services",
  ],
  ["ICE IT SUPPORT. THE PURPOSE OF THIS MOD IS", "ICE IT support. The purpose of this mod is"],
  ["TERMINATION AT CAMP EAST MONTANA DETENTION CENTER", "Termination at Camp East Montana detention center"],
  ["LANGUAGE OF THE PWS. THIS ORDER", "Language of the PWS. This order"],
  ["PALANTIR AND MICROSOFT LICENSES FOR FY25", "Palantir and Microsoft licenses for FY25"],
  ["EXTEND POP THROUGH 30 SEP 2026 IAW FAR 52.217-9", "Extend POP through 30 SEP 2026 IAW FAR 52.217-9"],
  ["CBP'S FLEET, OFFICERS' UNIFORMS", "CBP's fleet, officers' uniforms"],
  ["THIS IS A TASK ORDER, PART A, HEPATITIS A", "This is a task order, part A, hepatitis A"],
  ["SYSTEM'S SUPPORT, OFFICER’S UNIFORM, SYSTEM'T", "System's support, officer’s uniform, system't"],
  ["STEERING, SPRINGER AND LATERAL MATERIALLY", "Steering, Springer and lateral materially"],
  ["SOFTWARE SOLD BY MICROSOFT, CORE TOOLSETS", "Software sold by Microsoft, core toolsets"],
  ["DE-OBLIGATES AND RE-ALIGN FUNDS, CO-OP", "De-obligates and re-align funds, CO-OP"],
  ["SAN DIEGO FIELD OFFICE, EL PASO AND PORT ISABEL", "San Diego field office, El Paso and Port Isabel"],
  ["BEDS AT RIVERS DETENTION CENTER, GOLDEN STATE", "Beds at Rivers Detention Center, Golden State"],
  ["NEAR RIVERS AT A DETENTION CENTER", "Near rivers at a detention center"],
  ["PORT OF ENTRY IN THE CITY", "Port of entry in the city"],
  ["CLOSE OUT TASK ORDER.AWARD IS CLOSED", "Close out task order.Award is closed"],
  [
    "SEE WWW.AMAZON.COM, SHAREPOINT AND HSCETE IN MAY 2026; MAY BE",
    "See WWW.AMAZON.COM, SharePoint and HSCETE in May 2026; may be",
  ],
  ["GOLF CARTS AT JENA, DEL RIO AND CASA GRANDE", "Golf carts at Jena, Del Rio and Casa Grande"],
  ["PRIVACY ACT TRAINING BY TELE-CONFERENCE", "Privacy act training by tele-conference"],
  ["24HOUR A/C WORK U.S. BASED U.S.BASED", "24HOUR A/C work U.S. based U.S.BASED"],
])("%s", (recorded, read) => {
  expect(seen(recorded)).toBe(read);
});

it("leaves no name of a facility or of its city in capitals, but short abbreviations", () => {
  const { data } = Papa.parse<Record<"name" | "city", string>>(
    readFileSync(join(process.cwd(), "data/facilities.csv"), "utf8"),
    { header: true, skipEmptyLines: true },
  );
  const read = data.flatMap(({ name, city }) =>
    [name, city].map((text) => seen(`BEDS AT ${text.toUpperCase()}`)),
  );
  expect(read.length).toBeGreaterThan(500);
  expect(read.filter((text) => /\p{Lu}{4}/u.test(text))).toEqual([]);
});

it("leaves a text that is not in capitals unchanged", () => {
  for (const text of [
    "",
    "0",
    "[e-mail removed]",
    "Detention services for ICE",
    "detention and guards",
    "Skip Tracing Services",
  ])
    expect(readingPieces(text)).toEqual([text]);
});

it("never changes a text", () => {
  const words = fc.constantFrom(
    "THE",
    "ORDER",
    "ICE",
    "O&M",
    "P00009",
    "x",
    "é",
    ".",
    "'S",
    "’",
    " ",
    "\n",
    "-",
    "𝔸",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(words).map((some) => some.join("")),
      ),
      (text) => {
        expect(
          readingPieces(text)
            .map((piece) => (typeof piece === "string" ? piece : piece.small))
            .join(""),
        ).toBe(text);
      },
    ),
  );
});
