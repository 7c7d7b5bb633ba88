import "leaflet/dist/leaflet.css";
import { divIcon, latLngBounds, map as newMap, marker, tileLayer } from "leaflet";
import type { MapPoint } from "./area-map";

/** What a map over a tile server's pictures shows. `box` is west, south, east and north in degrees. */
export interface TileView {
  tiles: string;
  box: readonly [west: number, south: number, east: number, north: number];
  points: readonly MapPoint[];
  centre?: { longitude: number; latitude: number } | undefined;
}

/**
 * Draws the map into an element, and calls back with each part of the country that is moved to. Returns how to remove
 * it.
 */
export function drawTileMap(
  into: HTMLElement,
  { tiles, box: [west, south, east, north], points, centre }: TileView,
  moved: (box: TileView["box"]) => void,
): () => void {
  const map = newMap(into, { attributionControl: false, scrollWheelZoom: false });
  tileLayer(tiles, { maxZoom: 19 }).addTo(map);
  map.fitBounds(latLngBounds([south, west], [north, east]));
  const put = (at: { longitude: number; latitude: number }, className: string, mark: string, label: string) => {
    const icon = divIcon({ className: `ct-tile-map__point ${className}`, html: mark, iconSize: [28, 28] });
    return marker([at.latitude, at.longitude], { icon, title: label, keyboard: false }).addTo(map);
  };
  if (centre) put(centre, "ct-tile-map__point--centre", "+", "Where you are looking from");
  for (const point of points.toReversed())
    put(point, `ct-tile-map__point--${point.tone}`, point.mark, point.label).on("click", () => {
      window.location.hash = point.href;
    });
  map.on("moveend", () => {
    const shown = map.getBounds();
    moved([shown.getWest(), shown.getSouth(), shown.getEast(), shown.getNorth()]);
  });
  return () => void map.remove();
}
