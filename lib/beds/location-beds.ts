import { locationsVisibleToSql } from "@/lib/access/scope";
import type { User } from "@/lib/access/user";
import { db, Prisma } from "@/lib/db";
import {
  locationWithAreas,
  readRegisteredLocation,
  type RegisteredLocation,
  type RegisteredLocationRow,
  registeredLocationSql,
} from "@/lib/locations/registered-location";
import type { Beds, BedType } from "@/lib/questions/beds";
import { type Calendar, calendarSql, readCalendar } from "@/lib/windows/calendar";
import { monthFor } from "@/lib/windows/reporting-window";
import { readStatedBeds, type StatedBeds, type StatedBedsRow, statedBedsSql } from "./stated-beds";

/** A location, the calendar by which it is asked, and its beds as last stated. */
export interface LocationBeds {
  location: RegisteredLocation;
  calendar: Calendar;
  newestBeds: StatedBeds | null;
}

export interface LocationBedsRow {
  calendar: string;
  location: RegisteredLocationRow | null;
  newestBeds: StatedBedsRow | null;
}

/** The columns of a location's beds, for a query that reads them alone or with more. `scope` is a condition on `l`. */
export const locationBedsColumns = (locationId: number, scope: Prisma.Sql): Prisma.Sql => Prisma.sql`
  ${calendarSql} as calendar,
  (select ${registeredLocationSql} from ${locationWithAreas} where l.id = ${locationId} and ${scope}) as location,
  ${statedBedsSql(locationId)} as "newestBeds"`;

/** Reads those columns; null if the scope has no such location. */
export function readLocationBeds(row: LocationBedsRow | undefined): LocationBeds | null {
  if (!row?.location) return null;
  return {
    location: readRegisteredLocation(row.location),
    calendar: readCalendar(row.calendar),
    newestBeds: row.newestBeds && readStatedBeds(row.newestBeds),
  };
}

/** The beds of a location, or null if the person sees no such location. */
export async function locationBeds(user: User, locationId: number): Promise<LocationBeds | null> {
  const [row] = await db.$queryRaw<LocationBedsRow[]>`
    select ${locationBedsColumns(locationId, locationsVisibleToSql(user))}`;
  return readLocationBeds(row);
}

/**
 * The newest figures of a location without the beds that none of its services counts any more, because support ended the
 * type or moved it to another kind of provider: those stay in its history and are not stated again.
 */
export function bedsStillCounted(found: LocationBeds, now: Date): Beds | null {
  if (found.newestBeds === null) return null;
  const counted = new Set(bedTypesOfLocation(found, now).map(({ key }) => key));
  const { open, types } = found.newestBeds.beds;
  return { open, types: Object.fromEntries(Object.entries(types).filter(([key]) => counted.has(key))) };
}

/** Everything that a location's services count in beds, now. */
export const bedTypesOfLocation = ({ calendar, location }: LocationBeds, now: Date): readonly BedType[] =>
  calendar.bedTypesFor(location.types, monthFor(now));
