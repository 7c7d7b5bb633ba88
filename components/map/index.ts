export { AreaMap, type MapPoint } from "./area-map";
export { ChooseMap } from "./choose-map";
export { type FittedMap, fittedMap } from "./fitted";
export { MapLinks } from "./map-links";
export { degreesOf, type MapView, viewOf, windowOf } from "./projection";
export { type MapShape, shapesOf } from "./shapes";
export { TileMap } from "./tile-map";
