import type { Route } from "next";
import { Link } from "@/components/ui/link";
import { type Cents, roundedMoney, shortMoney } from "@/lib/contracts/money";
import styles from "./places-map.module.css";

export interface MapDot {
  key: string;
  /** The name of the place with its city and state. */
  label: string;
  name: string;
  href: Route;
  net: Cents;
  actions: string;
  x: number;
  y: number;
}

interface PlacesMapProps {
  size: { width: number; height: number };
  /** Path data of the country and of the borders in it. */
  outline: string;
  borders: string;
  dots: MapDot[];
}

/** Radii in the map's units: the area of a dot is as its dollars, and the smallest can still be seen. */
const largest = 34;
const smallest = 3.5;
const mostNamed = 6;

/** The places of a list on a map of the states. Each dot is a link; a table has the same figures. */
export function PlacesMap({ size: { width, height }, outline, borders, dots }: PlacesMapProps) {
  const most = Math.max(1, ...dots.map(({ net }) => net));
  const radius = (net: Cents) => Math.max(smallest, largest * Math.sqrt(Math.max(0, net) / most));
  // The small ones lie on the large ones.
  const sorted = dots.toSorted((one, other) => other.net - one.net);
  const named = spread(sorted).slice(0, mostNamed);
  const unit = 10 ** Math.floor(Math.log10(most));
  return (
    <figure className={styles.map}>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing has no fieldset */}
      <svg viewBox={`0 0 ${width} ${height}`} aria-labelledby="places-map" role="group">
        <title id="places-map">Map of the places that descriptions name</title>
        <path className={styles.land} d={outline} />
        <path className={styles.borders} d={borders} />
        {sorted.map(({ key, label, href, net, actions, x, y }) => (
          <Link
            key={key}
            href={href}
            className={styles.dot}
            aria-label={`${label}: ${roundedMoney(net)} in ${actions}`}
          >
            <title>{`${label}: ${roundedMoney(net)} in ${actions}`}</title>
            <circle cx={x} cy={y} r={Math.round(radius(net) * 10) / 10} />
          </Link>
        ))}
        <g>
          {named.map(({ key, name, net, x, y }) => {
            // Where the land is on the other side of a dot, its name is below or before it.
            const isBelow = x < width * 0.25 && y > height * 0.5;
            const isBefore = x > width * 0.8;
            const beside = isBefore ? x - radius(net) - 5 : x + radius(net) + 5;
            return (
              <text
                key={key}
                className={styles.name}
                x={isBelow ? x - radius(net) : beside}
                y={isBelow ? y + radius(net) + 16 : y + 5}
                textAnchor={isBefore ? "end" : "start"}
              >
                {name}
              </text>
            );
          })}
        </g>
        {[unit, unit / 10].map((cents, index) => {
          const top = height - 150 + index * 92;
          return (
            <g key={cents} className={styles.legend}>
              <circle cx={width - 48} cy={top} r={radius(cents)} />
              <text x={width - 4} y={top + radius(cents) + 22} textAnchor="end">
                {shortMoney(cents)}
              </text>
            </g>
          );
        })}
      </svg>
    </figure>
  );
}

/** The dots whose names do not cover each other, the largest first. */
function spread(dots: MapDot[]): MapDot[] {
  const kept: MapDot[] = [];
  for (const dot of dots) {
    if (kept.every(({ x, y }) => Math.abs(y - dot.y) > 26 || Math.abs(x - dot.x) > 320)) kept.push(dot);
  }
  return kept;
}
