import type { GroupingName } from "@/lib/contracts/groupings";

/**
 * Whose colour is which, in the order of the colours in palette.module.css: the agencies, then the companies with the
 * largest obligations of ICE in all records and the one that is most asked for, as reviewed on 28 November 2026. The order is fixed:
 * who is added comes last, and nobody changes places.
 */
const owners: { by: GroupingName; key: string }[] = [
  { by: "agency", key: "7012" },
  { by: "agency", key: "7014" },
  { by: "company", key: "geo-group" },
  { by: "company", key: "csi-aviation" },
  { by: "company", key: "corecivic" },
  { by: "company", key: "mvm" },
  { by: "company", key: "akima" },
  { by: "company", key: "palantir" },
];

/** The companies that have a colour of their own. */
export const colouredCompanies = owners.flatMap(({ by, key }) => (by === "company" ? [key] : []));

/** The colour of whoever has none of its own. */
export const otherFill = "var(--series-other)";

/** The colour of an agency or a company, the same in every chart; everybody else shares the neutral one. */
export function fillOf(by: GroupingName, key: string | null): string {
  const place = owners.findIndex((owner) => owner.by === by && owner.key === key);
  return place < 0 ? otherFill : `var(--series-${place + 1})`;
}
