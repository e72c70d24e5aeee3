import "server-only";
import { geoAlbersUsa } from "d3-geo";
import { mesh } from "topojson-client";
import atlas from "us-atlas/states-albers-10m.json";

/** The size of the map in its own units. `us-atlas` has the states in this projection. */
export const mapSize = { width: 975, height: 610 } as const;
const project = geoAlbersUsa().scale(1300).translate([487.5, 305]);

/** Lines are drawn on a grid of this many units: they take a third of the room, and look the same. */
const grid = 2;

interface UsMap {
  /** The coast and the borders of the country, as the data of an SVG path. */
  outline: string;
  /** The borders between states. */
  borders: string;
}

let drawn: UsMap | undefined;

/** The map of the states. It is drawn once, on the server: no browser gets the atlas. */
export function usMap(): UsMap {
  drawn ??= drawMap();
  return drawn;
}

function drawMap(): UsMap {
  // The types of JSON modules have arrays of numbers where a topology has pairs.
  const topology = atlas as unknown as NonNullable<Parameters<typeof mesh>[0]>;
  const { states, nation } = topology.objects as Record<string, Parameters<typeof mesh>[1]>;
  return {
    outline: pathOf(mesh(topology, nation).coordinates),
    borders: pathOf(mesh(topology, states, (one, other) => one !== other).coordinates),
  };
}

/** Lines as path data, each point relative to the one before it. Lines that the grid makes a point are left out. */
function pathOf(lines: number[][][]): string {
  return lines
    .map((line) => {
      const points = line.map(([x = 0, y = 0]) => [Math.round(x / grid) * grid, Math.round(y / grid) * grid]);
      const steps = points.flatMap(([x = 0, y = 0], index) => {
        const [fromX = 0, fromY = 0] = points[index - 1] ?? [];
        if (index === 0) return [`M${x} ${y}`];
        return x === fromX && y === fromY ? [] : [`l${x - fromX} ${y - fromY}`];
      });
      return steps.length > 2 ? steps.join("") : "";
    })
    .join("");
}

/** Where a point of the earth is on the map, in its units; `null` outside the states, Hawaii and Alaska. */
export function placeOnMap(
  latitude: number | null,
  longitude: number | null,
): { x: number; y: number } | null {
  const point = latitude === null || longitude === null ? null : project([longitude, latitude]);
  return point && { x: Math.round(point[0] * 10) / 10, y: Math.round(point[1] * 10) / 10 };
}
