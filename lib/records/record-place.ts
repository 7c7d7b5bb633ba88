import { can } from "@/lib/access/policy";
import { locationsVisibleToSql } from "@/lib/access/scope";
import type { User } from "@/lib/access/user";
import { db } from "@/lib/db";
import { type Closed, closedNow } from "@/lib/locations/closed";
import {
  locationWithAreas,
  readRegisteredLocation,
  type RegisteredLocation,
  type RegisteredLocationRow,
  registeredLocationSql,
} from "@/lib/locations/registered-location";

/** A location whose record someone may open, and what they may do there. */
export interface RecordPlace extends RegisteredLocation {
  mayEdit: boolean;
  /** Say how many beds are free: support may edit a record, and not speak for its beds. */
  mayUpdateBeds: boolean;
  /** See who has access and who changed what. */
  maySeePeople: boolean;
  closed: Closed | null;
}

/** The location, if this person may see it; null is "not found". A closed location's record can be read alone. */
export async function recordPlace(user: User, locationId: number, now: Date): Promise<RecordPlace | null> {
  const [row] = await db.$queryRaw<{ location: RegisteredLocationRow }[]>`
    select ${registeredLocationSql} as location from ${locationWithAreas}
     where l.id = ${locationId} and ${locationsVisibleToSql(user)}`;
  if (!row) return null;
  const location = readRegisteredLocation(row.location);
  const closed = closedNow(location, now);
  return {
    ...location,
    closed,
    mayEdit: closed === null && can(user, "edit a location's record", location.place),
    mayUpdateBeds: closed === null && can(user, "update beds", location.place),
    maySeePeople: can(user, "see people of a location", location.place),
  };
}
