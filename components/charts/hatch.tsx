import type { ChartRow } from "@/components/charts/description";

/** Stripes in a color, for a period that is not over: `url(#id)`. */
const Hatch = ({ id, color }: { id: string; color: string }) => (
  <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <rect width="6" height="6" fill="var(--paper)" />
    <line x1="2" x2="2" y1="0" y2="6" strokeWidth="4" stroke={color} />
  </pattern>
);

/** Stripes in each color of the unfinished rows, and the fill of a piece of a row: its color or its stripes. */
export function hatches(id: string, rows: ChartRow[]) {
  const colors = [
    ...new Set(
      rows.filter(({ isUnfinished }) => isUnfinished).flatMap(({ pieces }) => pieces.map(({ fill }) => fill)),
    ),
  ];
  const idOf = (color: string) => `${id}-${colors.indexOf(color)}`;
  return {
    patterns: colors.map((color) => <Hatch key={color} id={idOf(color)} color={color} />),
    fillOf: ({ isUnfinished }: Pick<ChartRow, "isUnfinished">, color: string) =>
      isUnfinished && colors.includes(color) ? `url(#${idOf(color)})` : color,
  };
}
