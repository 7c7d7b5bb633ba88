export { AreaMap, type MapPoint } from "./area-map";
export { MapLinks } from "./map-links";
export { degreesOf, type MapView, viewOf, windowOf } from "./projection";
export { type MapShape, shapesOf } from "./shapes";
export { TileMap } from "./tile-map";
