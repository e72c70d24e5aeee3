import type { GroupingName } from "@/lib/contracts/groupings";

/**
 * The agencies and companies with a color of their own, in the order of palette.module.css: the agencies, then the
 * companies with the largest obligations of ICE in all records and the most searched one, reviewed on November 28,
 * 2026. The order is fixed; new ones go last.
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

/** The companies that have a color of their own. */
export const coloredCompanies = owners.flatMap(({ by, key }) => (by === "company" ? [key] : []));

/** The color of all others. */
export const otherFill = "var(--series-other)";

/** The color of an agency or a company, the same in every chart; everybody else shares the neutral one. */
export function fillOf(by: GroupingName, key: string | null): string {
  const place = owners.findIndex((owner) => owner.by === by && owner.key === key);
  return place < 0 ? otherFill : `var(--series-${place + 1})`;
}
