import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from "geojson";
import { merge, neighbors } from "topojson-client";
import { topology } from "topojson-server";
import type { GeometryCollection, MultiPolygon as Arcs, Topology } from "topojson-specification";

export type Geometry = Polygon | MultiPolygon;

/** A shape and its code. */
export interface CodedShape {
  code: string;
  geometry: Geometry;
}

/** A shape with the codes of those it borders on. */
export interface BorderedShape extends CodedShape {
  neighbours: string[];
}

/** Shapes whose borders were drawn together, so that we can find neighbours and merge shapes. */
export interface JoinedShapes {
  neighbours(code: string): string[];
  merged(codes: readonly string[]): Geometry;
}

/**
 * About nine metres in England: points closer than that are treated as one, so that two drawings of a border become
 * one.
 */
const grid = 1e5;

export function joinShapes(shapes: readonly CodedShape[]): JoinedShapes {
  const features: Feature<Geometry>[] = shapes.map(({ code, geometry }) => ({
    type: "Feature",
    id: code,
    properties: {},
    geometry,
  }));
  const all: FeatureCollection<Geometry> = { type: "FeatureCollection", features };
  const drawn = topology({ all }, grid) as unknown as Topology<{ all: GeometryCollection }>;
  const { geometries } = drawn.objects.all;
  const beside = neighbors(geometries);
  const at = new Map(shapes.map(({ code }, index) => [code, index]));
  const codes = (indexes: number[]) => indexes.flatMap((index) => shapes[index]?.code ?? []);
  return {
    neighbours: (code) => codes(beside[at.get(code) ?? -1] ?? []).sort(),
    merged: (wanted) => {
      const parts = wanted.flatMap((code) => geometries[at.get(code) ?? -1] ?? []);
      return compact(merge(drawn, parts as Arcs[]));
    },
  };
}

/**
 * Rounds to as few digits as draw the same shape: four decimal places are ten metres. Outer rings run clockwise, holes
 * anticlockwise.
 */
export function compact(geometry: Geometry): Geometry {
  const polygons = (geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates)
    .map((rings) => rings.map(rounded))
    .filter(([outer = []]) => outer.length > 3)
    .map((rings) => rings.filter((ring) => ring.length > 3).map((ring, hole) => wound(ring, hole === 0)));
  const [only = []] = polygons;
  return polygons.length === 1
    ? { type: "Polygon", coordinates: only }
    : { type: "MultiPolygon", coordinates: polygons };
}

const places = (degrees: number | undefined): number => Math.round((degrees ?? NaN) * 1e4) / 1e4;

function rounded(ring: readonly Position[]): Position[] {
  const points = ring.map(([longitude, latitude]) => [places(longitude), places(latitude)]);
  return points.filter(
    ([longitude, latitude], index) =>
      index === 0 || longitude !== points[index - 1]?.[0] || latitude !== points[index - 1]?.[1],
  );
}

function wound(ring: Position[], clockwise: boolean): Position[] {
  let twice = 0;
  for (const [index, [x = 0, y = 0]] of ring.entries()) {
    const [left = 0, below = 0] = ring.at(index - 1) ?? [];
    twice += left * y - x * below;
  }
  return twice < 0 === clockwise ? ring : ring.toReversed();
}
