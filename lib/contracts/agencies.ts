/** An awarding sub-agency of the tracker. */
export interface TrackedAgency {
  code: string;
  short: string;
  name: string;
}

/**
 * The awarding sub-agencies of the tracker. A row here is all that another one needs: its names in every page, the choice
 * of agencies, the title of its overview, and files that name it without its code. `data/agencies.csv` names all others.
 */
export const trackedAgencies: readonly TrackedAgency[] = [
  { code: "7012", short: "ICE", name: "U.S. Immigration and Customs Enforcement" },
  { code: "7014", short: "CBP", name: "U.S. Customs and Border Protection" },
];

/** A sub-agency by its code. */
export const trackedAgency = (code: string, agencies = trackedAgencies): TrackedAgency | undefined =>
  agencies.find((agency) => agency.code === code);

/** The choices of agencies above a page: each alone, then all together. */
export const agencyChoices = (agencies = trackedAgencies): { label: string; agency: string[] }[] => [
  ...agencies.map(({ code, short }) => ({ label: short, agency: [code] })),
  { label: agencies.length === 2 ? "Both" : "All", agency: agencies.map(({ code }) => code).toSorted() },
];

const letters = (text: string) => text.toLowerCase().replace(/[^a-z]+/g, "");

/** The sub-agency of a name or short name, ignoring case and punctuation; `undefined` if unknown. */
export const agencyNamed = (text: string, agencies = trackedAgencies): TrackedAgency | undefined =>
  agencies.find(({ short, name }) =>
    [short, name, name.replace("U.S. ", "")].some((known) => letters(known) === letters(text)),
  );
