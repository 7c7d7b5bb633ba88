import { Prisma } from "@/lib/db";
import type { Point } from "./whereabouts";

const earthMiles = 3958.7613;
const milesOfADegree = (earthMiles * Math.PI) / 180;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Miles between two points as the crow flies (haversine on a sphere: within half a per cent in England). */
export function milesBetween(a: Point, b: Point): number {
  const north = Math.sin(radians(b.latitude - a.latitude) / 2) ** 2;
  const east = Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  return (
    2 * earthMiles * Math.asin(Math.sqrt(north + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * east))
  );
}

/** The same of location `l` in SQL, from a point; null if the location has no place. */
export const milesFromSql = ({ latitude, longitude }: Point): Prisma.Sql => Prisma.sql`
  case when l.latitude is not null and l.longitude is not null then
    ${2 * earthMiles}::float8 * asin(sqrt(least(1, sin(radians(l.latitude - ${latitude}::float8) / 2) ^ 2
      + ${Math.cos(radians(latitude))}::float8 * cos(radians(l.latitude))
        * sin(radians(l.longitude - ${longitude}::float8) / 2) ^ 2))) end`;

/** A box that holds everything within this many miles, and a little more: the index of points is asked for it. */
export function boxAround({ latitude, longitude }: Point, miles: number): readonly [number, number, number, number] {
  const north = miles / milesOfADegree;
  const east = (1.02 * north) / Math.cos(radians(latitude));
  return [longitude - east, latitude - north, longitude + east, latitude + north];
}
