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

export const coloredCompanies = owners.flatMap(({ by, key }) => (by === "company" ? [key] : []));

export const otherFill = "var(--series-other)";

/** The color of an agency or a company, the same in every chart; everybody else shares the neutral one. */
export function fillOf(by: GroupingName, key: string | null): string {
  const place = owners.findIndex((owner) => owner.by === by && owner.key === key);
  return place < 0 ? otherFill : `var(--series-${place + 1})`;
}

/** The light theme, by token: a picture cannot read the style sheets. */
const light: Record<string, string> = {
  ink: "#1b1d22",
  soft: "#575c6b",
  line: "#dcdfe6",
  edge: "#858b9b",
  paper: "#ffffff",
  accent: "#1f4e8c",
  past: "#7a96be",
  neg: "#a94a21",
  "series-1": "#1f4e8c",
  "series-2": "#007558",
  "series-3": "#3a9c5e",
  "series-4": "#9a5d6d",
  "series-5": "#918b00",
  "series-6": "#786999",
  "series-7": "#6a8cdb",
  "series-8": "#6f3600",
  "series-other": "#858b9b",
};

export const pictureColors: ReadonlyMap<string, string> = new Map(Object.entries(light));
