import { can } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { type Closed, closedNow } from "@/lib/locations/closed";
import type { Beds, BedType } from "@/lib/questions/beds";
import { placeInWords } from "@/lib/questions/collections";
import { typedFrom } from "@/lib/questions/typed";
import { typedFromOffers } from "./bed-offers";
import { offersOf } from "./newest-offers";
import { bedTypesOfLocation, locationBeds } from "./location-beds";

/** The current beds of a location, for the page where they are updated. */
export interface BedsForm {
  location: { id: number; name: string };
  /** What its questions call it: "home", "hospice". */
  place: string;
  /** When it closed, if it has: there is then nothing to update. */
  closed: Closed | null;
  bedTypes: readonly BedType[];
  beds: Beds | null;
  typed: Record<string, string>;
  /** When they were last stated, and by whom. */
  stated: { id: number; at: Date; by: string } | null;
}

/** The beds page of a location, or null if the person may not update it or it has none. */
export async function bedsForm(user: User, locationId: number, now: Date): Promise<BedsForm | null> {
  const found = await locationBeds(user, locationId);
  if (!found) return null;
  const { location, newestBeds } = found;
  const bedTypes = bedTypesOfLocation(found, now);
  if (bedTypes.length === 0 || !can(user, "update beds", location.place)) return null;
  return {
    location: { id: location.id, name: location.name },
    place: placeInWords(location.types),
    closed: closedNow(location, now),
    bedTypes,
    beds: newestBeds?.beds ?? null,
    typed: { ...typedFrom({}, newestBeds?.beds), ...(newestBeds && typedFromOffers(await offersOf(newestBeds.id))) },
    stated: newestBeds && { id: newestBeds.id, at: newestBeds.at, by: newestBeds.by },
  };
}
