import { geoMercator } from "d3-geo";

/** What a map shows: its middle, and how many miles from there to its upper and lower edge. */
export interface MapView {
  longitude: number;
  latitude: number;
  miles: number;
}

/** A part of the projected plane: left, top, width and height. */
export interface MapWindow {
  left: number;
  top: number;
  width: number;
  height: number;
}

const scale = 100_000;
const earthMiles = 3958.76;

/** All maps are drawn on one plane, so that a shape's path is worked out once and any part of it can be shown. */
export const projection = geoMercator().scale(scale).translate([0, 0]).precision(0.1);

export function projected({ longitude, latitude }: { longitude: number; latitude: number }): [x: number, y: number] {
  const [x, y] = projection([longitude, latitude]) ?? [0, 0];
  return [Math.round(x * 10) / 10, Math.round(y * 10) / 10];
}

const shape = 4 / 3;

/** The part of the plane that a view shows, wider than high. */
export function windowOf(view: MapView): MapWindow {
  const [x, y] = projected(view);
  const half = (view.miles / earthMiles / Math.cos((view.latitude * Math.PI) / 180)) * scale;
  return { left: x - half * shape, top: y - half, width: 2 * half * shape, height: 2 * half };
}

/** The degrees that a window shows: west, south, east, north. */
export function degreesOf({ left, top, width, height }: MapWindow): [number, number, number, number] {
  const [west = 0, north = 0] = projection.invert?.([left, top]) ?? [];
  const [east = 0, south = 0] = projection.invert?.([left + width, top + height]) ?? [];
  return [west, south, east, north];
}

/** A view that holds all of these points, with room around them. */
export function viewOf(points: readonly { longitude: number; latitude: number }[], least: number): MapView | null {
  if (points.length === 0) return null;
  const longitudes = points.map(({ longitude }) => longitude);
  const latitudes = points.map(({ latitude }) => latitude);
  const middle = (values: number[]) => (Math.min(...values) + Math.max(...values)) / 2;
  const extent = (values: number[]) => Math.max(...values) - Math.min(...values);
  const latitude = middle(latitudes);
  const milesOfADegree = 69.1;
  const high = (extent(latitudes) * milesOfADegree) / 2;
  const wide = (extent(longitudes) * milesOfADegree * Math.cos((latitude * Math.PI) / 180)) / 2 / shape;
  return { longitude: middle(longitudes), latitude, miles: Math.max(least, 1.2 * Math.max(high, wide)) };
}

/** The view moved by a share of its own size, or zoomed. */
export function movedView(view: MapView, { east = 0, north = 0, zoom = 1 }): MapView {
  const { left, top, width, height } = windowOf(view);
  const [longitude = 0, latitude = 0] =
    projection.invert?.([left + width * (0.5 + east), top + height * (0.5 - north)]) ?? [];
  return { longitude, latitude, miles: Math.min(300, Math.max(0.25, view.miles / zoom)) };
}
