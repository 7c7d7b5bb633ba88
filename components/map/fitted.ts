import { geoMercator, geoPath, type GeoProjection } from "d3-geo";
import type { MultiPolygon, Position, Polygon } from "geojson";
import polylabel from "polylabel";

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
    return { code, outline: inSteps(path(geometry) ?? ""), middle: roomiest(geometry, projection) };
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

const corner: [x: number, y: number] = [0, 0];

/** Where in the picture a number has most room in an area: in whichever of its parts that is. */
function roomiest(geometry: Polygon | MultiPolygon, projection: GeoProjection): readonly [x: number, y: number] {
  const parts = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const drawn = (ring: Position[]) => ring.map(([east = 0, north = 0]) => projection([east, north]) ?? corner);
  const middles = parts.map((rings) => polylabel(rings.map(drawn)));
  const best = middles.reduce((most, one) => (one.distance > most.distance ? one : most));
  return [Math.round(best[0]), Math.round(best[1])];
}
