import type { GroupingName } from "@/lib/contracts/groupings";
import type { PictureTheme } from "@/lib/contracts/pictures";

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

/** The colors of groups that are drawn together: each its own if it has one, the others those that are left. */
export function fillsTogether(by: GroupingName, keys: (string | null)[]): string[] {
  const own = keys.map((key) => fillOf(by, key));
  const left = owners.map((_, index) => `var(--series-${index + 1})`).filter((fill) => !own.includes(fill));
  return own.map((fill) => (fill === otherFill ? (left.shift() ?? otherFill) : fill));
}

/** The colors of the light and of the dark theme, by token: a picture cannot read the style sheets. */
const pairs: Record<string, [light: string, dark: string]> = {
  ink: ["#1b1d22", "#e8eaee"],
  soft: ["#575c6b", "#a8aebc"],
  line: ["#dcdfe6", "#343945"],
  edge: ["#858b9b", "#757d8e"],
  paper: ["#ffffff", "#14161b"],
  accent: ["#1f4e8c", "#8db7f0"],
  past: ["#7a96be", "#56739f"],
  neg: ["#a94a21", "#e79468"],
  "series-1": ["#1f4e8c", "#8db7f0"],
  "series-2": ["#007558", "#50dabf"],
  "series-3": ["#3a9c5e", "#8d8d00"],
  "series-4": ["#9a5d6d", "#d34b61"],
  "series-5": ["#918b00", "#8b6200"],
  "series-6": ["#786999", "#715ea4"],
  "series-7": ["#6a8cdb", "#628bda"],
  "series-8": ["#6f3600", "#ffc186"],
  "series-other": ["#858b9b", "#757d8e"],
};

export const pictureColors = (theme: PictureTheme): ReadonlyMap<string, string> =>
  new Map(Object.entries(pairs).map(([token, [light, dark]]) => [token, theme === "dark" ? dark : light]));
