import { geoPath } from "d3-geo";
import type { MultiPolygon, Polygon } from "geojson";
import { type MapWindow, projection } from "./projection";

/** An area as it is drawn: its outline on the plane of all maps, and the box that holds it. */
export interface MapShape {
  code: string;
  name: string;
  outline: string;
  box: readonly [left: number, top: number, right: number, bottom: number];
}

/** Works out the outlines of areas. It takes a while for all of England: keep what it gives. */
export function shapesOf(
  areas: readonly { code: string; name: string; geometry: Polygon | MultiPolygon }[],
): MapShape[] {
  const path = geoPath(projection).digits(1);
  return areas.map(({ code, name, geometry }) => {
    const [[left, top], [right, bottom]] = path.bounds(geometry);
    return { code, name, outline: path(geometry) ?? "", box: [left, top, right, bottom] };
  });
}

/** The shapes that reach into a window. */
export const shapesIn = (shapes: readonly MapShape[], { left, top, width, height }: MapWindow): MapShape[] =>
  shapes.filter(({ box: [l, t, r, b] }) => r >= left && l <= left + width && b >= top && t <= top + height);
