/** The awarding sub-agencies that tables call by a name or by its short form, where they leave out the code. */
const known = [
  { code: "7012", short: "ICE", name: "U.S. Immigration and Customs Enforcement" },
  { code: "7014", short: "CBP", name: "U.S. Customs and Border Protection" },
] as const;

const letters = (text: string) => text.toLowerCase().replace(/[^a-z]+/g, "");
const byLetters = new Map(
  known.flatMap((agency) =>
    [agency.short, agency.name, agency.name.replace("U.S. ", "")].map(
      (text) => [letters(text), agency] as const,
    ),
  ),
);

/** The sub-agency that a name or its short form means, case and punctuation aside; `undefined` for one not known here. */
export const agencyNamed = (text: string): { code: string; short: string; name: string } | undefined =>
  byLetters.get(letters(text));
