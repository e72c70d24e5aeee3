/** The awarding sub-agencies by the names and short names that tables without codes use. */
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

/** The code of a sub-agency by its name or short name, ignoring case and punctuation; `undefined` if unknown. */
export const agencyNamed = (text: string): { code: string; short: string; name: string } | undefined =>
  byLetters.get(letters(text));
