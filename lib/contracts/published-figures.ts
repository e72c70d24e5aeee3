/** What a published figure says it counts. */
export const publishedMeasures = {
  obligated: "obligations",
  potential: "a potential value or ceiling",
  outlays: "outlays",
  contracts: "totals of whole contracts",
  accounts: "account-level records",
} as const;
export type PublishedMeasure = keyof typeof publishedMeasures;

/** A figure that was published (`data/press-figures.csv`), and the actions that it is compared with. */
export interface PublishedFigure {
  id: string;
  publisher: string;
  /** A day, a month or a year, as far as it is known. */
  published: string;
  /** What the figure describes, in neutral words. */
  statement: string;
  /** The figure as it was written. */
  figure: string;
  measure: PublishedMeasure;
  /** The query string of `/contracts` that selects the actions. */
  query: string;
  /** Where we read it, if not at its publisher. */
  seen_in: string;
  url: string;
  /** What a reader must know to compare the two. */
  note: string;
}

/** How a published figure compares with the records. */
export const verdicts = {
  equal: "Equal",
  rounded: "Equal when rounded",
  bound: "Holds as a lower limit",
  measure: "Another measure",
  lifetime: "Fits lifetime totals",
  none: "Not reproducible here",
} as const;
export type Verdict = keyof typeof verdicts;
export const verdictNames = Object.keys(verdicts) as [Verdict, ...Verdict[]];

/** Whether the records confirm the figure. */
export const isConfirmed = (verdict: Verdict): boolean =>
  verdict === "equal" || verdict === "rounded" || verdict === "bound";

/** The verdicts that do not confirm a figure. */
export const unconfirmed = verdictNames.filter((verdict) => !isConfirmed(verdict));
