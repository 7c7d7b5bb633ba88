import { geoMercator, geoPath } from "d3-geo";
import type { MultiPolygon, Position, Polygon } from "geojson";

/** Areas as they are drawn to fill a picture of their own, `mapWidth` wide. */
export interface FittedMap {
  height: number;
  areas: { code: string; outline: string; middle: readonly [x: number, y: number] }[];
}

export const mapWidth = 600;

/** Works out a picture that holds these areas and no more. Keep what it gives. Null if there are none. */
export function fittedMap(areas: readonly { code: string; geometry: Polygon | MultiPolygon }[]): FittedMap | null {
  if (areas.length === 0) return null;
  const all = { type: "GeometryCollection" as const, geometries: areas.map(({ geometry }) => geometry) };
  const projection = geoMercator().fitWidth(mapWidth, all);
  const path = geoPath(projection).digits(0);
  const drawn = areas.map(({ code, geometry }) => {
    const [x, y] = projection(roomiest(geometry)) ?? [0, 0];
    return { code, outline: inSteps(path(geometry) ?? ""), middle: [Math.round(x), Math.round(y)] as const };
  });
  return { height: Math.ceil(path.bounds(all)[1][1]), areas: drawn };
}

/** The same outline as steps from point to point, without those that are too small to see: half as long to send. */
const inSteps = (outline: string): string =>
  outline
    .split("Z")
    .filter((ring) => ring !== "")
    .map((ring) => {
      const [first = [], ...rest] = ring
        .slice(1)
        .split("L")
        .map((point) => point.split(",").map(Number));
      let [x = 0, y = 0] = first;
      const steps = rest.flatMap(([nextX = x, nextY = y]) => {
        const step = [nextX - x, nextY - y];
        [x, y] = [nextX, nextY];
        return step.every((by) => by === 0) ? [] : [step.join(",")];
      });
      return steps.length === 0 ? "" : `M${first.join(",")}l${steps.join(" ")}Z`;
    })
    .join("");

const lines = 24;

/** Where a number has most room in an area: of the middles of its stretches from west to east, the furthest from its edges. */
function roomiest(geometry: Polygon | MultiPolygon): [longitude: number, latitude: number] {
  const rings = geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat();
  const latitudes = rings.flat().map(([, latitude = 0]) => latitude);
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)];
  const flattened = Math.cos(((south + north) / 2) * (Math.PI / 180));
  let best: { at: [number, number]; room: number } = { at: [0, 0], room: -1 };
  for (let nth = 0; nth < lines; nth++) {
    const latitude = south + ((nth + 0.5) / lines) * (north - south);
    const edges = crossings(rings, 1, latitude);
    for (let at = 0; at + 1 < edges.length; at += 2) {
      const [west = 0, east = 0] = edges.slice(at, at + 2);
      const longitude = (west + east) / 2;
      const above = crossings(rings, 0, longitude).map((edge) => Math.abs(edge - latitude));
      const room = Math.min(((east - west) / 2) * flattened, ...above);
      if (room > best.room) best = { at: [longitude, latitude], room };
    }
  }
  return best.at;
}

/** Where the sides of rings cross a latitude (`axis` 1), as longitudes, or a longitude (0), as latitudes; in order. */
function crossings(rings: readonly Position[][], axis: 0 | 1, line: number): number[] {
  const other = 1 - axis;
  const found: number[] = [];
  for (const ring of rings)
    for (let nth = 0; nth + 1 < ring.length; nth++) {
      const [from = [], to = []] = [ring[nth], ring[nth + 1]];
      const [a = 0, b = 0] = [from[axis], to[axis]];
      if (a <= line === b <= line) continue;
      const [c = 0, d = 0] = [from[other], to[other]];
      found.push(c + ((line - a) / (b - a)) * (d - c));
    }
  return found.sort((one, next) => one - next);
}
