import { type ChartGroup, fills, seriesOf, type Unfinished } from "@/components/charts/groups";
import { Swatch } from "@/components/charts/swatch";

import styles from "./legend.module.css";

interface LegendProps {
  groups: ChartGroup[];
  /** What the groups in the quieter colour have in common. */
  past: string;
  unfinished?: Unfinished | null;
  /** Whether what was added is in colours that are named where they are. */
  isNamed?: boolean;
}

interface LegendEntry {
  words: string;
  /** The colour that the words explain; `null` for what is said of all. */
  fill: string | null;
  /** Drawn in stripes. */
  isHatched: boolean;
}

/** What the colours of a chart of groups mean, as far as it uses them. */
export function legendEntries({
  groups,
  past,
  unfinished = null,
  isNamed = false,
}: LegendProps): LegendEntry[] {
  const series = seriesOf(groups);
  const isPlain = series.length === 0 && !isNamed;
  const isBelow = groups.some((group) => group.taken_back < 0);
  const entry = (is: boolean, words: string, fill: string | null, isHatched = false) =>
    is ? [{ words, fill, isHatched }] : [];
  const isFull = ({ key, past }: ChartGroup) => !past && key !== unfinished?.key;
  return [
    ...series.flatMap(({ label, fill }) => entry(true, label, fill)),
    ...entry(isPlain && groups.some(isFull), "added", fills.added),
    ...entry(isPlain && groups.some((group) => group.past), `added, ${past}`, fills.past),
    ...entry(
      groups.some(({ key }) => unfinished !== null && key === unfinished.key),
      `unfinished, through ${unfinished?.through}`,
      fills.added,
      true,
    ),
    ...entry(series.length === 0 && isBelow, "taken back", fills.back),
    ...entry(series.length > 0, isBelow ? "above the line added, below it taken back" : "added", null),
  ];
}

/** The words for the colours of a chart. */
export function Legend(chart: LegendProps) {
  return (
    <ul className={styles.legend}>
      {legendEntries(chart).map(({ words, fill, isHatched }) => (
        <li key={words}>
          {isHatched ? (
            <svg aria-hidden="true" viewBox="0 0 12 12">
              <path className={styles.stripes} d="M-1 7 7 -1M1 13 13 1M7 13 13 7" />
            </svg>
          ) : (
            fill && <Swatch fill={fill} />
          )}
          {words}
        </li>
      ))}
    </ul>
  );
}
