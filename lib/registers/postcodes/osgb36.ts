import proj4 from "proj4";

/** A position in degrees, as from satellites (WGS84). */
export interface Coordinates {
  latitude: number;
  longitude: number;
}

/** The projection of the National Grid. */
export const nationalGrid = "+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy";

/** From the grid's datum to WGS84: Ordnance Survey's seven parameters, accurate to about five metres. */
const datumShift = "+towgs84=446.448,-125.157,542.06,0.1502,0.247,0.8421,-20.4894";

const toDegrees = proj4(`${nationalGrid} ${datumShift}`, "WGS84");

/** Turns an easting and northing of the National Grid, in metres, into a latitude and longitude. */
export function coordinatesOf(easting: number, northing: number): Coordinates {
  const [longitude, latitude] = toDegrees.forward<[number, number]>([easting, northing]);
  return { latitude, longitude };
}
