import { can } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { db } from "@/lib/db";
import type { Beds, BedType } from "@/lib/questions/beds";
import { typedFrom } from "@/lib/questions/typed";
import { type Ground, groundOf } from "./ground";
import { monthFor } from "@/lib/windows/reporting-window";

/** The beds of a location as they stand, for the page on which they are updated. */
export interface BedsForm {
  location: { id: number; name: string };
  bedTypes: readonly BedType[];
  beds: Beds | null;
  typed: Record<string, string>;
  /** When they were last stated, and by whom. */
  stated: { at: Date; by: string } | null;
}

/** The beds page of a location, or null where the person may not update it or it has none. */
export async function bedsForm(user: User, locationId: number, now: Date): Promise<BedsForm | null> {
  const ground = await groundOf(user, locationId, "care_home");
  if (!ground) return null;
  const { location, newestBeds } = ground;
  const bedTypes = bedTypesOfLocation(ground, now);
  if (bedTypes.length === 0 || !can(user, "update beds", location.place)) return null;
  const row = newestBeds && (await db.bedUpdate.findUnique({ where: { id: newestBeds.id }, include: { by: true } }));
  return {
    location: { id: location.id, name: location.name },
    bedTypes,
    beds: newestBeds?.beds ?? null,
    typed: typedFrom({}, newestBeds?.beds),
    stated: row && { at: row.at, by: row.onBehalfOf ?? row.by.fullName },
  };
}

/** Everything that a location's services count in beds. */
export const bedTypesOfLocation = ({ calendar, location }: Ground, now: Date) =>
  calendar.bedTypesFor(location.types, monthFor(now));
