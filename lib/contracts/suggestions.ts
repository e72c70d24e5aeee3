/** What has a name or a number that a search finds and a search box completes, in display order. */
export const entryKinds = [
  "company",
  "recipient",
  "brand",
  "place",
  "contract",
  "vehicle",
  "agency",
  "office",
] as const;
export type EntryKind = (typeof entryKinds)[number];

/** What a search box suggests. `figure` leads to the search for an amount. */
export const suggestionKinds = [...entryKinds, "figure"] as const;
export type SuggestionKind = (typeof suggestionKinds)[number];

/** One suggestion of a search box. */
export interface Suggestion {
  kind: SuggestionKind;
  label: string;
  /** What distinguishes it from others of its name, or why it fits. */
  detail: string | null;
  /** The address that it opens. */
  href: string;
  /** Net obligations with the agencies of the request, in dollars; `null` if they have none with it. */
  net: number | null;
  /** The slug of a company, which the filter of that name takes. */
  slug: string | null;
}
