import fc from "fast-check";
import { expect, it } from "vitest";

import { readingPieces } from "@/lib/contracts/recorded-text";

/** The text as a reader sees it. */
const seen = (text: string) =>
  readingPieces(text)
    .map((piece) => {
      if (typeof piece === "string") return piece;
      const small = piece.text.toLowerCase();
      return piece.shown === "begins" ? small.charAt(0).toUpperCase() + small.slice(1) : small;
    })
    .join("");

it.each([
  [
    "INVESTIGATIVE CASE MANAGEMENT (ICM) OPERATIONS AND MAINTENANCE (O&M) SUPPORT SERVICES",
    "Investigative case management (ICM) operations and maintenance (O&M) support services",
  ],
  ["ICE IT SUPPORT. THE PURPOSE OF THIS MOD IS", "ICE IT support. The purpose of this mod is"],
  ["TERMINATION AT CAMP EAST MONTANA DETENTION CENTER", "Termination at CAMP EAST MONTANA detention center"],
  ["LANGUAGE OF THE PWS. THIS ORDER", "Language of the PWS. This order"],
  ["PALANTIR AND MICROSOFT LICENSES FOR FY25", "PALANTIR and MICROSOFT licenses for FY25"],
  ["EXTEND POP THROUGH 30 SEP 2026 IAW FAR 52.217-9", "Extend POP through 30 SEP 2026 IAW FAR 52.217-9"],
  ["CBP'S FLEET, OFFICERS' UNIFORMS", "CBP'S fleet, OFFICERS' uniforms"],
  ["THIS IS A TASK ORDER, PART A, HEPATITIS A", "This is a task order, part A, HEPATITIS A"],
  ["SYSTEM'S SUPPORT, OFFICER’S UNIFORM, SYSTEM'T", "System's support, officer’s uniform, SYSTEM'T"],
  ["STEERING, SPRINGER AND LATERAL MATERIALLY", "Steering, SPRINGER and lateral materially"],
  ["24HOUR A/C WORK U.S. BASED U.S.BASED", "24HOUR A/C work U.S. based U.S.BASED"],
])("%s", (recorded, read) => {
  expect(seen(recorded)).toBe(read);
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
            .map((piece) => (typeof piece === "string" ? piece : piece.text))
            .join(""),
        ).toBe(text);
      },
    ),
  );
});
